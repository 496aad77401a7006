package org.wirebell.alerts.edge;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.wirebell.model.Json;

/**
 * An HTTP answer and what it means for a notice (Standard Webhooks 1.0.0, and the usual meaning of 408, 425 and 429).
 *
 * @param retryAfter the header as it came, empty when there was none
 * @param body the beginning of the reply
 */
record Reply(int status, String retryAfter, String body) {
    /** Nobody makes news wait longer. */
    static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    Delivery judged(Instant now) {
        if (status >= 200 && status < 300) {
            return new Delivery.Sent("HTTP " + status);
        }
        if (status == 410) {
            return new Delivery.Off(detail());
        }
        if (status >= 500 || status == 408 || status == 425 || status == 429) {
            return new Delivery.Later(detail(), wait(now));
        }
        return new Delivery.Refused(status >= 300 && status < 400 ? "redirect" : "http_4xx", detail());
    }

    /** The body as a JSON object; empty when it is none, or was cut. */
    Map<String, Object> json() {
        try {
            return body.stripLeading().startsWith("{") ? Json.map(body) : Map.of();
        } catch (IllegalArgumentException _) {
            return Map.of();
        }
    }

    String detail() {
        var said = Plain.line(body, 200);
        return "HTTP " + status + (said.isEmpty() ? "" : ": " + said);
    }

    /** Seconds or an HTTP date, as RFC 9110 has it; anything else is no wish. */
    private Duration wait(Instant now) {
        var wish = retryAfter.strip();
        if (wish.matches("[0-9]{1,9}")) {
            return capped(Duration.ofSeconds(Long.parseLong(wish)));
        }
        try {
            return capped(Duration.between(
                    now,
                    ZonedDateTime.parse(wish, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant()));
        } catch (DateTimeException _) {
            return Duration.ZERO;
        }
    }

    static Duration capped(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
