package org.wirebell.ingest.edge;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirebell.ingest.due.Standing;
import org.wirebell.ingest.signed.Secret;
import org.wirebell.ingest.web.Web;
import org.wirebell.ingest.websub.Mode;
import org.wirebell.ingest.websub.Subscription;
import org.wirebell.model.FeedState;

/**
 * What all subscriptions share: the settings, the secret that theirs are made from, and the door that hubs call at.
 *
 * @param floor no hub makes us poll more often
 */
record Subscriptions(WebSubConfig config, Secret secret, Web web, Hubs hubs, Handover handover, Duration floor) {
    private static final Logger LOG = LoggerFactory.getLogger(Subscriptions.class);

    /** Throws {@link IllegalArgumentException} when the secret is not where the configuration says. */
    static Optional<Secret> secret(IngestConfig config, Function<String, Optional<String>> environment) {
        return config.websub()
                .flatMap(websub ->
                        PushKeys.secret("websub.secret", websub.secretEnv(), websub.secretFile(), environment));
    }

    /** None for a source that is to be polled only. */
    Optional<Subscriber> subscriber(String id) {
        return config.without().contains(id) ? Optional.empty() : Optional.of(new Subscriber(id, this));
    }

    /** The way in for what a hub delivers to that source, according to how the subscription stands. */
    Callback callback(String id, Subscription subscription, LinkedBlockingQueue<HubMail> inbox) {
        var hub = subscription.hub();
        var topic = subscription.topic();
        return new Callback(
                id,
                topic,
                path(id, hub, topic),
                secret.derived("secret", id, hub, topic),
                config.leased(),
                Optional.of(Mode.SUBSCRIBE).filter(_ -> subscription.asked()),
                inbox);
    }

    String path(String id, String hub, String topic) {
        return secret.derived("path", id, hub, topic).substring(0, 40);
    }

    /** What the hub is asked with. */
    Map<String, String> form(Mode mode, Callback callback) {
        return Map.of(
                "hub.mode", mode.word(),
                "hub.topic", callback.topic(),
                "hub.callback", address(callback.path()),
                "hub.secret", callback.secret(),
                "hub.lease_seconds", Long.toString(callback.lease().toSeconds()));
    }

    private String address(String path) {
        var base = config.callback().toString();
        return (base.endsWith("/") ? base : base + "/") + "websub/" + path;
    }

    /** Tells whether the hub was given this address and secret, without showing them. */
    String mark(String id, String hub, String topic) {
        return secret.derived("mark", address(path(id, hub, topic))).substring(0, 16);
    }

    /** Gives up what a source holds that is subscribed no longer. Tried once: a hub that misses it hears "gone" when it delivers. */
    void leave(FeedState kept) throws InterruptedException {
        var subscription = Subscription.read(kept.more().getOrDefault(Subscriber.NOTE, ""));
        var now = handover.clock().instant();
        if (subscription.until().isPresent() && !subscription.over(now)) {
            var callback = callback(kept.source(), subscription, new LinkedBlockingQueue<>(1))
                    .asked(Optional.of(Mode.UNSUBSCRIBE));
            hubs.open(callback);
            var reply = web.post(URI.create(subscription.hub()), form(Mode.UNSUBSCRIBE, callback));
            var said = reply instanceof Web.Reply.Failed failed ? failed.detail() : "ok";
            LOG.info("feed {}: left {}: {}", kept.source(), subscription.hub(), said);
        }
    }

    /** As above, of a source that is no longer polled either, so that nobody else writes its state. */
    void leaveForGood(FeedState kept) throws InterruptedException {
        if (kept.more().containsKey(Subscriber.NOTE)) {
            leave(kept);
            handover.outbox()
                    .keep(
                            Standing.unnoted(kept, Subscriber.NOTE),
                            handover.clock().instant());
        }
    }
}
