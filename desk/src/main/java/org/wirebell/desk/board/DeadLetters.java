package org.wirebell.desk.board;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What could not be read or processed.
 *
 * @param count all that were seen since the desk began to read
 * @param byWhy the same by room and reason, such as {@code ingest: not-xml}
 * @param last the newest, newest first
 */
public record DeadLetters(long count, Map<String, Long> byWhy, List<Letter> last) {
    public DeadLetters {
        last = List.copyOf(last);
    }

    public record Letter(String where, String why, String detail, String source, Optional<Instant> at) {}
}
