package org.wirebell.ingest.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wirebell.ingest.drop.Drop;
import org.wirebell.ingest.drop.DropConfig.After;
import org.wirebell.ingest.drop.FileServer;
import org.wirebell.ingest.drop.FileServer.Kind;
import org.wirebell.ingest.due.Standing;
import org.wirebell.ingest.due.Why;
import org.wirebell.ingest.web.Limits;
import org.wirebell.ingest.web.Outage;
import org.wirebell.model.FeedState;
import org.wirebell.model.Item;

/** The same promises over each protocol. */
@Timeout(60)
class DropReaderTest {
    private static final FeedState START = Standing.start("coast", "drop://coast");
    private static final Instant MORNING = Instant.parse("2026-03-02T06:00:00Z");

    /** The keys of all servers: to make a certificate takes longer than a test. */
    @TempDir
    private static Path keys;

    @TempDir
    private Path folder;

    private FileServer server;

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void takesEachFileOnceOldestFirst(Kind kind) throws Exception {
        start(kind);
        var desk = Desk.open();
        drop("2.xml", Desk.rss("b two"), 1);
        drop("1.xml", Desk.rss("c three"), 2);
        drop("3.xml", Desk.rss("a one"), 0);
        drop("4.xml.part", Desk.rss("d four"), 0);
        drop("readme.txt", Desk.rss("e five"), 0);
        var reader = reader(desk, After.LEAVE, 10);
        var state = reader.look(START);
        assertThat(desk.items()).as("seen once").isEmpty();
        state = reader.look(state);
        assertThat(desk.items()).extracting(Item::headline).containsExactly("a one", "b two", "c three");
        assertThat(desk.items()).as("lay there before we came").allMatch(Item::backfill);
        state = reader.look(state);
        assertThat(state.outcome()).isEqualTo("not_modified");
        drop("late.xml", Desk.rss("f six"), 1); // as old as one that was taken
        drop("new.xml", Desk.rss("g seven"), 3);
        state = reader.look(reader.look(state));
        assertThat(desk.items())
                .extracting(Item::headline)
                .endsWith("f six", "g seven")
                .hasSize(5);
        assertThat(desk.items().getLast().backfill()).isFalse();
        assertThat(folder.resolve("in/1.xml")).exists();
    }

    @ParameterizedTest
    @EnumSource
    void aRestartTakesNothingTwiceAndMissesNothing(Kind kind) throws Exception {
        start(kind);
        var first = Desk.open();
        drop("1.xml", Desk.rss("a one"), 0);
        var reader = reader(first, After.LEAVE, 10);
        reader.look(reader.look(START));
        drop("2.xml", Desk.rss("b two"), 1);
        server.close();
        server = FileServer.start(kind, folder, keys, server.port());
        var second = Desk.open();
        var restarted = reader(second, After.LEAVE, 10);
        var state = restarted.look(restarted.look(first.states().getLast()));
        assertThat(second.items()).extracting(Item::headline).containsExactly("b two");
        drop("1.xml", Desk.rss("a one", "c three"), 5); // written anew
        restarted.look(restarted.look(state));
        assertThat(second.items()).extracting(Item::headline).containsExactly("b two", "a one", "c three");
    }

