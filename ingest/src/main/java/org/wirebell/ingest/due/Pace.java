package org.wirebell.ingest.due;

import java.time.Duration;

/**
 * How fast all sources are polled, unless a source says otherwise.
 *
 * @param every interval of a source that names none
 * @param floor no source is polled more often, whatever is configured
 * @param ceiling back-off ends here; also the wait after "gone"
 * @param patience what a publisher asks for ({@code ttl}, {@code max-age}) is honoured up to here; a year has been seen
 */
public record Pace(Duration every, Duration floor, Duration ceiling, Duration patience) {
    public Pace {
        SourceConfig.atLeast("floor", floor, Duration.ofMillis(1));
        SourceConfig.atLeast("every", every, floor);
        SourceConfig.atLeast("ceiling", ceiling, every);
        SourceConfig.atLeast("patience", patience, Duration.ZERO);
    }

    public static Pace defaults() {
        return new Pace(Duration.ofMinutes(5), Duration.ofSeconds(10), Duration.ofHours(6), Duration.ofHours(1));
    }
}
