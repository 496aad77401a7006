package org.wirebell.alerts.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wirebell.model.Notice;
import org.wirebell.model.trace.Traces;

/** All channels at once, with real queues and real connections: what one does, the others don't feel. */
class HangingTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Notices.NOW);

    @TempDir
    Path folder;

    private final Map<Service, FakeService> fakes = new EnumMap<>(Service.class);
    private final FakeKafka kafka = new FakeKafka(true, List.of());

    @BeforeEach
    void start() {
        Stream.of(Service.values()).forEach(service -> fakes.put(service, service.start()));
    }

    @AfterEach
    void stop() {
        fakes.values().forEach(FakeService::close);
    }

    private Workers workers() {
        var config = new DeliveryConfig(true, Duration.ofSeconds(20), Duration.ofDays(7), List.of());
        var receivers = new HashMap<String, Receiver>();
        fakes.forEach((service, fake) -> receivers.put(
                name(service), service.receiver(fake, fake.at(""), folder, Duration.ofSeconds(20), "full")));
        var channels = new Channels(config, receivers, Map.of(), CLOCK, System.out, Service::secret);
        return new Workers(
                config,
                channels,
                channels.all(),
                kafka.connections(),
                FakeKafka.TOPICS,
                new SimpleMeterRegistry(),
                Traces.OFF,
                CLOCK);
    }

    private static String name(Service service) {
        return service.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static Notice notice(Service service, String alert, int revision, Notice.Kind kind) {
        return Notices.notice(name(service) + "-" + alert + revision, name(service), alert, revision, kind);
    }

    @ParameterizedTest
    @EnumSource
    void oneThatHangsDelaysNone(Service hanging) {
        fakes.get(hanging).behave(FakeService.Trouble.HANGING);
        try (var workers = workers()) {
            workers.begin(Settling.DONE);
            for (var service : Service.values()) {
                kafka.put(notice(service, "a", 1, Notice.Kind.NEW));
            }
            await().untilAsserted(() -> assertThat(kafka.written())
                    .containsExactlyInAnyOrderElementsOf(Stream.of(Service.values())
                            .filter(service -> service != hanging)
                            .map(service -> name(service) + "-a1 SENT 1")
                            .toList()));
            fakes.get(hanging).goAway();
        }
    }

    @ParameterizedTest
    @EnumSource
    void revisionsOfAnAlertGoInOrderAndAWithdrawalGoesAlways(Service service) {
        try (var workers = workers()) {
            workers.begin(Settling.DONE);
            kafka.put(
                    notice(service, "a", 1, Notice.Kind.NEW),
                    notice(service, "a", 2, Notice.Kind.WITHDRAW),
                    notice(service, "a", 3, Notice.Kind.NEW));
            await().untilAsserted(() -> assertThat(kafka.written()).hasSize(3));
            assertThat(kafka.written().stream().filter(it -> it.contains("SENT")))
                    .as("the first may have been overtaken")
                    .endsWith(name(service) + "-a2 SENT 1", name(service) + "-a3 SENT 1");
            assertThat(fakes.get(service).violations).isEmpty();
        }
    }
}
