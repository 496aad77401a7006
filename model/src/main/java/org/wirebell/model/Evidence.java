package org.wirebell.model;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a figure or a signal stands, so that it can be opened: the sentence as written, and the place of the quote.
 *
 * @param family key of the item ({@link Item#family()})
 * @param sentence the whole sentence, as in the item
 * @param quoteInSentence offset of the quote within {@code sentence}
 * @param start offset of the quote in {@code part} of the item, {@code end} exclusive
 * @param rule name of the pattern that read it
 */
public record Evidence(
        String family,
        String version,
        String source,
        String headline,
        String link,
        Optional<Instant> published,
        Figure.Part part,
        String sentence,
        String quote,
        int quoteInSentence,
        int start,
        int end,
        String rule) {}
