package org.wirebell.processor.extract.words;

import java.util.List;

/**
 * A text with its words, split once for all that read it.
 *
 * @param words all words in order, with offsets in {@code text}
 */
public record Passage(String text, List<Word> words) {
    public Passage {
        words = List.copyOf(words);
    }

    public static Passage of(String text) {
        return new Passage(text, Words.of(text));
    }
}
