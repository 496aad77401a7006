package org.wirebell.ingest.web;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.wirebell.ingest.due.Why;

/** All that ingest asks of the network. An outage is an answer, not an exception. */
public interface Web extends AutoCloseable {
    Reply get(Ask ask) throws InterruptedException;

    @Override
    void close();

    /**
     * One request.
     *
     * @param headers of this source; they are not shown to another host
     */
    record Ask(URI url, Known known, Map<String, String> headers) {}

    /** The validators of the last answer, byte for byte, and the address that gave them. */
    record Known(String url, String etag, String lastModified) {
        public static final Known NOTHING = new Known("", "", "");
    }

    /** A duration of zero means that the server did not say. */
    sealed interface Reply {
        /**
         * A body.
         *
         * @param known the validators to send next time
         * @param moved where all answers on the way said that it lies for good
         */
        record Fresh(byte[] body, String contentType, Known known, Duration maxAge, Optional<URI> moved)
                implements Reply {}

        record NotModified(Known known, Duration maxAge) implements Reply {}

        record Failed(Why why, String detail, Duration retryAfter) implements Reply {}
    }
}
