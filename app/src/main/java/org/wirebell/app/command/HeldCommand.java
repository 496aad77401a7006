package org.wirebell.app.command;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.wirebell.model.Audit;
import org.wirebell.model.Json;
import org.wirebell.model.LedgerEntry;
import org.wirebell.model.Ruling;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
            cluster.newest(cluster.topics().ledger())
                    .values()
                    .forEach(entry -> entry.held().forEach(held -> out.println(Json.plain(line(entry, held)))));
        }
        return 0;
    }

    @Command(name = "release", description = "The claim counts from now on as if it had not been doubted.")
    int release(@Mixin Configured configured, @Parameters(paramLabel = "CLAIM") String claim, @Mixin Who who)
            throws InterruptedException {
        return rule(configured, claim, Ruling.Verdict.RELEASE, who);
    }

    @Command(name = "reject", description = "The claim counts for nothing, and backs no other.")
    int reject(@Mixin Configured configured, @Parameters(paramLabel = "CLAIM") String claim, @Mixin Who who)
            throws InterruptedException {
        return rule(configured, claim, Ruling.Verdict.REJECT, who);
    }

    private static int rule(Configured configured, String claim, Ruling.Verdict verdict, Who who)
            throws InterruptedException {
        try (var cluster = Cluster.of(configured.load())) {
            var series = Rulings.series(
                            claim, cluster.newest(cluster.topics().ledger()).values())
                    .orElseThrow(() -> Wrong.failed("wirebell held: no claim " + claim
                            + " is held or stands; 'held list' shows those that wait"));
            var ruling = new Ruling(
                    claim, series, verdict, who.by(), InstantSource.system().instant(), who.note(), Map.of());
            Decided.send(cluster, cluster.topics().rulings(), claim, Optional.of(ruling), audit(ruling));
            System.err.println(verdict.name().toLowerCase(Locale.ROOT) + ": " + claim + " in " + series.key());
        }
        return 0;
    }

    private static Audit audit(Ruling ruling) {
        return new Audit(
                ruling.actor(),
                "held." + ruling.verdict().name().toLowerCase(Locale.ROOT),
                "claim/" + ruling.claim(),
                ruling.note(),
                ruling.at(),
                Map.of("series", ruling.series().key()));
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
