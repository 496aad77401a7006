package org.wirebell.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # link                                                   | canonical
            https://a.example/x                                      | https://a.example/x
            https://a.example/x?utm_source=rss&utm_medium=feed       | https://a.example/x
            https://a.example/x?b=2&utm_source=rss&a=1               | https://a.example/x?b=2&a=1
            https://a.example/x?UTM_Campaign=a&id=7&fbclid=Iw4       | https://a.example/x?id=7
            https://a.example/x?id=7&ref=rss                         | https://a.example/x?id=7
            https://a.example/x?ref=home&source=agency               | https://a.example/x?ref=home&source=agency
            https://a.example/x?feed=rss2                            | https://a.example/x
            https://a.example/x#xtor=RSS-3                           | https://a.example/x
            https://a.example/x?at_medium=RSS&at_campaign=K#top      | https://a.example/x#top
            https://a.example/x?a=&&b=%20&a=1+2                      | https://a.example/x?a=&&b=%20&a=1+2
            https://a.example/x?                                     | https://a.example/x?
            https://a.example/x?utm                                  | https://a.example/x?utm
            https://a.example/#!/story/7?gclid=1                     | https://a.example/#!/story/7?gclid=1
            urn:x?utm_source=rss                                     | urn:x?utm_source=rss
            """)
    void leavesOutWhatOnlyTracks(String link, String canonical) {
        assertThat(Canonical.link(link)).isEqualTo(canonical);
    }

    @Test
    void standsBesideTheRawLink() {
        var feed = "<rss version='2.0'><channel><title>t</title><item><title>One</title>"
                + "<link>https://a.example/x?id=7&amp;utm_source=rss</link></item></channel></rss>";
        var item = Reader.read(feed.getBytes(StandardCharsets.UTF_8), Hints.file("feed"))
                .items()
                .getFirst();
        assertThat(item.link()).isEqualTo("https://a.example/x?id=7&utm_source=rss");
        assertThat(item.more()).containsEntry("canonicalLink", "https://a.example/x?id=7");
    }
}
