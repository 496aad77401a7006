package org.wirebell.ingest.edge;

import io.javalin.Javalin;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirebell.ingest.web.Body;
import org.wirebell.model.Json;

/** The HTTP server on which others come to us: it says what went wrong, in JSON, and never takes a fault of ours for an ack. */
final class HttpDoor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpDoor.class);

    private final List<Guest> guests;
    private final Javalin server;
    private volatile boolean closing;

    /** Who answers behind the door. */
    interface Guest extends AutoCloseable {
        void routes(RoutesConfig routes);

        @Override
        void close();
    }

    /** Throws when the port is taken. */
    HttpDoor(String host, int port, List<Guest> guests) {
        this.guests = List.copyOf(guests);
        this.server = Javalin.create(javalin -> {
            javalin.startup.showJavalinBanner = false;
            javalin.concurrency.useVirtualThreads = true;
            guests.forEach(guest -> guest.routes(javalin.routes));
            javalin.routes.exception(Body.TooLarge.class, (e, http) -> tooLarge(http, String.valueOf(e.getMessage())));
            javalin.routes.exception(InterruptedIOException.class, (e, http) -> {
                http.header("Connection", "close");
                answer(http, HttpStatus.REQUEST_TIMEOUT, "body not read: " + e.getMessage());
            });
            javalin.routes.exception(IOException.class, (e, http) -> {
                LOG.info("{}: body not read: {}", http.path(), e.toString());
                answer(http, HttpStatus.BAD_REQUEST, "body not read: " + e.getMessage());
            });
            javalin.routes.exception(Exception.class, this::failed);
        });
        server.start(host, port);
    }

    int port() {
        return server.port();
    }

    /** A bug must not look like an ack, and what ends with the endpoint is none. */
    private void failed(Exception e, Context http) {
        if (closing || e instanceof InterruptedException) {
            unavailable(http, "shutting down");
        } else {
            LOG.error("{}: a document was not taken", http.path(), e);
            answer(http, HttpStatus.INTERNAL_SERVER_ERROR, "not taken: a fault of ours, said in the log");
        }
    }

    static void tooLarge(Context http, String what) {
        http.header("Connection", "close"); // the rest of the body is not worth reading
        answer(http, HttpStatus.CONTENT_TOO_LARGE, "not taken: " + what);
    }

    static void unavailable(Context http, String why) {
        http.header("Retry-After", "5");
        answer(http, HttpStatus.SERVICE_UNAVAILABLE, "not taken: " + why + "; send again");
    }

    static void answer(Context http, HttpStatus status, String error) {
        answer(http, status, Map.of("error", error));
    }

    static void answer(Context http, HttpStatus status, Map<String, ?> body) {
        http.status(status).contentType("application/json").result(Json.plain(body));
    }

    /** The header's value; empty when it was not sent. */
    static String header(Context http, String name) {
        var value = http.header(name);
        return value == null ? "" : value;
    }

    @Override
    public void close() {
        closing = true;
        server.stop();
        guests.forEach(Guest::close);
    }
}
