package org.wirebell.ingest.edge;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirebell.ingest.due.Arrival;
import org.wirebell.ingest.due.Cursor;
import org.wirebell.ingest.due.Due;
import org.wirebell.ingest.due.Outcome;
import org.wirebell.ingest.due.RawHead;
import org.wirebell.ingest.due.Rest;
import org.wirebell.ingest.due.SourceConfig;
import org.wirebell.ingest.due.Standing;
import org.wirebell.ingest.due.Why;
import org.wirebell.ingest.read.Hints;
import org.wirebell.ingest.read.Reading;
import org.wirebell.ingest.read.Skim;
import org.wirebell.ingest.web.Web;
import org.wirebell.model.FeedState;
import org.wirebell.model.Ids;

/** Polls one feed for as long as its thread lives, and takes what its hub pushes in between. */
final class Poller implements Runnable, Subscriber.Feed {
    private static final Logger LOG = LoggerFactory.getLogger(Poller.class);
    /** Marks the hash of a body that could not be read, so that an equal one is never taken for "nothing new". */
    private static final String UNREADABLE = "unreadable:";

    private final String id;
    private final SourceConfig source;
    private final Map<String, String> headers;
    private final Due due;
    private final Duration backfillOlderThan;
    private final Web web;
    private final Handover handover;
    private final Optional<Subscriber> subscriber;
    /** Hashes of the entries of the last document, and the marks of their items: they need not be read again. */
    private final Map<String, String> met = new HashMap<>();

    /** As below, of a source that is polled only. */
    Poller(
            String id,
            SourceConfig source,
            Map<String, String> headers,
            Due due,
            Duration backfillOlderThan,
            Web web,
            Handover handover) {
        this(id, source, headers, due, backfillOlderThan, web, handover, Optional.empty());
    }

    /** @param headers with their values, as against {@link SourceConfig#headersEnv} */
    Poller(
            String id,
            SourceConfig source,
            Map<String, String> headers,
            Due due,
            Duration backfillOlderThan,
            Web web,
            Handover handover,
            Optional<Subscriber> subscriber) {
        this.subscriber = subscriber;
        this.id = id;
        this.source = source;
        this.headers = headers;
        this.due = due;
        this.backfillOlderThan = backfillOlderThan;
        this.web = web;
        this.handover = handover;
    }

    @Override
    public void run() {
        try {
            watch();
        } finally {
            subscriber.ifPresent(Subscriber::close);
        }
    }

    private void watch() {
        var state = start();
        while (!Thread.currentThread().isInterrupted()) {
            try {
                state = turn(state);
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException e) { // a bug must not end the watch over this source, nor over any other
                if (Thread.currentThread().isInterrupted()) {
                    return; // Kafka's own InterruptException
                }
                LOG.error("feed {}: polling {} failed", id, state.url(), e);
                state = stumbled(state, e);
            }
        }
    }

    private FeedState turn(FeedState state) throws InterruptedException {
        if (subscriber.isPresent()) {
            return subscriber.get().turn(state, this);
        }
        Thread.sleep(Due.until(state.nextDue(), handover.clock().instant()));
        return poll(state);
    }

    private FeedState stumbled(FeedState before, RuntimeException e) {
        var now = handover.clock().instant();
        var failed = Standing.failed(before, Why.INTERNAL, e.toString(), "", now);
        return settle(failed, new Outcome.Failed(Why.INTERNAL, Duration.ZERO));
    }

    /** Where the last run left off, with the time of the first poll. */
    FeedState start() {
        var url = source.url().toString();
        var state = handover.states()
                .kept(id)
                .map(kept -> Standing.resume(kept, url))
                .orElseGet(() -> Standing.start(id, url));
        state = Standing.due(state, due.first(state, source, handover.clock().instant()));
        state = subscriber.isPresent()
                ? subscriber.get().start(state, due.interval(source))
                : Standing.unnoted(state, Subscriber.NOTE);
        handover.states().show(state);
        return state;
    }

    /** One look: ask, hand over what is new, and only then move on. */
    @Override
    public FeedState poll(FeedState before) throws InterruptedException {
        long start = System.nanoTime();
        var known = new Web.Known(Standing.validatorsOf(before), before.etag(), before.lastModified());
        var reply = web.get(new Web.Ask(URI.create(before.url()), known, headers));
        var took = Duration.ofNanos(System.nanoTime() - start);
        return switch (reply) {
            case Web.Reply.Fresh fresh -> {
                handover.meters().fetched(id, "ok", took);
                handover.meters().bytes(id, fresh.body().length);
                handover.meters().skew(id, fresh.skew());
                yield fresh(before, fresh);
            }
            case Web.Reply.NotModified(var sent, var maxAge, var skew) -> {
                handover.meters().fetched(id, "not_modified", took);
                handover.meters().skew(id, skew);
                yield unchanged(before, sent, maxAge);
            }
            case Web.Reply.Failed(var why, var detail, var retryAfter, var head) -> {
                handover.meters().fetched(id, why.word(), took);
                yield failed(before, why, detail, "", retryAfter, head);
            }
        };
    }

