package org.wirebell.app.station;

import io.javalin.Javalin;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.wirebell.app.OperationsConfig;
import org.wirebell.model.Json;

/** The operators' side door: {@code /metrics} for Prometheus, {@code /health/live} and {@code /health/ready}, {@link LeftOut#PATH}. */
final class Operations implements AutoCloseable {
    private final Javalin web;

    private Operations(Javalin web) {
        this.web = web;
    }

    /**
     * @param health of each part that runs here; asked at each request
     * @param leftOut rules and silences that do not hold here, with the reason; asked at each request
     */
    static Operations start(
            OperationsConfig config,
            PrometheusMeterRegistry meters,
            Supplier<Map<String, Health>> health,
            Supplier<Map<String, String>> leftOut) {
        var web = Javalin.create(javalin -> {
                    javalin.startup.showJavalinBanner = false;
                    javalin.routes.get(
                            "/metrics",
                            http -> http.contentType("text/plain; version=0.0.4; charset=utf-8")
                                    .result(meters.scrape()));
                    javalin.routes.get("/health/live", http -> {
                        var parts = health.get();
                        boolean alive = parts.values().stream().noneMatch(part -> part == Health.FAILED);
                        http.status(alive ? 200 : 503)
                                .contentType("application/json")
                                .result(text(parts));
                    });
                    javalin.routes.get("/health/ready", http -> {
                        var parts = health.get();
                        boolean ready = parts.values().stream().allMatch(part -> part == Health.READY);
                        http.status(ready ? 200 : 503)
                                .contentType("application/json")
                                .result(text(parts));
                    });
                    javalin.routes.get(
                            LeftOut.PATH,
                            http -> http.contentType("application/json")
                                    .result(Json.plain(new TreeMap<>(leftOut.get()))));
                })
                .start(config.host(), config.port());
        return new Operations(web);
    }

    int port() {
        return web.port();
    }

    @Override
    public void close() {
        web.stop();
    }

    private static String text(Map<String, Health> parts) {
        return Json.plain(new LinkedHashMap<>(parts));
    }

    /** What a part says of itself. */
    enum Health {
        STARTING,
        READY,
        FAILED
    }
}
