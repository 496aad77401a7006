package org.wirebell.ingest.due;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebell.model.Samples.T0;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebell.model.FeedState;
import org.wirebell.model.Item;
import org.wirebell.model.Json;

class CursorTest {
    private static final String URL = "https://harbour.example/rss";
    private static final Duration HOUR = Duration.ofHours(1);

    @ParameterizedTest(name = "{0} then {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # first answer | second answer | new     | versions | repeats | gap
            a b c          | a b c         |         | 0        | 3       | false
            a b            | c a b         | c       | 0        | 2       | false
            a b            | b' a          | b'      | 1        | 1       | false
            a b            | c d           | c d     | 0        | 0       | true
            a b            | c c b         | c       | 0        | 2       | false
            a              | a' a''        | a' a''  | 2        | 0       | false
            a b            | ''            |         | 0        | 0       | false
            """)
    void tellsNewFromKnown(String first, String second, String fresh, int versions, int repeats, boolean gap) {
        var start = Cursor.advance(Standing.start("harbour", URL), arrival(items(first)), T0, HOUR);
        var step = Cursor.advance(start.next(), arrival(items(second)), T0.plusSeconds(300), HOUR);
        assertThat(step.fresh()).extracting(Item::headline).containsExactlyInAnyOrderElementsOf(words(fresh));
        assertThat(step.versions()).as("versions").isEqualTo(versions);
        assertThat(step.repeats()).as("repeats").isEqualTo(repeats);
        assertThat(step.gap()).as("gap").isEqualTo(gap);
        assertThat(step.fresh()).noneMatch(Item::backfill);
        assertThat(step.fresh()).allMatch(item -> item.received().orElseThrow().equals(T0.plusSeconds(300)));
    }

    @Test
    void whatWasNotReadAgainCountsAsIfItHadBeen() {
        var start = Cursor.advance(Standing.start("harbour", URL), arrival(items("a b c")), T0, HOUR);
        var now = T0.plusSeconds(300);
        var whole = Cursor.advance(start.next(), arrival(items("d a b' c")), now, HOUR);
        var passed = List.of(start.marks().get(0), start.marks().get(2));
        var part = Cursor.advance(start.next(), arrival(items("d b'"), passed), now, HOUR);
        assertThat(part.fresh()).isEqualTo(whole.fresh());
        assertThat(List.of(part.versions(), part.repeats(), part.gap())).isEqualTo(List.of(1, 2, false));
        assertThat(part.next().seen())
                .containsExactlyInAnyOrderElementsOf(whole.next().seen());
        assertThat(part.next().more()).isEqualTo(whole.next().more());
        assertThat(part.next().seen()).containsAll(part.marks());
        var none = Cursor.advance(start.next(), arrival(List.of(), start.marks()), now, HOUR);
        assertThat(none.fresh()).isEmpty();
        assertThat(none.gap()).isFalse();
    }

    @Test
    void whatIsPushedForgetsNothingAndIsNotPolledAgain() {
        var long1 = IntStream.range(0, 900).mapToObj(i -> "i" + i).collect(Collectors.joining(" "));
        var polled = Cursor.advance(Standing.start("harbour", URL), arrival(items(long1)), T0, HOUR);
        var pushed = Cursor.pushed(polled.next(), items("n"), T0.plusSeconds(60), HOUR);
        assertThat(pushed.fresh()).extracting(Item::headline).containsExactly("n");
        assertThat(pushed.gap()).isFalse();
        assertThat(pushed.next().etag()).isEqualTo(polled.next().etag());
        assertThat(pushed.next().bodyHash()).isEqualTo(polled.next().bodyHash());
        var again = Cursor.advance(pushed.next(), arrival(items("n " + long1)), T0.plusSeconds(300), HOUR);
        assertThat(again.fresh()).isEmpty();
        assertThat(Cursor.pushed(again.next(), items("n i5"), T0.plusSeconds(360), HOUR)
                        .fresh())
                .isEmpty();
    }

    @ParameterizedTest(name = "published {0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # published            | back-fill on a first poll at 06:00
            2026-03-01T05:59:00Z   | false
            2026-03-01T05:00:01Z   | false
            2026-03-01T05:00:00Z   | true
            2025-12-24T00:00:00Z   | true
                                   | true
            # a date in the future is some zone's mistake, and young
            2026-03-01T08:00:00Z   | false
            """)
    void theFirstPollIsBackfill(String published, boolean backfill) {
        var item = item("a", "a", published == null ? "" : published);
        var step = Cursor.advance(Standing.start("harbour", URL), arrival(List.of(item)), T0, HOUR);
        assertThat(step.fresh()).extracting(Item::backfill).containsExactly(backfill);
    }

    @Test
    void afterAFailedFirstPollTheNextIsTheFirst() {
        var failed = Standing.failed(Standing.start("harbour", URL), Why.TIMEOUT, "", "", T0);
        var old = List.of(item("a", "a", T0.minusSeconds(7_200).toString()));
        var step = Cursor.advance(failed, arrival(old), T0, HOUR);
        assertThat(step.fresh()).hasSize(1).allMatch(Item::backfill);
    }

