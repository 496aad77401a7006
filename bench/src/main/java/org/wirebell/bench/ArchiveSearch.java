package org.wirebell.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.wirebell.desk.archive.Archive;
import org.wirebell.desk.archive.Facet;
import org.wirebell.desk.archive.Search;
import org.wirebell.model.Figure;
import org.wirebell.model.Finding;
import org.wirebell.model.Item;
import org.wirebell.model.Json;
import org.wirebell.model.Place;
import org.wirebell.model.Signal;

/** Fills the archive with invented items and searches it: {@code ArchiveSearch [ITEMS [SECONDS]]}. */
public final class ArchiveSearch {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final List<String> TAGS = List.of("strike.air", "mobilise", "talks", "release", "threat.verbal");
    private static final List<String> COUNTRIES = List.of("FR", "KE", "PE", "JP", "CA", "IN", "GR", "ZA");
    private static final int WORDS = 40_000;
    private static final int ROUNDS = 60;
    private static final int BATCH = 2_000;

    private final Random dice = new Random(7);

    private ArchiveSearch() {}

    public static void main(String[] args) throws IOException {
        int items = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        var most = Duration.ofSeconds(args.length > 1 ? Long.parseLong(args[1]) : 180);
        var folder = Files.createTempDirectory("wirebell-archive-");
        try (var archive = Archive.in(folder.resolve("archive"))) {
            new ArchiveSearch().run(archive, items, most);
        } finally {
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void run(Archive archive, int items, Duration most) {
        long start = System.nanoTime();
        long filling = 0;
        int n = 0;
        while (n < items && System.nanoTime() - start < most.toNanos()) {
            var batch = new ArrayList<byte[]>();
            for (int i = 0; i < BATCH && n < items; i++) {
                batch.add(Json.write(finding(n++)));
            }
            long begun = System.nanoTime();
            batch.parallelStream()
                    .forEach(bytes -> archive.put(Json.read(bytes, Finding.class), bytes)); // as the desk does
            filling += System.nanoTime() - begun;
        }
        long begun = System.nanoTime();
        archive.filled();
        filling += System.nanoTime() - begun;
        System.out.printf("%,d items in %.0f s, %,.0f a second%n", n, filling / 1e9, n / (filling / 1e9));
        var queries = List.of(
                new Search("", Map.of(), Optional.empty(), 0, 25),
                new Search("w1", Map.of(), Optional.empty(), 0, 25),
                new Search("w3 AND w7", Map.of(), Optional.empty(), 0, 25),
                new Search("\"w2 w5\"", Map.of(), Optional.empty(), 0, 25),
                new Search("w900 OR w2000 OR w31*", Map.of(), Optional.empty(), 0, 25),
                new Search("level:[4 TO *] AND NOT w1", Map.of(), Optional.empty(), 0, 25),
                new Search("w4", Map.of(Facet.PLACE, "KE", Facet.LANGUAGE, "en"), Optional.empty(), 0, 25),
                new Search("w6", Map.of(), Optional.of(START.plusSeconds(n / 2L)), 100, 25));
        var all = new long[queries.size() * ROUNDS];
        int at = 0;
        for (var query : queries) {
            archive.search(query); // the first of each is not counted
            var times = new long[ROUNDS];
            long total = 0;
            for (int i = 0; i < ROUNDS; i++) {
                long asked = System.nanoTime();
                total = archive.search(query).total();
                times[i] = System.nanoTime() - asked;
                all[at++] = times[i];
            }
            System.out.printf(
                    "%-28s %,10d found  p50 %6.1f ms  p95 %6.1f ms%n",
                    query.query(), total, at(times, 0.5), at(times, 0.95));
        }
        System.out.printf("%-28s %10s        p50 %6.1f ms  p95 %6.1f ms%n", "all", "", at(all, 0.5), at(all, 0.95));
    }

    private static double at(long[] times, double part) {
        var sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1.0, sorted.length * part)] / 1e6;
    }

    /** Words fall off as in a language: the first few stand in most items. */
    private String words(int count) {
        var text = new StringBuilder(count * 6);
        for (int i = 0; i < count; i++) {
            text.append('w').append((int) Math.pow(WORDS, dice.nextDouble())).append(' ');
        }
        return text.toString();
    }

    private Finding finding(int n) {
        var item = Json.read(
                Json.plain(Map.of(
                        "id", "i" + n,
                        "source", "source-" + dice.nextInt(40),
                        "headline", words(9),
                        "body", words(120),
                        "received", START.plusSeconds(n).toString())),
                Item.class);
        var place = COUNTRIES.get(dice.nextInt(COUNTRIES.size()));
        var signals = dice.nextInt(4) == 0
                ? List.of(new Signal(
                        TAGS.get(dice.nextInt(TAGS.size())), dice.nextInt(7), "w", 0, 1, Figure.Part.BODY, "bench"))
                : List.<Signal>of();
        return new Finding(
                item,
                dice.nextInt(3) == 0 ? "fr" : "en",
                List.of(place(place)),
                signals,
                List.of(),
                "",
                "",
                item.source(),
                Map.of());
    }

    private static Place place(String country) {
        return Json.read(
                Json.plain(Map.of("id", country.toLowerCase(java.util.Locale.ROOT), "country", country)), Place.class);
    }
}
