package org.wirebell.desk.api;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the configuration says of rules and desks, and which rules do not speak. Asked anew for every answer, since the file may be
 * read again while the desk runs.
 */
public interface Standing {
    /** Rules of the configuration, in the order of the file. */
    List<Configured> rules();

    /** By name; a desk that nobody has set up is as all are from the start. */
    List<Hours> desks();

    /** Rules and silences that are left out or quarantined, by id, with the reason; absent where another process plans the alerts. */
    Optional<Map<String, String>> faults();

    /**
     * A rule of the configuration.
     *
     * @param text the whole rule as it would stand in a file of its own
     */
    record Configured(
            String id,
            String title,
            String desk,
            String priority,
            List<String> receivers,
            boolean dry,
            String note,
            String text) {
        public Configured {
            receivers = List.copyOf(receivers);
        }
    }

    /**
     * When a desk is told, and how much.
     *
     * @param quiet absent where it is awake at all hours
     * @param until the end of the quiet hours that hold now
     * @param digest when it hears of what was kept back, in its zone
     */
    record Hours(
            String desk,
            ZoneId zone,
            Optional<Quiet> quiet,
            Optional<Instant> until,
            int perHour,
            int burst,
            List<LocalTime> digest) {
        public Hours {
            digest = List.copyOf(digest);
        }
    }

    /**
     * Hours in which nothing rings that can wait.
     *
     * @param days on which they begin; every day when empty
     * @param through the lowest priority that rings all the same
     */
    record Quiet(LocalTime from, LocalTime to, List<DayOfWeek> days, String through) {
        public Quiet {
            days = List.copyOf(days);
        }
    }

    /** For a desk that stands alone. */
    static Standing none() {
        return new Standing() {
            @Override
            public List<Configured> rules() {
                return List.of();
            }

            @Override
            public List<Hours> desks() {
                return List.of();
            }

            @Override
            public Optional<Map<String, String>> faults() {
                return Optional.empty();
            }
        };
    }
}
