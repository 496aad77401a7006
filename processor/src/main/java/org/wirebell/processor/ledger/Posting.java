package org.wirebell.processor.ledger;

import java.util.List;
import java.util.Optional;
import org.wirebell.model.Claim;
import org.wirebell.model.Figure;
import org.wirebell.model.Finding;
import org.wirebell.model.Ruling;

/**
 * All that one version of an item, or a person, changes in one book; applied as a whole.
 *
 * @param book where the claims are kept, see {@link Book#of}
 * @param scene place root: the books that may be compared for coincidence and parts share it
 * @param strikes ids of claims of earlier versions that no longer hold
 * @param because why they are struck
 * @param parts claims that are part of a larger figure of the same item
 * @param rulings of persons on claims of the book
 * @param cause the item behind it; absent when a person rules
 */
public record Posting(
        String book,
        String scene,
        List<Claim> puts,
        List<String> strikes,
        Because because,
        List<Part> parts,
        List<Ruling> rulings,
        Optional<Finding> cause) {
    public Posting {
        puts = List.copyOf(puts);
        strikes = List.copyOf(strikes);
        parts = List.copyOf(parts);
        rulings = List.copyOf(rulings);
    }

    /** What a person decided. */
    public static Posting of(Ruling ruling) {
        var series = ruling.series();
        return new Posting(
                Book.of(series),
                Claims.scene(series),
                List.of(),
                List.of(),
                Because.RULING,
                List.of(),
                List.of(ruling),
                Optional.empty());
    }

    /** What made earlier claims of the item fall away. */
    public enum Because {
        NEW_VERSION,
        CORRECTION,
        KILL,
        HOLD,
        RULING
    }

    /**
     * A claim that counts some of the people of another one.
     *
     * @param whole book of the larger figure
     * @param total the larger number
     */
    public record Part(String claim, String whole, long total, Figure.Bound bound) {}
}
