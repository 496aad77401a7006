package org.wirebell.model;

/**
 * An escalation (level above zero) or de-escalation (below) tag with the words it was read from.
 *
 * @param level −4 to +6, see docs/glossary.md
 * @param start offset of the quote in {@code part}, {@code end} exclusive
 * @param rule name of the pattern that read it
 * @param actor who does it, in the words of the sentence; empty when it does not say so plainly
 * @param target to whom or what it is done; empty when unknown
 */
public record Signal(
        String tag,
        int level,
        String quote,
        int start,
        int end,
        Figure.Part part,
        String rule,
        String actor,
        String target) {

    /** One of which nobody says who did it to whom. */
    public Signal(String tag, int level, String quote, int start, int end, Figure.Part part, String rule) {
        this(tag, level, quote, start, end, part, rule, "", "");
    }
}
