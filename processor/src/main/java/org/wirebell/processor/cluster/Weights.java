package org.wirebell.processor.cluster;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** How much each term weighs in a text or a story, and in how many of its texts it stands; terms by their numbers, which rise. */
final class Weights {
    private final Vocabulary vocabulary;
    private int[] terms;
    private double[] weights;
    private int[] texts;
    /** Squares of the lengths of all, and of the part that means the same in every language. */
    private double square;

    private double marksSquare;

    Weights(Vocabulary vocabulary, int[] terms, double[] weights, int[] texts) {
        this.vocabulary = vocabulary;
        this.terms = terms;
        this.weights = weights;
        this.texts = texts;
        for (int i = 0; i < terms.length; i++) {
            grow(terms[i], weights[i] * weights[i]);
        }
    }

    static Weights none(Vocabulary vocabulary) {
        return new Weights(vocabulary, new int[0], new double[0], new int[0]);
    }

    /** Those of a story as it was held; they count in the vocabulary from now on. */
    static Weights of(List<HeldTerms.Term> held, Vocabulary vocabulary) {
        record Numbered(int term, HeldTerms.Term held) {}
        var rows = held.stream()
                .map(t -> new Numbered(vocabulary.came(t.term(), t.texts()), t))
                .sorted(Comparator.comparingInt(Numbered::term))
                .toList();
        return new Weights(
                vocabulary,
                rows.stream().mapToInt(Numbered::term).toArray(),
                rows.stream().mapToDouble(r -> r.held.weight()).toArray(),
                rows.stream().mapToInt(r -> r.held.texts()).toArray());
    }

    HeldTerms held() {
        return new HeldTerms(IntStream.range(0, terms.length)
                .mapToObj(i -> new HeldTerms.Term(vocabulary.term(terms[i]), weights[i], texts[i]))
                .toList());
    }

    int size() {
        return terms.length;
    }

    double square() {
        return square;
    }

    double marksSquare() {
        return marksSquare;
    }

    boolean has(int term) {
        return Arrays.binarySearch(terms, term) >= 0;
    }

    void forEach(IntConsumer term) {
        for (int one : terms) {
            term.accept(one);
        }
    }

    /** Adds others; {@code fresh} is told the terms that were not there before. */
    void add(Weights more, IntConsumer fresh) {
        var old = new Weights(vocabulary, terms, weights, texts);
        resize(old.terms.length + more.terms.length);
        int to = 0;
        int from = 0;
        for (int i = 0; i < more.terms.length; i++) {
            int term = more.terms[i];
            while (from < old.terms.length && old.terms[from] < term) {
                set(to++, old, from++);
            }
            boolean known = from < old.terms.length && old.terms[from] == term;
            set(to, more, i);
            if (known) {
                weights[to] += old.weights[from];
                texts[to] += old.texts[from];
                grow(term, weights[to] * weights[to] - old.weights[from] * old.weights[from]);
                from++;
            } else {
                grow(term, weights[to] * weights[to]);
                fresh.accept(term);
            }
            to++;
        }
        while (from < old.terms.length) {
            set(to++, old, from++);
        }
        resize(to);
    }

    /** Lets go of the lightest until so many are left; {@code gone} is told each before it leaves the vocabulary. */
    void trim(int most, IntConsumer gone) {
        IntStream.range(0, terms.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> weights[i])
                        .thenComparing(i -> vocabulary.term(terms[i])))
                .limit(Math.max(0, terms.length - most))
                .toList()
                .forEach(i -> {
                    grow(terms[i], -weights[i] * weights[i]);
                    gone.accept(terms[i]);
                    vocabulary.went(terms[i], texts[i]);
                    texts[i] = 0;
                });
        int to = 0;
        for (int i = 0; i < terms.length; i++) {
            if (texts[i] > 0) {
                set(to++, this, i);
            }
        }
        resize(to);
    }

    private void set(int to, Weights other, int from) {
        terms[to] = other.terms[from];
        weights[to] = other.weights[from];
        texts[to] = other.texts[from];
    }

    private void resize(int length) {
        terms = Arrays.copyOf(terms, length);
        weights = Arrays.copyOf(weights, length);
        texts = Arrays.copyOf(texts, length);
    }

    private void grow(int term, double by) {
        square += by;
        marksSquare += vocabulary.mark(term) ? by : 0;
    }

    /** Writes each weight to its term's place. */
    void lay(double[] byTerm) {
        for (int i = 0; i < terms.length; i++) {
            byTerm[terms[i]] = weights[i];
        }
    }

    /** Clears the places of the terms. */
    void lift(double[] byTerm) {
        for (int term : terms) {
            byTerm[term] = 0;
        }
    }

    double dot(Laid other) {
        double dot = 0;
        for (int i = 0; i < terms.length; i++) {
            dot += other.weight(terms[i]) * weights[i];
        }
        return dot;
    }

    /** The same over what means the same in every language. */
    double marksDot(Laid other) {
        double dot = 0;
        for (int i = 0; i < terms.length; i++) {
            dot += vocabulary.mark(terms[i]) ? other.weight(terms[i]) * weights[i] : 0;
        }
        return dot;
    }

    /** Both have a place, and a number of people or a name. */
    boolean agrees(Laid other) {
        boolean place = false;
        boolean more = false;
        for (int term : terms) {
            if (other.weight(term) > 0 && vocabulary.mark(term)) {
                boolean is = Marks.isPlace(vocabulary.term(term));
                place |= is;
                more |= !is;
            }
        }
        return place && more;
    }

    /** Terms that the other has as well, those that weigh most here first. */
    List<String> shared(Laid other, int most) {
        return IntStream.range(0, terms.length)
                .filter(i -> other.weight(terms[i]) > 0)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> -weights[i])
                        .thenComparing(i -> vocabulary.term(terms[i])))
                .limit(most)
                .map(i -> vocabulary.term(terms[i]))
                .toList();
    }

    /** The numbers of the terms that weigh most, the heaviest first. */
    int[] heaviest(int most) {
        var heaviest = new int[Math.min(most, terms.length)];
        int found = 0;
        for (int i = 0; i < terms.length; i++) {
            int at = found;
            while (at > 0 && heavier(i, heaviest[at - 1])) {
                at--;
            }
            if (at < heaviest.length) {
                found = Math.min(found + 1, heaviest.length);
                System.arraycopy(heaviest, at, heaviest, at + 1, found - at - 1);
                heaviest[at] = i;
            }
        }
        return Arrays.stream(heaviest).map(i -> terms[i]).toArray();
    }

    /** Of two that weigh the same the first in the alphabet. */
    private boolean heavier(int i, int j) {
        return weights[i] > weights[j]
                || weights[i] == weights[j] && vocabulary.term(terms[i]).compareTo(vocabulary.term(terms[j])) < 0;
    }
}
