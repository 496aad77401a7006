package org.wirebell.processor.extract.words;

import java.util.ArrayList;
import java.util.List;

/** Arabic writes "and", "in", "to", "as", "so" and the article onto the word that follows. */
public final class ArabicPrefix {
    private static final int SHORTEST = 3;

    private ArabicPrefix() {}

    /** The folded word itself, then what is left when prefixes are cut off; "lil-" becomes the article. */
    public static List<String> variants(String key) {
        if (!possible(key)) {
            return List.of(key);
        }
        var variants = new ArrayList<String>(4);
        variants.add(key);
        cut(key, variants);
        return variants;
    }

    /** Whether there may be anything to cut off. */
    public static boolean possible(String key) {
        return key.length() > SHORTEST && key.charAt(0) >= 'ء' && key.charAt(0) <= 'ي';
    }

    private static void cut(String key, List<String> into) {
        if (key.length() <= SHORTEST) {
            return;
        }
        if (key.startsWith("لل")) {
            into.add("ا" + key.substring(0, 1) + key.substring(2)); // للقاهرة: to + the Cairo
            into.add(key.substring(2));
            return;
        }
        char first = key.charAt(0);
        if (first == 'و' || first == 'ف' || first == 'ب' || first == 'ل' || first == 'ك') {
            var rest = key.substring(1);
            into.add(rest);
            if (first == 'و' || first == 'ف') {
                cut(rest, into);
            }
        }
    }
}
