package org.wirebell.app.command;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.wirebell.app.broker.Causes;
import org.wirebell.model.Audit;
import org.wirebell.model.Json;
import org.wirebell.model.LedgerEntry;
import org.wirebell.model.Ruling;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wirebell held}: numbers that wait for a person, and the person's word on them. */
@Command(name = "held", description = "Claims that the ledger holds back: list them, release or reject one.")
public final class HeldCommand implements Runnable {
    @Override
    public void run() {
        throw Wrong.use("wirebell held: say list, release or reject");
    }

    @Command(
            name = "list",
            description = "One JSON line a held claim: its id, series, number, claimant, sentence, and why it waits.")
    int list(@Mixin Configured configured) {
        try (var cluster = Cluster.of(configured.load());
                var out = Output.lines()) {
            ledger(cluster)
                    .values()
                    .forEach(entry -> entry.held().forEach(held -> out.println(Json.plain(line(entry, held)))));
        }
        return 0;
    }

    @Command(name = "release", description = "The claim counts from now on as if it had not been doubted.")
    int release(@Mixin Configured configured, @Parameters(paramLabel = "CLAIM") String claim, @Mixin Decided decided)
            throws InterruptedException {
        return rule(configured, claim, Ruling.Verdict.RELEASE, decided);
    }

    @Command(name = "reject", description = "The claim counts for nothing, and backs no other.")
    int reject(@Mixin Configured configured, @Parameters(paramLabel = "CLAIM") String claim, @Mixin Decided decided)
            throws InterruptedException {
        return rule(configured, claim, Ruling.Verdict.REJECT, decided);
    }

    /** Who decides, and why. */
    static final class Decided {
        @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who decides.")
        private String by = "";

        @Option(names = "--note", paramLabel = "TEXT", description = "Why, for colleagues.")
        private String note = "";
    }

    private static int rule(Configured configured, String claim, Ruling.Verdict verdict, Decided decided)
            throws InterruptedException {
        if (decided.by.isBlank()) {
            throw Wrong.use("wirebell held: --by must name who decides");
        }
        try (var cluster = Cluster.of(configured.load())) {
            var series = Rulings.series(claim, ledger(cluster).values())
                    .orElseThrow(() -> Wrong.failed("wirebell held: no claim " + claim
                            + " is held or stands; 'held list' shows those that wait"));
            var ruling = new Ruling(
                    claim, series, verdict, decided.by, InstantSource.system().instant(), decided.note, Map.of());
            send(cluster, ruling);
            System.err.println(verdict.name().toLowerCase(Locale.ROOT) + ": " + claim + " in " + series.key());
        }
        return 0;
    }

    private static void send(Cluster cluster, Ruling ruling) throws InterruptedException {
        var settings = new HashMap<>(cluster.client());
        settings.put("acks", "all");
        var audit = new Audit(
                ruling.actor(),
                "held." + ruling.verdict().name().toLowerCase(Locale.ROOT),
                "claim/" + ruling.claim(),
                ruling.note(),
                ruling.at(),
                Map.of("series", ruling.series().key()));
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            var topics = cluster.topics();
            var decided =
                    producer.send(new ProducerRecord<>(topics.rulings().name(), ruling.claim(), Json.write(ruling)));
            var noted = producer.send(new ProducerRecord<>(topics.audit().name(), ruling.actor(), Json.write(audit)));
            decided.get();
            noted.get();
        } catch (ExecutionException e) {
            throw Wrong.failed("wirebell held: the ruling did not reach Kafka: " + Causes.of(e));
        }
    }

    /** The newest entry of each series. */
    private static Map<String, LedgerEntry> ledger(Cluster cluster) {
        var entries = new LinkedHashMap<String, LedgerEntry>();
        cluster.scan(cluster.topics().ledger(), record -> {
            if (record.value() == null) {
                entries.remove(record.key());
            } else {
                entries.put(record.key(), record.value());
            }
        });
        return entries;
    }

    private static Map<String, Object> line(LedgerEntry entry, LedgerEntry.Held held) {
        var claim = held.claim();
        var line = new LinkedHashMap<String, Object>();
        line.put("claim", claim.id());
        line.put("series", entry.series().key());
        line.put("value", claim.figure().value().or(() -> claim.figure().low()));
        line.put("bound", claim.figure().bound().name().toLowerCase(Locale.ROOT));
        line.put("claimant", claim.claimantAs());
        line.put("asOf", claim.asOf());
        line.put("why", held.why());
        line.put("sentence", claim.evidence().sentence());
        line.put("source", claim.evidence().source());
        line.put("link", claim.evidence().link());
        line.values().removeIf(""::equals);
        return line;
    }
}
