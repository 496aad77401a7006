package org.wirebell.ingest.edge;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.wirebell.ingest.web.Web;

/** What comes to a source from its hub, in the order in which it came. */
sealed interface HubMail {
    /** The hub asked back and was told that we want it. */
    record Verified(Duration lease) implements HubMail {}

    record Denied(String reason) implements HubMail {}

    /** What the hub answered to our request. */
    record Answered(Web.Reply reply) implements HubMail {}

    /**
     * A document, or nothing but the word that there is one.
     *
     * @param taken completed when its items are safe, or when they are not
     */
    record Pushed(byte[] body, String contentType, CompletableFuture<Boolean> taken) implements HubMail {}
}
