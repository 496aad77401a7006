package org.wirebell.ingest.edge;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirebell.ingest.due.RawHead;
import org.wirebell.ingest.due.Standing;
import org.wirebell.ingest.due.Why;
import org.wirebell.ingest.read.Hints;
import org.wirebell.ingest.read.Problem;
import org.wirebell.ingest.read.Reading;
import org.wirebell.model.FeedState;
import org.wirebell.model.Item;

/**
 * What the entrances share to which whole documents come: reading them, handing over what they hold, setting aside what
 * nobody can read. Each step comes back only when the broker has it all.
 *
 * @param backfillOlderThan what lay there before we first looked rings only when it is younger than this
 */
record Intake(
        String id,
        Optional<ZoneId> zone,
        String language,
        int mostBytes,
        Duration backfillOlderThan,
        Handover handover) {

    /**
     * A document as it came.
     *
     * @param name for people
     * @param contentType empty when nobody says
     */
    record Document(String name, String contentType, byte[] raw) {}

    /** Where the source stands after a document, and whether all of it could be read. */
    record Taken(FeedState state, boolean whole) {}

    Reading read(Document document) throws InterruptedException {
        if (document.raw().length > mostBytes) {
            var detail = document.name() + ": has more than " + mostBytes + " bytes";
            return Reading.failed("unknown", Problem.Why.TOO_LARGE, detail);
        }
        return handover.readers()
                .read(
                        document.raw(),
                        new Hints(
                                document.name(), document.contentType(), "", "", id, zone, language, Hints.MAX_ITEMS));
    }

    /** @param old the document lay there before we first looked */
    Taken take(FeedState before, Document document, boolean old) throws InterruptedException {
        var reading = read(document);
        var state = reading.items().isEmpty() ? before : handOver(before, reading.items(), old);
        if (reading.problem().isPresent()) {
            return unreadable(state, document, reading.problem().get());
        }
        return new Taken(reading.items().isEmpty() ? handOver(before, List.of(), old) : state, true);
    }

    FeedState handOver(FeedState before, List<Item> items, boolean old) throws InterruptedException {
        return handOver(before, items.stream().map(item -> arrived(item, old)).toList());
    }

    /** Items that carry their arrival. */
    FeedState handOver(FeedState before, List<Item> arrived) throws InterruptedException {
        handover.deliver(before, arrived);
        handover.meters().items(id, "new", arrived.size());
        var state = Standing.took(before, arrived, handover.clock().instant());
        return Standing.noted(state, before.seen(), Map.of());
    }

    Item arrived(Item item, boolean old) {
        var now = handover.clock().instant();
        return item.arrived(now, old && !younger(item, now.minus(backfillOlderThan)));
    }

    Taken unreadable(FeedState before, Document document, Problem problem) throws InterruptedException {
        handover.setAsideSurely(before, document.name(), document.raw(), problem);
        var now = handover.clock().instant();
        var failed = Standing.failed(before, Why.UNREADABLE, problem.detail(), "", now);
        return new Taken(Standing.headed(failed, RawHead.of(document.raw())), false);
    }

    private static boolean younger(Item item, Instant limit) {
        return item.published().filter(limit::isBefore).isPresent();
    }
}
