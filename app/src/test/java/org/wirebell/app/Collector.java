package org.wirebell.app;

import com.google.protobuf.ByteString;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** A collector on loopback that takes OTLP over HTTP, and a receiver of webhooks beside it. */
public final class Collector implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Told> told = new CopyOnWriteArrayList<>();
    private final List<String> hooked = new CopyOnWriteArrayList<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();

    /** A span with what its process says of itself. */
    public record Told(Span span, Map<String, String> process) {
        public String name() {
            return span.getName();
        }

        public String trace() {
            return hex(span.getTraceId());
        }

        public String id() {
            return hex(span.getSpanId());
        }

        public String parent() {
            return hex(span.getParentSpanId());
        }

        public Map<String, String> facts() {
            return words(span.getAttributesList());
        }
    }

    private Collector(HttpServer server) {
        this.server = server;
    }

    public static Collector start() throws IOException {
        var collector =
                new Collector(HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0));
        collector.server.createContext("/v1/traces", collector::take);
        collector.server.createContext("/hook", collector::hook);
        collector.server.setExecutor(collector.threads);
        collector.server.start();
        return collector;
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public List<Told> told() {
        return told;
    }

    public List<Told> told(String name) {
        return told.stream().filter(it -> it.name().equals(name)).toList();
    }

    /** The {@code traceparent} of each webhook; empty where it has none. */
    public List<String> hooked() {
        return hooked;
    }

    /** What opened this collector, for each request. */
    public List<String> keys() {
        return keys;
    }

    private void take(HttpExchange http) throws IOException {
        try (http) {
            keys.add(header(http, "x-key"));
            var request = ExportTraceServiceRequest.parseFrom(http.getRequestBody());
            for (var process : request.getResourceSpansList()) {
                var self = words(process.getResource().getAttributesList());
                process.getScopeSpansList().stream()
                        .flatMap(scope -> scope.getSpansList().stream())
                        .forEach(span -> told.add(new Told(span, self)));
            }
            http.sendResponseHeaders(200, -1);
        }
    }

    private void hook(HttpExchange http) throws IOException {
        try (http) {
            http.getRequestBody().readAllBytes();
            hooked.add(header(http, "traceparent"));
            http.sendResponseHeaders(200, -1);
        }
    }

    private static String header(HttpExchange http, String name) {
        return Optional.ofNullable(http.getRequestHeaders().getFirst(name)).orElse("");
    }

    private static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }

    private static Map<String, String> words(List<KeyValue> attributes) {
        return attributes.stream().collect(Collectors.toMap(KeyValue::getKey, fact -> word(fact.getValue())));
    }

    private static String word(AnyValue value) {
        return switch (value.getValueCase()) {
            case INT_VALUE -> Long.toString(value.getIntValue());
            case ARRAY_VALUE ->
                value.getArrayValue().getValuesList().stream()
                        .map(Collector::word)
                        .collect(Collectors.joining(","));
            default -> value.getStringValue();
        };
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
