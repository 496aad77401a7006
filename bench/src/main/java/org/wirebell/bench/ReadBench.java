package org.wirebell.bench;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.TimeUnit;
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

    /** What a feed looks like: teasers of 300 characters, or whole articles of 450 words. */
    @Param({"rss-teaser", "rss-article", "atom"})
    private String kind = "";

    @Param({"20", "200"})
    private int items;

    private byte[] feed = {};

    @Setup
    public void generate() {
        var entries = new StringBuilder();
        for (int i = 0; i < items; i++) {
            entries.append(entry(i));
        }
        var text = kind.equals("atom")
                ? "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Harbour Post</title>"
                        + "<id>urn:harbour</id><updated>2026-03-01T06:00:00Z</updated>" + entries + "</feed>"
                : "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                        + " xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>Harbour Post</title>"
                        + "<link>https://harbour.example/</link><description>News</description>" + entries
                        + "</channel></rss>";
        feed = text.getBytes(StandardCharsets.UTF_8);
    }

    private String entry(int i) {
        var news = News.item(i, MOMENT);
        var link = "https://harbour.example/news/" + i;
        if (kind.equals("atom")) {
            return """
                    <entry><title>%s</title><id>urn:harbour:%d</id><link href="%s"/><published>%s</published>
                    <updated>%s</updated><author><name>Ana Ruiz</name></author><category term="harbour"/>
                    <summary type="html">&lt;p&gt;%s&lt;/p&gt;</summary></entry>
                    """.formatted(escaped(news.headline()), i, link, MOMENT, MOMENT, escaped(teaser(news.text())));
        }
        var date = DateTimeFormatter.RFC_1123_DATE_TIME.format(MOMENT.atOffset(ZoneOffset.UTC));
        var article = kind.equals("rss-article")
                ? "<content:encoded><![CDATA[" + paragraphs(news.text()) + "]]></content:encoded>"
                : "";
        return """
                <item><title>%s</title><link>%s</link><guid isPermaLink="false">%d</guid><pubDate>%s</pubDate>
                <dc:creator>Ana Ruiz</dc:creator><category>harbour</category>
                <description>&lt;p&gt;%s&lt;/p&gt;</description>%s</item>
                """.formatted(escaped(news.headline()), link, i, date, escaped(teaser(news.text())), article);
    }

    private static String teaser(String text) {
        return text.substring(0, Math.min(300, text.length()));
    }

    private static String paragraphs(String text) {
        return "<p>" + escaped(text).replace(". ", ".</p>\n<p>") + "</p>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
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
