package org.wirebell.processor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.wirebell.model.Item;

/**
 * One report of the daily series (see {@code tracking/README.md}), and how three agencies tell it.
 *
 * @param index of its row; the wordings take turns by it
 * @param body {@code ministry}, {@code office}, or empty where nobody is named
 * @param counts the running counts {@code killed}, {@code injured}, {@code children} and {@code women} where given, and
 *     {@code rise}, the dead added since the report before
 */
record ToldDay(int index, LocalDate date, String body, Map<String, Long> counts) {
    private static final Wordings COPY = Wordings.read("copy.txt");
    private static final Wordings HEADLINES = Wordings.read("headlines.txt");
    private static final Map<String, String> BODIES = Map.of("mohtel", "ministry", "gmotel", "office", "missing", "");
    private static final Map<String, String> COLUMNS = Map.of(
            "killed_cum", "killed",
            "injured_cum", "injured",
            "killed_children_cum", "children",
            "killed_women_cum", "women");
    /** As long as a date without its year is plain. */
    private static final int A_YEAR = 360;

    /** All days with a number; the eighteen others brought no report. */
    static List<ToldDay> all() {
        var lines = Wordings.lines("/tracking/gaza_daily.csv");
        var head = List.of(lines.getFirst().split(",", -1));
        var days = new ArrayList<ToldDay>();
        long before = 0;
        for (int i = 1; i < lines.size(); i++) {
            var cells = lines.get(i).split(",", -1);
            var counts = new HashMap<String, Long>();
            for (var column : COLUMNS.entrySet()) {
                var cell = cells[head.indexOf(column.getKey())];
                if (!cell.isEmpty()) {
                    counts.put(column.getValue(), Long.parseLong(cell));
                }
            }
            if (counts.containsKey("killed")) {
                counts.put("rise", counts.getOrDefault("killed", 0L) - before);
                before = counts.getOrDefault("killed", 0L);
                var body = BODIES.getOrDefault(cells[head.indexOf("report_source")], "");
                days.add(new ToldDay(i - 1, LocalDate.parse(cells[0]), body, Map.copyOf(counts)));
            }
        }
        return days;
    }

    long count(String name) {
        return counts.getOrDefault(name, 0L);
    }

    /** An urgent note at nine, a round-up with parts and companions at noon, a headline alone at three. */
    List<Item> items() {
        return List.of(urgent(), roundUp(), headline());
    }

    Item urgent() {
        boolean rising = !body.isEmpty() && count("rise") > 0 && index % 3 == 2;
        return item(9, fill(COPY.pick(rising ? "urgent-rise" : named("urgent"), index), 0));
    }

    Item roundUp() {
        var told = new StringBuilder(COPY.pick(named("round-up"), index));
        if (counts.containsKey("children")) {
            told.append(' ').append(COPY.pick(counts.containsKey("women") ? "parts" : "children", index));
        }
        if (counts.containsKey("injured")) {
            told.append(' ').append(COPY.pick("injured", index));
        }
        return item(12, fill(told.toString(), index % 3));
    }

    Item headline() {
        return item(15, alone("equal", "{n}").replace("{n}", number(count("killed"), 0)));
    }

    /** A fourth outlet says it rounded, with words such as "tops". */
    Item rounded() {
        return item(18, alone("rounded", "{r}").replace("{r}", number(rounded(count("killed"), 1000), 0)));
    }

    /** A headline with this number alone, and with words that bound a rounded one. */
    private String alone(String section, String number) {
        var wordings = HEADLINES.of(section).stream()
                .filter(h -> h.contains(number) && h.indexOf('{') == h.lastIndexOf('{'))
                .filter(h -> !h.matches("(\\{r} |About ).*"))
                .toList();
        return wordings.get(index % wordings.size());
    }

    /** Rounded down to whole thousands; numbers below that to hundreds. */
    static long rounded(long n, long unit) {
        return n < 2 * unit ? n / 100 * 100 : n / unit * unit;
    }

    static String number(long n, int style) {
        var grouped = String.format(Locale.ROOT, "%,d", n);
        return style == 1 ? grouped.replace(',', ' ') : grouped;
    }

    private String named(String section) {
        return body.isEmpty() ? section + "-nobody" : section;
    }

    private String fill(String wording, int style) {
        var who = body.isEmpty() ? "" : COPY.pick(body, index);
        var words = new HashMap<String, String>();
        words.put("who", who);
        words.put("Who", who.isEmpty() ? "" : who.substring(0, 1).toUpperCase(Locale.ROOT) + who.substring(1));
        words.put("short", body.isEmpty() ? "" : COPY.pick(body + "-short", index));
        words.put("start", index < A_YEAR ? "7 October" : "7 October 2023");
        counts.forEach((name, n) -> words.put(name, number(n, style)));
        return Wordings.fill(wording, words);
    }

    private Item item(int hour, String told) {
        return Wordings.item(date + "-" + hour, "agency" + hour, date + "T%02d:00:00Z".formatted(hour), told);
    }
}
