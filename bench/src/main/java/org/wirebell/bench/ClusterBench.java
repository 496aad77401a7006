package org.wirebell.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
import org.openjdk.jmh.annotations.Warmup;
import org.wirebell.model.Finding;
import org.wirebell.model.Item;
import org.wirebell.model.Json;
import org.wirebell.processor.cluster.CopiesConfig;
import org.wirebell.processor.cluster.Joiner;
import org.wirebell.processor.cluster.StoriesConfig;
import org.wirebell.processor.extract.Extractor;

/**
 * Items a second on one core: read, put among the others, and both, while so many are held. Each item that comes lets one go; one in four is a copy, one in
 * sixteen tells of a toll.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx4g")
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class ClusterBench {
    private static final Instant START = Instant.parse("2026-03-01T06:00:00Z");
    /** So many different texts come, and then again: the first ones are long let go of. */
    private static final int ROUND = 4;

    @Param({"1000", "20000"})
    public int held = 1_000;

    /** Of a feed's headline and summary, of a wire's short and long story. */
    @Param({"60", "300", "440"})
    public int words = 440;

    private final Extractor extractor = Extractor.standard();
    private final Joiner joiner = Joiner.inMemory(StoriesConfig.defaults());
    private List<Item> items = List.of();
    private List<Finding> findings = List.of();
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
        items = IntStream.range(0, ROUND * held)
                .mapToObj(i -> News.mixed(i, words, START))
                .toList();
        findings = items.stream()
                .map(extractor::extract)
                .map(finding -> Json.read(
                        Json.write(finding), Finding.class)) // as they come: nothing of two is the same object
                .toList();
        for (int i = 0; i < held; i++) {
            add(findings.get(next % findings.size()));
        }
    }

    @Benchmark
    public Finding read(Came came) {
        came.items++;
        return extractor.extract(items.get(next++ % items.size()));
    }

    @Benchmark
    public Joiner.Joined join(Came came) {
        came.items++;
        return add(findings.get(next % findings.size()));
    }

    @Benchmark
    public Joiner.Joined readAndJoin(Came came) {
        came.items++;
        return add(extractor.extract(items.get(next % items.size())));
    }

    /** A window's length is divided among the texts held. */
    private Joiner.Joined add(Finding finding) {
        var step = Duration.ofMillis(CopiesConfig.defaults().window().toMillis() / held);
        return joiner.join(finding, START.plus(step.multipliedBy(next++)));
    }
}
