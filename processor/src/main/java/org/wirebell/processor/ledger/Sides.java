package org.wirebell.processor.ledger;

import java.util.Optional;
import java.util.regex.Pattern;
import org.wirebell.model.Evidence;
import org.wirebell.model.Figure;
import org.wirebell.model.Finding;

/**
 * Whose people a speaker counts: "46 of ours, says one side" and "seven dead, says the other" are two populations, and no
 * conflict.
 */
final class Sides {
    private static final Pattern OWN = Pattern.compile(
            "^[\\s\\p{L}]{0,12}?\\b(?:of )?(?:its|their|our|his|her)\\b|^ of (?:the )?(?:group|movement|army)['’]s\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LOST = Pattern.compile(
            "\\b(?:it|they|we|had|has|have) (?:had |has |have )?(?:lost|suffered)\\b", Pattern.CASE_INSENSITIVE);

    private Sides() {}

    /** The population with the side of its speaker, where the words or the two-sided event call for one. */
    static String of(String population, Finding finding, Figure figure, String event, Evidence evidence) {
        var speaker = Claimants.side(figure.attribution().strip().replaceAll("^(?i:the)\\s+", ""))
                .toLowerCase(java.util.Locale.ROOT);
        if (speaker.isEmpty() || !Claimants.named(speaker)) {
            return population;
        }
        if (Populations.armed(population)) {
            return counted(evidence) ? speaker + " " + population : population;
        }
        boolean all = population.equals(Populations.ALL);
        boolean speaksForItself = counted(evidence) || Events.twoSided(event) && otherSide(finding, figure, speaker);
        return all && Claimants.armed(figure.attribution()) && speaksForItself ? speaker + " side" : population;
    }

    /** "46 of their fighters", "it lost 14 soldiers". */
    private static boolean counted(Evidence evidence) {
        int from = Math.max(0, evidence.quoteInSentence());
        int to = Math.min(evidence.sentence().length(), from + evidence.quote().length());
        return OWN.matcher(evidence.sentence().substring(to)).find()
                || LOST.matcher(evidence.sentence().substring(0, from)).find();
    }

    /** Another side is counted, or speaks, in the same item. */
    private static boolean otherSide(Finding finding, Figure figure, String speaker) {
        return finding.figures().stream()
                .anyMatch(f -> other(f, figure, speaker).isPresent());
    }

    private static Optional<Figure> other(Figure f, Figure figure, String speaker) {
        boolean otherPeople = !f.subject().equals(figure.subject())
                && (f.subject().chars().anyMatch(Character::isUpperCase)
                        || Populations.armed(Populations.kind(f.subject())));
        var speaks = Claimants.side(f.attribution().strip().replaceAll("^(?i:the)\\s+", ""))
                .toLowerCase(java.util.Locale.ROOT);
        boolean otherSpeaker = Claimants.armed(f.attribution()) && !speaks.equals(speaker);
        return otherPeople || otherSpeaker ? Optional.of(f) : Optional.empty();
    }
}
