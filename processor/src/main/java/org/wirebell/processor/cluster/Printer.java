package org.wirebell.processor.cluster;

import java.util.Map;
import java.util.stream.IntStream;

/** Takes the prints of texts. */
final class Printer {
    private static final int BANDS = 64;
    private static final int HEAD_BANDS = 24;

    static final int ALL_BANDS = BANDS + HEAD_BANDS;
    /** How many times the tokens of a shingle make the head: feeds that carry a teaser only carry little more than 30 words. */
    private static final int HEAD = 10;
    /** Texts of fewer tokens are told together with their headline. */
    private static final int BRIEF = 8;

    private static final int KEPT = 1024;
    /** Of the first so many tokens all shingles are kept, so that short texts can be found in long ones. */
    private static final int START = 200;

    private static final int NAMES = 64;

    private final MinHash whole = new MinHash(BANDS, 0x57686f6c);
    private final MinHash head = new MinHash(HEAD_BANDS, 0x48656164);
    private final NumberWords numbers = NumberWords.standard();

    Print print(Candidate candidate) {
        var words = numbers.of(candidate.language());
        var body = Tokens.of(candidate.text(), words);
        var tokens = body.size() >= BRIEF ? body : Tokens.of(candidate.headline() + "\n" + candidate.text(), words);
        var all = tokens.shingles(tokens.size());
        var first = tokens.shingles(tokens.window() * HEAD);
        int level = all.level(KEPT);
        return new Print(
                new Print.Shingles(
                        all.size(), level, level == 0 ? all : all.at(level).and(tokens.shingles(START))),
                bands(whole.bands(all), head.bands(first)),
                headline(candidate.headline()),
                Numbers.of(tokens),
                names(tokens));
    }

    private static Ints bands(int[] whole, int[] head) {
        return Ints.of(IntStream.concat(IntStream.of(whole), IntStream.of(head)).toArray());
    }

    private static int headline(String headline) {
        var tokens = Tokens.of(headline, Map.of());
        return IntStream.range(0, tokens.size()).map(i -> tokens.get(i).hash()).reduce(0, Mix::join);
    }

    private static Hashes names(Tokens tokens) {
        var names = IntStream.range(0, tokens.size())
                .mapToObj(tokens::get)
                .filter(Tokens.Token::name)
                .mapToInt(Tokens.Token::hash)
                .toArray();
        return Hashes.of(names).first(NAMES);
    }
}
