package org.wirebell.ingest.web;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;
import okhttp3.CookieJar;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.wirebell.ingest.due.Due;
import org.wirebell.ingest.due.Why;

/**
 * The web through OkHttp: conditional, polite, bounded in time and size, and guarded at each hop. Redirects are followed
 * here and not by OkHttp, since each needs the checks of a first request.
 */
public final class OkHttpWeb implements Web {
    /** A host that wants to be left alone for less than this is simply waited for. */
    private static final Duration SHORT = Duration.ofSeconds(1);

    private static final int HEAD = 4_096;

    /** OkHttp counts in milliseconds and takes zero for "no limit". */
    private static final Duration LEAST_TIME = Duration.ofMillis(1);

    private final OkHttpClient client;
    private final AddressGuard guard;
    private final HostTurns turns;
    private final Limits limits;
    private final String userAgent;
    private final InstantSource clock;

    public OkHttpWeb(Limits limits, String userAgent, AddressGuard guard, InstantSource clock) {
        this.limits = limits;
        this.userAgent = userAgent;
        this.clock = clock;
        this.guard = guard;
        this.turns = new HostTurns(limits.fetches(), limits.hostGap(), clock);
        this.client = new OkHttpClient.Builder()
                .dns(guard)
                .socketFactory(guard)
                .proxy(Proxy.NO_PROXY) // a proxy would connect where the guard cannot see
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(true)
                .cookieJar(CookieJar.NO_COOKIES)
                .connectTimeout(limits.connect())
                .readTimeout(limits.deadline())
                .build();
    }

    /** A promise that was made before the last restart. */
    public void leaveAlone(URI url, Duration time) {
        var known = HttpUrl.get(url);
        if (known != null) {
            turns.leaveDomainAlone(known, time);
        }
    }

    @Override
    public Reply get(Ask ask) throws InterruptedException {
        return go(new Trip(
                ask, Optional.empty(), System.nanoTime() + limits.deadline().toNanos()));
    }

    @Override
    public Reply post(URI url, Map<String, String> form) throws InterruptedException {
        if (HttpUrl.get(url) == null) { // OkHttp knows fewer hosts than a URI may name
            return new Reply.Failed(Why.BLOCKED, url + ": is no web address", Duration.ZERO);
        }
        var body = new FormBody.Builder();
        form.forEach(body::add);
        var ask = new Ask(url, Known.NOTHING, Map.of());
        return go(new Trip(
                ask,
                Optional.of(body.build()),
                System.nanoTime() + limits.deadline().toNanos()));
    }

    private Reply go(Trip trip) throws InterruptedException {
        while (true) {
            var host = trip.url;
            if (turns.alone(host).compareTo(SHORT) > 0) {
                return waiting(host); // no use in queueing
            }
            long queued = System.nanoTime();
            try (var _ = turns.take(host)) {
                var alone = turns.alone(host);
                if (alone.compareTo(SHORT) > 0) {
                    return waiting(host); // the fetch before ours in the queue was told so
                }
                Thread.sleep(alone);
                trip.deadline += System.nanoTime() - queued; // waiting for the turn is our doing, not theirs
                var end = hop(trip);
                if (end.isPresent()) {
                    return end.get();
                }
            } catch (IOException e) {
                return failed(trip, e);
            }
        }
    }

    private Reply waiting(HttpUrl url) {
        var alone = turns.alone(url);
        return new Reply.Failed(Why.WAITING, url.host() + " asked to be left alone for another " + alone, alone);
    }

    /** One request: the reply, or nothing when the trip goes on elsewhere. */
    private Optional<Reply> hop(Trip trip) throws IOException {
        guard.check(trip.url);
        var left = Duration.ofNanos(trip.deadline - System.nanoTime());
        if (left.compareTo(LEAST_TIME) < 0) {
            throw new SocketTimeoutException("no time left after " + trip.redirects + " redirects");
        }
        var timed = client.newBuilder().callTimeout(left).build(); // shares threads and connections
        try (var response = timed.newCall(request(trip)).execute()) {
            return switch (response.code()) {
                case 301, 302, 303 -> redirect(trip, response);
                case 307 -> redirect(trip, response, false);
                case 308 -> redirect(trip, response, true);
                case 304 -> Optional.of(notModified(trip, response));
                case 410 -> Optional.of(new Reply.Failed(Why.GONE, said(trip, response), Duration.ZERO));
                default -> Optional.of(response.isSuccessful() ? fresh(trip, response) : refused(trip, response));
            };
        }
    }

    private Request request(Trip trip) {
        var request = new Request.Builder().url(trip.url);
        trip.form.ifPresent(request::post);
        if (trip.atHome()) {
            trip.ask.headers().forEach(request::header);
        }
        request.header("User-Agent", userAgent)
                .header("Accept", trip.ask.accept())
                .header("Accept-Encoding", Body.ENCODINGS);
        var headers = request.build().headers().newBuilder();
        if (trip.conditional()) {
            var known = trip.ask.known();
            validator(headers, "If-None-Match", known.etag());
            validator(headers, "If-Modified-Since", known.lastModified());
        }
        return request.headers(headers.build()).build();
    }

