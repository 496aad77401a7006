package org.wirebell.ingest.edge;

import java.time.Duration;
import java.util.Map;
import org.jsoup.select.Selector;
import org.wirebell.ingest.web.Limits;

/**
 * How pages of articles are asked for.
 *
 * @param selectors host, such as {@code news.example}, to the CSS selector of the paragraphs of its articles, where they
 *     are not found without
 * @param within all items that one answer of a source brings may be held back for so long together, waiting for their pages
 * @param most pages asked for on behalf of one answer
 */
public record ArticlesConfig(Map<String, String> selectors, Duration within, int most) {
    public ArticlesConfig {
        selectors = Map.copyOf(selectors);
        selectors.forEach(ArticlesConfig::check);
        Limits.positive("within", within);
        if (most < 1) {
            throw new IllegalArgumentException("most must be at least 1, was " + most);
        }
    }

    public static ArticlesConfig defaults() {
        return new ArticlesConfig(Map.of(), Duration.ofSeconds(10), 10);
    }

    private static void check(String host, String selector) {
        try {
            Selector.evaluatorOf(selector);
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw new IllegalArgumentException("selectors." + host + ": \"" + selector + "\" is no CSS selector", e);
        }
    }
}
