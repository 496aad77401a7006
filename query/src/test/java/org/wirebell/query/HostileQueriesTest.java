package org.wirebell.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirebell.model.Finding;
import org.wirebell.model.Samples;

/** Queries made to stop a service: each is refused with the limit that it breaks, or answered in bounded time over a long text. */
class HostileQueriesTest {
    /** For a slow, busy machine; each takes milliseconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final String ANSWERED = "";
    private static final List<Document> TEXTS = Stream.of(
                    "a ".repeat(50_000),
                    "aaaa ".repeat(10_000) + "bbbb ".repeat(10_000),
                    words(14_000, n -> "fer" + Integer.toString(n * 7_919, 36)),
                    words(14_000, n -> "abcabcabc" + n),
                    "a".repeat(100_000),
                    "ab ".repeat(17_000) + "((((" + "مدرسة ".repeat(8_000))
            .map(HostileQueriesTest::document)
            .toList();

    static Stream<Arguments> queries() {
        return Stream.of(
                arguments("many words", words(1_025, n -> "w" + n), "more than 1024 parts"),
                arguments("many needed words", "+" + words(1_025, n -> "w" + n).replace(" ", " +"), "1024 parts"),
                arguments("many in many", groups(40, 40), "1600 parts, at most 1024"),
                arguments("many left out", "ferry " + words(1_024, n -> "-w" + n), "1024 parts"),
                arguments("as many as may be", words(1_024, n -> "w" + n), ANSWERED),
                arguments("long", "ferry " + "a".repeat(60_000), "60006 letters, at most 50000"),
                arguments("long word", "a".repeat(49_000), ANSWERED),
                arguments("deep", "(".repeat(5_000) + "a" + ")".repeat(5_000), "more than 32 brackets"),
                arguments("deep and open", "(".repeat(40_000), "more than 32 brackets"),
                arguments("deep, with signs", "+(".repeat(2_000) + "a" + ")".repeat(2_000), "more than 32 brackets"),
                arguments("deep with fields", "text:(".repeat(100) + "a" + ")".repeat(100), "more than 32 brackets"),
                arguments("as deep as may be", "(".repeat(32) + "ferry" + ")".repeat(32), ANSWERED),
                arguments("brackets in quotes", "\"" + "(".repeat(40_000) + "a\"", ANSWERED),
                arguments("all or nothing", "*:* AND NOT *:*", ANSWERED),
                arguments("all, often", words(1_000, _ -> "*:*"), ANSWERED),
                arguments("only a wildcard", "*", "must not start with a wildcard"),
                arguments("only wildcards", "***", "must not start with a wildcard"),
                arguments("wildcard first", "*ferry", "must not start with a wildcard"),
                arguments("question mark first", "??????", "must not start with a wildcard"),
                arguments("escaped and wild", "\\**", "at least 3 letters must stand before '*'"),
                arguments("one letter", "a*", "at least 3 letters must stand before '*' in a*"),
                arguments("two letters", "headline:fe*y", "at least 3 letters must stand before '*' in fe*y"),
                arguments("four wildcards", "fer*a*b*c*d", "4 wildcards in fer*a*b*c*d, at most 3"),
                arguments("alternating wildcards", "fer?*?*?*?", "7 wildcards"),
                arguments("three wildcards", "fer*1*2*", ANSWERED),
                arguments("long wild word", "fer" + "a".repeat(100) + "*", "104 letters in a word with wildcards"),
                arguments("many wild words", words(65, n -> "ferry" + n + "*"), "more than 64 words with wildcards"),
                arguments("as many wild words", words(64, n -> "fer*" + n + "*" + n + "*x"), ANSWERED),
                arguments("short inexact word", "fer~2", "an inexact word needs at least 4 letters, was fer~"),
                arguments("very inexact word", "ferry~50", "at most 2 letters may differ in ferry~, was 50"),
                arguments("partly inexact", "ferry~1.5", "Fractional edit distances are not allowed"),
                arguments("long inexact word", "a".repeat(200) + "~2", "200 letters in a word with wildcards"),
                arguments("many inexact words", words(17, n -> "ferry" + n + "~2"), "more than 16 inexact words"),
                arguments("as many inexact", words(16, n -> "ferabcdefghijklmnopq" + n + "~2"), ANSWERED),
                arguments("inexact beyond sense", "ferry~99999999999999999999", "edit distances"),
                arguments("far apart", "\"aaaa bbbb\"~100", "words may be 99 places apart at most, was 100"),
                arguments("far beyond sense", "\"aaaa bbbb\"~99999999999", "words may be 99 places apart at most"),
                arguments("near itself", "\"" + "aaaa ".repeat(50) + "\"~99", ANSWERED),
                arguments("near, never met", "\"aaaa bbbb cccc\"~99", ANSWERED),
                arguments("near, met once", "\"bbbb aaaa\"~99", ANSWERED),
                arguments("near, often", words(250, _ -> "\"a zz\"~99 \"aaaa bbbb\"~1"), ANSWERED),
                arguments("endless phrase", "\"" + "a ".repeat(51) + "\"", "51 words in a phrase, at most 50"),
                arguments("longest phrase", "\"" + "a ".repeat(50) + "\"", ANSWERED),
                arguments("longest phrase, no end", "\"" + "a ".repeat(49) + "b\"", ANSWERED),
                arguments("product of repetitions", "/((a{1000}){1000}){1000}/", "at most 1000 are allowed"),
                arguments("repetition twice", "/abc(a{1000}){1000}/", "multiply to 1000000 in"),
                arguments("repetition beyond sense", "/abca{2147483647}/", "multiply to 2147483647 in"),
                arguments("repetition no number", "/abca{99999999999}/", "is no regular expression"),
                arguments("repetitions in a row", "/abc" + "[a-z]{1000}".repeat(15) + "/", ANSWERED),
                arguments("stars in stars", "/abc" + "(".repeat(60) + "a*" + ")*".repeat(60) + "/", ANSWERED),
                arguments("backtracking", "/abc(.*a){20}/", ANSWERED),
                arguments("backtracking, plus", "/abc(a+)+$/", ANSWERED),
                arguments("states that double", "/abc(.*a.{20})b/", "is too complex"),
                arguments("alternatives in alternatives", "/abc((a|b|ab)*c){30}/", ANSWERED),
                arguments("expression of anything", "/.*/", "must begin with at least 3 certain letters"),
                arguments("expression of any end", "/.*erry/", "must begin with at least 3 certain letters"),
                arguments("expression of many beginnings", "/(a|b|c).*/", "must begin with at least 3 certain letters"),
                arguments("long expression", "/abc" + "a".repeat(198) + "/", "201 letters in a regular expression"),
                arguments("open expression", "slug:/abc", "a regular expression has no end at position 6"),
                arguments("open class", "/abc[a-/", "is no regular expression"),
                arguments("open group", "/abc((/", "is no regular expression"),
                arguments("complement", "/abc~(.*a)/", ANSWERED),
                arguments("numbers as words", "/abc<1-99999>/", ANSWERED),
                arguments("many expressions", words(65, n -> "/ferry" + n + ".*/"), "more than 64 words"),
                arguments("boost without end", "ferry^" + "9".repeat(400), "boost must be a positive float"),
                arguments("boost of nothing", "ferry^0", ANSWERED),
                arguments("range of all", "text:[* TO *]", ANSWERED),
                arguments("ranges of all", words(1_000, _ -> "text:[a TO b]"), ANSWERED),
                arguments("range beyond numbers", "level:[4 TO 99999999999999999999]", "needs a whole number"),
                arguments("range of instants", "published:[-999999999-01-01 TO *]", "needs a date"),
                arguments("last instant", "published:[+999999999-12-31T00:00:00Z TO *]", "needs a date"),
                arguments("empty range", "level:{9223372036854775807 TO 9223372036854775807]", ANSWERED),
                arguments("controls", "\u0000\u0001\u0002", "holds no word"),
                arguments("half a letter", "\ud800", "holds no word"),
                arguments("right to left", "\u202eyrref\u202c", ANSWERED),
                arguments("escape at the end", "ferry\\", "unexpected end"),
                arguments("unknown escapes", "\\u12", "position"),
                arguments("signs", "+".repeat(10_000) + "ferry", "unexpected '+'"),
                arguments("nots", "NOT ".repeat(10_000) + "ferry", "unexpected 'NOT'"),
                arguments("colons", "text" + ":a".repeat(10_000), "unexpected ':'"),
                arguments("fields nobody knows", words(3_000, n -> "f" + n + ":a"), "no field 'f0'"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("queries")
    void isRefusedOrAnsweredSoon(String name, String query, String complaint) {
        Assertions.assertTimeoutPreemptively(PATIENCE, () -> {
            if (!complaint.equals(ANSWERED)) {
                assertThat(catchThrowable(() -> Queries.parse(query)))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining(complaint)
                        .message()
                        .hasSizeLessThan(600)
                        .containsPattern("at position \\d+");
                return;
            }
            try (var matcher = new Matcher(Map.of("evil", query, "good", "(aaaa OR ferry OR مدرسة OR copy:no)"))) {
                assertThat(matcher.broken()).isEmpty();
                for (var text : TEXTS) {
                    assertThat(matcher.match(text)).contains("good");
                }
                assertThat(matcher.quarantined()).doesNotContainKey("good");
            }
        });
    }

    @Test
    void thereAreMany() {
        assertThat(queries()).hasSizeGreaterThan(50);
    }

    private static Document document(String text) {
        var item = Samples.item("long", "", text);
        return Documents.of(new Finding(item, "", List.of(), List.of(), List.of(), "", "", "", Map.of()));
    }

    private static String words(int count, IntFunction<String> word) {
        return IntStream.range(0, count).mapToObj(word).collect(Collectors.joining(" "));
    }

    private static String groups(int groups, int each) {
        return IntStream.range(0, groups)
                .mapToObj(a -> "+(" + words(each, b -> "w" + a + "x" + b) + ")")
                .collect(Collectors.joining(" "));
    }
}