    /** Byte for byte; what did not survive decoding is better not sent than sent mangled. */
    private static void validator(okhttp3.Headers.Builder headers, String name, String value) {
        if (!value.isEmpty() && value.indexOf('\uFFFD') < 0) {
            headers.addUnsafeNonAscii(name, value);
        }
    }

    private Optional<Reply> redirect(Trip trip, Response response) {
        return trip.form.isPresent()
                ? blocked(trip, "answered " + response.code() + ", which would make a fetch of what is posted")
                : redirect(trip, response, response.code() == 301);
    }

    private Optional<Reply> redirect(Trip trip, Response response, boolean permanent) {
        var location = response.header("Location", "");
        var next = trip.url.resolve(location);
        if (next == null) {
            return blocked(trip, "leads to \"" + location + "\", which is no web address");
        }
        if (downgrade(trip.url, next)) {
            return blocked(trip, "leads from https to http: " + next);
        }
        if (++trip.redirects > limits.redirects()) {
            return blocked(trip, "leads on after " + limits.redirects() + " redirects");
        }
        trip.permanent &= permanent;
        trip.url = next;
        return Optional.empty();
    }

    /** What was secret on the way there would be read by everyone on the way on. */
    static boolean downgrade(HttpUrl from, HttpUrl to) {
        return from.isHttps() && !to.isHttps();
    }

    private static Optional<Reply> blocked(Trip trip, String detail) {
        return Optional.of(new Reply.Failed(Why.BLOCKED, trip.url + ": " + detail, Duration.ZERO));
    }

    private Reply notModified(Trip trip, Response response) {
        if (!trip.conditional()) {
            return new Reply.Failed(
                    Why.UNREACHABLE, said(trip, response) + " to a request without validators", Duration.ZERO);
        }
        return new Reply.NotModified(
                known(trip, response), Asked.maxAge(response, clock.instant()), Asked.skew(response));
    }

    /** Cloudflare's mark of a page that only a browser gets past, whatever the status code. */
    private static boolean challenged(Response response) {
        return response.header("cf-mitigated", "").equalsIgnoreCase("challenge");
    }

    private Reply fresh(Trip trip, Response response) throws IOException {
        if (challenged(response)) {
            return refused(trip, response);
        }
        var body = response.body();
        if (body.contentLength() > limits.bodyBytes()) {
            throw new Body.TooLarge(limits.bodyBytes());
        }
        var bytes = Body.read(body.byteStream(), response.header("Content-Encoding", ""), limits.bodyBytes());
        return new Reply.Fresh(
                bytes,
                response.header("Content-Type", ""),
                known(trip, response),
                response.headers("Link"),
                Asked.maxAge(response, clock.instant()),
                trip.redirects > 0 && trip.permanent ? Optional.of(trip.url.uri()) : Optional.empty(),
                response.headers("X-Robots-Tag"),
                Asked.skew(response));
    }

    private Reply refused(Trip trip, Response response) {
        var retryAfter = Asked.retryAfter(response, clock.instant());
        switch (response.code()) {
            case 429 -> turns.leaveDomainAlone(trip.url, Due.patience(retryAfter)); // it counts our requests
            case 503 -> turns.leaveHostAlone(trip.url, Due.patience(retryAfter)); // it is down, others may not be
            default -> {}
        }
        if (challenged(response)) {
            return new Reply.Failed(
                    Why.CHALLENGED, said(trip, response) + " with a bot check", retryAfter, head(response));
        }
        return new Reply.Failed(
                response.code() / 100 == 5 ? Why.HTTP_5XX : Why.HTTP_4XX,
                said(trip, response),
                retryAfter,
                head(response));
    }

    /** For people to look at; what cannot be had does not matter. */
    private static byte[] head(Response response) {
        try {
            return Body.head(response.body().byteStream(), response.header("Content-Encoding", ""), HEAD);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    private Reply failed(Trip trip, IOException e) throws InterruptedException {
        var why = switch (e) {
            case AddressGuard.Refused _ -> Why.BLOCKED;
            case Body.TooLarge _ -> Why.TOO_LARGE;
            case SSLException _ -> Why.TLS;
            case InterruptedIOException _ -> Why.TIMEOUT;
            default -> Why.UNREACHABLE;
        };
        if (Thread.interrupted()) { // OkHttp turns it into an IOException
            throw new InterruptedException();
        }
        return new Reply.Failed(
                why, trip.url + ": " + e.getClass().getSimpleName() + ": " + e.getMessage(), Duration.ZERO);
    }

    private Known known(Trip trip, Response response) {
        return new Known(
                trip.url.toString(), response.header("ETag", ""), Asked.lastModified(response, clock.instant()));
    }

    private static String said(Trip trip, Response response) {
        return trip.url + ": answered " + response.code();
    }

    @Override
    public void close() {
        client.connectionPool().evictAll();
        client.dispatcher().executorService().shutdown();
    }
}
