package org.wirebell.processor.ledger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirebell.model.LedgerEntry;
import org.wirebell.model.Update;

/**
 * What a posting leaves behind.
 *
 * @param books those that changed, by their key
 * @param entries of the series that changed, by their key; absent for one that is no more
 */
public record Outcome(
        Map<String, OpenBook> books, Scene scene, Map<String, Optional<LedgerEntry>> entries, List<Update> updates) {
    public Outcome {
        books = new LinkedHashMap<>(books);
        entries = new LinkedHashMap<>(entries);
        updates = List.copyOf(updates);
    }
}
