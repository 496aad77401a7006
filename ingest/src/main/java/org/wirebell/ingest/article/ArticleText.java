package org.wirebell.ingest.article;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.wirebell.ingest.article.Article.Provenance;
import org.wirebell.ingest.read.Charsets;
import org.wirebell.ingest.read.Hints;
import org.wirebell.ingest.read.Html;

/**
 * Reads the text of an article from its web page: the clutter is pruned, Readability chooses the part that reads like an
 * article, and its blocks are walked. What comes out too short is tried in other ways. The thresholds were set on two
 * public benchmarks; docs/reading.md has the scores. No page makes it throw.
 */
public final class ArticleText {
    /** In Latin letters' worth: what is shorter is taken for a failure, and the next way is tried. */
    private static final int SHORT = 250;
    /** When less than this share of the paragraphs survives the pruning, the site names its articles like clutter. */
    private static final double LEAST_KEPT = 0.6;
    /** When less than this share of the paragraphs is chosen, the page's own frame is believed instead. */
    private static final double LEAST_CHOSEN = 0.5;
    /** The largest of 1,678 pages has 16,000 elements. */
    private static final int MOST_TAGS = 60_000;

    private final String html;
    private final List<String> notes = new ArrayList<>();
    private Declared declared = new Declared("", "", false, List.of());

    private ArticleText(String html) {
        this.html = html;
    }

    /**
     * The article of a page as it came.
     *
     * @param contentType as the server said; its charset counts
     * @param selector CSS: where the operator says that the text is on this site; empty when nowhere
     */
    public static Article of(byte[] raw, String contentType, String selector) {
        return of(Charsets.decode(raw, Hints.fetched("", "", contentType)).text(), selector);
    }

    /** As above, of a page that is text already. */
    public static Article of(String html, String selector) {
        return new ArticleText(html).read(selector);
    }

    private Article read(String selector) {
        var page = Html.parse(html, MOST_TAGS);
        declared = Declared.in(page);
        Clutter.strip(page);
        if (!selector.isEmpty()) {
            var told = String.join(
                    "\n\n", page.select(selector).stream().map(this::text).toList());
            if (!told.isEmpty()) {
                return article(told, Provenance.SELECTOR);
            }
            notes.add("nothing is at \"" + selector + "\"");
        }
        return found(page);
    }

    private Article found(Document page) {
        var text = chosen(page);
        var from = Provenance.DOM;
        if (isShort(text)) {
            text = longer(text, readability(whole()));
        }
        if (isShort(text)) {
            var dense = dense(whole()).map(this::text).orElse("");
            from = dense.length() > text.length() ? Provenance.DENSITY : from;
            text = longer(text, dense);
        }
        if (isShort(text)) { // what is declared is often a teaser, so it is never believed before
            from = declared.body().length() > text.length() ? Provenance.JSONLD : from;
            text = longer(text, declared.body());
        }
        return article(text, text.isEmpty() ? Provenance.NONE : from);
    }

    private Article article(String text, Provenance from) {
        return new Article(text, from, declared.title(), declared.paid(), declared.robots(), notes);
    }

    /** The main way: pruned, chosen by Readability, unless the page's own frame holds much more. */
    private String chosen(Document stripped) {
        var page = stripped;
        Clutter.comments(page);
        int all = Clutter.paragraphs(page);
        Clutter.prune(page, all);
        int kept = Clutter.paragraphs(page);
        if (kept < LEAST_KEPT * all) {
            page = whole();
            Clutter.comments(page);
            kept = all;
        }
        var frame = Frame.of(page, kept).map(this::text).orElse("");
        var text = readability(page);
        return text.length() < LEAST_CHOSEN * kept ? longer(text, frame) : text;
    }

    /** The page anew, since each way of reading it takes it apart. */
    private Document whole() {
        var page = Html.parse(html, MOST_TAGS);
        Clutter.strip(page);
        return page;
    }

    private String readability(Document page) {
        return Core.find(page, notes).map(this::text).orElse("");
    }

    /** The element with the most text in paragraphs of its own. */
    private static Optional<Element> dense(Document page) {
        return page.getElementsByTag("p").stream()
                .flatMap(paragraph -> Optional.ofNullable(paragraph.parent()).stream())
                .distinct()
                .max(Comparator.comparing(parent -> parent.children().stream()
                        .filter(child -> child.normalName().equals("p"))
                        .mapToInt(child -> child.text().length())
                        .sum()));
    }

    private String text(Element element) {
        return Blocks.text(element, declared.title());
    }

    private static boolean isShort(String text) {
        return Script.weight(text) < SHORT;
    }

    private static String longer(String a, String b) {
        return b.length() > a.length() ? b : a;
    }
}
