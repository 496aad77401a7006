package org.wirebell.bench;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.wirebell.ingest.read.Hints;
import org.wirebell.ingest.read.Reader;
import org.wirebell.ingest.read.Reading;

/**
 * Our reader beside bare Rome on ordinary feeds: time a document, the same bytes for both. Rome stops at its own records
 * there; ours goes on to finished items, with clean text, hashes and resolved links. Samples, because on a machine that
 * others use too the fastest and the median say something where the mean does not.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ReadBench {
    private static final Instant MOMENT = Instant.parse("2026-03-01T06:00:00Z");

    @Param({"RSS_TEASER", "RSS_ARTICLE", "ATOM"})
    private FeedKind kind = FeedKind.RSS_TEASER;

    @Param({"20", "200"})
    private int items;

    private byte[] feed = {};

    @Setup
    public void generate() {
        var stories = IntStream.range(0, items)
                .mapToObj(i -> FeedKind.Story.invented(i, MOMENT))
                .toList();
        feed = kind.document(stories).getBytes(StandardCharsets.UTF_8);
    }

    @Benchmark
    public Reading wirebell() {
        return Reader.read(feed, Hints.fetched("harbour", "https://harbour.example/feed", "application/xml"));
    }

    @Benchmark
    public SyndFeed rome() throws IOException, FeedException {
        return new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(feed), true));
    }
}
