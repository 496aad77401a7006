package org.wirebell.app.command;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirebell.alerts.edge.Delivery;
import org.wirebell.alerts.edge.Resend;
import org.wirebell.model.Audit;
import org.wirebell.model.Json;
import org.wirebell.model.Notice;
import org.wirebell.model.Result;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wirebell notices}: what was sent to whom, why, and with what result. */
@Command(name = "notices", description = "Notices: what was sent to whom with what result, and why.")
public final class NoticesCommand implements Runnable {
    @Override
    public void run() {
        throw Wrong.use("wirebell notices: say list, show or resend");
    }

    /** Which notices are listed; all that is given must hold. */
    static final class Wanted {
        @Option(names = "--alert", paramLabel = "ID", description = "Of this alert.")
        private Optional<String> alert = Optional.empty();

        @Option(names = "--receiver", paramLabel = "R", description = "For this receiver.")
        private Optional<String> receiver = Optional.empty();

        @Option(names = "--rule", paramLabel = "ID", description = "Of this rule.")
        private Optional<String> rule = Optional.empty();

        @Option(names = "--not-sent", description = "Those that did not reach their receiver.")
        private boolean notSent;

        @Option(
                names = "--last",
                paramLabel = "P1D",
                description = "Planned within this time; default: ${DEFAULT-VALUE}.")
        private Duration last = Duration.ofDays(7);

        private boolean is(Notice notice) {
            return alert.filter(id -> !id.equals(notice.alert().id())).isEmpty()
                    && receiver.filter(name -> !name.equals(notice.receiver())).isEmpty()
                    && rule.filter(id -> !id.equals(notice.alert().rule())).isEmpty();
        }
    }

    @Command(name = "list", description = "One JSON line a notice, in the order in which they were planned.")
    int list(@Mixin Configured configured, @Mixin Wanted wanted) {
        var since = InstantSource.system().instant().minus(wanted.last);
        try (var cluster = Cluster.of(configured.load());
                var out = Output.lines()) {
            var lines = new ArrayList<NoticeLines.Brief>();
            cluster.scan(cluster.topics().notices(), since, record -> {
                if (wanted.is(record.value())) {
                    lines.add(NoticeLines.brief(record.value()));
                }
            });
            var results = new HashMap<String, Result>();
            cluster.scan(
                    cluster.topics().results(),
                    since,
                    record -> results.merge(
                            record.value().notice(),
                            record.value(),
                            (a, b) -> a.outcome().isFinal() ? a : b));
            lines.stream()
                    .map(line -> line.with(Optional.ofNullable(results.get(line.notice()))))
                    .filter(line -> !wanted.notSent || !line.sent())
                    .sorted(Comparator.comparing(NoticeLines.Brief::planned))
                    .forEach(line -> out.println(Json.plain(line)));
        }
        return 0;
    }

    @Command(
            name = "show",
            description =
                    "One notice with its rule, each condition and what it saw, the route, the sentence, the numbers before"
                            + " and after, the times, and what became of it.")
    int show(@Mixin Configured configured, @Parameters(paramLabel = "NOTICE") String id) {
        var config = configured.load();
        try (var cluster = Cluster.of(config);
                var out = Output.lines()) {
            var notice = notice(cluster, id);
            var results = new ArrayList<Result>();
            cluster.scan(cluster.topics().results(), record -> {
                if (record.value().notice().equals(id)) {
                    results.add(record.value());
                }
            });
            var stored = Optional.ofNullable(
                    cluster.newest(cluster.topics().rules()).get(notice.alert().rule()));
            var configuredRule = config.alerts().rules().stream()
                    .filter(rule -> rule.id().equals(notice.alert().rule()))
                    .findFirst();
            out.println(Json.plain(NoticeLines.whole(
                    notice,
                    stored.<Object>map(NoticeLines::rule).or(() -> configuredRule.map(rule -> rule)),
                    List.copyOf(results))));
        }
        return 0;
    }

    @Command(
            name = "resend",
            description = "Sends a notice again to its receiver under the same id, such as one that the receiver lost."
                    + " Channels that know ids show it once.")
    int resend(@Mixin Configured configured, @Parameters(paramLabel = "NOTICE") String id, @Mixin Who who)
            throws InterruptedException {
        var config = configured.load();
        var clock = InstantSource.system();
        try (var cluster = Cluster.of(config)) {
            var notice = notice(cluster, id);
            var alerts = config.alerts();
            var delivery = new Resend(alerts.delivery(), alerts.receivers(), clock, Output.live(), cluster.client())
                    .send(notice);
            System.err.println(notice.receiver() + ": " + delivery);
            Decided.note(
                    cluster,
                    new Audit(
                            who.by(),
                            "notices.resend",
                            "notice/" + id,
                            who.note(),
                            clock.instant(),
                            Map.of("receiver", notice.receiver(), "sent", delivery instanceof Delivery.Sent)));
            return delivery instanceof Delivery.Sent ? 0 : 1;
        } catch (IllegalArgumentException e) {
            throw Wrong.use("wirebell notices resend: " + e.getMessage());
        }
    }

    private static Notice notice(Cluster cluster, String id) {
        var found = new ArrayList<Notice>();
        cluster.scan(cluster.topics().notices(), record -> {
            if (record.value().id().equals(id)) {
                found.add(record.value());
            }
        });
        if (found.isEmpty()) {
            throw Wrong.failed("wirebell notices: no notice " + id + " is known; 'notices list' shows those that are");
        }
        return found.getLast();
    }
}
