package org.wirebell.alerts.edge;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import javax.net.ssl.SSLException;
import okhttp3.Dns;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;

/** Posts JSON. Never follows a redirect, reads at most 4 kB of a reply, gives up after the timeout in all. */
final class Post implements AutoCloseable {
    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
    private static final long REPLY = 4_096;

    private final OkHttpClient client;
    private final boolean allowPrivate;
    private final InstantSource clock;

    Post(DeliveryConfig config, InstantSource clock) {
        this.allowPrivate = config.allowPrivateReceivers();
        this.clock = clock;
        this.client = new OkHttpClient.Builder()
                .dns(allowPrivate ? Dns.SYSTEM : new PublicOnly(Dns.SYSTEM))
                .proxy(Proxy.NO_PROXY)
                .followRedirects(false)
                .followSslRedirects(false)
                .build();
    }

    /** One attempt. The answer's detail never holds the path of the address, which may be a secret. */
    Delivery send(HttpUrl url, Map<String, String> headers, byte[] json, Duration timeout) throws InterruptedException {
        var request = new Request.Builder()
                .url(url)
                .headers(Headers.of(headers))
                .post(RequestBody.create(json, JSON))
                .build();
        var call = client.newBuilder().callTimeout(timeout).build().newCall(request);
        try {
            if (!allowPrivate) {
                PublicOnly.checkLiteral(url.host());
            }
            try (var response = call.execute()) {
                var reply = new Reply(
                        response.code(),
                        response.header("Retry-After", ""),
                        response.peekBody(REPLY).string());
                return reply.judged(clock.instant());
            }
        } catch (PublicOnly.Blocked e) {
            return new Delivery.Refused("blocked", String.valueOf(e.getMessage()));
        } catch (UnknownHostException e) {
            return later("no address for " + url.host());
        } catch (SSLException e) {
            return later("TLS with " + url.host() + " failed: " + e.getMessage());
        } catch (InterruptedIOException e) {
            if (Thread.interrupted()) {
                throw (InterruptedException) new InterruptedException("while posting to " + url.host()).initCause(e);
            }
            return later("no answer from " + url.host() + " within " + timeout);
        } catch (IOException e) {
            return later("posting to " + url.host() + " failed: " + e.getMessage());
        }
    }

    private static Delivery later(String why) {
        return new Delivery.Later(Plain.line(why, 300), Duration.ZERO);
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
