package org.wirebell.ingest.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.wirebell.ingest.mailbox.PostOffice.mail;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wirebell.ingest.due.Standing;
import org.wirebell.ingest.due.Why;
import org.wirebell.ingest.mailbox.ImapMailbox;
import org.wirebell.ingest.mailbox.MailboxConfig;
import org.wirebell.ingest.mailbox.MailboxConfig.Tls;
import org.wirebell.ingest.mailbox.PostOffice;
import org.wirebell.ingest.web.Limits;
import org.wirebell.ingest.web.Outage;
import org.wirebell.model.FeedState;
import org.wirebell.model.Item;

@Timeout(60)
class MailboxReaderTest {
    private static final FeedState START = Standing.start("letters", "imap://harbour");
    private static final String PAT = "Pat Mole <pat@harbour.example>";

    private PostOffice post;

    @BeforeEach
    void open() {
        post = PostOffice.open("imap", 0);
    }

    @AfterEach
    void close() {
        post.close();
    }

    @Test
    void readsEachMessageOnceAndChangesNothing() throws Exception {
        var desk = Desk.open();
        post.deliver(mail("a", PAT, "Pier closed", "The pier is closed."));
        var state = reader(desk).look(START);
        post.deliver(mail("b", PAT, "Pier open", "The pier is open again."));
        state = reader(desk).look(state);
        state = reader(desk).look(state);
        assertThat(desk.items()).extracting(Item::headline).containsExactly("Pier closed", "Pier open");
        assertThat(desk.items())
                .extracting(Item::backfill)
                .as("old mail rings no bell")
                .containsExactly(true, false);
        assertThat(desk.items().getFirst().source()).isEqualTo("letters");
        assertThat(state.outcome()).isEqualTo("not_modified");
        assertThat(state.items()).isEqualTo(2);
        assertThat(post.isUntouched()).isTrue();
    }

    @Test
    void aRestartGoesOnWhereTheLastStateSays() throws Exception {
        var first = Desk.open();
        post.deliver(mail("a", PAT, "Pier closed", "The pier is closed."));
        reader(first).look(START);
        post.deliver(mail("b", PAT, "Pier open", "The pier is open again."));
        var second = Desk.open();
        reader(second).look(first.states().getLast());
        assertThat(second.items()).extracting(Item::headline).containsExactly("Pier open");
    }

    @Test
    void movesOnOnlyAfterTheAck() throws Exception {
        var desk = Desk.slow();
        post.deliver(mail("a", PAT, "Pier closed", "The pier is closed."));
        var looking = CompletableFuture.supplyAsync(() -> look(reader(desk), START));
        desk.awaitSent(2); // the first mark, and the item
        assertThat(desk.states()).allMatch(state -> number(state, "uid") == 0);
        desk.broker.completeNext();
        desk.broker.errorNext(new TimeoutException("broker away"));
        desk.awaitSent(3);
        assertThat(desk.states()).hasSize(1);
        while (!looking.isDone()) {
            desk.broker.completeNext();
        }
        assertThat(number(looking.get(), "uid")).isEqualTo(1);
        assertThat(desk.states()).hasSize(2);
    }

    @Test
    void setsAsideWhatNobodyCanReadAndGoesOn() throws Exception {
        var desk = Desk.open();
        post.deliver(mail("a", PAT, "Pier closed", "The pier is closed."));
        post.deliver(mail("big", PAT, "Endless", "x".repeat(5_000)));
        post.deliver(mail("c", PAT, "Pier open", "The pier is open again."));
        var state = reader(desk).look(START);
        assertThat(desk.items()).extracting(Item::headline).containsExactly("Pier closed", "Pier open");
        assertThat(desk.dead()).hasSize(1);
        assertThat(new String(desk.dead().getFirst().key(), StandardCharsets.UTF_8))
                .isEqualTo("<big@harbour.example>");
        assertThat(Desk.header(desk.dead().getFirst(), "wirebell.why")).isEqualTo("too_large");
        reader(desk).look(state);
        assertThat(desk.dead()).hasSize(1);
    }

    @Test
    void readsTheWiresThatAMailEncloses() throws Exception {
        var desk = Desk.open();
        post.deliver("""
                Message-ID: <batch@harbour.example>
                From: pat@harbour.example
                Subject: Evening wires
                Date: Mon, 2 Mar 2020 10:00:00 +0000
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="cut"

                --cut
                Content-Type: application/xml
                Content-Disposition: attachment; filename="one.xml"

                <nitf><head><docdata><doc-id id-string="ferry-1"/></docdata></head><body><body.head><hedline><hl1>Ferry aground</hl1></hedline></body.head><body.content><p>A ferry ran aground.</p></body.content></body></nitf>
                --cut
                Content-Type: application/json
                Content-Disposition: attachment; filename="two.json"

                {"uri":"urn:harbour:7","type":"text","headline":"Pier closed","body_text":"The pier is closed."}
                --cut--
                """);
        reader(desk).look(START);
        assertThat(desk.items()).extracting(Item::headline).containsExactly("Ferry aground", "Pier closed");
        assertThat(desk.items()).extracting(Item::format).containsExactly("nitf", "ninjs");
        assertThat(desk.items()).extracting(Item::source).containsOnly("letters");
    }

