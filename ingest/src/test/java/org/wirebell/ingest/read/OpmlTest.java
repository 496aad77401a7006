package org.wirebell.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpmlTest {
    private static final List<Opml.Entry> FEEDS = List.of(
            new Opml.Entry("Gazette & Sons", "https://gazette.example/rss?a=1&b=2", List.of()),
            new Opml.Entry("Faro", "https://faro.example/rss", List.of("Agencies", "Sur")),
            new Opml.Entry("Skerry", "https://skerry.example/rss", List.of("Agencies")));

    @Test
    void whatIsWrittenIsReadBack() {
        var written = Opml.write("My \"feeds\"", FEEDS);
        assertThat(Opml.read(written.getBytes(StandardCharsets.UTF_8))).containsExactlyInAnyOrderElementsOf(FEEDS);
    }

    @Test
    void forgivesWhatOthersWrite() {
        var opml = "<opml><body><OUTLINE TEXT='Sea'><outline text='A' XMLURL='https://a.example/f'/>"
                + "<outline text='no address'/><outline title='B' xmlUrl='https://b.example/f'>"
                + "<outline text='again' xmlUrl='https://a.example/f'/></body>";
        assertThat(Opml.read(opml.getBytes(StandardCharsets.UTF_8)))
                .containsExactly(
                        new Opml.Entry("A", "https://a.example/f", List.of("Sea")),
                        new Opml.Entry("B", "https://b.example/f", List.of("Sea")));
    }

    @Test
    void whatIsNoOpmlHoldsNothing() {
        assertThat(Opml.read("<html>".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }
}
