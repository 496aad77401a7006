package org.wirebell.ingest.edge;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirebell.ingest.due.Due;
import org.wirebell.ingest.due.Outcome;
import org.wirebell.ingest.due.Standing;
import org.wirebell.ingest.read.Reading;
import org.wirebell.ingest.web.Web;
import org.wirebell.ingest.websub.Mode;
import org.wirebell.ingest.websub.Offer;
import org.wirebell.ingest.websub.Subscription;
import org.wirebell.model.FeedState;

/**
 * Keeps the subscription of one source alive and hands what its hub delivers to the source's poller, on whose thread all of
 * this runs but the request to the hub: that may have to queue behind those of other sources.
 */
final class Subscriber implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Subscriber.class);
    static final String NOTE = "websub";
    /** A hub that sends more at once is told to come again. */
    private static final int MOST_MAIL = 16;

    private final String id;
    private final Subscriptions all;
    private final LinkedBlockingQueue<HubMail> inbox = new LinkedBlockingQueue<>(MOST_MAIL);
    /** The next poll is one that the hub asked for: what it finds was told. */
    private boolean pinged;

    private Thread asking = Thread.ofVirtual().unstarted(() -> {});

    /** The poller, as its subscriber sees it. */
    interface Feed {
        FeedState poll(FeedState before) throws InterruptedException;

        /** Hands over what is new in a document; empty when it holds no items. */
        Optional<FeedState> pushed(FeedState before, byte[] body, String contentType) throws InterruptedException;
    }

    Subscriber(String id, Subscriptions all) {
        this.id = id;
        this.all = all;
    }

    /**
     * Takes up what was left at the last end. What was pushed meanwhile is lost unless the hub tries again, so the next poll
     * is when it would have been without pushes.
     *
     * @param interval between polls, without pushes
     */
    FeedState start(FeedState state, Duration interval) {
        if (!state.more().containsKey(NOTE)) {
            return Standing.unvalidated(state); // what it offers is said in a whole answer only
        }
        var subscription = subscription(state);
        var wanted = subscription.callback().equals(all.mark(id, subscription.hub(), subscription.topic()))
                ? subscription
                : subscription.offered(
                        offer(subscription), all.mark(id, subscription.hub(), subscription.topic()), now());
        if (!wanted.hub().isEmpty()) {
            all.hubs().open(all.callback(id, wanted, inbox));
        }
        var noted = noted(state, wanted);
        var usual = state.lastFetch().map(last -> last.plus(interval)).filter(_ -> subscription.heard());
        return usual.filter(at -> state.nextDue().filter(at::isBefore).isPresent())
                .map(at -> Standing.due(noted, at))
                .orElse(noted);
    }

    private static Optional<Offer> offer(Subscription subscription) {
        return Optional.of(new Offer(subscription.hub(), subscription.topic()))
                .filter(offer -> !offer.hub().isEmpty());
    }

    /** Waits for whatever comes first, mail or the time to poll or to ask the hub, and does it. */
    FeedState turn(FeedState state, Feed feed) throws InterruptedException {
        var wake = subscription(state).wake();
        var first = wake.filter(at ->
                state.nextDue().filter(at::isAfter).isEmpty() && state.nextDue().isPresent());
        var wait = Due.until(first.or(state::nextDue), now());
        var mail = Optional.ofNullable(inbox.poll(wait.toNanos(), TimeUnit.NANOSECONDS));
        if (mail.isPresent()) {
            return opened(state, mail.get(), feed);
        }
        return first.isPresent() ? tended(state) : feed.poll(state);
    }

    private FeedState opened(FeedState state, HubMail mail, Feed feed) throws InterruptedException {
        var subscription = subscription(state);
        return switch (mail) {
            case HubMail.Verified(var lease) -> {
                LOG.info("feed {}: {} delivers for {}", id, subscription.hub(), lease);
                yield heeded(state, subscription.verified(lease, now()));
            }
            case HubMail.Denied(var reason) -> {
                LOG.warn("feed {}: {} will not deliver: {}", id, subscription.hub(), reason);
                yield hurried(heeded(state, subscription.denied(reason, now())), subscription);
            }
            case HubMail.Answered(Web.Reply.Failed(var why, var detail, var retryAfter, var _)) -> {
                all.handover().meters().hub(id, why.word());
                if (!subscription.asked()) {
                    yield state; // it has asked back all the same
                }
                LOG.warn("feed {}: no subscription: {}: {}", id, why.word(), detail);
                yield heeded(state, subscription.refused(why.word() + ": " + detail, retryAfter, now()));
            }
            case HubMail.Answered _ -> {
                all.handover().meters().hub(id, "ok");
                yield state; // it will ask back
            }
            case HubMail.Pushed pushed -> pushed(state, pushed, feed);
        };
    }

    private FeedState pushed(FeedState state, HubMail.Pushed mail, Feed feed) throws InterruptedException {
        var safe = false;
        try {
            var noted = noted(state, subscription(state).pushed());
            var taken = feed.pushed(noted, mail.body(), mail.contentType());
            all.handover().meters().pushed(id, taken.isPresent() ? "items" : "ping");
            safe = true;
            if (taken.isPresent()) {
                return taken.get();
            }
            pinged = true;
            var least = state.lastFetch().map(last -> last.plus(all.floor())).orElse(now());
            var soon = least.isAfter(now()) ? least : now();
            return state.nextDue().filter(soon::isAfter).isPresent() ? noted : Standing.due(noted, soon);
        } finally {
            mail.taken().complete(safe);
        }
    }

    /** Something of the subscription's is due. */
    private FeedState tended(FeedState state) {
        var subscription = subscription(state);
        var now = now();
        if (subscription.over(now)) {
            LOG.info("feed {}: the lease at {} has run out", id, subscription.hub());
            return hurried(keep(state, subscription.lapsed()), subscription);
        }
        if (!subscription.due(now)) {
            return state; // woken a moment early
        }
        var wanted = subscription.asking(now);
        var form = all.form(Mode.SUBSCRIBE, all.callback(id, wanted, inbox));
        var asked = heeded(state, wanted); // before it is asked: it may ask back before it answers
        asking.interrupt();
        asking = Thread.ofVirtual().name("hub-" + id).start(() -> ask(URI.create(wanted.hub()), form));
        return asked;
    }

    private void ask(URI hub, Map<String, String> form) {
        try {
            inbox.put(new HubMail.Answered(all.web().post(hub, form)));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // nobody waits for it any more
        }
    }

    /** Where pushes were relied on until now, a poll is due: something may have been missed. */
    private FeedState hurried(FeedState state, Subscription before) {
        return before.heard() ? Standing.due(state, now()) : state;
    }

    /** What a poll brought, before its state is kept. */
    FeedState polled(FeedState state, Web.Reply.Fresh answer, Reading reading, int news) {
        var before = subscription(state);
        var url = answer.known().url();
        var offer = Offer.of(answer.links(), reading.hubs(), reading.self(), url);
        var mark = offer.map(made -> all.mark(id, made.hub(), made.topic())).orElse("");
        var after = before.offered(offer, mark, now());
        if (!before.hub().isEmpty() && !after.callback().equals(before.callback())) {
            all.hubs().shut(all.path(id, before.hub(), before.topic()));
        }
        var missed = news > 0 && !pinged;
        pinged = false;
        return noted(state, missed ? after.missed() : after);
    }

    /** When to poll next, where polling alone would do so at this time. */
    Instant next(FeedState state, Outcome outcome, Instant alone) {
        var now = now();
        return outcome instanceof Outcome.Answered && subscription(state).trusted(now)
                ? now.plus(all.config().slowed(Duration.between(now, alone)))
                : alone;
    }

    private static Subscription subscription(FeedState state) {
        return Subscription.read(state.more().getOrDefault(NOTE, List.of()));
    }

    private FeedState noted(FeedState state, Subscription subscription) {
        return Standing.noted(state, NOTE, subscription.written(now()));
    }

    /** From now on the hub is answered accordingly. */
    private FeedState heeded(FeedState state, Subscription subscription) {
        if (!subscription.hub().isEmpty()) {
            all.hubs().open(all.callback(id, subscription, inbox));
        }
        return keep(state, subscription);
    }

    private FeedState keep(FeedState state, Subscription subscription) {
        var noted = noted(state, subscription);
        all.handover().states().keep(noted);
        return noted;
    }

    private Instant now() {
        return all.handover().clock().instant();
    }

    @Override
    public void close() {
        asking.interrupt();
    }
}
