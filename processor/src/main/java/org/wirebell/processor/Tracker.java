package org.wirebell.processor;

import java.util.List;
import java.util.Map;
import org.wirebell.model.Item;
import org.wirebell.model.Update;
import org.wirebell.processor.ledger.LedgerConfig;

/** The whole processor in memory and in one thread, for {@code wirebell track} and back-tests: the same pure functions. */
public final class Tracker {
    public Tracker(LedgerConfig config) {}

    /** What this item changes in the ledger; items may come in any order. */
    public List<Update> add(Item item) {
        return List.of();
    }

    /** An update as {@code wirebell track} prints it. */
    public static Map<String, Object> line(Update update) {
        return Map.of("item", update.item());
    }
}
