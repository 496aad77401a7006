package org.wirebell.ingest.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import okhttp3.Response;

/** What the times in the headers of an HTTP answer ask of us; how long to wait is zero when they do not say. */
final class Asked {
    private Asked() {}

    /** A date ahead of our clock by more than this was made up: 2038 is a favourite. */
    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

    /** {@code Last-Modified} as it stands; empty when it lies in the future, since nothing would ever be newer. */
    static String lastModified(Response response, Instant now) {
        return instant(response, "Last-Modified")
                        .filter(now.plus(CLOCKS_DIFFER)::isBefore)
                        .isPresent()
                ? ""
                : response.header("Last-Modified", "");
    }

    /** {@code max-age} less {@code Age}, else {@code Expires} (RFC 9111 4.2.1). */
    static Duration maxAge(Response response, Instant now) {
        var control = response.cacheControl();
        if (control.noStore() || control.noCache()) {
            return Duration.ZERO;
        }
        if (control.maxAgeSeconds() >= 0) {
            return notNegative(Duration.ofSeconds(control.maxAgeSeconds()).minus(seconds(response, "Age")));
        }
        return until(response, "Expires", now);
    }

    /** {@code Retry-After}, as seconds or as a date. */
    static Duration retryAfter(Response response, Instant now) {
        var seconds = seconds(response, "Retry-After");
        return seconds.isZero() ? until(response, "Retry-After", now) : seconds;
    }

    /** How far their clock is ahead of ours: what {@code Date} says against the moment at which it came; none from a cache, which tells an old time. */
    static Optional<Duration> skew(Response response) {
        return response.header("Age", "").isEmpty()
                ? instant(response, "Date")
                        .map(theirs ->
                                Duration.between(Instant.ofEpochMilli(response.receivedResponseAtMillis()), theirs))
                : Optional.empty();
    }

    private static Duration until(Response response, String header, Instant now) {
        var theirNow = instant(response, "Date").orElse(now); // their clock may be wrong, but it is the same one
        return instant(response, header)
                .map(then -> notNegative(Duration.between(theirNow, then)))
                .orElse(Duration.ZERO);
    }

    /** OkHttp reads more forms, but keeps a format of its own for each thread, and each feed has one. */
    private static Optional<Instant> instant(Response response, String header) {
        var text = response.header(header, "");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
        } catch (DateTimeException _) {
            return Optional.ofNullable(response.headers().getInstant(header));
        }
    }

    private static Duration seconds(Response response, String header) {
        var text = response.header(header, "").strip();
        return text.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(text)) : Duration.ZERO;
    }

    private static Duration notNegative(Duration time) {
        return time.isNegative() ? Duration.ZERO : time;
    }
}
