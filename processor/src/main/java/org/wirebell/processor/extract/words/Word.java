package org.wirebell.processor.extract.words;

/**
 * One word of a text.
 *
 * @param start offset in the text in UTF-16 units, {@code end} exclusive
 * @param form as written
 * @param key folded form that equal words share
 */
public record Word(int start, int end, String form, String key) {

    /** Begins with a capital, or is written in a script that has none. */
    public boolean capital() {
        int first = form.codePointAt(0);
        return Character.isUpperCase(first) || Character.isTitleCase(first) || !Character.isLowerCase(first);
    }

    /** All letters are capitals, and there are at least two. */
    public boolean shouted() {
        return form.length() > 1 && form.chars().allMatch(c -> Character.isUpperCase(c) || c == '.');
    }

    public boolean number() {
        return Character.isDigit(key.charAt(0));
    }
}
