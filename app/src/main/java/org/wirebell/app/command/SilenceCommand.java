package org.wirebell.app.command;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.wirebell.alerts.AlertsConfig;
import org.wirebell.alerts.decide.Muting;
import org.wirebell.alerts.decide.Rule;
import org.wirebell.alerts.decide.Silences;
import org.wirebell.model.Audit;
import org.wirebell.model.Ids;
import org.wirebell.model.Json;
import org.wirebell.model.Notice;
import org.wirebell.model.Silence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wirebell silence}: what is not to be told for a while. */
@Command(
        name = "silence",
        description = "Silences: add one with its end and its reason, list them, end one. What takes back or amends is"
                + " told all the same.")
public final class SilenceCommand implements Runnable {
    private static final Duration LOOKS_BACK = Duration.ofHours(24);
    /** The page shows what is muted without a sound, so that nothing is lost on it. */
    private static final String PAGE = "page";

    @Override
    public void run() {
        throw Wrong.use("wirebell silence: say add, list or end");
    }

    /** What it covers: all that is given must hold. */
    static final class Scope {
        @Option(names = "--rule", paramLabel = "ID", description = "Alerts of this rule; may be given again.")
        private List<String> rules = new ArrayList<>();

        @Option(names = "--place", paramLabel = "NAME", description = "In this place or below; may be given again.")
        private List<String> places = new ArrayList<>();

        @Option(names = "--query", paramLabel = "QUERY", description = "Items that match, in Lucene syntax.")
        private Optional<String> query = Optional.empty();

        @Option(names = "--series", paramLabel = "KEY", description = "Changes of this series.")
        private Optional<String> series = Optional.empty();

        @Option(names = "--desk", paramLabel = "NAME", description = "At this desk only.")
        private String desk = "";
    }

    /** When it holds, and who wants it. */
    static final class Terms {
        @Option(names = "--for", required = true, paramLabel = "PT2H", description = "How long; 30 days at most.")
        private Duration length = Duration.ZERO;

        @Option(names = "--from", paramLabel = "TIME", description = "When it begins; default: now.")
        private Optional<Instant> from = Optional.empty();

        @Option(names = "--by", required = true, paramLabel = "NAME", description = "Its owner.")
        private String by = "";

        @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, for colleagues.")
        private String reason = "";
    }

    @Command(name = "add", description = "Adds a silence and prints it.")
    int add(
            @Mixin Configured configured,
            @Mixin Scope scope,
            @Mixin Terms terms,
            @Option(
                            names = "--preview",
                            description = "Adds nothing; prints what it would have muted of the last 24 hours.")
                    boolean preview)
            throws InterruptedException {
        var now = InstantSource.system().instant();
        var silence = silence(scope, terms, now);
        var config = configured.load();
        try (var cluster = Cluster.of(config);
                var out = Output.lines()) {
            Decided.prepare(cluster, config);
            check(cluster, config.alerts(), silence);
            if (preview) {
                preview(cluster, silence, now.minus(LOOKS_BACK)).forEach(line -> out.println(Json.plain(line)));
                return 0;
            }
            var audit = audit("silence.add", silence.by(), silence.id(), silence.reason(), now);
            Decided.send(cluster, cluster.topics().silences(), silence.id(), Optional.of(silence), audit);
            out.println(Json.plain(silence));
        }
        return 0;
    }

    @Command(name = "list", description = "One JSON line a silence that holds or will hold.")
    int list(
            @Mixin Configured configured,
            @Option(names = "--all", description = "Those that are over, too.") boolean all) {
        var now = InstantSource.system().instant();
        try (var cluster = Cluster.of(configured.load());
                var out = Output.lines()) {
            cluster.newest(cluster.topics().silences()).values().stream()
                    .filter(silence -> all || now.isBefore(silence.until()))
                    .forEach(silence -> out.println(Json.plain(silence)));
        }
        return 0;
    }