    @ParameterizedTest
    @EnumSource
    void waitsForAFileThatGrows(Kind kind) throws Exception {
        start(kind);
        var desk = Desk.open();
        var whole = Desk.rss("a one");
        drop("1.xml", whole.substring(0, 60), 0);
        drop("2.xml", "", 0);
        var reader = reader(desk, After.LEAVE, 10);
        var state = reader.look(START);
        drop("1.xml", whole, 1);
        state = reader.look(state);
        assertThat(desk.broker.history())
                .allMatch(sent -> sent.topic().equals(Desk.TOPICS.feeds().name()));
        state = reader.look(state);
        assertThat(desk.items()).extracting(Item::headline).containsExactly("a one");
        drop("2.xml", Desk.rss("b two"), 3);
        reader.look(reader.look(state));
        assertThat(desk.items()).extracting(Item::headline).containsExactly("a one", "b two");
        assertThat(desk.dead()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void setsAsideWhatNobodyCanReadAndGoesOn(Kind kind) throws Exception {
        start(kind);
        var desk = Desk.open();
        drop("1.xml", Desk.rss("a one"), 0);
        drop("2.bin", "no document of any kind", 1);
        drop("3.xml", "x".repeat(9_000), 2);
        drop("4.xml", Desk.rss("b two"), 3);
        var reader = reader(desk, After.DELETE, 10);
        var state = reader.look(reader.look(START));
        state = reader.look(reader.look(state));
        assertThat(desk.items()).extracting(Item::headline).containsExactly("a one", "b two");
        assertThat(desk.dead())
                .extracting(dead -> Desk.header(dead, "wirebell.why"))
                .containsExactly("unknown_format", "too_large");
        assertThat(desk.dead().getFirst().value())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("no document of any kind");
        assertThat(folder.resolve("in")).isDirectoryNotContaining("glob:**/{1,4}.xml");
        assertThat(folder.resolve("in/2.bin")).as("stays where it is").exists();
        assertThat(folder.resolve("in/3.xml")).exists();
    }

    @ParameterizedTest
    @EnumSource
    void movesWhatItTookAndOverwritesNothing(Kind kind) throws Exception {
        start(kind);
        var desk = Desk.open();
        var reader = reader(desk, After.MOVE, 10);
        drop("1.xml", Desk.rss("a one"), 0);
        var state = reader.look(reader.look(START));
        assertThat(folder.resolve("in/1.xml")).doesNotExist();
        drop("1.xml", Desk.rss("b two"), 1);
        reader.look(reader.look(state));
        assertThat(folder.resolve("in/done/1.xml")).hasContent(Desk.rss("a one"));
        assertThat(folder.resolve("in/done/1.xml.2")).hasContent(Desk.rss("b two"));
        assertThat(desk.items()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void takesNoMoreAtATimeThanItMay(Kind kind) throws Exception {
        start(kind);
        var desk = Desk.open();
        for (int i = 0; i < 5; i++) {
            drop(i + ".xml", Desk.rss((char) ('a' + i) + " story"), i);
        }
        var reader = reader(desk, After.DELETE, 2);
        var state = reader.look(reader.look(START));
        assertThat(desk.items()).hasSize(2);
        state = reader.look(state);
        assertThat(desk.items()).hasSize(4);
        reader.look(state);
        assertThat(desk.items())
                .extracting(item -> item.headline().substring(0, 1))
                .containsExactly("a", "b", "c", "d", "e");
        try (var left = Files.list(folder.resolve("in"))) {
            assertThat(left).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void deletesOnlyAfterTheAck(Kind kind) throws Exception {
        start(kind);
        var desk = Desk.slow();
        drop("1.xml", Desk.rss("a one"), 0);
        var reader = reader(desk, After.DELETE, 10);
        var state = reader.look(START);
        var looking = CompletableFuture.supplyAsync(() -> look(reader, state));
        desk.awaitSent(2);
        desk.broker.completeNext();
        desk.broker.errorNext(new TimeoutException("broker away"));
        desk.awaitSent(3);
        assertThat(folder.resolve("in/1.xml")).exists();
        assertThat(desk.states()).hasSize(1);
        while (!looking.isDone()) {
            desk.broker.completeNext();
        }
        looking.get();
        assertThat(folder.resolve("in/1.xml")).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource
    void saysWhyItCannotLook(Kind kind) throws Exception {
        start(kind);
        var desk = Desk.open();
        Files.delete(folder.resolve("in"));
        var reader = reader(desk, After.LEAVE, 10);
        assertThatThrownBy(() -> reader.look(reader.look(START)))
                .isInstanceOfSatisfying(Outage.class, e -> assertThat(e.why()).isEqualTo(Why.DENIED));
        var wrong =
                Drop.of(server.config(After.LEAVE, 10), new Drop.SignIn(FileServer.USER, "wrong"), Limits.defaults());
        assertThatThrownBy(wrong::open)
                .isInstanceOfSatisfying(Outage.class, e -> assertThat(e.why()).isEqualTo(Why.DENIED))
                .hasMessageContaining(FileServer.USER)
                .hasMessageNotContaining("wrong");
        server.close();
        assertThatThrownBy(() -> reader.look(START))
                .isInstanceOfSatisfying(Outage.class, e -> assertThat(e.why()).isEqualTo(Why.UNREACHABLE));
    }

    @ParameterizedTest
    @EnumSource(names = {"SFTP", "FTPS"})
    void speaksToNoServerThatItDoesNotKnow(Kind kind) throws Exception {
        start(kind);
        var unknown =
                server.config(kind == Kind.SFTP ? "SHA256:" + "A".repeat(43) : "", Optional.empty(), After.LEAVE, 10);
        var drop = Drop.of(unknown, new Drop.SignIn(FileServer.USER, FileServer.PASSWORD), Limits.defaults());
        assertThatThrownBy(drop::open)
                .isInstanceOfSatisfying(Outage.class, e -> assertThat(e.why()).isEqualTo(Why.TLS))
                .hasMessageContaining(server.hostKey());
    }

    private void start(Kind kind) throws IOException, InterruptedException {
        server = FileServer.start(kind, folder, keys, 0);
        Files.createDirectories(folder.resolve("in"));
    }

    private DropReader reader(Desk desk, After after, int files) {
        var config = server.config(after, files);
        var drop = Drop.of(config, new Drop.SignIn(FileServer.USER, FileServer.PASSWORD), Limits.defaults());
        return new DropReader(
                config, drop, new Intake("coast", Optional.empty(), "", 4_000, Duration.ofHours(1), desk.handover));
    }

    private void drop(String name, String text, int minute) throws IOException {
        var file = Files.writeString(folder.resolve("in").resolve(name), text);
        Files.setLastModifiedTime(file, FileTime.from(MORNING.plus(Duration.ofMinutes(minute))));
    }

    private static FeedState look(DropReader reader, FeedState before) {
        try {
            return reader.look(before);
        } catch (Outage | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
