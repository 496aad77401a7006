package org.wirebell.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages made to break a reader, or its patience: each gives an article or none, in time, and never an exception. */
class HostilePagesTest {
    private static final Duration LIMIT = Duration.ofSeconds(20); // 1 s on an idle machine

    static Stream<Arguments> pages() {
        return Stream.of(
                Arguments.of("deep", "<div>".repeat(100_000) + "text"),
                Arguments.of("deep paragraphs", "<div><p>some words, and a few more of them.</p>".repeat(15_000)),
                Arguments.of("deep inline", "<div>" + "<span>word, word and ".repeat(15_000)),
                Arguments.of("deep tables", "<table><tr><td>".repeat(10_000) + "x"),
                Arguments.of("breaks", "word<br><br>".repeat(15_000)),
                Arguments.of("paragraphs", "<p>words, words, and some more words here.</p>".repeat(15_000)),
                Arguments.of("tables", "<table><tr><td>word, word</td></tr></table>".repeat(5_000)),
                Arguments.of("one text", "<p>" + "word ".repeat(500_000)),
                Arguments.of("one text, deep", "<div>".repeat(250) + "<p>" + "word, ".repeat(500_000)),
                Arguments.of("open formatting", numbered(2_000, "<b a%d>") + "<p>x".repeat(3_000)),
                Arguments.of("fonts", numbered(10_000, "<font color=%d>x<p>y")),
                Arguments.of("a long class", "<div class='" + "a ".repeat(500_000) + "'>x</div>"),
                Arguments.of("clutter", "<div class='comments widget ad'><p>word word</p></div>".repeat(10_000)),
                Arguments.of("a long style", "<p style='" + "display ".repeat(300_000) + "'>x"),
                Arguments.of("attributes", "<p " + numbered(50_000, "a%d=1 ") + ">x"),
                Arguments.of("deep JSON", jsonLd("{\"articleBody\":" + "[".repeat(100_000))),
                Arguments.of("escapes in JSON", jsonLd("{\"articleBody\":\"" + "\\\\".repeat(500_000) + "\"}")),
                Arguments.of("an open comment", "<!--" + "x".repeat(3_000_000)),
                Arguments.of("brackets", "<".repeat(500_000)),
                Arguments.of(
                        "pictures that no selector can name",
                        "<noscript><img src='a]b'></noscript><p>word".repeat(3_000)));
    }

    private static String numbered(int times, String text) {
        return IntStream.range(0, times).mapToObj(text::formatted).collect(Collectors.joining());
    }

    private static String jsonLd(String json) {
        return "<script type='application/ld+json'>" + json + "</script><p>x</p>";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void comesThrough(String name, String page) {
        var article = assertTimeoutPreemptively(LIMIT, () -> ArticleText.of(page, ""));
        assertThat(article.text().length()).as(name).isLessThanOrEqualTo(page.length());
    }
}
