package org.wirebell.model;

/**
 * An escalation (level above zero) or de-escalation (below) tag with the words it was read from.
 *
 * @param level −4 to +6, see docs/glossary.md
 * @param start offset of the quote in {@code part}, {@code end} exclusive
 * @param rule name of the pattern that read it
 */
public record Signal(String tag, int level, String quote, int start, int end, Figure.Part part, String rule) {}
