package org.wirebell.ingest.web;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirebell.ingest.due.Why;

/** All that ingest asks of the network. An outage is an answer, not an exception. */
public interface Web extends AutoCloseable {
    Reply get(Ask ask) throws InterruptedException;

    /** Posts a form; a success is {@link Reply.Fresh}, whatever it says. */
    Reply post(URI url, Map<String, String> form) throws InterruptedException;

    @Override
    void close();

    /**
     * One request.
     *
     * @param headers of this source; they are not shown to another host
     * @param accept the media types that are of use
     */
    record Ask(URI url, Known known, Map<String, String> headers, String accept) {
        /** A feed. */
        public Ask(URI url, Known known, Map<String, String> headers) {
            this(
                    url,
                    known,
                    headers,
                    "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml,"
                            + " application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5");
        }

        /** A page for people. */
        public static Ask page(URI url) {
            return new Ask(url, Known.NOTHING, Map.of(), "text/html, application/xhtml+xml, */*;q=0.1");
        }

        public static Ask plainText(URI url) {
            return new Ask(url, Known.NOTHING, Map.of(), "text/plain, */*;q=0.1");
        }
    }

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
         * @param links values of its {@code Link} headers
         * @param moved where all answers on the way said that it lies for good
         * @param robots values of its {@code X-Robots-Tag} headers
         * @param skew how far the server's clock is ahead of ours, where it said what time it is
         */
        record Fresh(
                byte[] body,
                String contentType,
                Known known,
                List<String> links,
                Duration maxAge,
                Optional<URI> moved,
                List<String> robots,
                Optional<Duration> skew)
                implements Reply {}

        /** @param skew how far the server's clock is ahead of ours, where it said what time it is */
        record NotModified(Known known, Duration maxAge, Optional<Duration> skew) implements Reply {}

        /**
         * No body of use.
         *
         * @param head the first bytes of what came all the same, unpacked; empty where nothing did
         */
        record Failed(Why why, String detail, Duration retryAfter, byte[] head) implements Reply {
            public Failed(Why why, String detail, Duration retryAfter) {
                this(why, detail, retryAfter, new byte[0]);
            }
        }
    }
}
