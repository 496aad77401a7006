package org.wirebell.alerts.edge;

import java.util.Optional;
import org.wirebell.model.Notice;

/**
 * Sends on a channel whose messages can be changed: the first message of an alert always shows its newest revision, so that no
 * number stands there that is outdated; what has a sound is told under it as well. The change goes first: it may be repeated, so
 * a failure between the two shows nothing twice.
 */
final class InPlace implements Notifier {
    private static final String GONE = "gone";

    private final Messages messages;

    InPlace(Messages messages) {
        this.messages = messages;
    }

    /** What a channel offers. A message that can't be changed any more is answered by {@link #gone}. */
    interface Messages {
        Delivery post(Notice notice, Optional<String> under) throws InterruptedException;

        Delivery change(String handle, Notice notice) throws InterruptedException;
    }

    /** The answer of {@link Messages#change} when a person removed the message, or it is too old. */
    static Delivery gone(String detail) {
        return new Delivery.Refused(GONE, detail);
    }

    @Override
    public Delivery send(Notice notice, Optional<Shown> earlier) throws InterruptedException {
        var first = earlier.flatMap(Shown::first);
        if (first.isEmpty()) {
            return notice.kind() == Notice.Kind.ACK
                    ? new Delivery.Skipped("nothing_to_change")
                    : messages.post(notice, Optional.empty());
        }
        var changed = messages.change(first.get(), notice);
        boolean gone =
                changed instanceof Delivery.Refused refused && refused.why().equals(GONE);
        if (!gone && !(changed instanceof Delivery.Sent)) {
            return changed;
        }
        if (notice.quiet()) {
            return gone ? new Delivery.Skipped("message_gone") : changed;
        }
        return gone ? anew(messages.post(notice, Optional.empty())) : messages.post(notice, first);
    }

    private static Delivery anew(Delivery posted) {
        return posted instanceof Delivery.Sent sent ? new Delivery.Sent(sent.detail(), sent.handle(), true) : posted;
    }
}
