package org.wirebell.ingest.edge;

import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.wirebell.ingest.drop.Drop;
import org.wirebell.ingest.drop.DropConfig;
import org.wirebell.ingest.due.Visits;
import org.wirebell.ingest.mailbox.ImapMailbox;
import org.wirebell.ingest.mailbox.MailboxConfig;
import org.wirebell.model.Topics;

/** The entrances that go and look at folders, mailboxes, drops and topics: one loop each, by the name of its thread. */
final class Entrances {
    /** Between two polls of a topic, which wait by themselves; back-off begins here. */
    private static final Duration POLL = Duration.ofMillis(10);

    private final IngestConfig config;
    private final Handover handover;
    private final Map<String, Runnable> loops = new LinkedHashMap<>();

    private Entrances(IngestConfig config, Handover handover) {
        this.config = config;
        this.handover = handover;
    }

    /** Throws {@link IllegalArgumentException} when a secret, a key or a certificate is not where it should be. */
    static Map<String, Runnable> of(
            IngestConfig config, Map<String, Object> kafka, Topics topics, Secrets secrets, Handover handover) {
        var entrances = new Entrances(config, handover);
        config.folders()
                .forEach((id, folder) -> entrances.loops.put(
                        "folder-" + id,
                        new FolderWatcher(id, folder, config.limits().bodyBytes(), handover)));
        config.mailboxes().forEach((id, mailbox) -> entrances.mailbox(id, mailbox, secrets));
        config.drops().forEach((id, drop) -> entrances.drop(id, drop, secrets));
        config.topics().forEach((id, topic) -> entrances.topic(id, topic, kafka, topics));
        return entrances.loops;
    }

    private void mailbox(String id, MailboxConfig mailbox, Secrets secrets) {
        var account = secrets.account(id, mailbox);
        var imap = checked(
                "mailboxes." + id,
                () -> new ImapMailbox(mailbox, account, secrets.password(id, mailbox), config.limits()));
        var intake = intake(id, mailbox.zone(), mailbox.language());
        watch("mailbox-", intake, mailbox.address(account), mailbox.look(), new MailboxReader(mailbox, imap, intake));
    }

    private void drop(String id, DropConfig drop, Secrets secrets) {
        var server = checked("drops." + id, () -> Drop.of(drop, secrets.signIn(id, drop), config.limits()));
        var intake = intake(id, drop.zone(), drop.language());
        watch("drop-", intake, drop.address(), drop.look(), new DropReader(drop, server, intake));
    }

    private void topic(String id, TopicConfig topic, Map<String, Object> kafka, Topics ours) {
        if (topic.bootstrap().isEmpty()
                && ours.all().stream().anyMatch(own -> own.name().equals(topic.topic()))) {
            throw new IllegalArgumentException("topics." + id + ": " + topic.topic() + " is a topic that we write");
        }
        var intake = intake(id, topic.zone(), topic.language());
        watch(
                "topic-",
                intake,
                TopicReader.address(id, topic),
                POLL,
                new TopicReader(topic.topic(), () -> TopicReader.consumer(id, topic, kafka), intake));
    }

    private Intake intake(String id, Optional<ZoneId> zone, Optional<String> language) {
        return new Intake(
                id, zone, language.orElse(""), config.limits().bodyBytes(), config.backfillOlderThan(), handover);
    }

    private void watch(String kind, Intake intake, String address, Duration every, Watch.Look look) {
        loops.put(kind + intake.id(), new Watch(intake.id(), address, new Visits(every), handover, look));
    }

    private static <T> T checked(String path, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            var said = String.valueOf(e.getMessage());
            throw said.startsWith(path) ? e : new IllegalArgumentException(path + "." + said, e);
        }
    }
}
