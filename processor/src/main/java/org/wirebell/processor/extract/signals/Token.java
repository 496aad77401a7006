package org.wirebell.processor.extract.signals;

import java.util.ArrayList;
import java.util.List;
import org.wirebell.processor.extract.words.ArabicPrefix;
import org.wirebell.processor.extract.words.Word;

/** A word with what the lexicon knows of it: Arabic ones also without conjunction, preposition and article. */
record Token(Word word, Meaning meaning) {
    private static final String ARTICLE = "ال";

    static Token of(Word word, Meanings meanings) {
        var meaning = meanings.of(word.key());
        if (word.key().charAt(0) >= 'ء') {
            for (var key : keys(word)) {
                meaning = meaning.or(meanings.of(key));
            }
        }
        return new Token(word, meaning);
    }

    /** The forms under which a pattern may know the word. */
    List<String> keys() {
        return keys(word);
    }

    private static List<String> keys(Word word) {
        var variants = ArabicPrefix.variants(word.key());
        if (variants.size() == 1 && !word.key().startsWith(ARTICLE)) {
            return variants;
        }
        var keys = new ArrayList<String>(variants);
        for (var variant : variants) {
            if (variant.startsWith(ARTICLE) && variant.length() > 4) {
                keys.add(variant.substring(2));
            }
        }
        return keys;
    }
}
