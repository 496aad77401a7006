package org.wirebell.app.command;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.wirebell.app.AppConfig;
import org.wirebell.app.station.Lag;
import org.wirebell.app.station.Station;
import org.wirebell.ingest.due.Health;
import org.wirebell.model.Alert;
import org.wirebell.model.Canary;
import org.wirebell.model.Dead;
import org.wirebell.model.Handling;
import org.wirebell.model.Json;
import org.wirebell.model.Notice;
import org.wirebell.model.Result;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wirebell status}: how everything stands, from what the topics hold; it needs no process of ours but the broker. */
@Command(
        name = "status",
        description =
                "How everything stands: who works, what waits, sources, receivers, canary, dead letters. Exit 0 when"
                        + " nothing wants somebody, 1 when something does.")
public final class StatusCommand implements Callable<Integer> {
    private static final Duration DAY = Duration.ofDays(1);
    /** No notice waits for longer: it expires. */
    private static final Duration WAITING = Duration.ofHours(6);

    private static final Duration RECENT = Duration.ofMinutes(10);
    private static final Set<Health.Word> BAD = Set.of(Health.Word.SILENT, Health.Word.FAILING, Health.Word.GONE);

    @Mixin
    private Configured configured = new Configured();

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        var config = configured.load();
        try (var cluster = Cluster.running(config);
                var out = Output.lines()) {
            var status = look(config, cluster, InstantSource.system().instant());
            if (json) {
                out.println(Json.plain(StatusLines.fields(status)));
            } else {
                StatusLines.of(status).forEach(out::println);
            }
            return status.troubles().isEmpty() ? 0 : 1;
        }
    }

    private static Status look(AppConfig config, Cluster cluster, Instant now)
            throws InterruptedException, ExecutionException {
        var sources = new TreeMap<String, Long>();
        var troubled = new ArrayList<Status.Source>();
        for (var feed : cluster.newest(cluster.topics().feeds()).values()) {
            var health = Health.in(feed);
            var word = health.map(how -> how.word().word()).orElse("new");
            sources.merge(word, 1L, Long::sum);
            health.filter(how -> BAD.contains(how.word()))
                    .ifPresent(how ->
                            troubled.add(new Status.Source(feed.source(), word, Optional.of(how.since()), how.why())));
        }
        var results = results(cluster, now);
        return new Status(
                now,
                groups(config, cluster),
                sources,
                troubled,
                receivers(cluster, results, now),
                canary(results, now),
                config.operations().canary().isPresent(),
                unacked(cluster, now),
                dead(cluster, now));
    }

    private static List<Status.Group> groups(AppConfig config, Cluster cluster)
            throws InterruptedException, ExecutionException {
        var groups = new ArrayList<Status.Group>();
        try (var admin = Admin.create(cluster.client())) {
            var known = admin.listGroups().all().get().stream()
                    .map(group -> group.groupId())
                    .toList();
            var names = Station.groups(config);
            var described = admin.describeConsumerGroups(
                            names.stream().filter(known::contains).toList())
                    .all()
                    .get();
            for (var name : names) {
                int members = Optional.ofNullable(described.get(name))
                        .map(group -> group.members().size())
                        .orElse(0);
                groups.add(new Status.Group(name, members, Lag.of(admin, name)));
            }
        }
        return groups;
    }

    /** Final ones of notices, and the last of each other. */
    private static Map<String, Result> results(Cluster cluster, Instant now) {
        var results = new HashMap<String, Result>();
        cluster.scan(
                cluster.topics().results(),
                now.minus(WAITING),
                record -> results.merge(
                        record.value().notice(),
                        record.value(),
                        (a, b) -> a.outcome().isFinal() ? a : b));
        return results;
    }

    private static List<Status.Receiver> receivers(Cluster cluster, Map<String, Result> results, Instant now) {
        var waiting = new TreeMap<String, Status.Receiver>();
        cluster.scan(cluster.topics().notices(), now.minus(WAITING), record -> {
            var notice = record.value();
            var result = Optional.ofNullable(results.get(notice.id()));
            if (notice.goes() && result.filter(it -> it.outcome().isFinal()).isEmpty()) {
                waiting.merge(notice.receiver(), waits(notice), StatusCommand::both);
            }
        });
        return List.copyOf(waiting.values());
    }

    private static Status.Receiver waits(Notice notice) {
        return new Status.Receiver(notice.receiver(), 1, notice.planned());
    }

    private static Status.Receiver both(Status.Receiver a, Status.Receiver b) {
        var oldest = a.oldest().isBefore(b.oldest()) ? a.oldest() : b.oldest();
        return new Status.Receiver(a.receiver(), a.pending() + b.pending(), oldest);
    }

    private static Optional<Status.Canary> canary(Map<String, Result> results, Instant now) {
        return results.values().stream()
                .filter(result -> result.receiver().equals(Canary.NAME)
                        && result.outcome() == Result.Outcome.SENT
                        && result.at().isAfter(now.minus(RECENT)))
                .max(Comparator.comparing(Result::at))
                .map(result -> new Status.Canary(result.at(), result.latencySeconds()));
    }

    private static Map<String, Long> unacked(Cluster cluster, Instant now) {
        var open = new LinkedHashMap<String, Long>();
        cluster.newest(cluster.topics().alerts()).values().stream()
                .filter(alert -> !Canary.is(alert)
                        && alert.state() == Alert.State.OPEN
                        && alert.received().isAfter(now.minus(DAY))
                        && alert.handled()
                                .ack()
                                .map(Handling.Ack::until)
                                .filter(now::isBefore)
                                .isEmpty())
                .sorted(Comparator.comparing(Alert::priority))
                .forEach(alert -> open.merge(alert.priority().name().toLowerCase(Locale.ROOT), 1L, Long::sum));
        return open;
    }

    private static Map<String, Long> dead(Cluster cluster, Instant now) {
        var dead = new TreeMap<String, Long>();
        cluster.scan(
                cluster.topics().dead(),
                now.minus(DAY),
                record -> dead.merge(header(record, Dead.WHERE) + ": " + header(record, Dead.WHY), 1L, Long::sum));
        return dead;
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return Optional.ofNullable(record.headers().lastHeader(name))
                .map(header -> new String(header.value(), StandardCharsets.UTF_8))
                .orElse("-");
    }
}
