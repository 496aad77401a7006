package org.wirebell.ingest.due;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirebell.model.FeedState;

/**
 * The state of a source while the next one is made of it. Mutable, against the house's habit, because {@link FeedState} has
 * sixteen components of which each event changes a few; it never leaves this package.
 */
final class NextState {
    private final String source;
    String url;
    String title;
    String etag;
    String lastModified;
    String bodyHash;
    List<String> seen;
    String outcome;
    String detail;
    int failures;
    long items;
    Optional<Instant> lastFetch;
    Optional<Instant> lastSuccess;
    Optional<Instant> newestItem;
    Optional<Instant> nextDue;
    final Map<String, Object> more;

    NextState(FeedState before) {
        source = before.source();
        url = before.url();
        title = before.title();
        etag = before.etag();
        lastModified = before.lastModified();
        bodyHash = before.bodyHash();
        seen = before.seen();
        outcome = before.outcome();
        detail = before.detail();
        failures = before.failures();
        items = before.items();
        lastFetch = before.lastFetch();
        lastSuccess = before.lastSuccess();
        newestItem = before.newestItem();
        nextDue = before.nextDue();
        more = new HashMap<>(before.more());
    }

    FeedState done() {
        return new FeedState(
                source,
                url,
                title,
                etag,
                lastModified,
                bodyHash,
                seen,
                outcome,
                detail,
                failures,
                items,
                lastFetch,
                lastSuccess,
                newestItem,
                nextDue,
                more);
    }
}
