package org.wirebell.processor.extract.signals;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Who acts on whom, where the sentence says it plainly: "Jets struck a convoy", "a convoy was struck by jets", "strikes on a convoy".
 * Rather nothing than a guess: a phrase that is long or runs into another verb is left out.
 */
final class Parties {
    private static final int LONGEST = 8;
    /** So many words behind a pattern its verb may stand, as in "drones | hit". */
    private static final int NEAR = 2;
    /** So many words the weapon may take in "fired rockets at". */
    private static final int WEAPON = 6;

    private static final int NONE = -1;

    private final Map<Role, List<Pattern>> roles = new EnumMap<>(Role.class);

    /** What a word does for the parties of a sentence. */
    private enum Role {
        /** A verb whose object is the target. */
        ACT,
        /** A verb whose object is the weapon; the target follows {@link #ONTO}. */
        SHOOT,
        /** Makes the verb passive. */
        BE,
        BY,
        ONTO,
        /** Stands between the actor and the verb. */
        AUX,
        /** Ends a phrase. */
        STOP,
        /** Is done, not a doer: "strike", "it". */
        EVENT
    }

    /** Words as used, empty when unknown. */
    record Pair(String actor, String target) {
        static final Pair UNKNOWN = new Pair("", "");
    }

    void add(String role, Pattern pattern) {
        roles.computeIfAbsent(Role.valueOf(role.toUpperCase(Locale.ROOT)), _ -> new ArrayList<>())
                .add(pattern);
    }

    Pair of(Sentence sentence, int from, int to) {
        for (int i = from; i < to; i++) {
            if (is(Role.EVENT, sentence, i) && is(Role.ONTO, sentence, i + 1)) {
                return new Pair("", after(sentence, i + 2));
            }
        }
        int verb = verb(sentence, from, to);
        if (verb == NONE) {
            return Pair.UNKNOWN;
        }
        int by = by(sentence, verb);
        int be = be(sentence, verb);
        if (by != NONE) {
            return new Pair(doer(sentence, by + 1), before(sentence, be == NONE ? verb : be));
        }
        if (be != NONE) {
            return new Pair("", before(sentence, be));
        }
        return new Pair(actor(sentence, verb), target(sentence, verb));
    }

    private int verb(Sentence sentence, int from, int to) {
        for (int i = from; i < to + NEAR; i++) {
            if (is(Role.ACT, sentence, i) || is(Role.SHOOT, sentence, i)) {
                return i;
            }
        }
        return NONE;
    }

    private int be(Sentence sentence, int verb) {
        for (int i = verb - 1; i >= Math.max(0, verb - NEAR) && !sentence.breaksAfter(i); i--) {
            if (is(Role.BE, sentence, i)) {
                return i;
            }
        }
        return NONE;
    }

    private int by(Sentence sentence, int verb) {
        for (int i = verb + 1; i <= verb + NEAR && i < sentence.words().size() && !sentence.breaksAfter(i - 1); i++) {
            if (is(Role.BY, sentence, i)) {
                return i;
            }
        }
        return NONE;
    }

    private String actor(Sentence sentence, int verb) {
        int end = withoutAux(sentence, verb);
        return end == 0 || is(Role.EVENT, sentence, end - 1) ? "" : before(sentence, end);
    }

    private int withoutAux(Sentence sentence, int verb) {
        int end = verb;
        while (end > 0 && is(Role.AUX, sentence, end - 1)) {
            end--;
        }
        return end;
    }

    private String target(Sentence sentence, int verb) {
        if (!is(Role.SHOOT, sentence, verb)) {
            return after(sentence, is(Role.ONTO, sentence, verb + 1) ? verb + 2 : verb + 1);
        }
        for (int i = verb + 1; i <= verb + WEAPON && i < sentence.words().size() && !sentence.breaksAfter(i - 1); i++) {
            if (is(Role.ONTO, sentence, i)) {
                return after(sentence, i + 1);
            }
        }
        return "";
    }

    /** None when the phrase tells of a deed: "hit by an air strike near the port". */
    private String doer(Sentence sentence, int from) {
        var phrase = after(sentence, from);
        int end = from < sentence.words().size()
                ? sentence.words().get(from).word().start() + phrase.length()
                : 0;
        for (int i = from;
                i < sentence.words().size() && sentence.words().get(i).word().start() < end;
                i++) {
            if (is(Role.EVENT, sentence, i)) {
                return "";
            }
        }
        return phrase;
    }

    /** The phrase that ends before this word and begins with its clause. */
    private String before(Sentence sentence, int verb) {
        int end = withoutAux(sentence, verb);
        int from = end;
        while (from > 0 && !is(Role.STOP, sentence, from - 1) && (from == end || !sentence.breaksAfter(from - 1))) {
            from--;
            if (is(Role.ACT, sentence, from) || is(Role.BE, sentence, from)) {
                return "";
            }
        }
        return phrase(sentence, from, end);
    }

    /** The phrase that begins with this word and ends with its clause. */
    private String after(Sentence sentence, int from) {
        int to = from;
        while (to < sentence.words().size()
                && !is(Role.STOP, sentence, to)
                && !is(Role.AUX, sentence, to)
                && !is(Role.BE, sentence, to)
                && !is(Role.ACT, sentence, to)
                && (to == from || !sentence.breaksAfter(to - 1))) {
            to++;
        }
        return phrase(sentence, from, to);
    }

    private String phrase(Sentence sentence, int from, int to) {
        boolean plain = from < to && to - from <= LONGEST && !(to - from == 1 && is(Role.EVENT, sentence, from));
        return plain
                ? sentence.text()
                        .substring(
                                sentence.words().get(from).word().start(),
                                sentence.words().get(to - 1).word().end())
                : "";
    }

    private boolean is(Role role, Sentence sentence, int at) {
        return at >= 0
                && at < sentence.words().size()
                && roles.getOrDefault(role, List.of()).stream().anyMatch(p -> p.match(sentence.words(), at) >= 0);
    }
}
