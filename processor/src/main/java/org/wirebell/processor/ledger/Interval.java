package org.wirebell.processor.ledger;

import java.util.Optional;
import org.wirebell.model.Figure;

/**
 * The numbers that a claim's words allow, both ends inclusive.
 *
 * @param high {@link #OPEN} when nothing bounds it above
 */
public record Interval(long low, long high) {
    public static final long OPEN = Long.MAX_VALUE;

    /** A vague word ("dozens") may stand for up to ten times its literal minimum. */
    private static final long VAGUE_SPAN = 10;

    public Interval {
        if (low < 0 || high < low) {
            throw new IllegalArgumentException("no interval: " + low + " to " + high);
        }
    }

    /** Empty when the figure has no number of people, as a fraction has none. */
    public static Optional<Interval> of(Figure figure) {
        var number = figure.value().or(figure::low).or(figure::high);
        return number.filter(n -> n >= 0).map(n -> of(figure, n));
    }

    private static Interval of(Figure figure, long n) {
        return switch (figure.bound()) {
            case EXACT -> new Interval(n, n);
            case AT_LEAST -> new Interval(n, OPEN);
            case MORE_THAN -> new Interval(n + 1, OPEN);
            case AT_MOST -> new Interval(0, n);
            case FEWER_THAN -> new Interval(0, Math.max(0, n - 1));
            case ABOUT -> new Interval(n - n / 10, n + n / 10);
            case NEARLY -> new Interval(n - n / 10, Math.max(n - n / 10, n - 1));
            case VAGUE -> {
                long least = figure.low().orElse(n);
                yield new Interval(least, Math.max(least, least * VAGUE_SPAN - 1));
            }
            case RANGE -> {
                long least = figure.low().orElse(n);
                yield new Interval(least, Math.max(least, figure.high().orElse(OPEN)));
            }
        };
    }

    public boolean meets(Interval other) {
        return low <= other.high && other.low <= high;
    }

    public boolean below(Interval other) {
        return high < other.low;
    }

    public boolean open() {
        return high == OPEN;
    }
}
