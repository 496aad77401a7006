package org.wirebell.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.wirebell.ingest.article.Article.Provenance;

class ArticleTextTest {
    @Test
    void leavesOutWhatSurroundsTheStory() {
        var article = ArticleText.of(Pages.news(Pages.STORY), "");
        assertThat(article.text()).isEqualTo(Pages.STORY);
        assertThat(article.from()).isEqualTo(Provenance.DOM);
        assertThat(article.title()).isEqualTo("Ferries collide in fog");
        assertThat(article.robots()).contains("noarchive");
        assertThat(article.paid()).isFalse();
    }

    @Test
    void opensAFormAroundThePage() {
        var page = "<body><form action='/'><div class=top><input name=q></div><div id=content>"
                + Pages.paragraphs(Pages.STORY) + "</div></form></body>";
        assertThat(ArticleText.of(page, "").text()).isEqualTo(Pages.STORY);
    }

    @Test
    void takesWhatIsDeclaredWhenThePageIsEmpty() {
        var page = """
                <html><head><script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Ferries",
                "articleBody": "%s"}]}</script></head><body><div id="app">Loading</div></body></html>
                """.formatted(Pages.STORY.replace("\"", "\\\"").replace("\n", "\\n"));
        var article = ArticleText.of(page, "");
        assertThat(article.from()).isEqualTo(Provenance.JSONLD);
        assertThat(article.text()).isEqualTo(Pages.STORY);
    }

    @Test
    void aDeclaredTeaserNeverReplacesTheStory() {
        var page =
                "<script type='application/ld+json'>{\"articleBody\": \"Two ferries touched in thick fog…\"}</script>"
                        + Pages.news(Pages.STORY);
        assertThat(ArticleText.of(page, "").text()).isEqualTo(Pages.STORY);
    }

    @Test
    void knowsAPaidPage() {
        var page =
                "<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"isAccessibleForFree\": \"False\"}</script>"
                        + Pages.news(Pages.STORY);
        assertThat(ArticleText.of(page, "").paid()).isTrue();
    }

    /** Some builders call each part of a page a widget. */
    @Test
    void keepsAStoryThatIsNamedLikeClutter() {
        var page = "<body><div class=page>"
                + Pages.paragraphs(Pages.STORY)
                        .replace("<p>", "<div class='builder-widget'><p>")
                        .replace("</p>", "</p></div>")
                + "</div></body>";
        assertThat(ArticleText.of(page, "").text()).isEqualTo(Pages.STORY);
    }

    /** Sections of equal weight, of which Readability takes one. */
    @Test
    void believesThePagesOwnFrame() {
        var sections = new StringBuilder("<body><nav><a href=/>Home</a></nav><article>");
        for (var paragraph : (Pages.STORY + "\n\n" + Pages.STORY.replace("ferr", "carr")).split("\n\n")) {
            sections.append("<div><div><div><div><h2>Part</h2><p>")
                    .append(paragraph)
                    .append("</p></div></div></div></div>");
        }
        var text = ArticleText.of(sections.append("</article></body>").toString(), "")
                .text();
        assertThat(text).contains(Pages.STORY.split("\n\n")).contains("carr");
    }

    @Test
    void readsArabic() {
        var paragraphs =
                "قال مسؤول في الميناء، يوم الثلاثاء، إن عبارتين تلامستا في الضباب الكثيف؛ وأصيب أحد عشر راكبا بجروح طفيفة، ولم تتعرض حياة أحد للخطر بحسب السلطات المحلية."
                        + "\n\nوصلت السفينتان إلى الميناء بمحركاتهما، وفتحت السلطات تحقيقا في الحادث، فيما تعمل عبارة واحدة حتى يوم الجمعة المقبل على خط الجزر."
                        + "\n\nهل كان في الإمكان تفادي الحادث؟";
        var article = ArticleText.of(
                "<html dir=rtl><body><nav><a href=/>الرئيسية</a></nav><article>" + Pages.paragraphs(paragraphs)
                        + "<p>شارك</p></article></body></html>",
                "");
        assertThat(article.text()).isEqualTo(paragraphs);
    }

    @Test
    void readsChinese() {
        var paragraphs = "港口管理局星期二表示，两艘渡轮在浓雾中相撞，十一名乘客受轻伤，没有人有生命危险，伤者已经送往附近的医院接受治疗。"
                + "\n\n两艘船都靠自身动力返回港口，当局已经展开调查，到星期五为止，群岛航线只有一艘渡轮运营，居民需要提前安排行程。"
                + "\n\n一名教师说：“我们听到很长的刮擦声，然后大家都站到了过道上，没有人知道发生了什么事情。”";
        var article = ArticleText.of("<body><div>" + Pages.paragraphs(paragraphs) + "<p>分享</p></div></body>", "");
        assertThat(article.text()).isEqualTo(paragraphs);
        assertThat(article.from()).isEqualTo(Provenance.DOM);
    }

    @Test
    void goesByThePagesCharset() {
        var page = "<html><head><meta charset='windows-1251'></head><body><div>"
                + Pages.paragraphs("Два парома столкнулись в тумане, сообщили в порту. "
                        .repeat(8)
                        .strip()) + "</div></body>";
        var raw = page.getBytes(Charset.forName("windows-1251"));
        assertThat(ArticleText.of(raw, "text/html", "").text()).startsWith("Два парома столкнулись");
        assertThat(ArticleText.of(page.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8", "")
                        .text())
                .startsWith("Два парома столкнулись");
    }

    @Test
    void theOperatorKnowsBest() {
        var page = "<body><div class=lead>" + "Other things, in great number and length. ".repeat(30)
                + "</div><section id=s><p>Short, but it is the story.</p></section></body>";
        var told = ArticleText.of(page, "#s p");
        assertThat(told.from()).isEqualTo(Provenance.SELECTOR);
        assertThat(told.text()).isEqualTo("Short, but it is the story.");
        var missed = ArticleText.of(page, "#gone");
        assertThat(missed.from()).isEqualTo(Provenance.DOM);
        assertThat(missed.notes()).contains("nothing is at \"#gone\"");
    }

    @Test
    void anEmptyPageIsNoArticle() {
        for (var page : new String[] {"", " ", "<html></html>", "<body><img src=a.png></body>", "{}", "\u0000"}) {
            var article = ArticleText.of(page, "");
            assertThat(article.text()).as(page).isEmpty();
            assertThat(article.from()).as(page).isEqualTo(Provenance.NONE);
        }
    }
}
