package org.wirebell.ingest.websub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfferTest {
    private static final String URL = "https://harbour.example/rss/all";

    @ParameterizedTest(name = "{0} + {1} {2}: {3} {4}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # Link headers                                               | document's hub        | its self          | hub               | topic
            <https://h.example/>; rel="hub", <https://t.example/f>; rel=self | -                 | -                 | https://h.example/ | https://t.example/f
            <https://h.example/>;rel=HUB                                 | -                     | -                 | https://h.example/ | https://harbour.example/rss/all
            <https://h.example/a,b;c>; title="x, y; rel=self"; rel="hub" | -                     | -                 | https://h.example/a,b;c | https://harbour.example/rss/all
            </hub>; rel="alternate hub", <all.xml>; rel="self"           | -                     | -                 | https://harbour.example/hub | https://harbour.example/rss/all.xml
            <https://h.example/>; rel=hub                                | https://other.example/ | https://d.example/f | https://h.example/ | https://d.example/f
            -                                                            | https://h.example/    | https://d.example/f | https://h.example/ | https://d.example/f
            <https://t.example/f>; rel=self                              | https://h.example/    | https://d.example/f | https://h.example/ | https://t.example/f
            <https://h.example/>; rel=github                             | -                     | -                 | -                 | -
            <mailto:hub@h.example>; rel=hub                              | -                     | -                 | -                 | -
            <https://h.example/>                                         | -                     | -                 | -                 | -
            rel=hub                                                      | -                     | -                 | -                 | -
            <http://[bad>; rel=hub                                       | -                     | -                 | -                 | -
            """)
    void readsWhatIsOffered(String header, String hub, String self, String offered, String topic) {
        var offer = Offer.of(
                header == null ? List.of() : List.of(header),
                hub == null ? List.of() : List.of(hub),
                self == null ? "" : self,
                URL);
        assertThat(offer.map(Offer::hub).orElse(null)).isEqualTo(offered);
        assertThat(offer.map(Offer::topic).orElse(null)).isEqualTo(topic);
    }

    @Test
    void hostileHeadersCostLittle() {
        for (var part : List.of("<", "<a>;", "<a> ; a", "<a>;a=\"", " ;", "<a>;a" + " ".repeat(50))) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(2),
                    () -> assertThat(Offer.of(Arrays.asList(part.repeat(100_000), part), List.of(), "", URL))
                            .isEmpty());
        }
    }
}
