package org.wirebell.ingest.edge;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirebell.ingest.due.Standing;
import org.wirebell.ingest.due.Why;
import org.wirebell.ingest.read.Hints;
import org.wirebell.ingest.read.Problem;
import org.wirebell.ingest.read.Reading;
import org.wirebell.ingest.web.Body;
import org.wirebell.ingest.web.Limits;
import org.wirebell.model.FeedState;
import org.wirebell.model.Ids;
import org.wirebell.model.Json;

/**
 * Takes pushed documents: {@code POST /push/{source}} with {@code Authorization: Bearer <token>}. 202 means that Kafka
 * has the items; a sender that sees anything else, or nothing, sends again.
 */
final class PushEndpoint implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PushEndpoint.class);
    private static final String BEARER = "Bearer ";
    private static final String UNACKNOWLEDGED = "the broker did not acknowledge";
    private static final Duration WRITE_EVERY = Duration.ofSeconds(1);

    private final byte[] token;
    private final int mostBytes;
    private final Duration patience;
    private final Handover handover;
    private final Javalin server;
    /** Bodies are held in memory until the broker has their items: this many times the largest, and no more. */
    private final Semaphore turns;

    private FeedState state;
    private Instant keptAt = Instant.EPOCH;
    private volatile boolean closing;

    PushEndpoint(PushConfig config, String token, Limits limits, Handover handover) {
        this.token = digest(token);
        this.mostBytes = limits.bodyBytes();
        this.patience = limits.ack();
        this.turns = new Semaphore(limits.fetches());
        this.handover = handover;
        this.state = handover.states().kept(IngestConfig.PUSH).orElseGet(() -> Standing.start(IngestConfig.PUSH, ""));
        handover.states().show(state);
        this.server = Javalin.create(javalin -> {
            javalin.startup.showJavalinBanner = false;
            javalin.concurrency.useVirtualThreads = true;
            javalin.routes.post("/push/{source}", this::take);
            javalin.routes.exception(IOException.class, (e, http) -> {
                LOG.info("push: body not read: {}", e.toString());
                answer(http, HttpStatus.BAD_REQUEST, "body not read: " + e.getMessage());
            });
            javalin.routes.exception(Exception.class, this::failed);
        });
        server.start(config.host(), config.port());
    }

    int port() {
        return server.port();
    }

    private void take(Context http) throws IOException, InterruptedException {
        var source = http.pathParam("source");
        if (!allowed(http)) {
            http.header("WWW-Authenticate", "Bearer");
            answer(http, HttpStatus.UNAUTHORIZED, "a valid bearer token is needed");
        } else if (!IngestConfig.ID.matcher(source).matches()) {
            answer(http, HttpStatus.NOT_FOUND, "\"" + source + "\" is no source id");
        } else if (http.contentLength() > mostBytes) {
            tooLarge(http);
        } else if (!turns.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            unavailable(http, "too many documents at once");
        } else {
            try {
                take(http, source);
            } finally {
                turns.release();
            }
        }
    }

    /** A bug must not look like an ack, and what ends with the endpoint is none. */
    private void failed(Exception e, Context http) {
        if (closing || e instanceof InterruptedException) {
            unavailable(http, "shutting down");
        } else {
            LOG.error("push: a document was not taken", e);
            answer(http, HttpStatus.INTERNAL_SERVER_ERROR, "not taken: a fault of ours, said in the log");
        }
    }

    /** Compares digests, which takes the same time wherever they differ and however long the token is. */
    private boolean allowed(Context http) {
        var header = http.header("Authorization");
        return header != null
                && header.startsWith(BEARER)
                && MessageDigest.isEqual(
                        token, digest(header.substring(BEARER.length()).strip()));
    }

    private void take(Context http, String source) throws IOException, InterruptedException {
        var encoding = http.header("Content-Encoding");
        byte[] raw;
        try {
            raw = Body.read(http.bodyInputStream(), encoding == null ? "" : encoding, mostBytes);
        } catch (Body.TooLarge _) {
            tooLarge(http);
            return;
        }
        take(http, source, raw);
    }

    private void take(Context http, String source, byte[] raw) throws InterruptedException {
        var contentType = http.header("Content-Type");
        var reading = handover.readers().read(raw, Hints.fetched(source, "", contentType == null ? "" : contentType));
        var problem = reading.problem();
        if (problem.isPresent() && !handover.setAside(IngestConfig.PUSH, source, source, raw, problem.get())) {
            unavailable(http, UNACKNOWLEDGED);
        } else if (problem.isPresent() && reading.items().isEmpty()) {
            note(before -> Standing.failed(before, Why.UNREADABLE, problem.get().detail(), "", now()));
            answer(http, HttpStatus.BAD_REQUEST, Map.of("problem", said(problem.get())));
        } else {
            handOver(http, reading);
        }
    }

    private void handOver(Context http, Reading reading) throws InterruptedException {
        var now = now();
        var items =
                reading.items().stream().map(item -> item.arrived(now, false)).toList();
        if (!handover.outbox().send(items, patience).isEmpty()) {
            handover.meters().unsent(IngestConfig.PUSH);
            unavailable(http, UNACKNOWLEDGED);
            return;
        }
        handover.meters().items(IngestConfig.PUSH, "new", items.size());
        note(before -> Standing.took(before, items, now));
        var body = new LinkedHashMap<String, Object>();
        body.put("items", items.size());
        reading.problem().ifPresent(problem -> body.put("problem", said(problem)));
        answer(http, HttpStatus.ACCEPTED, body);
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

    private void tooLarge(Context http) {
        http.header("Connection", "close"); // the rest of the body is not worth reading
        answer(http, HttpStatus.CONTENT_TOO_LARGE, "the limit is " + mostBytes + " bytes");
    }

    private static void unavailable(Context http, String why) {
        http.header("Retry-After", "5");
        answer(http, HttpStatus.SERVICE_UNAVAILABLE, "not taken: " + why + "; send again");
    }

    private static Map<String, String> said(Problem problem) {
        return Map.of("why", Words.lower(problem.why()), "detail", problem.detail());
    }

    private static void answer(Context http, HttpStatus status, String error) {
        answer(http, status, Map.of("error", error));
    }

    private static void answer(Context http, HttpStatus status, Map<String, ?> body) {
        http.status(status).contentType("application/json").result(Json.plain(body));
    }

    private static byte[] digest(String token) {
        return HexFormat.of().parseHex(Ids.hash(token.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        closing = true;
        server.stop();
        synchronized (this) {
            handover.states().keep(state); // the last one of a burst was only shown
        }
    }
}
