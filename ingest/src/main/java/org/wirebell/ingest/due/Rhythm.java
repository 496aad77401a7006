package org.wirebell.ingest.due;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wirebell.model.Item;

/**
 * When a source usually has news: what its polling interval and the alarm of its silence are learned from.
 *
 * @param last time of the newest news, as the item says, or of its arrival where it says nothing that could be
 * @param gaps between one answer with news and the next, newest last
 * @param longest silence that ended on each of the last days (UTC); nights and weekends are among them
 * @param half time in which half of the document is replaced by new items; absent when it is long
 */
record Rhythm(
        Optional<Instant> last, List<Duration> gaps, TreeMap<LocalDate, Duration> longest, Optional<Duration> half) {
    static final Rhythm UNKNOWN = new Rhythm(Optional.empty(), List.of(), new TreeMap<>(), Optional.empty());

    private static final String KEY = "rhythm";
    /** Enough for a median that one odd day does not move. */
    private static final int MOST_GAPS = 16;
    /** Fewer say nothing. */
    private static final int LEAST_GAPS = 3;
    /** Two weekends. */
    private static final int DAYS = 14;
    /** A source that was silent for so long is looked at next after an eighth of it. */
    private static final int IDLE = 8;

    private static final Duration HALF_IS_LONG = Duration.ofDays(1);
    /** Who is never silent for longer has no office hours, and no weekend that we must have seen first. */
    private static final Duration OFFICE_HOURS = Duration.ofHours(4);

    private static final Duration A_WEEKEND = Duration.ofDays(3);
    private static final Duration SHORTEST_ALARM = Duration.ofHours(1);

    /** News came. The first answer of a source tells its past: the times of its items stand for those of earlier answers. */
    Rhythm heard(Collection<Item> fresh, Instant now) {
        if (fresh.isEmpty()) {
            return this;
        }
        var times = times(fresh, now);
        var start = last.orElse(times.getFirst());
        var newGaps = new ArrayList<>(gaps);
        var newLongest = new TreeMap<>(longest.tailMap(today(now).minusDays(DAYS)));
        var before = start;
        for (var time : times) {
            var gap = Duration.between(before, time);
            if (last.isEmpty() && !gap.isZero()) {
                newGaps.add(gap);
            }
            if (today(time).isAfter(today(now).minusDays(DAYS))) {
                newLongest.merge(today(time), gap, (a, b) -> a.compareTo(b) >= 0 ? a : b);
            }
            before = time;
        }
        last.ifPresent(earlier -> newGaps.add(Duration.between(earlier, times.getLast())));
        return new Rhythm(Optional.of(times.getLast()), newest(newGaps), newLongest, half);
    }

    /** Times that may be: not before the last news and not ahead of our clock; oldest first. */
    private List<Instant> times(Collection<Item> fresh, Instant now) {
        Stream<Instant> times = last.isEmpty()
                ? fresh.stream().flatMap(item -> time(item).stream()).filter(time -> !time.isAfter(now))
                : fresh.stream()
                        .map(item -> time(item)
                                .filter(time -> !time.isBefore(last.get()) && !time.isAfter(now))
                                .orElse(now));
        var sorted = times.sorted().toList();
        return sorted.isEmpty() ? List.of(now) : sorted;
    }

    private static Optional<Instant> time(Item item) {
        return item.updated().or(item::published);
    }

    private static List<Duration> newest(List<Duration> gaps) {
        return List.copyOf(gaps.subList(Math.max(0, gaps.size() - MOST_GAPS), gaps.size()));
    }

    /**
     * So many of the items of a document were new after so long. When all were, others may have passed unseen in between.
     * A quick turnover counts at once, a slow one little by little.
     */
    Rhythm turned(Duration elapsed, int fresh, int served) {
        var measured = fresh == 0 ? HALF_IS_LONG : elapsed.multipliedBy(served).dividedBy(2L * fresh);
        var slower = half.map(known -> known.multipliedBy(3).dividedBy(2));
        var next = slower.filter(bound -> bound.compareTo(measured) < 0).orElse(measured);
        return new Rhythm(last, gaps, longest, Optional.of(next).filter(time -> time.compareTo(HALF_IS_LONG) < 0));
    }

    /** How long to wait between two looks: half of the usual gap, and longer the longer nothing has come. */
    Optional<Duration> wanted(Instant now) {
        return gaps.size() < LEAST_GAPS
                ? Optional.empty()
                : last.map(news -> Collections.max(List.of(
                        median().dividedBy(2), Duration.between(news, now).dividedBy(IDLE))));
    }

    private Duration median() {
        return gaps.stream().sorted().toList().get(gaps.size() / 2);
    }

    /** The longest silence that was usual lately. */
    Optional<Duration> usual(Instant now) {
        var lately = longest.tailMap(today(now).minusDays(DAYS)).values();
        var known = lately.size() < LEAST_GAPS
                ? Stream.concat(lately.stream(), gaps.stream()).toList()
                : List.copyOf(lately);
        return gaps.size() < LEAST_GAPS ? Optional.empty() : known.stream().max(Duration::compareTo);
    }

    /**
     * A silence that is longer than this is out of the ordinary. Unknown until a night has been seen; and a source with
     * office hours is granted a weekend until one has been seen.
     */
    Optional<Duration> alarm(Instant now) {
        var days = longest.isEmpty() ? DAYS : ChronoUnit.DAYS.between(longest.firstKey(), today(now));
        return usual(now).filter(_ -> days >= 1).map(usual -> {
            var alarm = Collections.max(List.of(usual.multipliedBy(3).dividedBy(2), SHORTEST_ALARM));
            var weekendUnseen = days <= 7 && usual.compareTo(OFFICE_HOURS) > 0;
            return weekendUnseen ? Collections.max(List.of(alarm, A_WEEKEND)) : alarm;
        });
    }

    private static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    /** As {@link #write} wrote it; unknown when that cannot be read. */
    static Rhythm of(Map<String, Object> more) {
        var parts = more.getOrDefault(KEY, "").toString().split(";", -1);
        if (parts.length != 4) {
            return UNKNOWN;
        }
        var longest = new TreeMap<LocalDate, Duration>();
        words(parts[2])
                .forEach(day -> longest.put(
                        LocalDate.ofEpochDay(Long.parseLong(day.substring(0, day.indexOf(':')))),
                        millis(day.substring(day.indexOf(':') + 1))));
        return new Rhythm(
                words(parts[0]).map(Instant::parse).findFirst(),
                words(parts[1]).map(Rhythm::millis).toList(),
                longest,
                words(parts[3]).map(Rhythm::millis).findFirst());
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty());
    }

    private static Duration millis(String text) {
        return Duration.ofMillis(Long.parseLong(text));
    }

    void write(Map<String, Object> more) {
        more.put(
                KEY,
                String.join(
                        ";",
                        last.map(Instant::toString).orElse(""),
                        gaps.stream().map(gap -> "" + gap.toMillis()).collect(Collectors.joining(" ")),
                        longest.entrySet().stream()
                                .map(day -> day.getKey().toEpochDay() + ":"
                                        + day.getValue().toMillis())
                                .collect(Collectors.joining(" ")),
                        half.map(time -> "" + time.toMillis()).orElse("")));
    }
}
