package org.wirebell.processor.extract.figures;

/**
 * A word, phrase, number or mark of a sentence together with what is known of it.
 *
 * @param start offset in the text, {@code end} exclusive
 * @param quantity {@link Quantity#NONE} unless the piece is a number
 */
record Piece(
        int start,
        int end,
        Token.Kind kind,
        String word,
        Entry entry,
        Quantity quantity,
        boolean glued,
        boolean capital) {
    /** What stands beyond either end of a sentence. */
    static final Piece EDGE = new Piece(0, 0, Token.Kind.MARK, "", Entry.NONE, Quantity.NONE, false, false);

    /** A number word is nothing else, except the article that it may be ("un", "una"). */
    boolean is(Tag tag) {
        return entry.is(tag) && (!isNumber() || tag == Tag.ARTICLE);
    }

    boolean isNumber() {
        return quantity.kind() != Quantity.Kind.NONE;
    }

    boolean isMark() {
        return kind == Token.Kind.MARK;
    }

    boolean isWord() {
        return kind == Token.Kind.WORD && !isNumber();
    }

    boolean isTrigger() {
        return !entry.triggers().isEmpty() && !isNumber();
    }

    boolean mark(String mark) {
        return kind == Token.Kind.MARK && word.equals(mark);
    }

    /** A word that no list knows as more than part of a name. */
    boolean isUnknown() {
        return isWord() && (entry == Entry.NONE || entry.names());
    }
}
