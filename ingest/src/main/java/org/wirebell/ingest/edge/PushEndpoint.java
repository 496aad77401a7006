package org.wirebell.ingest.edge;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.wirebell.ingest.due.RawHead;
import org.wirebell.ingest.due.Standing;
import org.wirebell.ingest.due.Why;
import org.wirebell.ingest.read.Hints;
import org.wirebell.ingest.read.Problem;
import org.wirebell.ingest.read.Reading;
import org.wirebell.ingest.signed.Acknowledged;
import org.wirebell.ingest.signed.Secret;
import org.wirebell.ingest.signed.Verdict;
import org.wirebell.ingest.web.Body;
import org.wirebell.ingest.web.Limits;
import org.wirebell.model.FeedState;
import org.wirebell.model.trace.Traces;

/**
 * Takes pushed documents: {@code POST /push/{source}} with {@code Authorization: Bearer <token>}, or signed over the body as
 * sent ({@code X-Hub-Signature-256} or Standard Webhooks). 202 means that Kafka has the items; a sender that sees anything
 * else, or nothing, sends again.
 */
final class PushEndpoint implements HttpDoor.Guest {
    private static final String UNACKNOWLEDGED = "the broker did not acknowledge";
    private static final String HUB_SIGNATURE = "X-Hub-Signature-256";
    private static final String MESSAGE_SIGNATURE = "webhook-signature";
    private static final Duration WRITE_EVERY = Duration.ofSeconds(1);
    /** Who has yet to prove who he is by what he sends takes one turn in so many, and so displaces nobody who has. */
    private static final int UNPROVEN = 4;

    private final PushKeys keys;
    private final Limits limits;
    private final Handover handover;
    /** Bodies are held in memory until the broker has their items: this many times the largest, and no more. */
    private final Semaphore turns;

    private final Semaphore unproven;
    private final Acknowledged acknowledged = new Acknowledged();

    private FeedState state;
    private Instant keptAt = Instant.EPOCH;

    PushEndpoint(PushKeys keys, Limits limits, Handover handover) {
        this.keys = keys;
        this.limits = limits;
        this.turns = new Semaphore(limits.fetches());
        this.unproven = new Semaphore(Math.max(1, limits.fetches() / UNPROVEN));
        this.handover = handover;
        this.state = handover.states().kept(IngestConfig.PUSH).orElseGet(() -> Standing.start(IngestConfig.PUSH, ""));
        handover.states().show(state);
    }

    @Override
    public void routes(RoutesConfig routes) {
        routes.post("/push/{source}", this::take);
    }

    private void take(Context http) throws IOException, InterruptedException {
        var source = http.pathParam("source");
        var trusted = keys.opens(HttpDoor.header(http, "Authorization"));
        if (!trusted && !(signed(http) && keys.secret(source).isPresent())) {
            http.header("WWW-Authenticate", "Bearer");
            HttpDoor.answer(http, HttpStatus.UNAUTHORIZED, "a valid bearer token or a signature is needed");
        } else if (!IngestConfig.ID.matcher(source).matches()) {
            HttpDoor.answer(http, HttpStatus.NOT_FOUND, "\"" + source + "\" is no source id");
        } else if (http.contentLength() > limits.bodyBytes()) {
            HttpDoor.tooLarge(http, "the limit is " + limits.bodyBytes() + " bytes");
        } else {
            take(http, source, trusted);
        }
    }

    private void take(Context http, String source, boolean trusted) throws IOException, InterruptedException {
        var mine = trusted ? turns : unproven;
        if (!mine.tryAcquire(limits.ack().toNanos(), TimeUnit.NANOSECONDS)) {
            HttpDoor.unavailable(http, "too many documents at once");
            return;
        }
        try {
            var raw = Body.raw(http.bodyInputStream(), limits.bodyBytes(), limits.deadline());
            var message = new Message(http, source, trusted ? "" : messageId(http));
            if (trusted || proven(message, raw)) {
                take(message, Body.unpacked(raw, HttpDoor.header(http, "Content-Encoding"), limits.bodyBytes()));
            }
        } finally {
            mine.release();
        }
    }

    private static boolean signed(Context http) {
        return !HttpDoor.header(http, MESSAGE_SIGNATURE).isBlank()
                || !HttpDoor.header(http, HUB_SIGNATURE).isBlank();
    }

    /** What is pushed, by whom; the id is empty when no signature vouches for it. */
    private record Message(Context http, String source, String id) {}

