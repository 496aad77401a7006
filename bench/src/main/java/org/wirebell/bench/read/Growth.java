package org.wirebell.bench.read;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.wirebell.bench.FeedKind;
import org.wirebell.bench.FeedKind.Story;

/**
 * Documents that grow by one thing, at a size, twice and four times it. Whoever is linear takes four times as long for the
 * last as for the first; sixteen times is the square.
 */
enum Growth {
    ITEMS(
            5_000,
            n -> FeedKind.RSS_TEASER.document(IntStream.range(0, n)
                    .mapToObj(i -> Story.invented(i, Instant.parse("2026-03-01T06:00:00Z")))
                    .toList())),
    NESTED_ELEMENTS(2_500, n -> item("<x>".repeat(n) + "deep" + "</x>".repeat(n))),
    NESTED_ELEMENTS_FAR(50_000, n -> item("<x>".repeat(n) + "deep" + "</x>".repeat(n))),
    NESTED_MARKUP(5_000, n -> item("<description>" + "&lt;div&gt;".repeat(n) + "deep</description>")),
    UNCLOSED_ELEMENTS(5_000, n -> rss("<item><title>a</title><b>".repeat(n))),
    ATTRIBUTES(
            25_000,
            n -> item(IntStream.range(0, n)
                    .mapToObj(i -> " a" + i + "='1'")
                    .collect(Collectors.joining("", "<x", "/>")))),
    NAMESPACES(
            2_500,
            n -> item(IntStream.range(0, n)
                    .mapToObj(i -> "<p" + i + ":x xmlns:p" + i + "='urn:" + i + "'/>")
                    .collect(Collectors.joining()))),
    OPEN_BRACKETS(100_000, n -> item("<description>" + "<".repeat(n) + "</description>")),
    BARE_AMPERSANDS(100_000, n -> item("<description>" + "&".repeat(n) + "</description>")),
    OPEN_CDATA(20_000, n -> item("<description>" + "<![CDATA[a".repeat(n) + "</description>")),
    LONG_TEXT(500_000, n -> item("<description>" + "word ".repeat(n) + "</description>")),
    LINKS_IN_TEXT(10_000, n -> item("<description>" + "&lt;a href='/x'&gt;y&lt;/a&gt; ".repeat(n) + "</description>"));

    private static final Duration LIMIT = Duration.ofSeconds(10);
    /** Four would be linear; the rest is for the noise of single runs. */
    private static final double MOST_GROWTH = 9;
    /** Below this, growth is the noise of the machine. */
    private static final double LEAST_MS = 400;

    private final int size;
    private final IntFunction<String> document;

    Growth(int size, IntFunction<String> document) {
        this.size = size;
        this.document = document;
    }

    static void table(Map<String, Object> json, List<String> broken) throws InterruptedException {
        System.out.printf(
                "%nCPU ms, once; limit %d s   size    wirebell                      rome%n", LIMIT.toSeconds());
        for (var growth : values()) {
            growth.row(json, broken);
        }
    }

    private void row(Map<String, Object> json, List<String> broken) throws InterruptedException {
        var times = new ArrayList<List<Optional<Timed>>>();
        for (var peer : Peer.values()) {
            var row = new ArrayList<Optional<Timed>>();
            for (int n = size; n <= 4 * size && row.stream().allMatch(Optional::isPresent); n *= 2) {
                var raw = document.apply(n).getBytes(StandardCharsets.UTF_8);
                row.add(Timed.once(() -> peer.read(raw), LIMIT));
            }
            times.add(row);
        }
        var name = name().toLowerCase(Locale.ROOT).replace('_', ' ');
        var ours = times.getFirst();
        System.out.printf("%-20s %11d    %-28s  %s%n", name, size, show(ours), show(times.getLast()));
        json.put("grows: " + name, List.of(show(ours), show(times.getLast())));
        if (ours.contains(Optional.<Timed>empty())) {
            broken.add(name + ": not through within " + LIMIT);
        } else {
            double last = ours.getLast().map(Timed::ms).orElse(0.0);
            double first = ours.getFirst().map(Timed::ms).orElse(0.0);
            if (last > LEAST_MS && last > MOST_GROWTH * first) {
                broken.add(name + ": grows by " + Math.round(last / first) + " where the document grows by 4");
            }
        }
    }

    private static String show(List<Optional<Timed>> row) {
        return row.stream()
                .map(time -> time.map(it -> it.failure().isEmpty() ? Long.toString(Math.round(it.ms())) : it.failure())
                        .orElse("> " + LIMIT.toSeconds() + " s"))
                .collect(Collectors.joining(" / "));
    }

    private static String item(String content) {
        return rss("<item><title>a</title>" + content + "</item><item><title>b</title></item>");
    }

    private static String rss(String items) {
        return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>T</title>" + items + "</channel></rss>";
    }
}
