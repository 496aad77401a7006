package org.wirebell.processor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.wirebell.model.Item;

/**
 * A toll headline of one of thirty outlets, its wording from {@code tracking/headlines.txt}.
 *
 * @param kind {@code equal} to the count of its day, {@code late}: of the day before; {@code rounded} below it;
 *     {@code other}: one strike, another territory, one kind of people, one day
 * @param day its place in the series of days
 */
record ToldHeadline(String kind, int day, Item item) {
    static final int EQUAL = 60;
    static final int ROUNDED = 81;
    static final int OTHER = 23;
    private static final Wordings HEADLINES = Wordings.read("headlines.txt");
    private static final List<String> SCOPES =
            List.of("strike", "elsewhere", "children", "workers", "one-day", "injured");
    /** Every seventh equal headline is a day late. */
    private static final int LATE = 7;

    private static final int OUTLETS = 30;
    /** Half of the headlines fall into so many first days. */
    private static final int OPENING = 120;

    /** As many of each kind as named above, in the order of time; {@code timed} ones have a time of day. */
    static List<ToldHeadline> sample(List<ToldDay> days, Random dice, boolean timed) {
        var sections = new ArrayList<>(Collections.nCopies(EQUAL, "equal"));
        sections.addAll(Collections.nCopies(ROUNDED, "rounded"));
        for (int i = 0; i < OTHER; i++) {
            sections.add(SCOPES.get(i % SCOPES.size()));
        }
        var told = new ArrayList<ToldHeadline>();
        for (int i = 0; i < sections.size(); i++) {
            var section = sections.get(i);
            boolean late = i < EQUAL && i % LATE == 0;
            int at = 3 + dice.nextInt((dice.nextBoolean() ? OPENING : days.size()) - 3);
            var moment = days.get(at).date()
                    + (timed ? "T%02d:%02d:00Z".formatted(10 + dice.nextInt(13), dice.nextInt(60)) : "T00:00:00Z");
            var words =
                    HEADLINES.of(section).get(dice.nextInt(HEADLINES.of(section).size()));
            var item = Wordings.item(
                    "headline-" + told.size(),
                    "outlet" + dice.nextInt(OUTLETS),
                    moment,
                    Wordings.fill(words, numbers(words, days.get(at), days.get(late ? at - 1 : at), dice)));
            told.add(new ToldHeadline(late ? "late" : SCOPES.contains(section) ? "other" : section, at, item));
        }
        told.sort(Comparator.comparing(h -> h.item().published().orElseThrow()));
        return told;
    }

    private static Map<String, String> numbers(String wording, ToldDay day, ToldDay count, Random dice) {
        boolean close = wording.startsWith("{r} ") || wording.startsWith("About ") || wording.contains("{up}");
        long unit = close || day.count("killed") < 10_000 || dice.nextInt(3) > 0 ? 1000 : 5000;
        long rounded = ToldDay.rounded(day.count("killed"), unit);
        return Map.of(
                "n", shown(count.count("killed")),
                "injured", shown(Math.max(1, count.count("injured"))),
                "r", shown(rounded),
                "up", shown(rounded + (day.count("killed") < 2000 ? 100 : 1000)),
                "few", shown(3 + dice.nextInt(57)),
                "many", shown(40 + day.index() * 3L / 4),
                "day", shown(20 + dice.nextInt(380)),
                "c", shown(Math.max(100, day.count("killed") / 300 * 100)),
                "hurt", shown(Math.max(1000, day.count("injured") / 1000 * 1000)));
    }

    private static String shown(long n) {
        return ToldDay.number(n, 0);
    }
}
