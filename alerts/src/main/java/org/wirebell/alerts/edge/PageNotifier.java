package org.wirebell.alerts.edge;

import java.util.Optional;
import org.wirebell.model.Notice;

/** The live page, which reads the topic of notices itself: what is in the topic has been sent. */
final class PageNotifier implements Notifier {
    @Override
    public Delivery send(Notice notice, Optional<Shown> earlier) {
        return new Delivery.Sent("in the topic, where the page reads it");
    }
}
