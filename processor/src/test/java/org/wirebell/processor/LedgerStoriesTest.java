package org.wirebell.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirebell.model.Item;
import org.wirebell.model.LedgerEntry;
import org.wirebell.model.Update;
import org.wirebell.processor.ledger.Scenario;

/** From text to ledger: stories in which a number is easily taken for another one, read as they come from a wire. */
class LedgerStoriesTest {
    private static final int SHUFFLES = 5;

    static List<Story> stories() {
        return Story.read(Wordings.lines("/ledger-stories.txt"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stories")
    void isUnderstood(Story story) {
        var tracker = Trackers.open();
        var told = new ArrayList<String>();
        var expected = new ArrayList<String>();
        for (var line : story.lines()) {
            var said = said(tracker.add(line.item()));
            told.add(line.words() + " -> " + said);
            expected.add(line.words() + " -> "
                    + (line.answer().admits(said) ? said : line.answer().words()));
        }
        var end = end(tracker.entries());
        told.add("=> " + end);
        expected.add("=> " + (story.end().admits(end) ? end : story.end().words()));
        assertThat(String.join("\n", told)).as(story.name()).isEqualTo(String.join("\n", expected));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stories")
    void endsAlikeInAnyOrder(Story story) {
        var inOrder = entries(story.items());
        for (int seed = 1; seed <= SHUFFLES; seed++) {
            var items = new ArrayList<>(story.items());
            Collections.shuffle(items, new Random(seed));
            var shuffled = entries(items);
            var order = items.stream().map(i -> i.id() + "#" + i.version()).toList();
            assertThat(LedgerShown.of(shuffled))
                    .as("%s in order %s", story, order)
                    .isEqualTo(LedgerShown.of(inOrder));
            assertThat(shuffled).as("%s in order %s", story, order).isEqualTo(inOrder);
        }
    }

    @Test
    void fortyOutletsOfOneAgencyAreOneOrigin() {
        var tracker = Trackers.open();
        var updates = new ArrayList<Update>();
        var text = "The earthquake in Puno killed 55 people, the relief council said.";
        IntStream.range(0, 40).forEach(i -> updates.addAll(tracker.add(item(i, "outlet" + i, "Coastwire", text))));
        assertThat(updates).extracting(Update::kind).containsExactly(Update.Kind.FIRST);
        var another = tracker.add(item(41, "bay", "", text));
        assertThat(another).extracting(Update::kind).containsExactly(Update.Kind.CONFIRMED);
        assertThat(another).extracting(Update::corroborated).containsExactly(2);
        assertThat(tracker.entries().values())
                .singleElement()
                .satisfies(entry -> assertThat(entry.claims()).hasSize(2));
    }

    private static Item item(int minute, String source, String credit, String text) {
        var where = credit.isEmpty() ? source : source + "(" + credit + ")";
        return Story.item("1 06:%02d | %s/i%d | | %s".formatted(minute, where, minute, text));
    }

    private static Map<String, LedgerEntry> entries(List<Item> items) {
        var tracker = Trackers.open();
        items.forEach(tracker::add);
        return tracker.entries().values().stream()
                .map(LedgerStoriesTest::withoutWithdrawn)
                .collect(Collectors.toMap(entry -> entry.series().key(), entry -> entry));
    }

    /** What was told and taken back depends on what was told: a version that comes after its successor never was. */
    private static LedgerEntry withoutWithdrawn(LedgerEntry entry) {
        var history = entry.history().stream()
                .filter(step -> step.kind() != Update.Kind.RETRACTED)
                .toList();
        return new LedgerEntry(
                entry.series(),
                entry.state(),
                entry.current(),
                entry.low(),
                entry.best(),
                entry.high(),
                entry.claims(),
                entry.held(),
                history,
                entry.opened(),
                entry.updated(),
                entry.more());
    }

    private static String said(List<Update> updates) {
        var told = updates.stream().filter(u -> u.kind() != Update.Kind.CROSSED).toList();
        return told.isEmpty() ? "nothing" : Scenario.show(told);
    }

    /** "killed 13; killed children 10 held": what stands, series by series. */
    private static String end(Map<String, LedgerEntry> entries) {
        return entries.values().stream()
                .filter(entry -> entry.state() != LedgerEntry.State.EMPTY)
                .map(LedgerStoriesTest::standing)
                .sorted()
                .collect(Collectors.joining("; "));
    }

    private static String standing(LedgerEntry entry) {
        var population = entry.series().population();
        return word(entry.series().category())
                + (population.equals("all") ? "" : " " + population)
                + entry.best().map(v -> " " + v).orElse("")
                + (entry.state() == LedgerEntry.State.OPEN ? "" : " " + word(entry.state()));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
