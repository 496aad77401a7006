package org.wirebell.processor.ledger;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a desk may say about how figures are compared.
 *
 * @param aliases words used for a claimant to the name that all of them go by
 * @param preferred claimants whose number is shown first, in that order; empty: the newest most specific
 * @param tolerance share of a number by which two claimants may differ without a conflict
 * @param near as-of times of two claimants are near when no further apart than this
 * @param quiet an incident without a claim for so long is over: a much smaller number opens a new one
 * @param roundNumbers lines whose crossing is news; empty: 1, 2 and 5 times each power of ten from 100
 */
public record LedgerConfig(
        Map<String, String> aliases,
        List<String> preferred,
        double tolerance,
        Duration near,
        Duration quiet,
        List<Long> roundNumbers) {
    public LedgerConfig {
        aliases = Map.copyOf(aliases);
        preferred = List.copyOf(preferred);
        roundNumbers = List.copyOf(roundNumbers);
        if (tolerance < 0 || tolerance >= 0.5) {
            throw new IllegalArgumentException("tolerance must be at least 0 and below 0.5, was " + tolerance);
        }
        if (near.isNegative()) {
            throw new IllegalArgumentException("near must not be negative, was " + near);
        }
        if (quiet.compareTo(Duration.ofHours(1)) < 0) {
            throw new IllegalArgumentException("quiet must be at least PT1H, was " + quiet);
        }
    }

    public static LedgerConfig defaults() {
        return new LedgerConfig(Map.of(), List.of(), 0.02, Duration.ofHours(6), Duration.ofDays(14), List.of());
    }
}
