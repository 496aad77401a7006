package org.wirebell.processor.ledger;

import java.util.List;
import java.util.Optional;

/** Lines whose crossing is news. */
record RoundNumbers(List<Long> lines) {
    private static final long LEAST = 100;
    private static final long MOST = 1_000_000_000L;

    /** The highest line above {@code before} and not above {@code now}. */
    Optional<Long> crossed(long before, long now) {
        if (!lines.isEmpty()) {
            return lines.stream().filter(l -> before < l && l <= now).max(Long::compare);
        }
        for (long power = MOST; power >= LEAST; power /= 10) {
            for (long times : new long[] {5, 2, 1}) {
                if (before < times * power && times * power <= now) {
                    return Optional.of(times * power);
                }
            }
        }
        return Optional.empty();
    }
}
