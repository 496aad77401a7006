package org.wirebell.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a source stands: the cursor that a restart resumes from, the validators of the last answer, and its health.
 *
 * @param url address in use, after remembered permanent redirects
 * @param etag sent back byte for byte, as is {@code lastModified}
 * @param bodyHash SHA-256 of the last body; an equal one is "not modified"
 * @param seen content hashes of the items of the last answers, newest last, bounded
 * @param outcome of the last fetch, in one word
 * @param detail what the last failure said, for people
 * @param failures consecutive failures
 */
public record FeedState(
        String source,
        String url,
        String title,
        String etag,
        String lastModified,
        String bodyHash,
        List<String> seen,
        String outcome,
        String detail,
        int failures,
        long items,
        Optional<Instant> lastFetch,
        Optional<Instant> lastSuccess,
        Optional<Instant> newestItem,
        Optional<Instant> nextDue,
        Map<String, Object> more) {
    public FeedState {
        seen = List.copyOf(seen);
        more = Map.copyOf(more);
    }
}
