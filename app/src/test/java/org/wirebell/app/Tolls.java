package org.wirebell.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.wirebell.model.Item;

/** Invented reports: of each hundred one tells a toll in a town of its own, one raises it, one in three is taken back. */
final class Tolls {
    private Tolls() {}

    /** @param words that each report has which tells nothing, beside a few */
    static List<Item> items(int count, int words) {
        var items = new ArrayList<Item>();
        for (int i = 0; i < count; i++) {
            items.add(item(i, words));
        }
        return items;
    }

    private static Item item(int i, int words) {
        int town = i / 30;
        return switch (i % 30) {
            case 0 -> News.toll(name(town), 1, 5 + town % 7);
            case 12 -> News.toll(name(town), 2, 15 + town % 7);
            case 24 ->
                town % 3 == 0 ? News.kill(name(town), 3, "Kill: mine collapses in " + name(town)) : plain(i, words);
            default -> plain(i, words);
        };
    }

    private static Item plain(int i, int words) {
        return News.item(
                "plain-" + i,
                1,
                "Council meets for the " + i + "th time",
                "The council talked about roads. Item " + i + "." + filler(i, words),
                Map.of());
    }

    /** Words that no other report has. */
    private static String filler(int i, int words) {
        return new Random(i)
                .ints(words, 0, 1_000_000)
                .mapToObj(number -> " " + name(number).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    /** So many notices are planned: of each toll and each rise, and of each that is taken back, for three receivers. */
    static int notices(int items) {
        int towns = items / 30;
        return 3 * (2 * towns + (towns + 2) / 3);
    }

    /** A name of its own for each number. */
    private static String name(int town) {
        var syllables = List.of("bor", "dan", "kel", "mir", "nov", "par", "rus", "sel", "tor", "vel");
        var name = new StringBuilder();
        for (int rest = town + 1_000; rest > 0; rest /= 10) {
            name.append(syllables.get(rest % 10));
        }
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
