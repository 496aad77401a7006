package org.wirebell.alerts.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyTest {
    private static final Instant NOW = Instant.parse("2026-03-01T06:00:00Z");

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # status | retry-after                   | judged
            200      |                               | Sent[detail=HTTP 200, handle=, anew=false]
            204      |                               | Sent[detail=HTTP 204, handle=, anew=false]
            301      |                               | Refused[why=redirect, detail=HTTP 301: no]
            400      |                               | Refused[why=http_4xx, detail=HTTP 400: no]
            404      |                               | Refused[why=http_4xx, detail=HTTP 404: no]
            408      |                               | Later[why=HTTP 408: no, after=PT0S]
            410      |                               | Off[detail=HTTP 410: no]
            429      | 30                            | Later[why=HTTP 429: no, after=PT30S]
            429      | 86400                         | Later[why=HTTP 429: no, after=PT15M]
            429      | soon                          | Later[why=HTTP 429: no, after=PT0S]
            429      | -5                            | Later[why=HTTP 429: no, after=PT0S]
            503      | Sun, 01 Mar 2026 06:00:20 GMT | Later[why=HTTP 503: no, after=PT20S]
            503      | Sun, 01 Mar 2026 05:00:00 GMT | Later[why=HTTP 503: no, after=PT0S]
            500      |                               | Later[why=HTTP 500: no, after=PT0S]
            """)
    void meansWhatStandardWebhooksSays(int status, String retryAfter, String judged) {
        var reply = new Reply(status, retryAfter == null ? "" : retryAfter, "no");
        assertThat(reply.judged(NOW).toString()).isEqualTo(judged);
    }
}