    /** Of the signatures, the one that carries a time counts, where there are two; and the other one covers no id. */
    private static String messageId(Context http) {
        return HttpDoor.header(http, MESSAGE_SIGNATURE).isBlank() ? "" : HttpDoor.header(http, "webhook-id");
    }

    /** False when the answer is given: the signature does not fit, or the message was taken before. */
    private boolean proven(Message message, byte[] raw) {
        var http = message.http();
        var verdict = verdict(message, raw);
        var why = switch (verdict) {
            case VALID -> "";
            case ABSENT, MALFORMED -> "the signature is not in a form that is understood";
            case STALE -> "webhook-timestamp is more than " + Secret.TOLERANCE.toMinutes() + " minutes off";
            case WRONG -> "the signature does not fit";
        };
        handover.meters().signature(IngestConfig.PUSH, verdict);
        if (verdict != Verdict.VALID) {
            HttpDoor.answer(http, HttpStatus.FORBIDDEN, why);
        } else if (acknowledged.holds(message.source(), message.id(), now())) {
            HttpDoor.answer(http, HttpStatus.ACCEPTED, Map.of("items", 0, "repeat", true));
        } else {
            return true;
        }
        return false;
    }

    private Verdict verdict(Message message, byte[] raw) {
        var http = message.http();
        var secret = keys.secret(message.source()).orElseThrow();
        var signatures = HttpDoor.header(http, MESSAGE_SIGNATURE);
        return signatures.isBlank()
                ? secret.ofBody(HttpDoor.header(http, HUB_SIGNATURE), raw, Set.of("sha256"))
                : secret.ofMessage(message.id(), HttpDoor.header(http, "webhook-timestamp"), signatures, raw, now());
    }

    private void take(Message message, byte[] document) throws InterruptedException {
        var http = message.http();
        var source = message.source();
        var hints = Hints.fetched(source, "", HttpDoor.header(http, "Content-Type"));
        var reading = handover.readers().read(document, hints);
        var problem = reading.problem();
        if (problem.isPresent() && !handover.setAside(IngestConfig.PUSH, source, source, document, problem.get())) {
            HttpDoor.unavailable(http, UNACKNOWLEDGED);
        } else if (problem.isPresent() && reading.items().isEmpty()) {
            note(before -> Standing.headed(
                    Standing.failed(before, Why.UNREADABLE, problem.get().detail(), "", now()), RawHead.of(document)));
            HttpDoor.answer(http, HttpStatus.BAD_REQUEST, Map.of("problem", said(problem.get())));
        } else {
            handOver(message, reading);
        }
    }

    private void handOver(Message message, Reading reading) throws InterruptedException {
        var http = message.http();
        var now = now();
        var items =
                reading.items().stream().map(item -> item.arrived(now, false)).toList();
        if (!handover.outbox()
                .send(items, limits.ack(), HttpDoor.header(http, Traces.PARENT))
                .isEmpty()) {
            handover.meters().unsent(IngestConfig.PUSH);
            HttpDoor.unavailable(http, UNACKNOWLEDGED);
            return;
        }
        handover.meters().items(IngestConfig.PUSH, "new", items.size());
        note(before -> Standing.took(before, items, now));
        if (!message.id().isEmpty()) {
            acknowledged.note(message.source(), message.id(), now); // only now: Kafka has it
        }
        var body = new LinkedHashMap<String, Object>();
        body.put("items", items.size());
        reading.problem().ifPresent(problem -> body.put("problem", said(problem)));
        HttpDoor.answer(http, HttpStatus.ACCEPTED, body);
    }

    /** Shows each change, and writes one a second: at hundreds of pushes a second nobody reads more. */
    private synchronized void note(UnaryOperator<FeedState> change) {
        state = change.apply(state);
        if (state.lastFetch()
                .map(last -> Duration.between(keptAt, last).compareTo(WRITE_EVERY) >= 0)
                .orElse(true)) {
            keptAt = now();
            handover.states().keep(state);
        } else {
            handover.states().show(state);
        }
    }

    private Instant now() {
        return handover.clock().instant();
    }

    private static Map<String, String> said(Problem problem) {
        return Map.of("why", Words.lower(problem.why()), "detail", problem.detail());
    }

    @Override
    public synchronized void close() {
        handover.states().keep(state); // the last one of a burst was only shown
    }
}
