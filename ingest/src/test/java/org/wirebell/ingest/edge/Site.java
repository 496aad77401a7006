package org.wirebell.ingest.edge;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.wirebell.ingest.web.Loopback;

/** A publisher's server that keeps a log of who came when, and what it told them. */
final class Site implements AutoCloseable {
    private final InstantSource clock;
    private final Map<String, HttpHandler> pages = new ConcurrentHashMap<>();
    final List<Visit> visits = new CopyOnWriteArrayList<>();
    private final Loopback server = new Loopback(this::take);

    Site(InstantSource clock) {
        this.clock = clock;
    }

    /** A request and its answer. */
    record Visit(Instant at, HttpExchange exchange) {
        String path() {
            return exchange.getRequestURI().toString();
        }

        String asked(String header) {
            return String.join(", ", exchange.getRequestHeaders().getOrDefault(header, List.of()));
        }

        String told(String header) {
            return String.join(", ", exchange.getResponseHeaders().getOrDefault(header, List.of()));
        }

        int status() {
            return exchange.getResponseCode();
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        var visit = new Visit(clock.instant(), exchange);
        visits.add(visit); // first, since whoever has the answer may look here
        pages.getOrDefault(visit.path(), unknown -> Loopback.answer(unknown, 404, ""))
                .handle(exchange);
    }

    Site page(String path, HttpHandler page) {
        pages.put(path, page);
        return this;
    }

    /** A feed as good servers send it: "not modified" to those who have it. Headers are pairs of name and value. */
    Site feed(String path, Supplier<String> etag, Supplier<String> body, String... headers) {
        return page(path, exchange -> {
            exchange.getResponseHeaders().set("ETag", etag.get());
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            var same = etag.get().equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            Loopback.answer(exchange, same ? 304 : 200, same ? "" : body.get());
        });
    }

    URI url(String path) {
        return server.url(path);
    }

    List<Visit> visits(String path) {
        return visits.stream().filter(visit -> visit.path().equals(path)).toList();
    }

    List<String> paths() {
        return visits.stream().map(Visit::path).toList();
    }

    /** The time of each visit of a page. */
    List<Instant> times(String path) {
        return new ArrayList<>(visits(path).stream().map(Visit::at).toList());
    }

    @Override
    public void close() {
        server.close();
    }
}
