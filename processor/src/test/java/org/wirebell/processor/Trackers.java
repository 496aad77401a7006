package org.wirebell.processor;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.wirebell.model.Finding;
import org.wirebell.model.Item;
import org.wirebell.processor.extract.Extractor;
import org.wirebell.processor.extract.places.Gazetteer;
import org.wirebell.processor.ledger.LedgerConfig;
import org.wirebell.processor.ledger.Places;

/** Empty trackers for tests that tell the same items in many orders: each item is read once for all of them. */
final class Trackers {
    private static final Extractor EXTRACTOR = Extractor.standard();
    private static final Places PLACES = Places.of(Gazetteer.standard());
    private static final Map<Item, Finding> READ = new ConcurrentHashMap<>();

    private Trackers() {}

    static Tracker open() {
        return new Tracker(LedgerConfig.defaults(), item -> READ.computeIfAbsent(item, EXTRACTOR::extract), PLACES);
    }
}
