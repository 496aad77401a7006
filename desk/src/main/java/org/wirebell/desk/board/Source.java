package org.wirebell.desk.board;

/** The topics that the board is folded from, each with the letter that stands for it in a {@link Position}. */
public enum Source {
    ALERTS('a'),
    NOTICES('n'),
    RESULTS('r'),
    LEDGER('l'),
    UPDATES('u'),
    STORIES('s'),
    FEEDS('f'),
    SILENCES('q'),
    RULES('k'),
    /** Who may come in; not on the board. */
    USERS('w'),
    DEAD('d');

    private final char letter;

    Source(char letter) {
        this.letter = letter;
    }

    /** A place in the log: the record at this offset. */
    public At at(int partition, long offset) {
        return new At(letter + Integer.toString(partition), offset);
    }

    /**
     * @param partition letter of the topic and number of the partition, such as {@code a0}
     */
    public record At(String partition, long offset) {}
}
