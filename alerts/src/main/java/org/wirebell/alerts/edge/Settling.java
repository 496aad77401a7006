package org.wirebell.alerts.edge;

import java.util.Optional;

/** Whether whoever plans notices has caught up after a start, so that what it has planned is worth sending. */
@FunctionalInterface
public interface Settling {
    /** Nothing to wait for. */
    Settling DONE = Optional::empty;

    /** What there is to wait for, in words; empty when there is nothing. */
    Optional<String> waitsFor();
}
