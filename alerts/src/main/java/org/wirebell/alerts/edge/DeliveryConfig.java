package org.wirebell.alerts.edge;

import java.time.Duration;
import java.util.List;

/**
 * How notices are delivered.
 *
 * @param allowPrivateReceivers whether webhooks may go to loopback, private and link-local addresses
 * @param timeout how long one attempt may take in all; a receiver may set its own
 * @param recall how far back results are read at start, so that nothing is sent twice; longer than any notice lives
 * @param operators receivers that hear when a receiver is turned off
 * @param settle how long at most sends wait after a start until the planner has caught up; zero for not at all
 */
public record DeliveryConfig(
        boolean allowPrivateReceivers, Duration timeout, Duration recall, List<String> operators, Duration settle) {
    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Duration LEAST_RECALL = Duration.ofDays(1);
    private static final Duration SETTLE = Duration.ofMinutes(2);
    /** A flash is no news any more after half an hour. */
    private static final Duration LONGEST_SETTLE = Duration.ofMinutes(15);

    public DeliveryConfig {
        operators = List.copyOf(operators);
        checkTimeout(timeout);
        if (recall.compareTo(LEAST_RECALL) < 0) {
            throw new IllegalArgumentException("recall must be at least " + LEAST_RECALL + ", was " + recall);
        }
        if (settle.isNegative() || settle.compareTo(LONGEST_SETTLE) > 0) {
            throw new IllegalArgumentException("settle must be between PT0S and " + LONGEST_SETTLE + ", was " + settle);
        }
    }

    /** As long as planners usually need. */
    DeliveryConfig(boolean allowPrivateReceivers, Duration timeout, Duration recall, List<String> operators) {
        this(allowPrivateReceivers, timeout, recall, operators, SETTLE);
    }

    /** Fifteen seconds as Standard Webhooks asks for; a week of results. */
    public static DeliveryConfig defaults() {
        return new DeliveryConfig(false, Duration.ofSeconds(15), Duration.ofDays(7), List.of());
    }

    /** The same for one receiver alone. */
    DeliveryConfig alone() {
        return new DeliveryConfig(allowPrivateReceivers, timeout, recall, List.of(), settle);
    }

    static void checkTimeout(Duration timeout) {
        if (timeout.compareTo(SHORTEST) < 0 || timeout.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "timeout must be between " + SHORTEST + " and " + LONGEST + ", was " + timeout);
        }
    }
}