    @Test
    void sendsTheOldestFirst() {
        var answer = List.of(
                item("c", "third", T0.toString()),
                item("x", "undated", ""),
                item("b", "second", T0.minusSeconds(60).toString()),
                item("a", "first", T0.minusSeconds(90).toString()));
        var step = Cursor.advance(Standing.start("harbour", URL), arrival(answer), T0, HOUR);
        assertThat(step.fresh()).extracting(Item::headline).containsExactly("first", "second", "undated", "third");
    }

    @Test
    void remembersEnoughAndNotMore() {
        var state = Standing.start("harbour", URL);
        for (int poll = 0; poll < 20; poll++) {
            state = Cursor.advance(state, arrival(numbered(poll * 30, 30)), T0, HOUR)
                    .next();
        }
        assertThat(state.seen()).hasSize(Cursor.LEAST_SEEN);
        assertThat(Cursor.advance(state, arrival(numbered(450, 150)), T0, HOUR).fresh())
                .isEmpty();

        var lengthy =
                Cursor.advance(state, arrival(numbered(0, 3_000)), T0, HOUR).next();
        assertThat(Cursor.advance(lengthy, arrival(numbered(0, 3_000)), T0, HOUR)
                        .fresh())
                .as("a document longer than usual is remembered whole")
                .isEmpty();
        var longest =
                Cursor.advance(state, arrival(numbered(0, 12_000)), T0, HOUR).next();
        assertThat(longest.seen()).hasSize(Cursor.MOST_SEEN);
    }

    @Test
    void keepsHealthAndValidators() {
        var next = Cursor.advance(Standing.start("harbour", URL), arrival(items("a b")), T0, HOUR)
                .next();
        assertThat(next.etag()).isEqualTo("W/\"1\"");
        assertThat(Standing.validatorsOf(next)).isEqualTo(URL);
        assertThat(Standing.ttl(Standing.unchanged(next, "", "", T0.plusSeconds(5))))
                .as("also after a 304")
                .isEqualTo(HOUR);
        assertThat(next.outcome()).isEqualTo("ok");
        assertThat(next.items()).isEqualTo(2);
        assertThat(next.newestItem()).contains(T0.minusSeconds(60));
        var failed = Standing.failed(next, Why.HTTP_5XX, "answered 500", "", T0.plusSeconds(9));
        assertThat(failed.failures()).isEqualTo(1);
        assertThat(failed.lastSuccess()).contains(T0);
        assertThat(failed.etag()).isEqualTo("W/\"1\"");
        assertThat(Standing.unchanged(failed, "", "", T0.plusSeconds(20)).failures())
                .isZero();
    }

    @Test
    void survivesJson() {
        var next = Cursor.advance(Standing.start("harbour", URL), arrival(items("a b")), T0, HOUR)
                .next();
        var read = Json.read(Json.write(Standing.due(next, T0)), FeedState.class);
        assertThat(read).isEqualTo(Standing.due(next, T0));
        assertThat(Standing.validatorsOf(read)).isEqualTo(URL);
    }

    @Test
    void anotherAddressStartsAnewButRingsNothingTwice() {
        var next = Cursor.advance(Standing.start("harbour", URL), arrival(items("a b")), T0, HOUR)
                .next();
        assertThat(Standing.resume(next, URL)).isEqualTo(next);
        var moved = Standing.resume(next, "https://harbour.example/new");
        assertThat(moved.etag()).isEmpty();
        assertThat(moved.bodyHash()).isEmpty();
        assertThat(moved.url()).isEqualTo("https://harbour.example/new");
        assertThat(Cursor.advance(moved, arrival(items("a b")), T0, HOUR).fresh())
                .isEmpty();
    }

    private static Arrival arrival(List<Item> items) {
        return arrival(items, List.of());
    }

    private static Arrival arrival(List<Item> items, List<String> passed) {
        return new Arrival(
                items,
                passed,
                "Harbour Post",
                URL,
                "W/\"1\"",
                "Sun, 01 Mar 2026 06:00:00 GMT",
                URL,
                "00ff",
                HOUR,
                Rest.NONE);
    }

    /** "a b'" is item a, and item b in its second wording. */
    private static List<Item> items(String words) {
        return words(words).stream()
                .map(word ->
                        item(word.substring(0, 1), word, T0.minusSeconds(60).toString()))
                .toList();
    }

    private static List<Item> numbered(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(i -> item("n" + i, "Notice " + i, T0.toString()))
                .toList();
    }

    private static List<String> words(String text) {
        return text == null || text.isBlank() ? List.of() : Arrays.asList(text.split(" "));
    }

    private static Item item(String id, String headline, String published) {
        var fields = Map.of("id", id, "source", "harbour", "headline", headline, "published", published);
        return Json.read(
                Json.plain(fields.entrySet().stream()
                        .filter(field -> !field.getValue().isEmpty())
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))),
                Item.class);
    }
}
