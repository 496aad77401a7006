package org.wirebell.bench.poll;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.wirebell.bench.live.Press;
import org.wirebell.model.Json;

/**
 * What our ingest takes to poll feeds with one new item each, and unchanged ones: CPU seconds of its process alone and
 * with the broker's. The first round counts from the start of the process, with all that it loads, compiles and
 * resumes; in the sixth it is warm. Prints a table and one JSON line; exit 1 when the last round takes more than the
 * marks. Arguments: feeds (1000), then flags for the role's Java.
 */
public final class PollCost {
    /** CPU seconds of the role for a thousand feeds. */
    static final double MOST_NEW = 5;

    static final double MOST_UNCHANGED = 1.5;
    private static final int ROUNDS = 6;

    private PollCost() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int feeds = args.length > 0 ? Integer.parseInt(args[0]) : 1_000;
        var flags = args.length > 1 ? List.of(args).subList(1, args.length).toArray(String[]::new) : new String[0];
        var folder = Files.createTempDirectory("wirebell-poll-");
        try (var press = Press.open(feeds);
                var ours = OurIngest.filled(press, folder)) {
            long bytes = press.documents().stream()
                    .mapToLong(document -> document.length)
                    .sum();
            System.out.printf(
                    Locale.ROOT,
                    "%d feeds, %.1f items and %.1f kB each%n",
                    feeds,
                    1.0 * press.stories() / feeds,
                    bytes / 1e3 / feeds);
            var table = new LinkedHashMap<String, List<OurIngest.Cost>>();
            table.put("one new item each", rounds(ROUNDS, press, ours, 1, flags));
            table.put("unchanged", rounds(ROUNDS, press, ours, 0, flags));
            System.exit(report(feeds, table) ? 0 : 1);
        } finally {
            delete(folder);
        }
    }

    /** The role from its start. */
    public static List<OurIngest.Cost> rounds(int rounds, Press press, OurIngest ours, int news, String... flags)
            throws IOException, InterruptedException {
        var costs = new ArrayList<OurIngest.Cost>();
        try {
            for (int round = 0; round < rounds; round++) {
                for (int i = 0; i < news; i++) {
                    press.print();
                }
                if (round == 0) {
                    ours.start(flags);
                }
                costs.add(ours.round(news));
            }
        } finally {
            ours.stop();
        }
        return costs;
    }

    private static boolean report(int feeds, Map<String, List<OurIngest.Cost>> table) {
        var json = new LinkedHashMap<String, Object>(Map.of("feeds", feeds));
        table.forEach((name, costs) -> {
            for (int round = 0; round < costs.size(); round++) {
                var cost = costs.get(round);
                System.out.printf(
                        Locale.ROOT,
                        "%-20s round %d   ingest %6.2f CPU-s (compilers %5.2f)   broker %6.2f   both %6.2f%n",
                        name,
                        round + 1,
                        cost.ingest(),
                        cost.compilers(),
                        cost.broker(),
                        cost.both());
            }
            json.put(
                    name,
                    costs.stream()
                            .map(cost ->
                                    List.of(rounded(cost.ingest()), rounded(cost.compilers()), rounded(cost.broker())))
                            .toList());
        });
        System.out.println(Json.plain(json));
        return warm(table, "one new item each") <= MOST_NEW * feeds / 1_000
                && warm(table, "unchanged") <= MOST_UNCHANGED * feeds / 1_000;
    }

    private static double warm(Map<String, List<OurIngest.Cost>> table, String name) {
        return table.getOrDefault(name, List.of()).getLast().ingest();
    }

    private static double rounded(double seconds) {
        return Math.round(seconds * 100) / 100.0;
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
