package org.wirebell.alerts.edge;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javax.net.ssl.SSLException;
import okhttp3.Dns;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;

/** Every HTTP request to a receiver. Never follows a redirect, reads the beginning of a reply, gives up after the timeout in all. */
final class Post implements AutoCloseable {
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

    /** What follows from a reply; {@link Reply#judged} for most. */
    interface Judge {
        Delivery of(Reply reply, Instant now);
    }

    /** One attempt, judged by the status alone. */
    Delivery send(Outgoing out) throws InterruptedException {
        return send(out, Reply::judged);
    }

    /** One attempt. The answer's detail never holds the path of the address, which may be a secret. */
    Delivery send(Outgoing out, Judge judge) throws InterruptedException {
        var host = out.url().host();
        var request = new Request.Builder()
                .url(out.url())
                .headers(Headers.of(out.headers()))
                .method(out.method(), RequestBody.create(out.body(), MediaType.get(out.type())))
                .build();
        var call = client.newBuilder().callTimeout(out.timeout()).build().newCall(request);
        try {
            if (!allowPrivate) {
                PublicOnly.checkLiteral(host);
            }
            try (var response = call.execute()) {
                var reply = new Reply(
                        response.code(),
                        response.header("Retry-After", ""),
                        response.peekBody(out.replyLimit()).string());
                return judge.of(reply, clock.instant());
            }
        } catch (PublicOnly.Blocked e) {
            return new Delivery.Refused("blocked", String.valueOf(e.getMessage()));
        } catch (UnknownHostException e) {
            return later("no address for " + host);
        } catch (SSLException e) {
            return later("TLS with " + host + " failed: " + e.getMessage());
        } catch (InterruptedIOException e) {
            if (Thread.interrupted()) {
                throw (InterruptedException) new InterruptedException("while posting to " + host).initCause(e);
            }
            return later("no answer from " + host + " within " + out.timeout());
        } catch (IOException e) {
            return later("posting to " + host + " failed: " + e.getMessage());
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
