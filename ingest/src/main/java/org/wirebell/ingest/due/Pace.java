package org.wirebell.ingest.due;

import java.time.Duration;

/**
 * How fast all sources are polled, unless a source says otherwise.
 *
 * @param every interval of a source that names none, until its rhythm is known
 * @param fastest a source that often has news is polled up to so often, provided that it answers "not modified"
 * @param slowest a source that seldom has news is polled at least so often
 * @param floor no source is polled more often, whatever is configured
 * @param ceiling back-off ends here; also the wait after "gone"
 * @param patience what a publisher asks for ({@code ttl}, {@code max-age}) is honoured up to here; a year has been seen
 */
public record Pace(
        Duration every, Duration fastest, Duration slowest, Duration floor, Duration ceiling, Duration patience) {
    public Pace {
        SourceConfig.atLeast("floor", floor, Duration.ofMillis(1));
        SourceConfig.atLeast("every", every, floor);
        SourceConfig.atLeast("fastest", fastest, floor);
        SourceConfig.atLeast("slowest", slowest, floor);
        SourceConfig.atLeast("ceiling", ceiling, every);
        SourceConfig.atLeast("patience", patience, Duration.ZERO);
    }

    /** At the same interval always, whatever the rhythm of a source. */
    public Pace(Duration every, Duration floor, Duration ceiling, Duration patience) {
        this(every, every, every, floor, ceiling, patience);
    }

    public static Pace defaults() {
        return new Pace(
                Duration.ofMinutes(5),
                Duration.ofMinutes(2),
                Duration.ofMinutes(15),
                Duration.ofSeconds(10),
                Duration.ofHours(6),
                Duration.ofHours(1));
    }
}
