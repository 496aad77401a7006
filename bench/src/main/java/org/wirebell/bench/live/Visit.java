package org.wirebell.bench.live;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One request that a host got.
 *
 * @param feed number of the host
 * @param at when it came, in milliseconds from the start of the run
 * @param conditional whether it carried a validator
 * @param known whether the host had given one before
 * @param others how many other requests the host was still busy with
 * @param early by how many milliseconds it came before the time that the host had asked to be left alone for
 */
record Visit(int feed, long at, boolean conditional, boolean known, int others, long early) {
    /** What all hosts saw. */
    record Book(List<Visit> visits) {
        Book {
            visits = List.copyOf(visits);
        }

        /** When each host was asked for the first time. */
        Map<Integer, Long> first() {
            return visits.stream().collect(Collectors.toMap(Visit::feed, Visit::at, Math::min));
        }

        long atOnce() {
            return visits.stream().mapToInt(visit -> visit.others() + 1).max().orElse(0);
        }

        long duringRetryAfter() {
            return visits.stream().filter(visit -> visit.early() > 0).count();
        }

        /** Requests without a validator to hosts that had given one. */
        long needless() {
            return visits.stream()
                    .filter(visit -> visit.known() && !visit.conditional())
                    .count();
        }
    }
}
