package org.wirebell.app.command;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.wirebell.alerts.decide.Rule;
import org.wirebell.alerts.decide.RuleBook;
import org.wirebell.alerts.decide.Silences;
import org.wirebell.alerts.decide.Trial;
import org.wirebell.app.config.Complaint;
import org.wirebell.app.config.RuleFile;
import org.wirebell.model.Json;
import org.wirebell.model.StoredRule;
import org.wirebell.model.StoredRule.State;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wirebell rules}: rules that hold while the roles run, in versions. */
@Command(
        name = "rules",
        description =
                "Rules: list those that hold, try new ones on what came in, add them, pause or remove them. A rule"
                        + " that is added here wins over one of the configuration with the same id.")
public final class RulesCommand implements Runnable {
    /** What came before the week that is counted fills memory. */
    private static final Duration WARM_UP = Duration.ofDays(1);

    @Override
    public void run() {
        throw Wrong.use("wirebell rules: say list, try, add, dry-run, pause, resume, remove or reset");
    }

    @Command(
            name = "list",
            description =
                    "One JSON line a rule: where it is from, its state, version and author, and its fault if it has one.")
    int list(@Mixin Configured configured) {
        var config = configured.load().alerts();
        try (var cluster = Cluster.of(configured.load());
                var out = Output.lines()) {
            var faults = Recorded.orders(cluster, config).faults();
            var lines = new TreeMap<String, Map<String, Object>>();
            config.rules().forEach(rule -> lines.put(rule.id(), line(rule)));
            cluster.newest(cluster.topics().rules())
                    .forEach((id, stored) -> lines.put(id, line(stored, lines.containsKey(id))));
            lines.forEach((id, line) -> {
                Optional.ofNullable(faults.get(id)).ifPresent(fault -> line.put("fault", fault));
                out.println(Json.plain(line));
            });
        }
        return 0;
    }

    @Command(
            name = "try",
            description =
                    "How often the rules of a file would have fired in the last 24 hours and 7 days, with the first"
                            + " few examples: one JSON line a rule. Changes nothing.")
    int attempt(@Mixin Configured configured, @Parameters(paramLabel = "FILE") Path file) {
        var config = configured.load();
        var rules = GivenRules.read(file, Optional.of(config.alerts())).stream()
                .map(RuleFile.Written::rule)
                .toList();
        var now = InstantSource.system().instant();
        try (var cluster = Cluster.of(config);
                var orders = config.alerts().orders(new RuleBook(rules), Silences.none());
                var out = Output.lines()) {
            var recorded = Recorded.happenings(
                    cluster,
                    now.minus(Trial.WEEK).minus(WARM_UP),
                    happening -> !orders.rules().ask(happening).isEmpty());
            Trial.of(orders, recorded, now).forEach(trial -> out.println(Json.plain(trial)));
        }
        return 0;
    }

    @Command(
            name = "add",
            description = "Adds the rules of a file, or new versions of them. All are checked first; what is wrong is"
                    + " told with its line, and then none is added.")
    int add(
            @Mixin Configured configured,
            @Parameters(paramLabel = "FILE") Path file,
            @Mixin Who who,
            @Option(names = "--desk", paramLabel = "NAME", description = "For this desk, whatever the file says.")
                    Optional<String> desk,
            @Option(names = "--dry-run", description = "Decided and shown under \"not sent\", never told.") boolean dry)
            throws InterruptedException {
        var config = configured.load();
        var written = RuleFile.atDesk(GivenRules.read(file, Optional.empty()), desk);
        var complaints = new ArrayList<Complaint>();
        written.forEach(rule -> GivenRules.check(file, rule, config.alerts(), complaints));
        if (!complaints.isEmpty()) {
            throw GivenRules.wrong(complaints);
        }
        try (var cluster = Cluster.of(config)) {
            Decided.prepare(cluster, config);
            var stored = new StoredRules(cluster, who);
            for (var rule : written) {
                stored.put(rule.rule().id(), rule.rule().deskName(), rule.text(), dry ? State.DRY_RUN : State.ACTIVE);
            }
        }
        return 0;
    }

    @Command(name = "dry-run", description = "From now on decided and shown under \"not sent\", never told.")
    int dryRun(@Mixin Configured configured, @Parameters(paramLabel = "RULE") String rule, @Mixin Who who)
            throws InterruptedException {
        return become(configured, rule, who, State.DRY_RUN);
    }

    @Command(name = "pause", description = "Not asked from now on; 'resume' takes it up again.")
    int pause(@Mixin Configured configured, @Parameters(paramLabel = "RULE") String rule, @Mixin Who who)
            throws InterruptedException {
        return become(configured, rule, who, State.PAUSED);
    }

    @Command(name = "resume", description = "Asked and told again.")
    int resume(@Mixin Configured configured, @Parameters(paramLabel = "RULE") String rule, @Mixin Who who)
            throws InterruptedException {
        return become(configured, rule, who, State.ACTIVE);
    }

    @Command(name = "remove", description = "Not asked any more, also when the configuration has it; its text is kept.")
    int remove(@Mixin Configured configured, @Parameters(paramLabel = "RULE") String rule, @Mixin Who who)
            throws InterruptedException {
        return become(configured, rule, who, State.DELETED);
    }

    @Command(
            name = "reset",
            description =
                    "Forgets what was decided about a rule here: that of the configuration holds again, if it has one.")
    int reset(@Mixin Configured configured, @Parameters(paramLabel = "RULE") String rule, @Mixin Who who)
            throws InterruptedException {
        try (var cluster = Cluster.of(configured.load())) {
            new StoredRules(cluster, who).forget(rule);
        }
        return 0;
    }

    private static int become(Configured configured, String id, Who who, State state) throws InterruptedException {
        var config = configured.load();
        try (var cluster = Cluster.of(config)) {
            Decided.prepare(cluster, config);
            var rules = new StoredRules(cluster, who);
            var known = rules.newest(id);
            if (known.isPresent()) {
                rules.put(id, known.get().desk(), known.get().text(), state);
                return 0;
            }
            var rule = config.alerts().rules().stream()
                    .filter(it -> it.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> StoredRules.unknown(id));
            var text = RuleFile.inConfiguration(configured.file(), id).orElseThrow(() -> StoredRules.unknown(id));
            rules.put(id, rule.deskName(), text, state);
        }
        return 0;
    }

    private static Map<String, Object> line(Rule rule) {
        var line = new LinkedHashMap<String, Object>();
        line.put("id", rule.id());
        line.put("desk", rule.deskName());
        line.put("from", "configuration");
        line.put("state", word(rule.dry() ? State.DRY_RUN : State.ACTIVE));
        return line;
    }

    private static Map<String, Object> line(StoredRule stored, boolean inConfiguration) {
        var line = new LinkedHashMap<String, Object>();
        line.put("id", stored.id());
        line.put("desk", stored.desk());
        line.put("from", "topic");
        line.put("state", word(stored.state()));
        line.put("version", stored.version());
        line.put("by", stored.by());
        line.put("at", stored.at());
        line.put("note", stored.note());
        line.put("text", stored.text());
        if (inConfiguration) {
            line.put("insteadOf", "configuration");
        }
        line.values().removeIf(""::equals);
        return line;
    }

    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
