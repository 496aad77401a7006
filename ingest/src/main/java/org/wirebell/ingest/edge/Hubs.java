package org.wirebell.ingest.edge;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.wirebell.ingest.signed.Verdict;
import org.wirebell.ingest.web.Body;
import org.wirebell.ingest.web.Limits;
import org.wirebell.ingest.websub.Verification;

/**
 * Where WebSub hubs call: {@code GET /websub/{path}} to ask whether we want what was asked of them, {@code POST} to deliver. A
 * delivery is answered 202 when Kafka has its items; one that is not signed as agreed is answered so too, and dropped.
 */
final class Hubs implements HttpDoor.Guest {
    private static final String PATH = "/websub/{path}";
    /** SHA-1 among them: as an HMAC it is sound, and large hubs know no other. */
    private static final Set<String> METHODS = Set.of("sha1", "sha256", "sha384", "sha512");

    private final ConcurrentMap<String, Callback> callbacks = new ConcurrentHashMap<>();
    private final Limits limits;
    private final IngestMeters meters;
    /** Bodies are held in memory until they are taken: so many, and no more. */
    private final Semaphore turns;

    Hubs(Limits limits, IngestMeters meters) {
        this.limits = limits;
        this.meters = meters;
        this.turns = new Semaphore(limits.fetches());
    }

    void open(Callback callback) {
        callbacks.put(callback.path(), callback);
    }

    /** From now on the hub is told that nobody is here. */
    void shut(String path) {
        callbacks.remove(path);
    }

    @Override
    public void routes(RoutesConfig routes) {
        routes.get(PATH, this::verify);
        routes.post(PATH, this::receive);
    }

    private void verify(Context http) {
        var callback = callback(http);
        if (callback.isEmpty()) {
            HttpDoor.answer(http, HttpStatus.NOT_FOUND, "no such subscription");
            return;
        }
        var asked = new Verification(
                query(http, "hub.mode"),
                query(http, "hub.topic"),
                query(http, "hub.challenge"),
                query(http, "hub.lease_seconds"),
                query(http, "hub.reason"));
        var inbox = callback.get().inbox();
        switch (asked.answer(callback.get().pending(), callback.get().topic())) {
            case Verification.Answer.Confirm(var challenge, var mode, var lease) -> {
                if (inbox.offer(new HubMail.Verified(lease.orElse(callback.get().lease())))) {
                    http.contentType("text/plain")
                            .header("X-Content-Type-Options", "nosniff")
                            .result(challenge);
                } else {
                    HttpDoor.unavailable(http, "busy");
                }
            }
            case Verification.Answer.Denied(var reason) -> {
                if (inbox.offer(new HubMail.Denied(reason))) {
                    http.status(HttpStatus.OK);
                } else {
                    HttpDoor.unavailable(http, "busy");
                }
            }
            case Verification.Answer.Disown _ -> HttpDoor.answer(http, HttpStatus.NOT_FOUND, "that was not asked for");
        }
    }

    private void receive(Context http) throws IOException, InterruptedException {
        var callback = callback(http);
        if (callback.isEmpty()) {
            HttpDoor.answer(http, HttpStatus.GONE, "no such subscription");
        } else if (http.contentLength() > limits.bodyBytes()) {
            HttpDoor.tooLarge(http, "the limit is " + limits.bodyBytes() + " bytes");
        } else if (!turns.tryAcquire(limits.ack().toNanos(), TimeUnit.NANOSECONDS)) {
            HttpDoor.unavailable(http, "too many documents at once");
        } else {
            try {
                receive(http, callback.get());
            } finally {
                turns.release();
            }
        }
    }

    private void receive(Context http, Callback callback) throws IOException, InterruptedException {
        var raw = Body.raw(http.bodyInputStream(), limits.bodyBytes(), limits.deadline());
        var verdict = callback.key().ofBody(HttpDoor.header(http, "X-Hub-Signature"), raw, METHODS);
        meters.signature(callback.source(), verdict);
        if (verdict != Verdict.VALID) {
            http.status(HttpStatus.ACCEPTED); // a forger learns nothing, and the hub has done its part (WebSub 7.1.2)
            return;
        }
        var body = Body.unpacked(raw, HttpDoor.header(http, "Content-Encoding"), limits.bodyBytes());
        var pushed = new HubMail.Pushed(body, HttpDoor.header(http, "Content-Type"), new CompletableFuture<>());
        if (callback.inbox().offer(pushed) && taken(pushed)) {
            http.status(HttpStatus.ACCEPTED);
        } else {
            HttpDoor.unavailable(http, "busy");
        }
    }

    private boolean taken(HubMail.Pushed pushed) throws InterruptedException {
        try {
            return pushed.taken().get(limits.ack().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            return false; // it may still be; then the hub's next try holds nothing new
        } catch (ExecutionException e) {
            throw new IllegalStateException("nobody completes a push exceptionally", e);
        }
    }

    private Optional<Callback> callback(Context http) {
        return Optional.ofNullable(callbacks.get(http.pathParam("path")));
    }

    private static String query(Context http, String name) {
        var value = http.queryParam(name);
        return value == null ? "" : value;
    }

    @Override
    public void close() {
        callbacks.clear();
    }
}
