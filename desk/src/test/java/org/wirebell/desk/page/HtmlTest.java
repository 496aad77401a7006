package org.wirebell.desk.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebell.desk.page.Node.el;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebell.model.Json;

class HtmlTest {
    @Test
    void escapesTextsAndAttributes() {
        var node = el("p.a.b", "<b> & \"c\" 'd'\u0000").with("title", "\"><script>");
        assertThat(Html.fragment(node))
                .isEqualTo("<p class=\"a b\" title=\"&quot;&gt;&lt;script&gt;\">"
                        + "&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;\ufffd</p>");
    }

    @Test
    void writesTheSameTreeAsJson() {
        var node = el("p", el("mark", "<4>")).with("dir", "auto").with("hidden", "");
        assertThat(Json.plain(java.util.Map.of("n", Node.plain(node))))
                .isIn(
                        "{\"n\":[\"p\",{\"dir\":\"auto\",\"hidden\":\"hidden\"},[\"mark\",{},\"<4>\"]]}",
                        "{\"n\":[\"p\",{\"hidden\":\"hidden\",\"dir\":\"auto\"},[\"mark\",{},\"<4>\"]]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "javascript:alert(1)",
                " JavaScript:alert(1)",
                "data:text/html,x",
                "//evil.example",
                "/local",
                "ftp://x.example",
                "vbscript:x",
                "java\nscript:alert(1)"
            })
    void linksOnlyToTheOpenWeb(String address) {
        assertThat(Look.safe(address)).isEmpty();
        assertThat(Look.link(address, "x", "").tag()).isEqualTo("span");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://a.example/x?y=1", "HTTP://a.example", " https://a.example "})
    void linksToTheWeb(String address) {
        var link = Look.link(address, "x", "");
        assertThat(link.attributes())
                .containsEntry("href", address.strip())
                .containsEntry("rel", "noopener nofollow noreferrer");
    }

    @ParameterizedTest(name = "[{2}] in [{0}] from {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    At least 31 died      | 9  | 31    | At least <mark>31</mark> died
                    31 of 310 died        | 0  | 31    | <mark>31</mark> of 310 died
                    31 and then 31 again  | 12 | 31    | 31 and then <mark>31</mark> again
                    the offset is off: 31 | 3  | 31    | the offset is off: <mark>31</mark>
                    not there             | 0  | 31    | not there
                    beyond the end        | 99 | 31    | beyond the end
                    below zero 7          | -1 | 7     | below zero <mark>7</mark>
                    قتل 14 شخصا           | 4  | 14    | قتل <mark>14</mark> شخصا
                    """)
    void marksTheQuote(String sentence, int at, String quote, String expected) {
        var shown = Html.fragment(Look.sentence(sentence, quote, at, "", ""));
        assertThat(shown).isEqualTo("<q dir=\"auto\">" + expected + "</q>");
    }
}
