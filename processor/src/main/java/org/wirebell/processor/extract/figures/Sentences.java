package org.wirebell.processor.extract.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Where sentences begin and end. A blank line always ends one; a single line break does so only after a short line without
 * closing punctuation (a crosshead), since wires wrap their lines. Linear in the length of the text.
 */
public final class Sentences {
    /** Lower-case words after which a full stop does not end a sentence. */
    private static final Set<String> ABBREVIATIONS = Set.of(
            "mr", "mrs", "ms", "dr", "prof", "gen", "lt", "col", "maj", "capt", "sgt", "cmdr", "adm", "gov", "sen",
            "rep", "rev", "hon", "st", "no", "nos", "vs", "etc", "approx", "jan", "feb", "mar", "apr", "jun", "jul",
            "aug", "sep", "sept", "oct", "nov", "dec", "inc", "ltd", "co", "corp", "jr", "sr", "ave", "blvd", "mt",
            "ft", "fr", "supt", "insp", "det", "spc", "pfc", "pvt", "cpl", "atty", "dist", "dept", "est", "fig", "al",
            "mme", "mlle", "sra", "srta", "ud", "uds", "av", "pág", "núm", "env");

    private static final int SHORT_LINE = 45;

    private Sentences() {}

    /** A stretch of text in UTF-16 units, end exclusive, without surrounding blanks. */
    public record Span(int start, int end) {
        public String of(String text) {
            return text.substring(start, end);
        }
    }

    /** All sentences of the text in order; blanks between them belong to none. */
    public static List<Span> of(String text) {
        var sentences = new ArrayList<Span>();
        int from = 0;
        while (from < text.length()) {
            int end = end(text, from);
            add(text, from, end, sentences);
            from = end;
        }
        return sentences;
    }

    /** The sentence in which the offset lies; the nearest one before it when it lies between two. */
    public static Span at(String text, int offset) {
        var found = new Span(0, 0);
        for (int from = 0; from < text.length() && from <= offset; ) {
            int end = end(text, from);
            var trimmed = trim(text, from, end);
            if (trimmed.end() > trimmed.start() && (trimmed.start() <= offset || found.end() == 0)) {
                found = trimmed;
            }
            from = end;
        }
        return found;
    }

    private static int end(String text, int from) {
        int lineStart = from;
        int run = from; // a row of stops and quotes is gone through once, and so are the blanks behind it
        int opening = from;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                if (breaksLine(text, lineStart, i)) {
                    return i + 1;
                }
                lineStart = i + 1;
            } else if (isStop(c)) {
                if (run <= i) {
                    run = closing(text, i + 1);
                    opening = skipBlanks(text, run);
                }
                if (endsHere(text, from, i, run, opening)) {
                    return run;
                }
            }
        }
        return text.length();
    }

    private static boolean isStop(char c) {
        return c == '.' || c == '!' || c == '?' || c == '؟' || c == '۔' || c == '…' || c == '。';
    }

    private static boolean breaksLine(String text, int lineStart, int newline) {
        int next = newline + 1;
        while (next < text.length()
                && (text.charAt(next) == ' ' || text.charAt(next) == '\r' || text.charAt(next) == '\t')) {
            next++;
        }
        if (next >= text.length() || text.charAt(next) == '\n') {
            return true;
        }
        int length = newline - lineStart;
        char last = lastVisible(text, lineStart, newline);
        return (length > 0 && length < SHORT_LINE && last != ',' && !Character.isLowerCase(text.charAt(next)))
                || text.charAt(next) == '-'
                || text.charAt(next) == '•';
    }

    private static char lastVisible(String text, int from, int to) {
        int i = to - 1;
        while (i >= from && Character.isWhitespace(text.charAt(i))) {
            i--;
        }
        return i >= from ? text.charAt(i) : '\n';
    }

    /** A stop ends the sentence unless it belongs to an initial, an abbreviation or a number. */
    private static boolean endsHere(String text, int from, int stop, int after, int opening) {
        if (after >= text.length()) {
            return true;
        }
        if (text.charAt(stop) != '.') {
            return Character.isWhitespace(text.charAt(after)) && startsSentence(text, opening);
        }
        int wordStart = stop;
        while (wordStart > from && Character.isLetter(text.charAt(wordStart - 1))) {
            wordStart--;
        }
        int letters = stop - wordStart;
        if (!Character.isWhitespace(text.charAt(after))) {
            return gluedStart(text, wordStart, stop, after);
        }
        boolean initial = letters == 1 && Character.isUpperCase(text.charAt(wordStart));
        boolean abbreviation = letters > 0
                && letters < 7
                && ABBREVIATIONS.contains(text.substring(wordStart, stop).toLowerCase(java.util.Locale.ROOT));
        if (initial && !longDotted(text, from, wordStart)) {
            return false;
        }
        return !(abbreviation || initial && !opensClearly(text, opening)) && startsSentence(text, opening);
    }

    /** "details.At least": two lower-case letters, the stop, then a capitalised word. */
    private static boolean gluedStart(String text, int wordStart, int stop, int after) {
        return stop - wordStart >= 3
                && Character.isLowerCase(text.charAt(stop - 1))
                && Character.isLowerCase(text.charAt(stop - 2))
                && after + 1 < text.length()
                && Character.isUpperCase(text.charAt(after))
                && Character.isLowerCase(text.charAt(after + 1));
    }

    /** The letter before belongs to "U.S." or "a.m." rather than being somebody's initial. */
    private static boolean longDotted(String text, int from, int wordStart) {
        return wordStart - 2 >= from
                && text.charAt(wordStart - 1) == '.'
                && Character.isLetter(text.charAt(wordStart - 2));
    }

    /** "U.S. The", "a.m. At": a stop after a dotted abbreviation counts only before a usual opening word. */
    private static boolean opensClearly(String text, int start) {
        int end = start;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return Set.of(
                        "The", "A", "An", "At", "In", "It", "He", "She", "They", "But", "This", "That", "On", "More",
                        "Police", "No")
                .contains(text.substring(start, end));
    }

    private static boolean startsSentence(String text, int i) {
        if (i >= text.length()) {
            return true;
        }
        char c = text.charAt(i);
        return !Character.isLowerCase(c) && c != ',' && c != ';' && c != ')' && c != '.';
    }

    private static int skipBlanks(String text, int from) {
        int i = from;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** Quotes and brackets that close after the stop still belong to the sentence, as do further stops. */
    private static int closing(String text, int from) {
        int i = from;
        while (i < text.length() && (isStop(text.charAt(i)) || "\"”’')]»".indexOf(text.charAt(i)) >= 0)) {
            i++;
        }
        return i;
    }

    private static void add(String text, int from, int end, List<Span> into) {
        var trimmed = trim(text, from, end);
        if (trimmed.end() > trimmed.start()) {
            into.add(trimmed);
        }
    }

    private static Span trim(String text, int from, int end) {
        int start = from;
        int stop = end;
        while (start < stop && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (stop > start && Character.isWhitespace(text.charAt(stop - 1))) {
            stop--;
        }
        return new Span(start, stop);
    }
}
