package org.wirebell.ingest.article;

import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Where the page itself says that its article is: in its only {@code article}, or else in its {@code main}. */
final class Frame {
    /** A frame that holds less of the page's paragraphs is that of something else. */
    private static final double SHARE = 0.7;

    /** With more of its text in links it is a list of other stories. */
    private static final double LINKS = 0.3;

    private Frame() {}

    /** @param paragraphs characters in the paragraphs of the page */
    static Optional<Element> of(Document page, int paragraphs) {
        var articles = page.getElementsByTag("article");
        if (articles.size() > 1) {
            return Optional.empty(); // teasers
        }
        return Optional.ofNullable(articles.first())
                .filter(article -> holds(article, paragraphs))
                .or(() -> Optional.ofNullable(page.selectFirst("main, [role=main]"))
                        .filter(main -> holds(main, paragraphs)));
    }

    private static boolean holds(Element element, int paragraphs) {
        return Clutter.paragraphs(element) >= SHARE * paragraphs
                && links(element) <= LINKS * element.text().length();
    }

    private static int links(Element element) {
        return element.getElementsByTag("a").stream()
                .mapToInt(link -> link.text().length())
                .sum();
    }
}
