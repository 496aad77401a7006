package org.wirebell.ingest.due;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebell.model.Samples.T0;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebell.model.Item;
import org.wirebell.model.Json;

/** What counts as the same item when publishers change its identifier. */
class IdentityTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String REST = "; rest, https://harbour.example/rest, Tide table, T0, High at six";

    /** An item is: identifier, link, headline, time, text. */
    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # case                  | first                                           | then                                             | becomes
            nothing changes         | 7, https://a.example/x, Fire, T0, Big           | 7, https://a.example/x, Fire, T0, Big            | repeat
            edited                  | 7, https://a.example/x, Fire, T0, Big           | 7, https://a.example/x, Fire out, T1, Over       | version 7
            moves to https          | http://a.example/x, l, Fire, T0, Big            | https://a.example/x, l, Fire, T0, Big            | repeat
            trailing slash          | https://a.example/x, l, Fire, T0, Big           | https://A.example/x/, l, Fire, T0, Big           | repeat
            https and edited        | http://a.example/x, l, Fire, T0, Big            | https://a.example/x/, l, Fire out, T1, Over      | version http://a.example/x
            guid churn              | 7, https://a.example/x, Fire, T0, Big           | 8, https://a.example/x, Fire, T0, Big            | repeat
            churn and edited        | 7, https://a.example/x, Fire, T0, Big           | 8, http://a.example/x/, Fire out, T1, Over       | version 7
            churn and link churn    | 7, https://a.example/x, Fire, T0, Big           | 8, https://a.example/y, Fire, T0, Over           | version 7
            churn, no time          | 7, https://a.example/x, Fire, -, Big            | 8, https://a.example/y, Fire, -, Big             | new 8
            # traps: not the same item
            same headline later     | 7, https://a.example/x, Weather, T0, Fair       | 8, https://a.example/y, Weather, T1, Rain        | new 8
            the front page          | 7, https://a.example/, Fire, T0, Big            | 8, https://a.example/, Flood, T1, Wet            | new 8
            letter case of a path   | https://a.example/x, l, Fire, T0, Big           | https://a.example/X, l, Flood, T1, Wet           | new https://a.example/X
            the other still there   | 7, https://a.example/x, Fire, T0, Big           | 7, https://a.example/x, Fire, T0, Big; 8, https://a.example/x, Flood, T1, Wet | new 8
            a link shared by others | 7, https://a.example/x, Fire, T0, Big; 6, https://a.example/x, Frost, T0, Cold | 8, https://a.example/x, Flood, T1, Wet | new 8
            """)
    void isTheSame(String name, String first, String then, String becomes) {
        assertThat(show(first + REST, then + REST)).as(name).isEqualTo(becomes);
    }

    @Test
    void aFeedThatLinksAllItemsToOnePageIsNotMerged() {
        var first = "7, https://a.example/live, Fire, T0, Big";
        assertThat(show(first, "8, https://a.example/live, Flood, T1, Wet")).isEqualTo("new 8");
        assertThat(show(first, "8, https://a.example/live, Fire, T1, Big")).isEqualTo("repeat");
    }

    @Test
    void whatChurnsAtEachPollIsKnownForGood() {
        var state = Cursor.advance(
                        Standing.start("harbour", ""),
                        arrival("0, https://a.example/x, Fire, T0, Big" + REST),
                        T0,
                        HOUR)
                .next();
        for (int poll = 1; poll < 5; poll++) {
            var again = arrival(poll + ", https://a.example/x, Fire, T0, Big" + REST);
            var step = Cursor.advance(state, again, T0.plusSeconds(300L * poll), HOUR);
            assertThat(step.fresh()).isEmpty();
            state = step.next();
        }
        var edited = Cursor.advance(state, arrival("9, https://a.example/x, Fire out, T1, Over" + REST), T0, HOUR);
        assertThat(edited.fresh()).singleElement().satisfies(item -> {
            assertThat(item.id()).isEqualTo("0");
            assertThat(item.more()).containsEntry("servedId", "9");
        });
    }

    @Test
    void readsTheMarksOfEarlierVersionsOfTheSoftware() {
        var mark = Mark.parse("abcdefghijkl.mnopqrstuvwx");
        assertThat(mark).isEqualTo(new Mark("abcdefghijkl", "mnopqrstuvwx", "", "", ""));
        var spaced = new Mark("a", "b", "c", "d", "an identifier with. dots");
        assertThat(Mark.parse(spaced.toString())).isEqualTo(spaced);
    }

    private static String show(String first, String then) {
        var start = Cursor.advance(Standing.start("harbour", ""), arrival(first), T0, HOUR);
        var step = Cursor.advance(start.next(), arrival(then), T0.plusSeconds(300), HOUR);
        return step.fresh().stream()
                .map(item -> (step.versions() > 0 ? "version " : "new ") + item.id())
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(", "), news -> news.isEmpty() ? "repeat" : news));
    }

    private static Arrival arrival(String items) {
        var read = Arrays.stream(items.split(";")).map(IdentityTest::item).toList();
        return new Arrival(read, List.of(), "", "", "", "", "", "", Duration.ZERO, Rest.NONE);
    }

    private static Item item(String text) {
        var parts = List.of(text.strip().split(", *"));
        var fields = new LinkedHashMap<String, Object>();
        fields.put("source", "harbour");
        fields.put("id", parts.get(0));
        fields.put("link", parts.get(1));
        fields.put("headline", parts.get(2));
        if (!parts.get(3).equals("-")) {
            fields.put(
                    "published",
                    parts.get(3).replace("T0", "2026-03-01T05:00:00Z").replace("T1", "2026-03-01T05:30:00Z"));
        }
        fields.put("body", parts.get(4));
        return Json.read(Json.plain(fields), Item.class);
    }
}
