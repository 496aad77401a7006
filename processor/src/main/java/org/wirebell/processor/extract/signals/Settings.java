package org.wirebell.processor.extract.signals;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What tells that a text or a sentence is about sport or fiction: words that say so, and words that only hint at it. */
final class Settings {
    private static final int SAYS = 2;
    private static final int HINTS = 1;
    /** Two words that say so, or one beside two that hint. */
    private static final int ENOUGH = 2 * SAYS;
    /** Up to so many words that is enough for a text; one more word for every {@link #STRETCH} further ones, for long texts say much. */
    private static final int SHORT = 60;

    private static final int STRETCH = 40;

    private final Map<String, List<Sign>> settings = new HashMap<>();

    private final BitSet first = new BitSet();

    private record Sign(Pattern pattern, int weight) {}

    void add(String setting, boolean says, Pattern pattern) {
        first.set(pattern.first());
        settings.computeIfAbsent(setting, _ -> new ArrayList<>()).add(new Sign(pattern, says ? SAYS : HINTS));
    }

    /** Whether these words are told of a game or a made-up world. */
    boolean unreal(List<Token> words) {
        int enough = ENOUGH + SAYS * (Math.max(0, words.size() - SHORT) / STRETCH);
        for (var signs : settings.values()) {
            int sum = 0;
            boolean said = false;
            for (int i = 0; i < words.size(); i++) {
                int weight = words.get(i).meaning().elements().intersects(first) ? weight(signs, words, i) : 0;
                sum += weight;
                said |= weight == SAYS;
            }
            if (said && sum >= enough) {
                return true;
            }
        }
        return false;
    }

    private static int weight(List<Sign> signs, List<Token> words, int at) {
        int weight = 0;
        for (var sign : signs) {
            if (sign.weight > weight && sign.pattern.match(words, at) >= 0) {
                weight = sign.weight;
            }
        }
        return weight;
    }
}
