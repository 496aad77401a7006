package org.wirebell.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.lucene.index.memory.MemoryIndex;
import org.junit.jupiter.api.Test;
import org.wirebell.model.Finding;
import org.wirebell.model.Item;
import org.wirebell.model.Json;
import org.wirebell.model.Samples;

class MatcherTest {
    private static final List<String> WORDS =
            List.of("ferry", "toll", "harbour", "quake", "strike", "border", "rain", "vote", "market", "school");

    @Test
    void oneBrokenQueryDoesNotStopTheOthers() {
        try (var matcher = new Matcher(Map.of("good", "ferry", "bad", "ferry AND (", "worse", "-ferry"))) {
            assertThat(matcher.match(Samples.finding())).containsExactly("good");
            assertThat(matcher.broken()).containsOnlyKeys("bad", "worse");
            assertThat(matcher.broken().get("bad")).contains("unexpected end at position 12");
        }
    }

    @Test
    void saysWhichWordsItFound() {
        try (var matcher = new Matcher(Map.of(
                "words", "ferry AND harb* AND NOT tanker", "phrase", "\"toll rises\" AND level:6", "none", "tanker"))) {
            var finding = Samples.finding();
            assertThat(matcher.explain("words", finding)).containsExactly("text: ferry", "text: harbour");
            assertThat(matcher.explain("phrase", finding)).contains("text: toll rises");
            assertThat(matcher.explain("none", finding)).isEmpty();
            assertThat(matcher.explain("unknown", finding)).isEmpty();
        }
    }

    @Test
    void tellsTheWordsWithTheIds() {
        try (var matcher = new Matcher(Map.of("b", "ferry AND toll", "a", "headline:rises", "c", "tanker"))) {
            assertThat(matcher.matches(Samples.finding()))
                    .isEqualTo(Map.of("a", List.of("headline: rises"), "b", List.of("text: ferry", "text: toll")))
                    .containsOnlyKeys("a", "b");
            assertThat(matcher.match(Samples.finding())).containsExactly("a", "b");
            assertThat(matcher.quarantined()).isEmpty();
        }
    }

    @Test
    void aValueLongerThanAnyTermIsCut() {
        var item = Samples.item("a", "Ferry sinks", "");
        var genre = Json.read(
                Json.plain(item).replaceFirst("\\{", "{\"genre\":\"" + "x".repeat(40_000) + "\","), Item.class);
        var finding = new Finding(genre, "", List.of(), List.of(), List.of(), "", "", "", Map.of());
        try (var matcher =
                new Matcher(Map.of("ferries", "ferry", "long", "genre:xxx*", "lucene", "\"ferry ferry\"~3"))) {
            assertThat(matcher.match(finding)).containsExactly("ferries", "long");
            assertThat(Words.found(Queries.parse("ferry"), Documents.of(finding)))
                    .containsExactly("text: ferry");
        }
    }

    @Test
    void anAnswerDoesNotDependOnWhatCameBefore() {
        var random = new Random(11);
        var texts = new HashMap<String, String>();
        for (int i = 0; i < 50; i++) {
            texts.put("q" + i, query(random));
        }
        try (var matcher = new Matcher(texts);
                var fresh = new Matcher(texts)) {
            for (int i = 0; i < 1_100; i++) {
                var finding = finding(random, i);
                var found = matcher.match(finding);
                if (i % 100 == 0) {
                    assertThat(fresh.match(finding)).isEqualTo(found);
                }
            }
        }
    }

    @Test
    void manyThreadsMayAsk() throws Exception {
        var random = new Random(12);
        var texts = new HashMap<String, String>();
        for (int i = 0; i < 50; i++) {
            texts.put("q" + i, query(random));
        }
        var findings = IntStream.range(0, 400).mapToObj(i -> finding(random, i)).toList();
        try (var matcher = new Matcher(texts);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var expected = findings.stream().map(matcher::match).toList();
            var asked = findings.stream()
                    .map(finding -> threads.submit(() -> matcher.match(finding)))
                    .toList();
            for (int i = 0; i < asked.size(); i++) {
                assertThat(asked.get(i).get()).isEqualTo(expected.get(i));
            }
        }
    }

    @Test
    void findsExactlyWhatEachQueryAloneFinds() throws IOException {
        var random = new Random(7);
        var texts = new HashMap<String, String>();
        for (int i = 0; i < 100; i++) {
            texts.put("q" + i, query(random));
        }
        try (var matcher = new Matcher(texts)) {
            for (int i = 0; i < 30; i++) {
                var finding = finding(random, i);
                var expected = new TreeSet<String>();
                var index = MemoryIndex.fromDocument(Documents.of(finding), Queries.analyzer());
                for (var query : texts.entrySet()) {
                    if (index.search(Queries.parse(query.getValue())) > 0) {
                        expected.add(query.getKey());
                    }
                }
                assertThat(matcher.match(finding)).isEqualTo(expected);
            }
        }
    }

    private static String query(Random random) {
        var a = word(random);
        var b = word(random);
        var c = word(random);
        return switch (random.nextInt(6)) {
            case 0 -> a + " AND " + b;
            case 1 -> "\"" + a + " " + b + "\"";
            case 2 -> a + " AND NOT " + b;
            case 3 -> "(" + a + " OR " + b + ") AND headline:" + c;
            case 4 -> a.substring(0, 3) + "* AND urgency:[1 TO 3]";
            default -> "\"" + a + " " + b + "\"~3";
        };
    }

    private static Finding finding(Random random, int n) {
        var headline = new StringBuilder();
        var body = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            headline.append(word(random)).append(' ');
            body.append(word(random)).append(' ').append(word(random)).append(' ');
        }
        var item = Samples.item("i" + n, headline.toString(), body.toString());
        return new Finding(item, "en", List.of(), List.of(), List.of(), "", "", "", Map.of());
    }

    private static String word(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }
}
