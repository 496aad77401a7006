package org.wirebell.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebell.model.Figure;
import org.wirebell.model.Item;
import org.wirebell.model.LedgerEntry;
import org.wirebell.model.Update;

/**
 * A real series of daily reports, told as news in changing words. Its quirks: the dead and injured never fall; the women
 * fall twice in October 2023 (1,032, 1,000, 967); 104 reports bring the number of the day before; 18 days bring none; 22
 * reports come from another body than the ministry; single days add several hundred; from spring 2024 on the children come
 * seldom, twice in steps of a thousand.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DailySeriesTest {
    private static final int SHOWN = 12;
    /** Days of whose steps none is thinned out: 40 claims of three outlets a day, and some rounded ones. */
    private static final int WHOLE = 8;

    private final List<ToldDay> days = ToldDay.all();
    private final List<Update> updates = new ArrayList<>();
    /** What stands at the end of a day, by "killed all" and the like; several where the count has fallen apart. */
    private final Map<String, Map<LocalDate, List<Long>>> stands = new HashMap<>();

    private Map<String, LedgerEntry> entries = Map.of();

    @BeforeAll
    void tellInOrder() {
        var tracker = Trackers.open();
        for (var day : days) {
            Stream.concat(day.items().stream(), Stream.of(day.rounded()).filter(_ -> day.index() % 5 == 0))
                    .forEach(item -> updates.addAll(tracker.add(item)));
            entries = tracker.entries();
            entries.values()
                    .forEach(entry -> stands.computeIfAbsent(counted(entry), _ -> new HashMap<>())
                            .computeIfAbsent(day.date(), _ -> new ArrayList<>())
                            .add(entry.best().orElse(0L)));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"killed all, killed", "injured all, injured", "killed children, children", "killed women, women"})
    void everyDayEndsWithItsTruth(String counted, String column) {
        var wrong = days.stream()
                .filter(day -> day.counts().containsKey(column) && !falls(column, day))
                .filter(day -> !at(counted, day).equals(List.of(day.count(column))))
                .map(day -> day.date() + " " + day.count(column) + ": " + at(counted, day))
                .toList();
        assertThat(wrong.stream().limit(SHOWN))
                .as("%d days are wrong", wrong.size())
                .isEmpty();
    }

    @Test
    void isOneCountOfTheDead() {
        var series = entries.keySet().stream()
                .filter(key -> key.startsWith("killed|all|"))
                .sorted()
                .toList();
        assertThat(series.stream().limit(SHOWN)).as("%d series", series.size()).hasSize(1);
    }

    @Test
    void fallsOnlyWhereTheReportsFall() {
        assertThat(told(Update.Kind.LOWER)).allMatch(u -> u.contains("killed women") && u.contains("2023-10-"));
        assertThat(told(Update.Kind.RESET)).isEmpty();
        assertThat(told(Update.Kind.RETRACTED)).isEmpty();
    }

    @Test
    void theBodiesDoNotContradictEachOther() {
        assertThat(told(Update.Kind.CONFLICT)).isEmpty();
    }

    @Test
    void nothingWaitsForAPerson() {
        assertThat(told(Update.Kind.HELD).stream()
                        .filter(u -> !u.contains("killed women") || !u.contains("2023-10-"))
                        .limit(SHOWN))
                .isEmpty();
    }

    @Test
    void theHistoryHoldsTheTruthOfEachDay() {
        var truth = new HashMap<LocalDate, Long>();
        days.forEach(day -> truth.put(day.date(), day.count("killed")));
        var history = entries.values().stream()
                .filter(entry -> counted(entry).equals("killed all"))
                .flatMap(entry -> entry.history().stream())
                .filter(step -> step.bound() == Figure.Bound.EXACT)
                .toList();
        var kept = new TreeSet<LocalDate>();
        history.forEach(step -> kept.add(LocalDate.ofInstant(step.asOf(), ZoneOffset.UTC)));
        var wrong = history.stream()
                .filter(step -> !step.value()
                        .equals(Optional.ofNullable(truth.get(LocalDate.ofInstant(step.asOf(), ZoneOffset.UTC)))))
                .map(step -> step.asOf() + ": " + step.sentence())
                .limit(SHOWN);
        assertThat(kept).isNotEmpty();
        assertThat(wrong).isEmpty();
        var rising = days.stream().filter(day -> day.count("rise") > 0).toList();
        assertThat(kept)
                .as("the last days are whole")
                .containsAll(rising.subList(rising.size() - WHOLE, rising.size()).stream()
                        .map(ToldDay::date)
                        .toList());
        assertThat(kept.stream().map(YearMonth::from).distinct())
                .as("before these each month has one")
                .containsAll(rising.stream()
                        .map(day -> YearMonth.from(day.date()))
                        .distinct()
                        .toList());
    }

    @ParameterizedTest(name = "from day {0}, seed {1}")
    @CsvSource({"0, 1", "0, 2", "40, 3", "350, 4", "720, 5", "960, 6"})
    void endsAlikeInAnyOrder(int from, long seed) {
        var items = new ArrayList<Item>();
        days.subList(from, from + 60).forEach(day -> items.addAll(day.items()));
        var inOrder = tell(items);
        Collections.shuffle(items, new Random(seed));
        var shuffled = tell(items);
        assertThat(LedgerShown.of(shuffled)).isEqualTo(LedgerShown.of(inOrder));
        assertThat(shuffled).isEqualTo(inOrder);
    }

    @Test
    void aBatchThatTheTextExplainsIsNoRecordDay() {
        int at = 0;
        while (days.get(at).count("rise") < 700 || days.get(at).index() < 100) {
            at++;
        }
        var tracker = Trackers.open();
        days.subList(at - 20, at).forEach(day -> day.items().forEach(tracker::add));
        var day = days.get(at);
        var batch = tracker.add(Wordings.item(
                "batch",
                "agency9",
                day.date() + "T09:00:00Z",
                ("Gaza toll at %s after review, ministry says || The death toll in the Gaza Strip since 7 October 2023 rose by"
                                + " %d to %s, with %d deaths added after a review, the Gaza health ministry said.")
                        .formatted(
                                ToldDay.number(day.count("killed"), 0),
                                day.count("rise"),
                                ToldDay.number(day.count("killed"), 0),
                                day.count("rise") - 48)));
        assertThat(batch).extracting(Update::kind).contains(Update.Kind.HELD).doesNotContain(Update.Kind.HIGHER);
        var next = days.get(at + 1);
        assertThat(tracker.add(next.urgent())).extracting(Update::kind).contains(Update.Kind.HIGHER);
        assertThat(tracker.entries().values())
                .filteredOn(entry -> counted(entry).equals("killed all"))
                .extracting(entry -> entry.best().orElse(0L))
                .containsExactly(next.count("killed"));
    }

    private static Map<String, LedgerEntry> tell(List<Item> items) {
        var tracker = Trackers.open();
        items.forEach(tracker::add);
        return tracker.entries();
    }

    /** The four days after which the women were fewer than before: whether they are lower or held is left open here. */
    private boolean falls(String column, ToldDay day) {
        return days.stream()
                .takeWhile(earlier -> earlier.date().isBefore(day.date()))
                .anyMatch(earlier -> earlier.count(column) > day.count(column));
    }

    private List<Long> at(String counted, ToldDay day) {
        return stands.getOrDefault(counted, Map.of()).getOrDefault(day.date(), List.of());
    }

    private List<String> told(Update.Kind kind) {
        return updates.stream()
                .filter(u -> u.kind() == kind)
                .map(u -> "%s %s: %s".formatted(u.asOf(), counted(u), u.why()))
                .toList();
    }

    private static String counted(Update update) {
        return word(update.series().category()) + " " + update.series().population();
    }

    private static String counted(LedgerEntry entry) {
        return word(entry.series().category()) + " " + entry.series().population();
    }

    private static String word(Figure.Category category) {
        return category.name().toLowerCase(Locale.ROOT);
    }
}
