package org.wirebell.bench;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.wirebell.model.Figure;
import org.wirebell.model.Finding;
import org.wirebell.model.Item;
import org.wirebell.model.Json;
import org.wirebell.processor.extract.Extractor;
import org.wirebell.processor.extract.figures.FigureReader;

/** Items a second on one core; run with {@code -prof gc} for bytes an item. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class ExtractBench {
    private static final int ITEMS = 256;
    private static final Instant MOMENT = Instant.parse("2026-03-01T06:00:00Z");

    private final List<Item> items =
            IntStream.range(0, ITEMS).mapToObj(i -> News.item(i, MOMENT)).toList();
    private final Extractor extractor = Extractor.standard();
    private final FigureReader figures = FigureReader.standard();
    private final List<byte[]> findings =
            items.stream().map(extractor::extract).map(Json::write).toList();

    /** Language, places, signals and figures. */
    @Benchmark
    @OperationsPerInvocation(ITEMS)
    public void extract(Blackhole sink) {
        for (var item : items) {
            sink.consume(extractor.extract(item));
        }
    }

    /** Figures alone. */
    @Benchmark
    @OperationsPerInvocation(ITEMS)
    public void figures(Blackhole sink) {
        for (var item : items) {
            List<Figure> read = figures.read(item.headline(), item.text(), "en");
            sink.consume(read);
        }
    }

    /** A finding from its bytes and back. */
    @Benchmark
    @OperationsPerInvocation(ITEMS)
    public void json(Blackhole sink) {
        for (var bytes : findings) {
            sink.consume(Json.write(Json.read(bytes, Finding.class)));
        }
    }
}
