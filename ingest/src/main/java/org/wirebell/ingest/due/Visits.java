package org.wirebell.ingest.due;

import java.time.Duration;

/**
 * How often an entrance looks at a server that only the operator chose: no publisher's wishes, and a short back-off, since
 * a desk waits for what lies there.
 *
 * @param every the time between two looks
 */
public record Visits(Duration every) {
    /** Back-off ends here, or at the interval where that is longer. */
    private static final Duration CEILING = Duration.ofMinutes(5);
    /** First looks are spread over this time at most. */
    private static final Duration START = Duration.ofSeconds(5);

    private static final int MOST_DOUBLINGS = 20;

    /** The wait after a look, of which so many in a row have failed. */
    public Duration after(int failures) {
        var doubled = every.multipliedBy(1L << Math.clamp(failures - 1L, 0, MOST_DOUBLINGS));
        return failures == 0 || every.compareTo(CEILING) >= 0
                ? every
                : doubled.compareTo(CEILING) < 0 ? doubled : CEILING;
    }

    /** The wait before the first look, always the same for the same source. */
    public Duration first(String source) {
        var most = every.compareTo(START) < 0 ? every : START;
        return Due.share(source, most, 1);
    }
}