    private FeedState fresh(FeedState before, Web.Reply.Fresh fresh) throws InterruptedException {
        var hash = Ids.hash(fresh.body());
        if (hash.equals(before.bodyHash())) {
            return unchanged(before, fresh.known(), fresh.maxAge());
        }
        if (before.bodyHash().equals(UNREADABLE + hash)) {
            return failed(before, Why.UNREADABLE, before.detail(), before.bodyHash(), Duration.ZERO, fresh.body());
        }
        var skim = skim(before, fresh);
        var reading = skim.reading();
        var readable = reading.problem().isEmpty() || !reading.items().isEmpty();
        if (!setAside(fresh.body(), reading)) {
            var detail = detail(reading) + "; and the broker did not take it as a dead letter";
            return failed(before, Why.UNREADABLE, detail, "", Duration.ZERO, fresh.body());
        }
        return readable
                ? advance(before, fresh, skim, hash)
                : failed(before, Why.UNREADABLE, detail(reading), UNREADABLE + hash, Duration.ZERO, fresh.body());
    }

    private Skim skim(FeedState before, Web.Reply.Fresh fresh) throws InterruptedException {
        var seen = new HashSet<>(before.seen());
        met.values().retainAll(seen); // what the state has forgotten must be read again
        return handover.readers().skim(fresh.body(), hints(fresh.known().url(), fresh.contentType()), met.keySet());
    }

    private Hints hints(String url, String contentType) {
        return Hints.fetched(id, url, contentType)
                .with(source.zone(), source.language().orElse(""));
    }

    @Override
    public Optional<FeedState> pushed(FeedState before, byte[] body, String contentType) throws InterruptedException {
        var items =
                handover.readers().read(body, hints(before.url(), contentType)).items();
        if (items.isEmpty()) {
            return Optional.empty();
        }
        var step = Cursor.pushed(before, items, handover.clock().instant(), backfillOlderThan);
        handover.deliver(before, step.fresh());
        handover.meters().items(id, step);
        handover.states().keep(step.next());
        return Optional.of(step.next());
    }

    private boolean setAside(byte[] body, Reading reading) throws InterruptedException {
        var problem = reading.problem();
        return problem.isEmpty() || handover.setAside(id, id, id, body, problem.get());
    }

    private FeedState advance(FeedState before, Web.Reply.Fresh fresh, Skim skim, String hash)
            throws InterruptedException {
        var known = fresh.known();
        var reading = skim.reading();
        var passed =
                skim.passed().stream().map(entry -> met.getOrDefault(entry, "")).toList();
        var arrival = new Arrival(
                reading.items(),
                passed,
                reading.title(),
                fresh.moved().map(URI::toString).orElse(before.url()), // only now: it is a feed, no login page
                known.etag(),
                known.lastModified(),
                known.url(),
                hash,
                reading.ttl().orElse(Duration.ZERO),
                new Rest(reading.pauses().hours(), reading.pauses().days()));
        var step = Cursor.advance(before, arrival, handover.clock().instant(), backfillOlderThan);
        handover.deliver(before, step.fresh());
        meet(skim, step.marks());
        handover.meters().items(id, step);
        var twin = Standing.twin(step.next(), handover.states().at(step.next()));
        var next = subscriber
                .map(hub ->
                        hub.polled(twin, fresh, reading, before.lastSuccess().isEmpty() ? 0 : step.news()))
                .orElse(twin);
        return settle(next, new Outcome.Answered(arrival.ttl(), fresh.maxAge()));
    }

    /** Takes note of the entries of a document whose items are safe. */
    private void meet(Skim skim, List<String> marks) {
        met.keySet().retainAll(Set.copyOf(skim.passed()));
        for (int i = 0; i < skim.read().size(); i++) {
            met.put(skim.read().get(i), marks.get(i));
        }
    }

    private FeedState unchanged(FeedState before, Web.Known known, Duration maxAge) {
        var state = Standing.unchanged(
                before, known.etag(), known.lastModified(), handover.clock().instant());
        return settle(state, new Outcome.Answered(Standing.ttl(before), maxAge));
    }

    private FeedState failed(
            FeedState before, Why why, String detail, String unreadable, Duration retryAfter, byte[] came) {
        var now = handover.clock().instant();
        var head = RawHead.of(came, headers.values());
        var failed = Standing.headed(Standing.failed(before, why, detail, unreadable, now), head);
        var state = retryAfter.isZero()
                ? failed
                : Standing.promised(failed, new Standing.Promise(before.url(), now.plus(Due.patience(retryAfter))));
        if (!before.outcome().equals(why.word())) {
            LOG.warn("feed {}: {}: {}", id, why.word(), detail);
        }
        return settle(state, new Outcome.Failed(why, retryAfter));
    }

    private FeedState settle(FeedState state, Outcome outcome) {
        var alone = due.next(state, source, outcome, handover.clock().instant());
        var next = subscriber.map(hub -> hub.next(state, outcome, alone)).orElse(alone);
        var settled = Standing.due(state, next);
        handover.states().keep(settled);
        return settled;
    }

    private static String detail(Reading reading) {
        return reading.problem().map(problem -> problem.detail()).orElse("");
    }
}
