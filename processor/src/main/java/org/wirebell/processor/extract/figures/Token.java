package org.wirebell.processor.extract.figures;

/**
 * The smallest unit of a sentence.
 *
 * @param word folded letters, plain digits with their separators, or the mark itself
 * @param glued true when nothing stands between it and the token before
 * @param capital true when it begins with an upper-case letter
 */
record Token(int start, int end, Kind kind, String word, boolean glued, boolean capital) {
    enum Kind {
        WORD,
        DIGITS,
        MARK
    }
}
