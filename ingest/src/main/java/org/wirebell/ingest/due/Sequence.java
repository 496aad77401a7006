package org.wirebell.ingest.due;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One count of a provider: the numbers that its messages of one service carry. Knows which ones have not come. Numbers may
 * come late, twice, and start again at midnight or after the highest; a count is believed only after it has counted.
 *
 * @param last the highest number since the count began
 * @param run how often in a row the next number came, as far as that matters
 * @param at when the last message came
 * @param former the highest number before the count began anew; -1 when it did not lately
 * @param open numbers that were jumped over, and when; some may still come
 */
record Sequence(long last, int run, Instant at, long former, TreeMap<Long, Instant> open) {
    /** After so many steps it is a count, and not just numbers. */
    private static final int PROVEN = 3;
    /** Messages overtake each other by so many at most. */
    private static final int LATE = 5;
    /** And by so much time. */
    private static final Duration LATE_TIME = Duration.ofMinutes(1);
    /** So far below the last one it is a repeat or a late one, unless the count starts anew. */
    private static final int BACK = 100;
    /** A count that starts anew starts low; its first messages may be lost. */
    private static final int LOW = 10;
    /** Longer jumps are not waited for, they are lost at once. */
    private static final int MOST_OPEN = 50;
    /** Longer still, and it is another count: the number holds a date, or the provider has changed its system. */
    private static final int MOST_LOST = 1_000;
    /** When nothing came for so long, a low number is a new day. */
    private static final Duration PAUSE = Duration.ofHours(1);

    /**
     * What a number came to.
     *
     * @param lost numbers that will not come any more, each or as a range
     * @param count how many these are
     */
    record Step(Sequence next, List<String> lost, long count) {}

    static Sequence start(long number, Instant now) {
        return new Sequence(number, 0, now, -1, new TreeMap<>());
    }

    /**
     * The next message.
     *
     * @param modulus where the count wraps around: the power of ten above the longest number of as many digits
     */
    Step next(long number, long modulus, Instant now) {
        if (open.containsKey(number)) {
            var fewer = new TreeMap<>(open);
            fewer.remove(number);
            return settled(new Sequence(last, run, now, former, fewer), now);
        }
        if (former >= 0 && number > former && number - former <= LATE && number > last + LATE) {
            return jump(former, number, now); // what looked like a new count was a repeat of old messages
        }
        if (number > last) {
            return number - last < Math.min(modulus / 2, MOST_LOST)
                    ? jump(last, number, now)
                    : settled(start(number, now), now);
        }
        if (startsAnew(number, now)) {
            return anew(number, modulus, now);
        }
        var strange = last - number > BACK && run < PROVEN;
        return settled(strange ? start(number, now) : new Sequence(last, run, at, former, open), now);
    }

    private boolean startsAnew(long number, Instant now) {
        return number <= LOW
                && (last - number > BACK || Duration.between(at, now).compareTo(PAUSE) > 0);
    }

    private Step jump(long from, long number, Instant now) {
        if (number == from + 1) {
            return settled(new Sequence(number, Math.min(PROVEN, run + 1), now, kept(from, number), open), now);
        }
        if (run < PROVEN) {
            return settled(new Sequence(number, 0, now, former, open), now);
        }
        return skipped(from + 1, number - 1, new Sequence(number, run, now, kept(from, number), open), now);
    }

    /** The old count is forgotten when the new one is no repeat of a few old messages. */
    private long kept(long from, long number) {
        return from == former || number > BACK ? -1 : former;
    }

    private Step anew(long number, long modulus, Instant now) {
        var next = new Sequence(number, run, now, last, open);
        var wraps = modulus - last <= LOW; // else the day's highest is not known
        if (run < PROVEN) {
            return settled(next, now);
        }
        var ends = wraps ? skipped(last + 1, modulus - 1, next, now) : settled(next, now);
        var begins = skipped(1, number - 1, ends.next(), now); // some count from 0
        var lost = new ArrayList<>(ends.lost());
        lost.addAll(begins.lost());
        return new Step(begins.next(), List.copyOf(lost), ends.count() + begins.count());
    }

    private static Step skipped(long from, long to, Sequence next, Instant now) {
        long count = to - from + 1;
        if (count > MOST_OPEN) {
            var rest = settled(next, now);
            var lost = new ArrayList<>(rest.lost());
            lost.add(from + "\u2013" + to);
            return new Step(rest.next(), List.copyOf(lost), rest.count() + count);
        }
        var more = new TreeMap<>(next.open());
        for (long missing = from; missing <= to; missing++) {
            more.put(missing, now);
        }
        return settled(new Sequence(next.last(), next.run(), next.at(), next.former(), more), now);
    }

    /** Gives up what is not to be hoped for any more. */
    private static Step settled(Sequence next, Instant now) {
        var lost = next.open().entrySet().stream()
                .filter(missing -> next.last() - end(next.open(), missing.getKey()) >= LATE
                        || Duration.between(missing.getValue(), now).compareTo(LATE_TIME) >= 0)
                .map(missing -> missing.getKey())
                .toList();
        if (lost.isEmpty()) {
            return new Step(next, List.of(), 0);
        }
        var hoped = new TreeMap<>(next.open());
        lost.forEach(hoped::remove);
        return new Step(
                new Sequence(next.last(), next.run(), next.at(), next.former(), hoped), ranges(lost), lost.size());
    }

    /** The last number of the same hole. */
    private static long end(TreeMap<Long, Instant> open, long missing) {
        long end = missing;
        while (open.containsKey(end + 1)) {
            end++;
        }
        return end;
    }

    private static List<String> ranges(List<Long> numbers) {
        var ranges = new ArrayList<String>();
        for (int from = 0, to = 0; from < numbers.size(); from = ++to) {
            while (to + 1 < numbers.size() && numbers.get(to + 1) == numbers.get(to) + 1) {
                to++;
            }
            ranges.add(from == to ? "" + numbers.get(from) : numbers.get(from) + "\u2013" + numbers.get(to));
        }
        return ranges;
    }

    @Override
    public String toString() {
        return last + " " + run + " " + at.toEpochMilli() + " " + former + " "
                + open.entrySet().stream()
                        .map(missing ->
                                missing.getKey() + ":" + missing.getValue().toEpochMilli())
                        .collect(Collectors.joining(","));
    }

    static Sequence parse(String text) {
        var parts = text.split(" ", -1);
        var open = new TreeMap<Long, Instant>();
        Arrays.stream(parts[4].split(","))
                .filter(missing -> !missing.isEmpty())
                .map(missing -> missing.split(":", 2))
                .forEach(missing -> open.put(Long.valueOf(missing[0]), millis(missing[1])));
        return new Sequence(
                Long.parseLong(parts[0]), Integer.parseInt(parts[1]), millis(parts[2]), Long.parseLong(parts[3]), open);
    }

    private static Instant millis(String text) {
        return Instant.ofEpochMilli(Long.parseLong(text));
    }
}