    @Command(name = "end", description = "Ends a silence now.")
    int end(@Mixin Configured configured, @Parameters(paramLabel = "SILENCE") String id, @Mixin Who who)
            throws InterruptedException {
        var now = InstantSource.system().instant();
        try (var cluster = Cluster.of(configured.load())) {
            var silences = cluster.topics().silences();
            var silence = Optional.ofNullable(cluster.newest(silences).get(id))
                    .filter(it -> now.isBefore(it.until()))
                    .orElseThrow(() -> Wrong.failed("wirebell silence: no silence " + id
                            + " holds or will hold; 'silence list' shows those that do"));
            boolean begun = !now.isBefore(silence.from());
            Decided.send(
                    cluster,
                    silences,
                    id,
                    begun ? Optional.of(ended(silence, now)) : Optional.empty(),
                    audit("silence.end", who.by(), id, who.note(), now));
            System.err.println("ended: " + id + " (" + silence.reason() + ", by " + silence.by() + ")");
        }
        return 0;
    }

    private static Silence silence(Scope scope, Terms terms, Instant now) {
        var from = terms.from.orElse(now);
        var id = Ids.id(
                terms.by,
                terms.reason,
                from.toString(),
                scope.rules.toString(),
                scope.places.toString(),
                scope.query.orElse(""),
                scope.series.orElse(""));
        try {
            return new Silence(
                    id,
                    scope.desk,
                    scope.rules,
                    scope.places,
                    scope.query,
                    scope.series,
                    terms.by,
                    terms.reason,
                    from,
                    from.plus(terms.length),
                    Map.of());
        } catch (IllegalArgumentException e) {
            throw Wrong.use("wirebell silence: " + e.getMessage());
        }
    }

    /** A silence that can never cover anything is a mistake, and a quiet one. */
    private static void check(Cluster cluster, AlertsConfig config, Silence silence) {
        try (var alone = new Silences(List.of(silence))) {
            alone.broken().values().forEach(fault -> {
                throw Wrong.use("wirebell silence: --query: " + fault);
            });
        }
        var rules = new TreeSet<>(cluster.newest(cluster.topics().rules()).keySet());
        config.rules().forEach(rule -> rules.add(rule.id()));
        silence.rules().stream()
                .filter(rule -> !rules.contains(rule))
                .findFirst()
                .ifPresent(rule -> {
                    throw Wrong.use(
                            "wirebell silence: no rule " + rule + " is known; known are " + String.join(", ", rules));
                });
        var desks = new TreeSet<>(config.desks().keySet());
        desks.add(Rule.DESK);
        if (!silence.desk().isEmpty() && !desks.contains(silence.desk())) {
            throw Wrong.use(
                    "wirebell silence: no desk " + silence.desk() + " is known; known are " + String.join(", ", desks));
        }
    }

    private static List<Map<String, Object>> preview(Cluster cluster, Silence silence, Instant since) {
        var sent = new ArrayList<Notice>();
        cluster.scan(cluster.topics().notices(), since, record -> {
            if (record.value().goes()
                    && !record.value().quiet()
                    && !record.value().receiver().equals(PAGE)) {
                sent.add(record.value());
            }
        });
        var muted = Muting.of(silence, sent, Recorded.happenings(cluster, since, _ -> true));
        System.err.println(muted.size() + " of " + sent.size()
                + " notices of the last 24 hours, those of the page left out, would have been muted");
        return muted.stream().map(SilenceCommand::line).toList();
    }

    private static Map<String, Object> line(Notice notice) {
        var line = new LinkedHashMap<String, Object>();
        line.put("notice", notice.id());
        line.put("planned", notice.planned());
        line.put("receiver", notice.receiver());
        line.put("rule", notice.alert().rule());
        line.put("priority", notice.alert().priority());
        line.put("title", notice.alert().title());
        return line;
    }

    private static Silence ended(Silence silence, Instant now) {
        return new Silence(
                silence.id(),
                silence.desk(),
                silence.rules(),
                silence.places(),
                silence.query(),
                silence.series(),
                silence.by(),
                silence.reason(),
                silence.from(),
                now,
                silence.more());
    }

    private static Audit audit(String action, String by, String silence, String detail, Instant at) {
        return new Audit(by, action, "silence/" + silence, detail, at, Map.of());
    }
}
