package org.wirebell.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The three forms of dates in RFC 9110 5.6.7, and what servers make of them. */
class AskedTest {
    private static final Instant NOW = Instant.parse("2026-11-06T08:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Fri, 06 Nov 2026 08:49:37 GMT   | 2977
            Fri, 6 Nov 2026 08:49:37 GMT    | 2977
            fri, 06 nov 2026 08:49:37 gmt   | 2977
            Fri, 06 Nov 2026 10:49:37 +0200 | 2977
            Mon, 06 Nov 2026 08:49:37 GMT   | 2977
            Friday, 06-Nov-26 08:49:37 GMT  | 2977
            Fri Nov 6 08:49:37 2026         | 2977
            Fri, 06 Nov 2026 07:49:37 GMT   | 0
            soon                            | 0
            600                             | 600
            """)
    void readsDates(String header, long seconds) {
        var response = new Response.Builder()
                .request(new Request.Builder().url("http://feeds.example/").build())
                .protocol(Protocol.HTTP_1_1)
                .code(503)
                .message("")
                .header("Retry-After", header)
                .build();
        assertThat(Asked.retryAfter(response, NOW)).isEqualTo(Duration.ofSeconds(seconds));
    }
}
