package org.wirebell.processor.extract.places;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.wirebell.processor.extract.words.Passage;

/** One text of a story with the mentions that are left in it; in one that is nothing but a place there are no doubts. */
final class Part {
    static final double WEIGHT_OF_HOME = 0.5;

    private final String text;
    private final Beside beside;
    private final boolean only;
    private final double rank;
    private final double weight;
    private List<Mention> mentions;

    Part(Passage passage, List<Mention> mentions, boolean only, double rank, double weight) {
        text = passage.text();
        beside = new Beside(passage);
        this.mentions = mentions;
        this.only = only;
        this.rank = rank;
        this.weight = weight;
    }

    List<Mention> mentions() {
        return mentions;
    }

    double rank() {
        return rank;
    }

    double weight() {
        return weight;
    }

    /** Adds the names that people of this text have. */
    void people(Set<List<String>> into) {
        if (!only) {
            mentions.stream()
                    .filter(m -> m.namesake() && (beside.addressed(m) || beside.person(m)))
                    .forEach(m -> into.add(m.keys()));
        }
    }

    /** Leaves out names of people, wherever they stand; then of places joined by a hyphen the first counts less. */
    void without(Set<List<String>> people) {
        if (!only) {
            mentions = mentions.stream().filter(m -> !person(m, people)).toList();
            joined();
        }
    }

    private boolean person(Mention mention, Set<List<String>> people) {
        return mention.namesake()
                && (beside.addressed(mention)
                        || beside.person(mention)
                        || people.contains(mention.keys()) && !beside.located(mention));
    }

    /** Of two places joined by a hyphen the second counts: the "Norvia-Sudria war" is named for its sides and fought in the latter. */
    private void joined() {
        var kept = new ArrayList<Mention>();
        for (int i = 0; i < mentions.size(); i++) {
            var mention = mentions.get(i);
            int end = mention.end();
            boolean joined = i + 1 < mentions.size()
                    && mentions.get(i + 1).start() == end + 1
                    && "-\u2010\u2011\u2013".indexOf(text.charAt(end)) >= 0;
            kept.add(joined ? mention.weaker() : mention);
        }
        mentions = kept;
    }

    /** Adds what this text says of countries; names that could be something else have no say. */
    void bearOut(Evidence evidence, Gazetteer gazetteer) {
        for (int i = 0; i < mentions.size(); i++) {
            var mention = mentions.get(i);
            boolean told = i + 1 < mentions.size()
                    && beside.explained(mention, mentions.get(i + 1))
                    && evidence.tell(mention, mentions.get(i + 1));
            if (only || told || !mention.doubtful() || likely(mention, gazetteer)) {
                evidence.add(mention, weight);
            }
        }
    }

    /** Keeps the mentions that the story bears out. */
    void borneOut(Evidence evidence, Gazetteer gazetteer) {
        mentions = mentions.stream()
                .filter(m -> only || !m.doubtful() || evidence.told(m) || borneOut(m, evidence, gazetteer))
                .filter(m -> only || !gazetteer.small(m) || evidence.told(m) || evidence.bearsOut(m))
                .toList();
    }

    private boolean borneOut(Mention mention, Evidence evidence, Gazetteer gazetteer) {
        boolean country = evidence.bearsOut(mention);
        return switch (mention.kind()) {
            case LESSER_WORD -> country && (beside.located(mention) || beside.reached(mention));
            case WORD -> country || beside.located(mention);
            default -> country || likely(mention, gazetteer);
        };
    }

    /** "In Lyon", or a town that everybody knows; a script without capitals needs the former. */
    private boolean likely(Mention mention, Gazetteer gazetteer) {
        if (mention.kind().word()) {
            return false;
        }
        boolean cased = Character.isUpperCase(mention.quote().codePointAt(0));
        boolean known = gazetteer.known(gazetteer.place(mention.candidates().getFirst()));
        return beside.located(mention) || cased && known && !beside.opens(mention);
    }
}
