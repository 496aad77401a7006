package org.wirebell.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
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
import org.wirebell.model.Figure;
import org.wirebell.model.Finding;
import org.wirebell.model.Item;
import org.wirebell.model.Json;
import org.wirebell.processor.extract.Extractor;
import org.wirebell.processor.extract.figures.FigureReader;
import org.wirebell.processor.extract.figures.Sentences;

/** Items, sentences and words a second on one core; run with {@code -prof gc} for bytes an item. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class ExtractBench {
    private static final int ITEMS = 256;
    private static final Instant MOMENT = Instant.parse("2026-03-01T06:00:00Z");

    private final Extractor extractor = Extractor.standard();
    private final FigureReader figures = FigureReader.standard();

    /** Ordinary news, one item in sixteen with a toll; or items whose sentences all hold figures. */
    @Param({"news", "tolls"})
    public String kind = "news";

    private List<Sized> items = List.of();
    private List<byte[]> findings = List.of();
    private int next;

    private record Sized(Item item, int sentences, int words) {
        static Sized of(Item item) {
            int words = item.headline().split("\\s+").length + item.text().split("\\s+").length;
            return new Sized(item, 1 + Sentences.of(item.text()).size(), words);
        }
    }

    /** What was read in a second of CPU time, headlines included: the wall clock would tell what else the machine did. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Read {
        private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

        private long started;
        private long sentences;
        private long words;

        @Setup(Level.Iteration)
        public void start() {
            sentences = 0;
            words = 0;
            started = THREADS.getCurrentThreadCpuTime();
        }

        void add(Sized sized) {
            sentences += sized.sentences();
            words += sized.words();
        }

        public double sentencesPerSecond() {
            return sentences / seconds();
        }

        public double wordsPerSecond() {
            return words / seconds();
        }

        private double seconds() {
            return (THREADS.getCurrentThreadCpuTime() - started) / 1e9;
        }
    }

    @Setup(Level.Trial)
    public void invent() {
        items = IntStream.range(0, ITEMS)
                .mapToObj(i -> kind.equals("news") ? News.item(i, MOMENT) : News.tolls(i, MOMENT))
                .map(Sized::of)
                .toList();
        findings = items.stream()
                .map(sized -> Json.write(extractor.extract(sized.item())))
                .toList();
    }

    private Item item(Read read) {
        var sized = items.get(next++ % ITEMS);
        read.add(sized);
        return sized.item();
    }

    /** Language, places, signals and figures. */
    @Benchmark
    public Finding extract(Read read) {
        return extractor.extract(item(read));
    }

    /** Figures alone. */
    @Benchmark
    public List<Figure> figures(Read read) {
        var item = item(read);
        return figures.read(item.headline(), item.text(), "en");
    }

    /** A finding from its bytes and back. */
    @Benchmark
    public byte[] json() {
        return Json.write(Json.read(findings.get(next++ % ITEMS), Finding.class));
    }
}
