package org.wirebell.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.wirebell.model.Figure;
import org.wirebell.model.Finding;
import org.wirebell.model.Item;
import org.wirebell.model.Json;
import org.wirebell.processor.extract.places.Gazetteer;
import org.wirebell.processor.ledger.Claims;
import org.wirebell.processor.ledger.FamilyClaims;
import org.wirebell.processor.ledger.Ledger;
import org.wirebell.processor.ledger.LedgerConfig;
import org.wirebell.processor.ledger.Places;

/**
 * One claim of an item that is new, while many series are held in the stores of Kafka Streams: from the figures that were
 * read to the books, scene, entry and updates. Most claims are for series that are told of all the time, one in eight is for a
 * series that was not heard of for long and is fetched. What is held must not matter.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class LedgerBench {
    private static final int BUSY = 48;
    private static final int CLAIMS = 120;
    private static final int QUIET_EVERY = 8;
    private static final List<String> SPEAKERS =
            List.of("mine office", "harbour office", "hospital of the port", "mayor of the town", "");
    private static final Instant MOMENT = Instant.parse("2026-03-01T06:00:00Z");

    @Param({"100", "10000", "100000"})
    public int series;

    private final LedgerConfig config = LedgerConfig.defaults();
    private final Places places = Places.of(Gazetteer.standard());
    private final Claims claims = new Claims(config, places);
    private final Ledger ledger = new Ledger(config, places);
    private final LedgerStores stores = new LedgerStores();
    private int told;
    private int quiet;

    /** CPU time of a claim in the pure ledger, and in the stores; the wall clock would tell what else the machine did. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Cpu {
        private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

        private long told;
        private long all;
        private long stored;

        @Setup(Level.Iteration)
        public void start() {
            told = 0;
            all = 0;
            stored = 0;
        }

        void add(long nanos, long nanosStored) {
            told++;
            all += nanos;
            stored += nanosStored;
        }

        public double ledgerMicros() {
            return (all - stored) / 1e3 / told;
        }

        public double storeMicros() {
            return stored / 1e3 / told;
        }

        static long now() {
            return THREADS.getCurrentThreadCpuTime();
        }
    }

    /** Of every series one claim, of the busy ones as many as they keep. */
    @Setup(Level.Trial)
    public void fill() throws IOException {
        stores.open();
        for (int i = 0; i < series; i++) {
            add(finding(i));
        }
        for (int i = 0; i < BUSY * CLAIMS; i++) {
            add(finding(i % BUSY));
        }
    }

    @Benchmark
    public int claim(Cpu cpu) {
        var finding = finding(next());
        long start = Cpu.now();
        long stored = stores.nanos();
        int updates = add(finding);
        cpu.add(Cpu.now() - start, stores.nanos() - stored);
        return updates;
    }

    /** A busy town, or one in the order of all others; with a hundred series each of these comes again after 52 others. */
    private int next() {
        return told % QUIET_EVERY == 0 ? BUSY + quiet++ % (series - BUSY) : told % BUSY;
    }

    @TearDown(Level.Trial)
    public void close() throws IOException {
        var book = stores.book("killed|all|" + News.town(1).toLowerCase(Locale.ROOT));
        System.out.printf(
                "%na busy book: %d bytes with %d claims%n",
                Json.write(book.book()).length, book.book().claims().size());
        stores.close();
    }

    private int add(Finding finding) {
        int updates = 0;
        for (var posting : FamilyClaims.NONE.with(finding, claims.of(finding)).postings()) {
            var outcome = ledger.apply(stores::book, posting, stores.scene(posting.scene()));
            stores.keep(posting, outcome);
            updates += outcome.updates().size();
        }
        return updates;
    }

    /** The next item about the town: a toll that rises slowly, every 20 minutes, by five speakers in turn. */
    private Finding finding(int town) {
        int turn = told++;
        var speaker = SPEAKERS.get(turn / BUSY % SPEAKERS.size());
        var toll = Integer.toString(20 + turn / BUSY);
        var text = "At least " + toll + " people were killed when the pit wall gave way in " + News.town(town)
                + (speaker.isEmpty() ? "." : ", the " + speaker + " said.");
        var at = MOMENT.plus(Duration.ofMinutes(20L * (turn / BUSY)));
        var fields = Map.of(
                "id",
                "ledger-" + turn,
                "source",
                "bench-" + turn / BUSY % 7,
                "headline",
                "Mine collapses in " + News.town(town),
                "body",
                text,
                "published",
                at.toString(),
                "received",
                at.toString());
        var item = Json.read(Json.plain(fields), Item.class);
        return new Finding(
                item,
                "en",
                List.of(),
                List.of(),
                List.of(figure(toll, speaker, town)),
                "",
                "",
                item.source(),
                Map.of());
    }

    private static Figure figure(String toll, String speaker, int town) {
        var value = Optional.of(Long.parseLong(toll));
        return new Figure(
                toll,
                "At least ".length(),
                Figure.Part.BODY,
                value,
                value,
                Optional.empty(),
                Optional.empty(),
                Figure.Bound.AT_LEAST,
                Figure.Category.KILLED,
                "people",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                speaker,
                News.town(town),
                "",
                "",
                Figure.Scope.INCIDENT,
                true,
                "bench");
    }
}
