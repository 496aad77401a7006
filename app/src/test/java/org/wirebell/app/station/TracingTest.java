package org.wirebell.app.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.wirebell.app.Loopback;
import org.wirebell.app.OperationsConfig.TracesConfig;
import org.wirebell.model.Samples;
import org.wirebell.model.trace.Traces;

/** A collector that is away holds up nobody. */
class TracingTest {
    /** Nobody listens on the port for "discard". */
    private static final URI NOWHERE = URI.create("http://127.0.0.1:9");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final AtomicReference<Instant> now = new AtomicReference<>(Samples.T0);
    private final List<String> lines = new CopyOnWriteArrayList<>();

    private Tracing open(TracesConfig config, InstantSource clock) {
        return Tracing.open(
                config, EnumSet.of(Role.INGEST), new StationMeters(registry), lines::add, clock, _ -> Optional.empty());
    }

    private static TracesConfig config(double sample) {
        return new TracesConfig(NOWHERE, Optional.of(sample), Map.of(), Map.of());
    }

    private static void arrive(Traces traces, int items) {
        for (int i = 0; i < items; i++) {
            traces.arrival(Samples.item(), Samples.T0, "").end();
        }
    }

    private double spans(String outcome) {
        return registry.get("wirebell.traces.spans")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    @Test
    void whatCannotBeSentIsDroppedAndToldOnceAMinute() {
        try (var tracing = open(config(1), now::get)) {
            var begun = System.nanoTime();
            arrive(tracing.traces(), 20_000);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
            assertThat(spans("dropped")).isGreaterThan(10_000);
            assertThat(lines).hasSize(1);

            now.updateAndGet(before -> before.plusSeconds(61));
            arrive(tracing.traces(), 20_000);
            assertThat(lines).hasSize(2);
            assertThat(lines.getLast()).matches("traces: [1-9]\\d* spans lost: .+");
        }
    }

    @Test
    void aRefusalIsCountedAndTold() throws Exception {
        try (var web = Loopback.start()) {
            web.answer("/v1/traces", _ -> new Loopback.Answer(401, "who are you"));
            var there = new TracesConfig(web.at("/"), Optional.of(1.0), Map.of(), Map.of());
            var tracing = open(there, now::get);
            arrive(tracing.traces(), 2);
            tracing.close();
            assertThat(web.asked("/v1/traces")).hasSize(1);
            await().until(() -> spans("failed") == 2);
            assertThat(spans("sent")).isZero();
            assertThat(lines)
                    .containsExactly("traces: 2 spans lost: refused by the collector; WIREBELL_LOG=DEBUG says more");
        }
    }

    @Test
    void nothingIsRecordedOfWhatIsNotSampled() {
        try (var tracing = open(config(0), now::get)) {
            arrive(tracing.traces(), 100);
            assertThat(spans("dropped") + spans("failed") + spans("sent")).isZero();
        }
    }

    @Test
    void aSecretThatIsMissingIsSaid() {
        var variable = new TracesConfig(NOWHERE, Optional.empty(), Map.of("x-key", "NO_SUCH_KEY"), Map.of());
        assertThatThrownBy(() -> open(variable, now::get))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("operations.traces.headers-env.x-key: environment variable NO_SUCH_KEY is not set");
        var file = new TracesConfig(NOWHERE, Optional.empty(), Map.of(), Map.of("x-key", Path.of("nowhere")));
        assertThatThrownBy(() -> open(file, now::get))
                .hasMessage("operations.traces.headers-file.x-key: nowhere cannot be read");
    }

    @Test
    void oddSettingsAreRefused() {
        for (var odd : List.of("collector:4318", "ftp://collector", "/v1/traces")) {
            assertThatThrownBy(() -> new TracesConfig(URI.create(odd), Optional.empty(), Map.of(), Map.of()))
                    .hasMessageContaining("endpoint must start with http:// or https://");
        }
        assertThatThrownBy(() -> new TracesConfig(
                        URI.create("http://me:secret@collector"), Optional.empty(), Map.of(), Map.of()))
                .hasMessageContaining("must name no user")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> config(1.5)).hasMessage("sample must be 0 to 1, was 1.5");
        assertThatThrownBy(
                        () -> new TracesConfig(NOWHERE, Optional.empty(), Map.of("x", "A"), Map.of("x", Path.of("f"))))
                .hasMessage("x is given in headers-env and in headers-file");
    }
}
