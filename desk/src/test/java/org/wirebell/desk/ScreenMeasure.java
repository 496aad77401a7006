package org.wirebell.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wirebell.model.Priority;

/** How soon an alert is on the screen, and how soon the page can be worked with: {@code bench/run screen}. Asserts no times. */
@Tag("measure")
class ScreenMeasure {
    private static final int ALERTS = Integer.getInteger("alerts", 100);
    private static final Duration GAP = Duration.ofSeconds(3); // 20 a minute
    private static final int LOADS = 20;

    private final DeskConfig config = DeskConfig.defaults().at("127.0.0.1", 0);
    private final Instant now = Instant.now();

    /** From the moment that the desk has it, which in a desk over Kafka is some milliseconds after the topic has it. */
    @Test
    void tellsHowSoonAnAlertIsOnTheScreen() {
        var board = Desk.board(config);
        Preview.fill(board, now);
        var news = new Invented(board, now, 1_000);
        try (var desk = Desk.start(config, board, new SimpleMeterRegistry(), InstantSource.system(), List.of());
                var browser = new Browser(true)) {
            load(browser, desk);
            browser.run("""
                    window.shown = {};
                    new MutationObserver((all) => {
                      for (const m of all) for (const n of m.addedNodes) {
                        const title = n.querySelector?.('.alert-title')?.textContent;
                        if (title) requestAnimationFrame(() => { window.shown[title] ??= Date.now(); });
                      }
                    }).observe(document.getElementById('alerts'), { childList: true });
                    """);
            var put = new ConcurrentHashMap<String, Long>();
            try (var wire = Executors.newSingleThreadScheduledExecutor()) {
                var rhythm = wire.scheduleAtFixedRate(
                        () -> put(news, "Measured " + put.size(), put), 0, GAP.toMillis(), TimeUnit.MILLISECONDS);
                await().atMost(GAP.multipliedBy(ALERTS + 20)).until(() -> shown(browser) >= ALERTS);
                rhythm.cancel(false);
            }
            var took = put.entrySet().stream()
                    .map(e -> Optional.ofNullable(browser.run("return window.shown[arguments[0]] ?? null", e.getKey()))
                            .map(at -> ((Number) at).doubleValue() - e.getValue()))
                    .flatMap(Optional::stream)
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            tell("on screen", took);
        }
    }

    private static void put(Invented news, String title, Map<String, Long> put) {
        var e = Invented.evidence("coastwire", "x", "https://coastwire.example/" + title, "Nine died.", "Nine");
        var alert = news.alert(title, Priority.NORMAL, title, "police", e, Duration.ZERO);
        put.put(title, System.currentTimeMillis());
        news.put(alert);
    }

    private static long shown(Browser browser) {
        return ((Number) browser.run("return Object.keys(window.shown).length")).longValue();
    }

    @Test
    void tellsHowSoonThePageIsThere() {
        var board = Desk.board(config);
        Preview.fill(board, now);
        try (var desk = Desk.start(config, board, new SimpleMeterRegistry(), InstantSource.system(), List.of());
                var browser = new Browser(true)) {
            load(browser, desk); // the browser itself wakes up
            var interactive = new double[LOADS];
            long bytes = 0;
            for (int i = 0; i < LOADS; i++) {
                browser.driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
                load(browser, desk);
                interactive[i] = ((Number) browser.run(
                                "return performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"))
                        .doubleValue();
                bytes = ((Number)
                                browser.run(
                                        "return ['navigation', 'resource'].flatMap((t) => performance.getEntriesByType(t))"
                                                + ".filter((e) => !e.name.includes('/stream')).reduce((n, e) => n + e.transferSize, 0)"))
                        .longValue();
            }
            tell("interactive", interactive);
            System.out.printf("first load %,d bytes over the wire%n", bytes);
        }
    }

    private static void load(Browser browser, Desk desk) {
        browser.driver.get("http://127.0.0.1:" + desk.port() + "/");
        await().until(() -> "on".equals(browser.run("return document.getElementById('live')?.dataset.state")));
    }

    private static void tell(String what, double[] milliseconds) {
        var sorted = milliseconds.clone();
        Arrays.sort(sorted);
        assertThat(sorted).isNotEmpty();
        System.out.printf(
                "%-12s %d times: p50 %.0f ms, p99 %.0f ms, most %.0f ms%n",
                what,
                sorted.length,
                sorted[sorted.length / 2],
                sorted[(int) Math.min(sorted.length - 1.0, sorted.length * 0.99)],
                sorted[sorted.length - 1]);
    }
}
