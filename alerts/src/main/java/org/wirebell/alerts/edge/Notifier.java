package org.wirebell.alerts.edge;

import org.wirebell.model.Notice;

/** One receiver on one channel. An outage is an answer, not an exception. The same notice may be sent again, with the same id. */
public interface Notifier {
    Delivery send(Notice notice) throws InterruptedException;
}
