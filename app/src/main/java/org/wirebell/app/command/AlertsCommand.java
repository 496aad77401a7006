package org.wirebell.app.command;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.wirebell.model.Action;
import org.wirebell.model.Action.Verb;
import org.wirebell.model.Alert;
import org.wirebell.model.Audit;
import org.wirebell.model.Ids;
import org.wirebell.model.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wirebell alerts}: what is open, and what persons do about it. */
@Command(
        name = "alerts",
        description = "Alerts: list them, show one, and act on one: ack, unack, assign, note, hold, release, withdraw,"
                + " close, breaking.")
public final class AlertsCommand implements Runnable {
    @Override
    public void run() {
        throw Wrong.use("wirebell alerts: say list, show, ack, unack, assign, note, hold, release, withdraw, close or"
                + " breaking");
    }

    @Command(name = "list", description = "One JSON line an alert that is open or held, the newest first.")
    int list(
            @Mixin Configured configured,
            @Option(names = "--all", description = "Those that are closed or withdrawn, too.") boolean all,
            @Option(names = "--desk", paramLabel = "NAME", description = "Of this desk.") Optional<String> desk,
            @Option(names = "--rule", paramLabel = "ID", description = "Of this rule.") Optional<String> rule) {
        try (var cluster = Cluster.of(configured.load());
                var out = Output.lines()) {
            cluster.newest(cluster.topics().alerts()).values().stream()
                    .filter(alert -> all || alert.state() == Alert.State.OPEN || alert.state() == Alert.State.HELD)
                    .filter(alert -> desk.isEmpty() || desk.get().equals(alert.desk()))
                    .filter(alert -> rule.isEmpty() || rule.get().equals(alert.rule()))
                    .sorted(Comparator.comparing(Alert::received).reversed())
                    .forEach(alert -> out.println(Json.plain(line(alert))));
        }
        return 0;
    }

    @Command(
            name = "show",
            description = "The whole alert as it stands: evidence, revisions, who was told, what was done.")
    int show(@Mixin Configured configured, @Parameters(paramLabel = "ALERT") String id) {
        try (var cluster = Cluster.of(configured.load());
                var out = Output.lines()) {
            out.println(Json.plain(alert(cluster, id)));
        }
        return 0;
    }

    @Command(
            name = "ack",
            description = "Seen: nobody else is told of this revision. What is louder speaks all the same.")
    int ack(@Mixin Deed deed) throws InterruptedException {
        return deed.done(Verb.ACK);
    }

    @Command(name = "unack", description = "Takes the acknowledgement back; escalation begins anew.")
    int unack(@Mixin Deed deed) throws InterruptedException {
        return deed.done(Verb.UNACK);
    }

    @Command(name = "assign", description = "Names who looks after it.")
    int assign(
            @Mixin Deed deed,
            @Option(names = "--to", required = true, paramLabel = "NAME", description = "Who looks after it.")
                    String to)
            throws InterruptedException {
        return deed.done(Verb.ASSIGN, to);
    }

    @Command(name = "note", description = "Writes a line to it for colleagues (--note).")
    int note(@Mixin Deed deed) throws InterruptedException {
        return deed.done(Verb.NOTE);
    }

    @Command(name = "hold", description = "Doubtful: those who were told hear that it waits. Needs --note.")
    int hold(@Mixin Deed deed) throws InterruptedException {
        return deed.done(Verb.HOLD);
    }

    @Command(name = "release", description = "Not doubtful any more: those who were told hear it.")
    int release(@Mixin Deed deed) throws InterruptedException {
        return deed.done(Verb.RELEASE);
    }

    @Command(name = "withdraw", description = "Wrong: those who were told hear that it is taken back. Needs --note.")
    int withdraw(@Mixin Deed deed) throws InterruptedException {
        return deed.done(Verb.WITHDRAW);
    }

    @Command(name = "close", description = "Over; what comes later opens it anew.")
    int close(@Mixin Deed deed) throws InterruptedException {
        return deed.done(Verb.CLOSE);
    }

    @Command(
            name = "breaking",
            description =
                    "Past silences, quiet hours and budgets for an hour, and at once to those who missed it. Needs --note.")
    int breaking(@Mixin Deed deed) throws InterruptedException {
        return deed.done(Verb.BREAKING);
    }

    /** What a person does about one alert. */
    static final class Deed {
        @Parameters(paramLabel = "ALERT")
        private String id = "";

        @Mixin
        private Configured configured = new Configured();

        @Mixin
        private Who who = new Who();

        @Option(names = "--until", paramLabel = "TIME", description = "When an acknowledgement runs out.")
        private Optional<Instant> until = Optional.empty();

        @Option(
                names = "--revision",
                paramLabel = "N",
                description = "The revision that was seen; default: the newest.")
        private Optional<Integer> revision = Optional.empty();

        private int done(Verb verb) throws InterruptedException {
            return done(verb, "");
        }

        private int done(Verb verb, String to) throws InterruptedException {
            var word = verb.name().toLowerCase(Locale.ROOT);
            try (var cluster = Cluster.of(configured.load())) {
                var alert = alert(cluster, id);
                var action = action(alert, verb, to, InstantSource.system().instant());
                var audit = new Audit(
                        who.by(),
                        "alerts." + word,
                        "alert/" + id,
                        who.note(),
                        action.at(),
                        Map.of("revision", action.revision(), "desk", alert.desk()));
                Decided.send(cluster, cluster.topics().actions(), id, Optional.of(action), audit);
                System.err.println(word + ": " + alert.title() + " (revision " + action.revision() + ")");
            }
            return 0;
        }

        private Action action(Alert alert, Verb verb, String to, Instant now) {
            if (verb == Verb.NOTE && who.note().isBlank()) {
                throw Wrong.use("wirebell alerts note: --note must hold the line to write");
            }
            try {
                return new Action(
                        Ids.id(id, verb.name(), who.by(), now.toString()),
                        id,
                        alert.desk(),
                        verb,
                        revision.orElse(alert.revision()),
                        who.by(),
                        now,
                        until,
                        to,
                        who.note(),
                        Map.of());
            } catch (IllegalArgumentException e) {
                throw Wrong.use("wirebell alerts: " + e.getMessage());
            }
        }
    }

    private static Alert alert(Cluster cluster, String id) {
        return Optional.ofNullable(cluster.newest(cluster.topics().alerts()).get(id))
                .orElseThrow(() -> Wrong.failed(
                        "wirebell alerts: no alert " + id + " is known; 'alerts list --all' shows those that are"));
    }

    private static Map<String, Object> line(Alert alert) {
        var line = new LinkedHashMap<String, Object>();
        line.put("id", alert.id());
        line.put("rule", alert.rule());
        line.put("desk", alert.desk());
        line.put("state", alert.state());
        line.put("priority", alert.priority());
        line.put("revision", alert.revision());
        line.put("reason", alert.reason());
        line.put("title", alert.title());
        line.put("claimant", alert.claimant());
        line.put("received", alert.received());
        line.put("told", alert.recipients());
        alert.handled().ack().ifPresent(ack -> line.put("ack", ack));
        line.put("assignee", alert.handled().assignee());
        line.values().removeIf(""::equals);
        return line;
    }
}
