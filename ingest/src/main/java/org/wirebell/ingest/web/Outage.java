package org.wirebell.ingest.web;

import java.io.IOException;
import java.net.SocketTimeoutException;
import javax.net.ssl.SSLException;
import org.wirebell.ingest.due.Why;

/**
 * A server could not be asked, or stopped answering in the middle of a visit. Checked and not a value, since a visit has
 * many steps and each can end it.
 */
public final class Outage extends IOException {
    private static final long serialVersionUID = 1L;

    private final Why why;

    public Outage(Why why, String detail, Throwable cause) {
        super(detail, cause);
        this.why = why;
    }

    public Why why() {
        return why;
    }

    /** What the chain of causes tells of the reason, {@link Why#UNREACHABLE} when it tells nothing better. */
    public static Outage of(String what, Throwable failure) {
        var why = Why.UNREACHABLE;
        Throwable deepest = failure;
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Outage already) {
                return already;
            }
            if (cause instanceof SocketTimeoutException) {
                why = Why.TIMEOUT;
            } else if (cause instanceof SSLException) {
                why = Why.TLS;
            }
            deepest = cause;
        }
        var said = deepest == failure ? "" : ": " + deepest.getMessage();
        return new Outage(why, what + ": " + failure.getMessage() + said, failure);
    }
}
