package org.wirebell.processor.extract.signals;

import java.util.ArrayList;
import java.util.List;
import org.wirebell.processor.extract.words.ArabicPrefix;
import org.wirebell.processor.extract.words.Word;

/** A word with the forms under which a pattern may know it: Arabic ones also without conjunction, preposition and article. */
record Token(Word word, List<String> keys) {
    private static final String ARTICLE = "ال";

    static Token of(Word word) {
        var variants = ArabicPrefix.variants(word.key());
        if (variants.size() == 1 && !word.key().startsWith(ARTICLE)) {
            return new Token(word, variants);
        }
        var keys = new ArrayList<String>(variants);
        for (var variant : variants) {
            if (variant.startsWith(ARTICLE) && variant.length() > 4) {
                keys.add(variant.substring(2));
            }
        }
        return new Token(word, List.copyOf(keys));
    }
}
