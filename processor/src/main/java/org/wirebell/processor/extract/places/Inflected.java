package org.wirebell.processor.extract.places;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.wirebell.processor.extract.words.ArabicPrefix;
import org.wirebell.processor.extract.words.Fold;
import org.wirebell.processor.extract.words.Word;

/**
 * What a name may be called in its basic form: Arabic and Hebrew write prepositions onto it, Russian and Ukrainian decline it, Turkish puts
 * endings behind an apostrophe. All forms are folded, most likely first; the word itself is not among them.
 */
final class Inflected {
    private static final int SHORTEST = 3;
    private static final String HEBREW_PREFIXES = "ובלמשכה";
    /** Endings of cases, longest first, in folded letters. */
    private static final List<String> ENDINGS = List.of(
            "ами", "ого", "ому", "ою", "ом", "ем", "ои", "еи", "ам", "ах", "ою", "ею", "ии", "іи", "а", "е", "и", "о",
            "у", "ю", "я", "і", "ь");
    /** What may stand there in the nominative. */
    private static final List<String> NOMINATIVES = List.of("", "а", "я", "ь", "е", "о", "и", "ия", "ія");

    private Inflected() {}

    static List<String> basic(Word word, String language) {
        var key = word.key();
        if (key.length() <= SHORTEST) {
            return List.of();
        }
        char first = key.charAt(0);
        if (ArabicPrefix.possible(key)) {
            return ArabicPrefix.variants(key).stream().skip(1).toList();
        }
        if (HEBREW_PREFIXES.indexOf(first) >= 0) {
            return hebrew(key);
        }
        if (first >= 'а' && first <= 'ґ') {
            return word.capital() ? declined(key) : List.of();
        }
        int apostrophe = language.equals("tr")
                ? Math.max(word.form().indexOf('\''), word.form().indexOf('’'))
                : -1;
        return apostrophe > 0 ? List.of(Fold.fold(word.form().substring(0, apostrophe))) : List.of();
    }

    private static List<String> hebrew(String key) {
        var forms = new ArrayList<String>(2);
        for (int cut = 1; cut <= 2 && key.length() - cut >= SHORTEST; cut++) {
            if (HEBREW_PREFIXES.indexOf(key.charAt(cut - 1)) < 0) {
                break;
            }
            forms.add(key.substring(cut));
        }
        return forms;
    }

    private static List<String> declined(String key) {
        var forms = new LinkedHashSet<String>();
        for (var ending : ENDINGS) {
            if (key.endsWith(ending) && key.length() - ending.length() >= SHORTEST) {
                var stem = key.substring(0, key.length() - ending.length());
                NOMINATIVES.forEach(n -> forms.add(stem + n));
                closed(stem, forms);
            }
        }
        return List.copyOf(forms);
    }

    /** Ukrainian: "u Kharkovi" is Kharkiv. */
    private static void closed(String stem, LinkedHashSet<String> into) {
        int at = stem.length() - 2;
        if ("оеє".indexOf(stem.charAt(at)) >= 0) {
            into.add(stem.substring(0, at) + "і" + stem.substring(at + 1));
        }
    }
}
