package org.wirebell.query;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * All that any rule looks for, each under a number of its own: words of a field, beginnings of words of a field, and fields that hold a
 * number. Feature {@value #ALWAYS} is one that each item has.
 */
final class Features {
    static final int ALWAYS = 0;
    /** Beginnings are told apart by so many letters; what comes after is left to the rule. */
    static final int LONGEST_START = 5;

    private static final int SHORT = 3;

    private final Map<Fields, OfField> fields = new EnumMap<>(Fields.class);
    private final List<Feature> all = new ArrayList<>();

    Features() {
        all.add(new Feature(Fields.TEXT, 1));
    }

    /** Number of a feature that is the whole word. */
    int word(Fields field, String text) {
        return number(field, of(field).words, text, guess(field, text));
    }

    /** Number of a feature that is the beginning of a word, any word when it is empty. */
    int start(Fields field, String letters) {
        var start = letters.substring(0, Math.min(letters.length(), LONGEST_START));
        of(field).lengths |= 1 << start.length();
        return number(field, of(field).starts, start, guess(field, start) * 4 / (1 + start.length()));
    }

    /** Number of the feature that the field holds any number. */
    int number(Fields field) {
        var known = of(field);
        if (known.number == Dictionary.NONE) {
            known.number = add(field, 0.5);
        }
        use(known.number);
        return known.number;
    }

    int count() {
        return all.size();
    }

    Fields field(int feature) {
        return all.get(feature).field;
    }

    /** What rules ask of a field; the same object for good. */
    OfField of(Fields field) {
        return fields.computeIfAbsent(field, _ -> new OfField());
    }

    /**
     * The share of items that have a feature, guessed before any was seen: words that many rules name are in many items.
     */
    double guess(int feature) {
        var known = all.get(feature);
        return Math.min(1, known.guess * (1 + Math.log(Math.max(1, known.uses))));
    }

    private int number(Fields field, Dictionary dictionary, String text, double guess) {
        int known = dictionary.find(text);
        if (known == Dictionary.NONE) {
            known = add(field, guess);
            dictionary.put(text, known);
        }
        use(known);
        return known;
    }

    private int add(Fields field, double guess) {
        all.add(new Feature(field, guess));
        return all.size() - 1;
    }

    private void use(int feature) {
        all.get(feature).uses++;
    }

    private static double guess(Fields field, String text) {
        return switch (field.kind()) {
            case WORDS -> text.length() <= SHORT ? 0.2 : 0.02;
            case NAME, NUMBER, TIME -> field == Fields.PLACE ? 0.02 : 0.1;
        };
    }

    private static final class Feature {
        private final Fields field;
        private final double guess;
        private int uses;

        Feature(Fields field, double guess) {
            this.field = field;
            this.guess = guess;
        }
    }

    /** The features of one field. */
    static final class OfField {
        final Dictionary words = new Dictionary();
        final Dictionary starts = new Dictionary();
        /** Bit n is set when a beginning of n letters is asked for. */
        int lengths;

        int number = Dictionary.NONE;

        boolean asksText() {
            return lengths != 0 || !words.isEmpty();
        }
    }
}
