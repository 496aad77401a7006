package org.wirebell.processor.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wirebell.processor.extract.words.Word;
import org.wirebell.processor.extract.words.Words;

/** What a text says, one folded word after another; one letter after another where a script sets no spaces between words. */
final class Tokens {
    /** Three words, or five letters, make a shingle. */
    private static final int WORDS = 3;

    private static final int LETTERS = 5;

    private final int window;
    private final List<Token> tokens;

    /** @param number its value as written in digits; empty for all else */
    record Token(int hash, String number, boolean name) {
        Token(String key, String number, boolean name) {
            this(Mix.of(key), number, name);
        }
    }

    private Tokens(int window, List<Token> tokens) {
        this.window = window;
        this.tokens = tokens;
    }

    /** @param numbers number words of the text's language with their values */
    static Tokens of(String text, Map<String, String> numbers) {
        var words = Words.of(text);
        return unspaced(words) ? new Tokens(LETTERS, letters(words)) : new Tokens(WORDS, words(words, text, numbers));
    }

    int size() {
        return tokens.size();
    }

    /** How many tokens make a shingle. */
    int window() {
        return window;
    }

    Token get(int at) {
        return tokens.get(at);
    }

    /** The shingles of the first so many tokens; fewer tokens than a shingle needs have none. */
    Hashes shingles(int most) {
        int last = Math.min(most, tokens.size()) - window;
        var shingles = new int[Math.max(0, last + 1)];
        for (int i = 0; i <= last; i++) {
            int hash = 0;
            for (int j = i; j < i + window; j++) {
                hash = Mix.join(hash, tokens.get(j).hash());
            }
            shingles[i] = hash;
        }
        return Hashes.of(shingles);
    }

    private static List<Token> words(List<Word> words, String text, Map<String, String> numbers) {
        var tokens = new ArrayList<Token>(words.size());
        int end = 0;
        for (var word : words) {
            boolean name = Character.isUpperCase(word.form().codePointAt(0)) && !begins(text, end, word.start());
            var number = word.number() ? word.key() : numbers.getOrDefault(word.key(), "");
            tokens.add(new Token(word.key(), number, name));
            end = word.end();
        }
        return tokens;
    }

    /** Whether a sentence, a line or a quotation begins between two words. */
    private static boolean begins(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (".!?:\n\"“«„¡¿".indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return from == 0;
    }

    private static List<Token> letters(List<Word> words) {
        var tokens = new ArrayList<Token>();
        for (var word : words) {
            var key = word.key();
            for (int i = 0; i < key.length(); ) {
                int end = number(key, i);
                var number = key.substring(i, end);
                end = end > i ? end : key.offsetByCodePoints(i, 1);
                tokens.add(new Token(key.substring(i, end), number, false));
                i = end;
            }
        }
        return tokens;
    }

    private static int number(String key, int start) {
        int end = start;
        while (end < key.length() && Character.isDigit(key.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean unspaced(List<Word> words) {
        long letters = 0;
        long unspaced = 0;
        for (var word : words) {
            var key = word.key();
            letters += key.length();
            for (int i = 0; i < key.length(); i++) {
                unspaced += unspaced(key.charAt(i)) ? 1 : 0;
            }
        }
        return unspaced * 2 > letters;
    }

    /** Thai, Lao, Myanmar, Khmer; kana and Chinese characters. */
    private static boolean unspaced(char c) {
        return c >= 0x0e00
                && (c <= 0x0eff
                        || c >= 0x1000 && c <= 0x109f
                        || c >= 0x1780 && c <= 0x17ff
                        || c >= 0x3040 && c <= 0x30ff
                        || c >= 0x3400 && c <= 0x9fff);
    }
}
