package org.wirebell.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.MultipassTermFilteredPresearcher;
import org.apache.lucene.monitor.QueryMatch;
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
import org.wirebell.model.Finding;
import org.wirebell.query.Documents;
import org.wirebell.query.Matcher;
import org.wirebell.query.Queries;

/** One item against all rules, its words cut included: ours, ours with the words found, and Lucene Monitor beside it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 10)
@Measurement(iterations = 1, time = 20)
public class RuleBench {
    private static final int ITEMS = 2_000;
    private static final int PASSES = 2;

    @Param({"1000", "10000", "100000"})
    public int rules = 10_000;

    @Param({"600", "100"})
    public int words = 600;

    private List<Finding> findings = List.of();
    private Matcher matcher = new Matcher(Map.of());
    private int next;

    /** CPU time of single items, since the wall clock would tell what else the machine did. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Cpu {
        private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
        private static final int MOST = 1 << 20;

        private final long[] nanos = new long[MOST];
        private int count;
        private long found;
        private long started;

        @Setup(Level.Iteration)
        public void clear() {
            count = 0;
            found = 0;
        }

        void start() {
            started = THREADS.getCurrentThreadCpuTime();
        }

        int stop(int matches) {
            nanos[count++ % MOST] = THREADS.getCurrentThreadCpuTime() - started;
            found += matches;
            return matches;
        }

        public double microsP50() {
            return percentile(0.5);
        }

        public double microsP99() {
            return percentile(0.99);
        }

        public double matchesAnItem() {
            return count == 0 ? 0 : (double) found / count;
        }

        private double percentile(double share) {
            int held = Math.min(count, MOST);
            var sorted = Arrays.copyOf(nanos, held);
            Arrays.sort(sorted);
            return held == 0 ? 0 : sorted[(int) (share * (held - 1))] / 1_000.0;
        }
    }

    /** Lucene's, registered only where it is asked. */
    @State(Scope.Benchmark)
    @SuppressWarnings("NullAway.Init") // JMH calls register before anything else
    public static class Lucene {
        private Monitor monitor;

        @Setup(Level.Trial)
        public void register(RuleBench bench) throws IOException {
            monitor = new Monitor(Queries.analyzer(), new MultipassTermFilteredPresearcher(PASSES));
            monitor.register(new Rules(1)
                    .rules(bench.rules).entrySet().stream()
                            .map(rule -> new MonitorQuery(rule.getKey(), Queries.parse(rule.getValue())))
                            .toList());
        }

        @TearDown(Level.Trial)
        public void close() throws IOException {
            monitor.close();
        }
    }

    @Setup(Level.Trial)
    public void invent() {
        matcher = new Matcher(new Rules(1).rules(rules));
        var news = new Rules(2);
        findings =
                IntStream.range(0, ITEMS).mapToObj(i -> news.finding(i, words)).toList();
    }

    @TearDown(Level.Trial)
    public void close() {
        matcher.close();
    }

    private Finding finding() {
        return findings.get(next++ % ITEMS);
    }

    @Benchmark
    public int ids(Cpu cpu) {
        var finding = finding();
        cpu.start();
        return cpu.stop(matcher.match(finding).size());
    }

    @Benchmark
    public int idsAndWords(Cpu cpu) {
        var finding = finding();
        cpu.start();
        return cpu.stop(matcher.matches(finding).size());
    }

    @Benchmark
    public int luceneMonitor(Cpu cpu, Lucene lucene) throws IOException {
        var finding = finding();
        cpu.start();
        return cpu.stop(lucene.monitor
                .match(Documents.of(finding), QueryMatch.SIMPLE_MATCHER)
                .getMatchCount());
    }
}
