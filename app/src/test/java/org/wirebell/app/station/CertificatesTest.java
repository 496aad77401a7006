package org.wirebell.app.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirebell.app.TlsServer;

class CertificatesTest {
    private static final String METER = "wirebell.certificate.expires.timestamp";

    @Test
    void tellTheirEndAlsoWhereNobodyTrustsThem(@TempDir Path folder) throws Exception {
        var meters = new SimpleMeterRegistry();
        try (var soon = TlsServer.start(folder, 10);
                var later = TlsServer.start(folder, 200);
                var _ = Certificates.watch(
                        Map.of(
                                "soon", soon.address(),
                                "later", later.address(),
                                "nobody", URI.create("https://127.0.0.1:1/")),
                        meters,
                        Duration.ofMillis(20))) {
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(meters.find(METER).gauges()).hasSize(2));
            assertThat(days(meters, "soon")).isBetween(9L, 10L);
            assertThat(days(meters, "later")).isBetween(199L, 200L);
        }
    }

    private static long days(SimpleMeterRegistry meters, String name) {
        var end = Instant.ofEpochSecond(
                (long) meters.get(METER).tag("certificate", name).gauge().value());
        return Duration.between(Instant.now(), end).toDays();
    }
}