    @Test
    void readsOnlyTheSendersThatAreNamed() throws Exception {
        var desk = Desk.open();
        post.deliver(mail("a", "stranger@elsewhere.example", "Cheap boats", "Buy a boat."));
        post.deliver(mail("b", PAT, "Pier closed", "The pier is closed."));
        post.deliver(mail("c", "alex@coast.example", "Buoy adrift", "A buoy is adrift."));
        post.deliver(mail("d", "x@nocoast.example", "No", "No."));
        var config = config(List.of("pat@HARBOUR.example", "coast.example"), "INBOX");
        var state = reader(desk, config).look(START);
        assertThat(desk.items()).extracting(Item::headline).containsExactly("Pier closed", "Buoy adrift");
        assertThat(number(state, "uid")).isEqualTo(4);
        assertThat(desk.meters
                        .counter("wirebell.feed.items", "feed", "letters", "kind", "refused")
                        .count())
                .isEqualTo(2);
    }

    @Test
    void whenTheServerNumbersAnewOnlyWhatIsUnknownIsRead() throws Exception {
        var desk = Desk.open();
        post.deliver(mail("a", PAT, "Pier closed", "The pier is closed."));
        post.deliver(mail("b", PAT, "Pier open", "The pier is open again."));
        var state = reader(desk).look(START);
        post.close();
        var second = Instant.now().getEpochSecond();
        await().until(() -> Instant.now().getEpochSecond() > second); // this server's numberings are named by it
        post = PostOffice.open("imap", 0);
        post.deliver(mail("b", PAT, "Pier open", "The pier is open again."));
        post.deliver(mail("c", PAT, "Buoy adrift", "A buoy is adrift."));
        post.deliver(mail("a", PAT, "Pier closed", "The pier is closed."));
        var validity = number(state, "uidValidity");
        state = reader(desk).look(state);
        assertThat(number(state, "uidValidity")).isNotEqualTo(validity);
        assertThat(desk.items()).extracting(Item::headline).containsExactly("Pier closed", "Pier open", "Buoy adrift");
        assertThat(desk.items().getLast().backfill()).isTrue();
        post.deliver(mail("d", PAT, "Storm", "A storm."));
        reader(desk).look(state);
        assertThat(desk.items().getLast().backfill()).isFalse();
    }

    @Test
    void saysWhyItCannotLook() {
        var desk = Desk.open();
        assertThatThrownBy(() -> reader(desk, config(List.of(), "Nowhere")).look(START))
                .isInstanceOfSatisfying(Outage.class, e -> assertThat(e.why()).isEqualTo(Why.DENIED))
                .hasMessageContaining("Nowhere");
        var wrong = new ImapMailbox(config(List.of(), "INBOX"), PostOffice.USER, "wrong", Limits.defaults());
        assertThatThrownBy(wrong::open)
                .isInstanceOfSatisfying(Outage.class, e -> assertThat(e.why()).isEqualTo(Why.DENIED))
                .hasMessageContaining(PostOffice.USER)
                .hasMessageNotContaining("wrong");
        post.close();
        assertThatThrownBy(() -> reader(desk).look(START))
                .isInstanceOfSatisfying(Outage.class, e -> assertThat(e.why()).isEqualTo(Why.UNREACHABLE));
    }

    private MailboxReader reader(Desk desk) {
        return reader(desk, config(List.of(), "INBOX"));
    }

    private static MailboxReader reader(Desk desk, MailboxConfig config) {
        var intake = new Intake("letters", Optional.empty(), "", 4_000, Duration.ofHours(1), desk.handover);
        return new MailboxReader(
                config, new ImapMailbox(config, PostOffice.USER, PostOffice.PASSWORD, Limits.defaults()), intake);
    }

    private MailboxConfig config(List<String> senders, String folder) {
        return new MailboxConfig(
                "127.0.0.1",
                Optional.of(post.port()),
                Optional.of(Tls.NONE),
                Optional.of(true),
                Optional.of(PostOffice.USER),
                Optional.empty(),
                Optional.of("PASSWORD"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(folder),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                senders);
    }

    private static FeedState look(MailboxReader reader, FeedState before) {
        try {
            return reader.look(before);
        } catch (Outage | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long number(FeedState state, String name) {
        return ((Number) state.more().get(name)).longValue();
    }
}
