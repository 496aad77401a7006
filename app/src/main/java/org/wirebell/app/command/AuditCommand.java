package org.wirebell.app.command;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serdes;
import org.wirebell.model.Audit;
import org.wirebell.model.AuditChain;
import org.wirebell.model.Json;
import org.wirebell.model.Topic;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wirebell audit}: who did what, and whether that was tampered with. */
@Command(name = "audit", description = "What persons did: list it, or verify that nothing was changed or taken away.")
public final class AuditCommand implements Runnable {
    @Override
    public void run() {
        throw Wrong.use("wirebell audit: say list or verify");
    }

    @Command(name = "list", description = "One JSON line a deed: who did what, when, to what.")
    int list(@Mixin Configured configured) {
        try (var cluster = Cluster.of(configured.load());
                var out = Output.lines()) {
            cluster.scan(cluster.topics().audit(), record -> out.println(Json.plain(record.value())));
        }
        return 0;
    }

    @Command(
            name = "verify",
            description =
                    "Follows the chain of hashes through the audit. One JSON line for each record that was changed"
                            + " or is missing, with the one that tells of it; on standard error how many there are, and the hash"
                            + " of the last, to be noted elsewhere: nothing in the topic holds the last record itself.")
    int verify(
            @Mixin Configured configured,
            @Option(
                            names = "--noted",
                            paramLabel = "HASH",
                            description = "A hash that was noted before: its record must still be there.")
                    Optional<String> noted) {
        try (var cluster = Cluster.of(configured.load());
                var out = Output.lines()) {
            var chain = new AuditChain();
            long aged = read(cluster, chain);
            var faults = chain.faults(aged);
            faults.forEach(fault -> out.println(Json.plain(line(fault))));
            boolean gone = noted.isPresent() && !chain.holds(noted.get());
            if (gone) {
                System.err.println("no record has the hash " + noted.get());
            }
            System.err.println(summary(chain, faults.size()));
            return faults.isEmpty() && !gone ? 0 : 1;
        }
    }

    /** Answers below which number records may be gone: a partition that does not begin with its first record has let go of some. */
    private static long read(Cluster cluster, AuditChain chain) {
        var audit = cluster.topics().audit();
        var raw = new Topic<>(audit.name(), Serdes.String(), Serdes.ByteArray(), audit.kept(), false);
        var begins = new HashMap<Integer, Long>();
        cluster.scan(raw, record -> {
            var where = record.topic() + "-" + record.partition() + "@" + record.offset();
            try {
                chain.take(where, record.value());
                long number = Json.read(record.value(), Audit.class)
                        .link()
                        .map(Audit.Link::number)
                        .orElse(0L);
                begins.putIfAbsent(record.partition(), record.offset() == 0 ? 0 : number);
            } catch (IllegalArgumentException e) {
                System.err.println(where + " is no audit: " + e.getMessage());
            }
        });
        return begins.values().stream().mapToLong(number -> number).max().orElse(0);
    }

    private static Map<String, Object> line(AuditChain.Fault fault) {
        var by = fault.by();
        var line = new LinkedHashMap<String, Object>();
        line.put("fault", fault.changed() ? "changed" : "missing");
        line.put("number", fault.number());
        line.put("hash", fault.named());
        line.put("namedBy", by.where());
        line.put("actor", by.audit().actor());
        line.put("action", by.audit().action());
        line.put("at", by.audit().at());
        return line;
    }

    private static String summary(AuditChain chain, int faults) {
        var last = chain.last();
        if (last.isEmpty()) {
            return "no record is chained yet, " + chain.before() + " from before";
        }
        long first = chain.first()
                .flatMap(p -> p.audit().link())
                .map(Audit.Link::number)
                .orElse(0L);
        long end = last.get().audit().link().map(Audit.Link::number).orElse(0L);
        return chain.size() + " records, numbers " + first + " to " + end + ", " + faults + " faults, " + chain.before()
                + " from before the chain; the last has the hash " + last.get().hash();
    }
}
