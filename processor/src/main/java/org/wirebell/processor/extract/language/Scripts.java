package org.wirebell.processor.extract.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;

/** What the letters alone say: which script, and where a script has letters of one language only, which language. */
final class Scripts {
    private static final Map<UnicodeScript, String> ONE_LANGUAGE = Map.ofEntries(
            Map.entry(UnicodeScript.HEBREW, "he"),
            Map.entry(UnicodeScript.GREEK, "el"),
            Map.entry(UnicodeScript.HAN, "zh"),
            Map.entry(UnicodeScript.HIRAGANA, "ja"),
            Map.entry(UnicodeScript.KATAKANA, "ja"),
            Map.entry(UnicodeScript.HANGUL, "ko"),
            Map.entry(UnicodeScript.THAI, "th"),
            Map.entry(UnicodeScript.GEORGIAN, "ka"),
            Map.entry(UnicodeScript.ARMENIAN, "hy"),
            Map.entry(UnicodeScript.ETHIOPIC, "am"),
            Map.entry(UnicodeScript.DEVANAGARI, "hi"),
            Map.entry(UnicodeScript.BENGALI, "bn"),
            Map.entry(UnicodeScript.TAMIL, "ta"),
            Map.entry(UnicodeScript.MYANMAR, "my"),
            Map.entry(UnicodeScript.KHMER, "km"));

    private final Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
    private final int[] seen = new int[0x700]; // Greek, Cyrillic, Hebrew, Arabic: letters that tell languages apart
    private int total;

    Scripts(String text) {
        text.codePoints().filter(Character::isLetter).forEach(c -> {
            letters.merge(UnicodeScript.of(c), 1, Integer::sum);
            total++;
            if (c < seen.length) {
                seen[c]++;
            }
        });
    }

    int total() {
        return total;
    }

    /** The script of most letters; common when there are none. */
    UnicodeScript main() {
        return letters.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(UnicodeScript.COMMON);
    }

    /** The language, if the letters settle it, else empty. */
    String settled() {
        var main = main();
        return switch (main) {
            case ARABIC -> arabic();
            case CYRILLIC -> cyrillic();
            case HAN -> count(UnicodeScript.HIRAGANA) + count(UnicodeScript.KATAKANA) > total / 20 ? "ja" : "zh";
            default -> ONE_LANGUAGE.getOrDefault(main, "");
        };
    }

    /** Whether a text of this language would be in this script. */
    static boolean writes(String language, UnicodeScript script) {
        return switch (language) {
            case "ar", "fa", "ur", "ps", "ckb" -> script == UnicodeScript.ARABIC;
            case "ru", "uk", "be", "bg", "mk", "kk", "ky", "tg", "mn" -> script == UnicodeScript.CYRILLIC;
            case "sr" -> script == UnicodeScript.CYRILLIC || script == UnicodeScript.LATIN;
            default ->
                ONE_LANGUAGE.containsValue(language)
                        ? language.equals(ONE_LANGUAGE.get(script))
                                || language.equals("ja") && script == UnicodeScript.HAN
                        : script == UnicodeScript.LATIN;
        };
    }

    private int count(UnicodeScript script) {
        return letters.getOrDefault(script, 0);
    }

    /** One foreign name does not make another language: a few in a hundred letters, and at least two. */
    private boolean has(String marks) {
        int count = count(marks);
        return count >= 2 && count * 100 >= total;
    }

    private int count(String marks) {
        return marks.chars().map(c -> seen[c]).sum();
    }

    private String arabic() {
        if (has("ٹڈےں")) {
            return "ur";
        }
        if (has("ټډښړځ")) {
            return "ps";
        }
        if (has("ێۆڵڕ")) {
            return "ckb";
        }
        int persian = count("پچژگکی");
        int arabic = count("يىةكأإ");
        return persian == arabic ? "" : persian > arabic ? "fa" : "ar";
    }

    private String cyrillic() {
        boolean ukrainian = has("іїєґ");
        boolean russian = count("ыэъ") >= 2;
        if (count("ў") >= 2 && ukrainian) {
            return "be";
        }
        if (has("јљњћђ")) {
            return count("ѓќѕ") > 0 ? "mk" : "sr";
        }
        return ukrainian == russian ? "" : ukrainian ? "uk" : count("ыэ") > 0 ? "ru" : "";
    }
}
