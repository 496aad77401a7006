package org.wirebell.alerts.edge;

import java.util.Optional;
import org.wirebell.model.Notice;

/** One receiver on one channel. An outage is an answer, not an exception. The same notice may be sent again, with the same id. */
public interface Notifier {
    /** @param earlier what the receiver has of this alert; empty when it has nothing, or when that is long ago */
    Delivery send(Notice notice, Optional<Shown> earlier) throws InterruptedException;
}
