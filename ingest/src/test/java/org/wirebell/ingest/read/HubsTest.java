package org.wirebell.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HubsTest {
    @ParameterizedTest(name = "{0}: {1} for {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # feed                                                                     | hubs                   | self
            <rss><channel><atom:link rel="hub" href="https://h.example/"/><atom:link rel="self" href="all.xml"/></channel></rss> | [https://h.example/] | https://harbour.example/rss/all.xml
            <feed><link rel="hub" href="/hub"/><link rel="self" href="https://t.example/f"/></feed> | [https://harbour.example/hub] | https://t.example/f
            <feed><link rel="hub" href="mailto:hub@h.example"/></feed>                 | []                     | ''
            <rss><channel><link>https://harbour.example/</link></channel></rss>        | []                     | ''
            {"version":"https://jsonfeed.org/version/1.1","items":[],"hubs":[{"type":"rssCloud","url":"https://c.example/"},{"type":"WebSub","url":"https://h.example/"}],"feed_url":"https://t.example/f"} | [https://h.example/] | https://t.example/f
            """)
    void namesHubAndTopic(String feed, String hubs, String self) {
        var hints = Hints.fetched("harbour", "https://harbour.example/rss/all", "");
        var reading = Reader.read(feed.getBytes(StandardCharsets.UTF_8), hints);
        assertThat(reading.hubs()).hasToString(hubs);
        assertThat(reading.self()).isEqualTo(self);
    }
}
