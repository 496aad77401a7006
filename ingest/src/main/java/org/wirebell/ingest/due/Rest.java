package org.wirebell.ingest.due;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The hours and days, in UTC, in which a feed asks not to be polled (RSS {@code skipHours} and {@code skipDays}). */
public record Rest(Set<Integer> hours, Set<DayOfWeek> days) {
    public static final Rest NONE = new Rest(Set.of(), Set.of());

    private static final String HOURS = "skipHours";
    private static final String DAYS = "skipDays";
    private static final int HOURS_OF_A_DAY = 24;

    public Rest {
        hours = Set.copyOf(hours);
        days = Set.copyOf(days);
    }

    /** That time, or the first one after it that is not among those. A feed that leaves no hour of the week is not heeded. */
    Instant after(Instant time) {
        if (hours.size() >= HOURS_OF_A_DAY || days.size() >= DayOfWeek.values().length) {
            return time;
        }
        var open = time;
        while (closed(open)) {
            open = open.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
        }
        return open;
    }

    private boolean closed(Instant time) {
        var utc = time.atOffset(ZoneOffset.UTC);
        return hours.contains(utc.getHour()) || days.contains(utc.getDayOfWeek());
    }

    static Rest of(Map<String, Object> more) {
        return new Rest(
                words(more, HOURS).stream().map(Integer::valueOf).collect(Collectors.toSet()),
                words(more, DAYS).stream().map(DayOfWeek::valueOf).collect(Collectors.toSet()));
    }

    private static Set<String> words(Map<String, Object> more, String key) {
        return Arrays.stream(more.getOrDefault(key, "").toString().split(" "))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    void write(Map<String, Object> more) {
        write(more, HOURS, hours.stream().sorted().map(String::valueOf).collect(Collectors.joining(" ")));
        write(more, DAYS, days.stream().sorted().map(DayOfWeek::name).collect(Collectors.joining(" ")));
    }

    private static void write(Map<String, Object> more, String key, String words) {
        if (words.isEmpty()) {
            more.remove(key);
        } else {
            more.put(key, words);
        }
    }
}
