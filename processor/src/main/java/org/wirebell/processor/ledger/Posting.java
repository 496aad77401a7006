package org.wirebell.processor.ledger;

import java.util.List;
import org.wirebell.model.Claim;
import org.wirebell.model.Figure;
import org.wirebell.model.Finding;
import org.wirebell.model.Series;

/**
 * All that one version of an item changes in one series; applied as a whole.
 *
 * @param scene place root: the series that may be compared for coincidence and parts share it
 * @param strikes ids of claims of earlier versions that no longer hold
 * @param because why they are struck
 * @param parts claims that are part of a larger figure of the same item
 */
public record Posting(
        Series series,
        String scene,
        List<Claim> puts,
        List<String> strikes,
        Because because,
        List<Part> parts,
        Finding cause) {
    public Posting {
        puts = List.copyOf(puts);
        strikes = List.copyOf(strikes);
        parts = List.copyOf(parts);
    }

    /** What made earlier claims of the item fall away. */
    public enum Because {
        NEW_VERSION,
        CORRECTION,
        KILL,
        HOLD
    }

    /**
     * A claim that counts some of the people of another one.
     *
     * @param whole key of the series of the larger figure
     * @param total the larger number
     */
    public record Part(String claim, String whole, long total, Figure.Bound bound) {}
}
