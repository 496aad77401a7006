package org.wirebell.processor.extract.language;

import java.lang.Character.UnicodeScript;
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

    private static final UnicodeScript[] ALL = UnicodeScript.values();
    private static final byte NO_LETTER = -1;
    /** Latin, Greek, Cyrillic, Hebrew, Arabic: ordinal of the script of each letter. */
    private static final byte[] NEAR = new byte[0x700];

    private static final char[] SMALL = new char[NEAR.length];

    static {
        for (int c = 0; c < NEAR.length; c++) {
            NEAR[c] = Character.isLetter(c) ? (byte) UnicodeScript.of(c).ordinal() : NO_LETTER;
            SMALL[c] = (char) Math.min(Character.toLowerCase(c), NEAR.length - 1);
        }
    }

    private final int[] letters = new int[ALL.length];
    private final int[] seen = new int[NEAR.length]; // letters that tell languages apart
    private int total;

    void add(String text) {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c >= NEAR.length) {
                if (Character.isLetter(c)) {
                    letters[UnicodeScript.of(c).ordinal()]++;
                    total++;
                }
            } else if (NEAR[c] != NO_LETTER) {
                letters[NEAR[c]]++;
                total++;
                seen[SMALL[c]]++;
            } else if (c == '¿' || c == '¡') {
                seen[c]++;
            }
        }
    }

    int total() {
        return total;
    }

    /** The script of most letters, of which Latin ones count half, since all others quote them; common when there are none. */
    UnicodeScript main() {
        int latin = UnicodeScript.LATIN.ordinal();
        int most = UnicodeScript.COMMON.ordinal();
        for (int i = 0; i < letters.length; i++) {
            most = i != latin && letters[i] > letters[most] ? i : most;
        }
        return letters[latin] > 2 * letters[most] ? UnicodeScript.LATIN : ALL[most];
    }

    /** How often this small letter or mark occurs, in either case. */
    int count(int letter) {
        return letter < seen.length ? seen[letter] : 0;
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
        return letters[script.ordinal()];
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
