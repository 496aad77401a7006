package org.wirebell.ingest.article;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;

/** Takes out of a page what stands around an article. What holds much of the page's text stays, whatever it is called. */
final class Clutter {
    /** Never shown, or never part of a text. */
    private static final Set<String> SILENT = words("script style noscript template iframe object embed svg canvas"
            + " button select textarea input audio video link dialog");

    /** Words of a class or id that mark what is not the article's own text. */
    private static final Set<String> WORDS =
            words("caption captions figcaption credit credits byline bylines bio dateline"
                    + " timestamp breadcrumb breadcrumbs share shares sharing sharebar sharethis addthis social newsletter"
                    + " newsletters subscribe subscription signup related recirc recirculation recommended recommendations"
                    + " trending mostread popular promo promos promotion advert adverts advertisement advertising ad ads sponsored"
                    + " sponsor outbrain taboola tag tags taglist widget widgets toolbar tools cookie cookies consent gdpr"
                    + " copyright pagination pager");

    private static final Pattern BREAKS = Pattern.compile("(?<=[a-z])(?=[A-Z])|[^A-Za-z]+");
    private static final Pattern HIDDEN = Pattern.compile("(?i)display\\s*:\\s*none|visibility\\s*:\\s*hidden");
    /** What holds readers' comments; a page that only {@code has-comments} does not. */
    private static final Pattern COMMENTS = Pattern.compile("(?i)(?:(?!(?:has|no|with|show)-)\\S+-)?comments?"
            + "(?:-?(?:area|list|section|wrap|wrapper|container|thread|block))?|disqus\\S*");

    /** What holds more text in paragraphs than this, in characters, and than {@link #SHARE} of the page's is no clutter. */
    private static final int LEAST = 350;

    private static final double SHARE = 0.15;
    /** Nor is what holds so much text of whatever kind. */
    private static final int MOST = 1_500;
    /** Readers' comments go, however long, when so much is left. */
    private static final int LEAST_STORY = 200;

    private Clutter() {}

    private static Set<String> words(String words) {
        return Set.of(words.split(" "));
    }

    /** Without what no reader sees. A form around the whole page, as some systems make it, is opened. */
    static void strip(Document page) {
        page.filter(removing(node ->
                node instanceof Comment || node instanceof Element element && SILENT.contains(element.normalName())));
        int limit = limit(paragraphs(page));
        for (var form : page.select("form")) {
            if (paragraphs(form) > limit) {
                form.unwrap();
            }
        }
    }

    /** Without what readers wrote. */
    static void comments(Document page) {
        int all = paragraphs(page);
        for (var element : page.body().select("[class*=omment], [id*=omment], [id^=disqus]")) {
            if (isComments(element) && all - paragraphs(element) >= LEAST_STORY) {
                element.remove();
            }
        }
    }

    private static boolean isComments(Element element) {
        return COMMENTS.matcher(element.id()).matches()
                || element.classNames().stream()
                        .anyMatch(name -> COMMENTS.matcher(name).matches());
    }

    /**
     * Without what is called after what surrounds articles, or is hidden.
     *
     * @param all characters in the paragraphs of the page
     */
    static void prune(Document page, int all) {
        int limit = limit(all);
        page.body().filter(removing(node -> node instanceof Element element && isClutter(element, limit)));
    }

    private static boolean isClutter(Element element, int limit) {
        return isSuspect(element)
                && paragraphs(element) <= limit
                && element.text().length() < MOST;
    }

    private static boolean isSuspect(Element element) {
        return switch (element.normalName()) {
            case "article", "main", "html", "body" -> false;
            case "nav", "footer", "aside", "figcaption" -> true;
            default -> isNamedSo(element) || isHidden(element);
        };
    }

    private static boolean isHidden(Element element) {
        return element.hasAttr("hidden")
                || HIDDEN.matcher(element.attr("style")).find();
    }

    private static boolean isNamedSo(Element element) {
        var name = element.className() + " " + element.id();
        return name.length() > 1
                && Arrays.stream(BREAKS.split(name)).anyMatch(word -> WORDS.contains(word.toLowerCase(Locale.ROOT)));
    }

    private static int limit(int all) {
        return Math.max(LEAST, (int) (SHARE * all));
    }

    /** Characters in paragraphs. */
    static int paragraphs(Element root) {
        return root.getElementsByTag("p").stream()
                .mapToInt(paragraph -> paragraph.text().length())
                .sum();
    }

    private static NodeFilter removing(Predicate<Node> unwanted) {
        return (node, _) -> unwanted.test(node) ? NodeFilter.FilterResult.REMOVE : NodeFilter.FilterResult.CONTINUE;
    }
}
