package org.wirebell.ingest.edge;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import org.wirebell.ingest.signed.Secret;
import org.wirebell.ingest.websub.Mode;

/**
 * Where one hub delivers one topic. It answers on the server's threads; what comes goes to the source's own.
 *
 * @param path that nobody can guess: the end of the address that the hub was given
 * @param secret that the hub signs with, as it was given to it
 * @param lease that we asked for, which holds where the hub names none
 */
record Callback(
        String source,
        String topic,
        String path,
        String secret,
        Duration lease,
        Optional<Mode> pending,
        BlockingQueue<HubMail> inbox) {
    /** The same, of which the hub is asked this. */
    Callback asked(Optional<Mode> mode) {
        return new Callback(source, topic, path, secret, lease, mode, inbox);
    }

    Secret key() {
        return Secret.parse(secret);
    }
}
