package org.wirebell.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebell.ingest.read.Hints;
import org.wirebell.ingest.read.Reader;
import org.wirebell.model.Item;
import org.wirebell.model.Samples;

class TeaserTest {
    private static final String LONG =
            "A sentence of fifty letters stands here for a text. ".repeat(20).strip();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Two ferries touched in fog.    | 1  | true
            A sentence.                    | 80 | false
            The inquiry goes on …          | 80 | true
            The inquiry goes on [...]      | 80 | true
            Goes on. Read more »           | 80 | true
            Läuft noch. Weiterlesen        | 80 | true
            التحقيق مستمر. اقرأ المزيد     | 80 | true
            Продолжение. Читать далее…     | 80 | true
            Then it stopped ...            | 500 | false
            两艘渡轮在浓雾中相撞。         | 10 | true
            两艘渡轮在浓雾中相撞。         | 80 | false
            """)
    void knowsATeaser(String end, int sentences, boolean teaser) {
        var before = end.codePointAt(0) > 0x2E80 ? end : "A sentence. ";
        assertThat(Teaser.isTeaser(before.repeat(sentences - 1) + end)).isEqualTo(teaser);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "https://harbour.example/news/1, true",
        "https://harbour.example/?p=12, true",
        "https://harbour.example/, false",
        "https://harbour.example, false",
        "mailto:desk@harbour.example, false",
        "'https://harbour.example/a b', false",
        "'', false",
    })
    void asksForPagesOfTheirOwnOnly(String link, boolean page) {
        assertThat(Teaser.rest(item("Two ferries touched.", link)).isPresent()).isEqualTo(page);
    }

    @Test
    void leavesAloneWhatIsWholeOldOrTakenBack() {
        var item = item("Two ferries touched.", "https://harbour.example/news/1?utm_source=rss");
        assertThat(Teaser.rest(item)).hasToString("Optional[https://harbour.example/news/1]");
        assertThat(Teaser.rest(item(LONG, "https://harbour.example/news/1"))).isEmpty();
        assertThat(Teaser.rest(item.arrived(Samples.T0, true))).isEmpty();
        var killed = Reader.read(
                        "{\"uri\": \"u\", \"type\": \"text\", \"headline\": \"h\", \"pubstatus\": \"canceled\"}"
                                .getBytes(StandardCharsets.UTF_8),
                        Hints.file("kill"))
                .items()
                .getFirst();
        assertThat(killed.killed()).isTrue();
        assertThat(Teaser.rest(killed)).isEmpty();
    }

    private static Item item(String body, String link) {
        var feed =
                "<rss version='2.0'><channel><item><guid isPermaLink='false'>1</guid><title>Ferries collide</title><link>"
                        + link + "</link><description>" + body + "</description></item></channel></rss>";
        return Reader.read(feed.getBytes(StandardCharsets.UTF_8), Hints.file("feed"))
                .items()
                .getFirst();
    }

    @ParameterizedTest(name = "{0} / {1}")
    @CsvSource(delimiter = '|', textBlock = """
            Ferries collide in thick fog   | Ferries collide: eleven passengers injured in fog | true
            Ferries collide in thick fog   | Before you continue, accept our cookies or sign in | false
            Ferries collide in thick fog   | Checking that you are human. This takes a moment.  | false
            两艘渡轮在浓雾中相撞           | 港口管理局表示，两艘渡轮在浓雾中相撞，十一人受伤  | true
            两艘渡轮在浓雾中相撞           | 请输入验证码以继续访问本网站                       | false
            42                             | whatever                                           | true
            """)
    void knowsWhetherAPageTellsTheStory(String announced, String text, boolean same) {
        var article = new Article(text, Article.Provenance.DOM, "", false, List.of(), List.of());
        assertThat(SameStory.tells(article, announced)).isEqualTo(same);
    }
}
