package org.wirebell.ingest.due;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.wirebell.model.Item;

/** The counts of all the services of a source, by sender and service. Readers leave the number in {@code more.sequence}. */
record Sequences(Map<String, Sequence> counts) {
    private static final String KEY = "sequences";
    private static final Pattern NUMBER = Pattern.compile("(?<service>.*?)(?<number>\\d{1,9})");
    /** Providers have a handful of services; what looks like more is no count. */
    private static final int MOST = 64;

    private static final int LONGEST_SERVICE = 40;

    Sequences {
        counts = Map.copyOf(counts);
    }

    /**
     * What a document came to.
     *
     * @param lost numbers that did not come, such as {@code bas 412–414}
     * @param count how many these are
     */
    record Step(Sequences next, List<String> lost, long count) {}

    Step heard(Collection<Item> items, Instant now) {
        var next = new LinkedHashMap<>(counts);
        var lost = new ArrayList<String>();
        long count = 0;
        for (var item : items) {
            var found = NUMBER.matcher(item.more().getOrDefault("sequence", "").toString());
            if (!found.matches() || found.group("service").length() > LONGEST_SERVICE) {
                continue;
            }
            var service = found.group("service");
            var digits = found.group("number");
            var key = item.source() + "|" + service;
            long number = Long.parseLong(digits);
            var before = next.get(key);
            if (before == null) {
                next.put(key, Sequence.start(number, now));
                continue;
            }
            var step = before.next(number, modulus(Math.max(before.last(), number), digits), now);
            next.put(key, step.next());
            count += step.count();
            step.lost().forEach(numbers -> lost.add((service + " " + numbers).strip()));
        }
        return new Step(new Sequences(newest(next)), List.copyOf(lost), count);
    }

    /** 10,000 for 0412: where the count wraps around. */
    private static long modulus(long highest, String digits) {
        return (long) Math.pow(
                10, Math.max(digits.length(), Math.max(3, Long.toString(highest).length())));
    }

    private static Map<String, Sequence> newest(Map<String, Sequence> counts) {
        if (counts.size() <= MOST) {
            return counts;
        }
        var newest = new LinkedHashMap<String, Sequence>();
        counts.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Sequence> count) ->
                                count.getValue().at())
                        .reversed())
                .limit(MOST)
                .forEach(count -> newest.put(count.getKey(), count.getValue()));
        return newest;
    }

    static Sequences of(Map<String, Object> more) {
        var counts = new TreeMap<String, Sequence>();
        if (more.get(KEY) instanceof Map<?, ?> kept) {
            kept.forEach((service, count) -> counts.put(service.toString(), Sequence.parse(count.toString())));
        }
        return new Sequences(counts);
    }

    void write(Map<String, Object> more) {
        if (!counts.isEmpty()) {
            var texts = new TreeMap<String, Object>();
            counts.forEach((service, count) -> texts.put(service, count.toString()));
            more.put(KEY, texts);
        }
    }
}
