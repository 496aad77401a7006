package org.wirebell.ingest.article;

import java.util.List;

/**
 * What a page says.
 *
 * @param text paragraphs separated by a blank line; empty when there is none
 * @param from how it was found
 * @param title as the page names itself; empty when it does not
 * @param paid the page declares that its article is for subscribers
 * @param robots what the page asks of robots, in lower case, such as {@code noarchive}
 * @param notes what went wrong on the way, for people
 */
public record Article(
        String text, Provenance from, String title, boolean paid, List<String> robots, List<String> notes) {
    public Article {
        robots = List.copyOf(robots);
        notes = List.copyOf(notes);
    }

    /** How the text was found, best first. */
    public enum Provenance {
        /** Where the operator said that it is. */
        SELECTOR,
        /** The part of the page that reads like an article. */
        DOM,
        /** The element with the most text in paragraphs: the page is hardly an article. */
        DENSITY,
        /** The body that the page declares to search engines. */
        JSONLD,
        NONE
    }
}
