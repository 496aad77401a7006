package org.wirebell.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.HashMap;
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
import org.wirebell.model.Json;
import org.wirebell.processor.cluster.Bucket;
import org.wirebell.processor.cluster.Candidate;
import org.wirebell.processor.cluster.Copies;
import org.wirebell.processor.cluster.CopiesConfig;
import org.wirebell.processor.cluster.Copy;
import org.wirebell.processor.cluster.HeldText;
import org.wirebell.processor.cluster.Hour;
import org.wirebell.processor.cluster.Shelf;
import org.wirebell.processor.extract.Extractor;

/**
 * Items a second on one core, copies alone and after reading, while so many texts are held. Each item that comes lets one go; one in four is a copy. Says at its
 * end how many bytes a held text takes in state stores.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx4g")
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class ClusterBench {
    private static final String HEADLINE = "Town waits for word from the council";
    private static final Instant START = Instant.parse("2026-03-01T06:00:00Z");

    @Param({"1000", "100000"})
    public int held = 1_000;

    private final Extractor extractor = Extractor.standard();
    private final CopiesConfig config = CopiesConfig.defaults();
    private final Map<String, HeldText> texts = new HashMap<>();
    private final Map<String, Bucket> buckets = new HashMap<>();
    private final Copies copies = new Copies(config, Shelf.over(texts), Shelf.over(buckets), Shelf.<Hour>inMemory());
    private int next;

    /** What came in a second of CPU time: the wall clock would tell what else the machine did. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Came {
        private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

        private long started;
        private long items;

        @Setup(Level.Iteration)
        public void start() {
            items = 0;
            started = THREADS.getCurrentThreadCpuTime();
        }

        public double itemsPerSecond() {
            return items / ((THREADS.getCurrentThreadCpuTime() - started) / 1e9);
        }
    }

    @Setup(Level.Trial)
    public void fill() {
        for (int i = 0; i < held; i++) {
            add(News.mixed(next));
        }
    }

    @Benchmark
    public Optional<Copy> copies(Came came) {
        came.items++;
        return add(News.mixed(next));
    }

    @Benchmark
    public Optional<Copy> extractAndCopies(Came came) {
        came.items++;
        var item = News.item(next, START, HEADLINE, News.mixed(next));
        return add(extractor.extract(item).item().body());
    }

    @TearDown(Level.Trial)
    public void size() {
        long held = texts.entrySet().stream()
                .mapToLong(e -> e.getKey().length() + Json.write(e.getValue()).length)
                .sum();
        long banded = buckets.entrySet().stream()
                .mapToLong(e -> e.getKey().length() + Json.write(e.getValue()).length)
                .sum();
        System.out.printf(
                "%n%d texts held: %d bytes each, and %d in %d buckets%n",
                texts.size(), held / texts.size(), banded / texts.size(), buckets.size());
    }

    /** A window's length is divided among the texts held. */
    private Optional<Copy> add(String text) {
        var at = START.plusMillis(config.window().toMillis() / held * next);
        var id = "bench-" + next++;
        return copies.add(new Candidate(id, id, "bench", at, "en", HEADLINE, text));
    }
}
