package org.wirebell.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.OptionalLong;

/** Numbers and times as a query writes them; empty for what is none. */
final class Values {
    private static final int DATE = "2026-03-01".length();

    private Values() {}

    static OptionalLong number(String value) {
        try {
            return OptionalLong.of(Long.parseLong(value));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /** First millisecond of a day, or the instant itself. */
    static OptionalLong start(String value) {
        return time(value, 0);
    }

    /** Last millisecond of a day, or the instant itself. */
    static OptionalLong end(String value) {
        return time(value, 1);
    }

    private static OptionalLong time(String value, int days) {
        try {
            return OptionalLong.of(
                    value.length() <= DATE
                            ? LocalDate.parse(value)
                                            .plusDays(days)
                                            .atStartOfDay(ZoneOffset.UTC)
                                            .toInstant()
                                            .toEpochMilli()
                                    - days
                            : Instant.parse(value).toEpochMilli());
        } catch (DateTimeException | ArithmeticException e) { // the latter: beyond what milliseconds can count
            return OptionalLong.empty();
        }
    }
}
