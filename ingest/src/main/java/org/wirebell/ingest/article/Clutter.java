package org.wirebell.ingest.article;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;

/** Takes out of a page what stands around an article. What holds much of the page's text stays, whatever it is called. */
final class Clutter {
    /** Never shown, or never part of a text. */
    private static final Set<String> SILENT = Set.of(
            "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "canvas", "button", "select",
            "textarea", "input", "audio", "video", "link", "dialog");

    /** Words of a class or id that mark what is not the article's own text. */
    private static final Set<String> WORDS = Set.of(
            "caption", "captions", "figcaption", "credit", "credits", "byline", "bylines", "bio", "dateline", "breadcrumb",
            "breadcrumbs", "share", "shares", "sharing", "sharebar", "sharethis", "addthis", "social", "newsletter",
            "newsletters", "subscribe", "subscription", "signup", "related", "recirc", "recirculation", "recommended",
            "recommendations", "promo", "promos", "promotion", "advert", "adverts", "advertisement", "advertising", "ad",
            "ads", "sponsored", "sponsor", "outbrain", "taboola", "tag", "tags", "taglist",
            "widget", "widgets", "toolbar", "tools", "cookie", "cookies", "consent", "gdpr", "trending", "mostread",
            "popular", "copyright", "timestamp", "pagination", "pager");

    private static final Pattern COMMENTS = Pattern.compile(
            "(?i)(?:(?!(?:has|no|with|show)-)\\S+-)?comments?(?:-?(?:area|list|section|wrap|wrapper|container|thread|block))?|disqus\\S*");

    private static final Pattern BREAKS = Pattern.compile("(?<=[a-z])(?=[A-Z])|[^A-Za-z]+");
    private static final Pattern HIDDEN = Pattern.compile("(?i)display\\s*:\\s*none|visibility\\s*:\\s*hidden");

    /** What holds more text in paragraphs than this and than {@link #SHARE} of the page's is no clutter. */
    private static final int LEAST = 350;

    /** Readers' comments go when so much is left. */
    private static final int LEAST_STORY = 200;

    private static final double SHARE = 0.15;
    /** Nor is what holds so much text of whatever kind. */
    private static final int MOST = 1_500;

    private Clutter() {}

    /** Without what no reader sees. A form around the whole page, as some systems make it, is opened. */
    static void strip(Document page) {
        page.filter(new NodeFilter() {
            @Override
            public FilterResult head(Node node, int depth) {
                return node instanceof Comment || node instanceof Element element && SILENT.contains(element.normalName())
                        ? FilterResult.REMOVE
                        : FilterResult.CONTINUE;
            }
        });
        int limit = limit(page);
        for (var form : page.select("form")) {
            if (paragraphs(form) > limit) {
                form.unwrap();
            }
        }
    }

    /** Without what readers wrote below, however long it is, as long as a story is left. */
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
                || element.classNames().stream().anyMatch(name -> COMMENTS.matcher(name).matches());
    }

    /** Without what is called after what surrounds articles, or is hidden. */
    static void prune(Document page, int all) {
        int limit = Math.max(LEAST, (int) (SHARE * all));
        page.body().filter(new NodeFilter() {
            @Override
            public FilterResult head(Node node, int depth) {
                return node instanceof Element element && depth > 0 && isClutter(element, all, limit)
                        ? FilterResult.REMOVE
                        : FilterResult.CONTINUE;
            }
        });
    }

    private static boolean isClutter(Element element, int all, int limit) {
        return isSuspect(element) && paragraphs(element) <= limit && element.text().length() < MOST;
    }

    private static boolean isSuspect(Element element) {
        return switch (element.normalName()) {
            case "article", "main", "html", "body" -> false;
            case "nav", "footer", "aside", "figcaption" -> true;
            default -> isNamed(element, WORDS) || isHidden(element);
        };
    }

    private static boolean isHidden(Element element) {
        return element.hasAttr("hidden") || HIDDEN.matcher(element.attr("style")).find();
    }

    private static boolean isNamed(Element element, Set<String> words) {
        var name = element.className() + " " + element.id();
        return name.length() > 1
                && Arrays.stream(BREAKS.split(name)).anyMatch(word -> words.contains(word.toLowerCase(Locale.ROOT)));
    }

    private static int limit(Element page) {
        return Math.max(LEAST, (int) (SHARE * paragraphs(page)));
    }

    /** Characters in paragraphs. */
    static int paragraphs(Element root) {
        return root.getElementsByTag("p").stream()
                .mapToInt(paragraph -> paragraph.text().length())
                .sum();
    }
}
