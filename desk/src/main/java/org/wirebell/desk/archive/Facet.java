package org.wirebell.desk.archive;

import java.util.List;
import org.wirebell.model.Finding;

/** By what a search is narrowed. */
public enum Facet {
    SOURCE,
    LANGUAGE,
    /** ISO 3166-1 alpha-2. */
    PLACE,
    /** Tags of signals, such as {@code strike.air}. */
    TAG;

    /** How many items of a search have this value. */
    public record Count(String value, long items) {}

    /** The name in an address and in the index. */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    String field() {
        return "facet-" + key();
    }

    List<String> of(Finding finding) {
        var all = switch (this) {
            case SOURCE -> List.of(finding.item().source());
            case LANGUAGE ->
                List.of(finding.language().isEmpty() ? finding.item().language() : finding.language());
            case PLACE -> finding.places().stream().map(p -> p.country()).toList();
            case TAG -> finding.signals().stream().map(s -> s.tag()).toList();
        };
        return all.stream().filter(v -> !v.isEmpty()).distinct().toList();
    }
}
