package org.wirebell.alerts.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.wirebell.alerts.edge.Notices.notice;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirebell.model.Notice;
import org.wirebell.model.Priority;
import org.wirebell.model.trace.Traces;

/** After a start nothing is sent until the planner has caught up, and not for ever. */
class SettlingTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Notices.NOW);
    private final AtomicReference<Optional<String>> waits = new AtomicReference<>(Optional.of("5,000 records to plan"));
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final FakeKafka kafka = new FakeKafka(true, List.of());
    private Optional<Workers> workers = Optional.empty();

    @AfterEach
    void stop() {
        workers.ifPresent(Workers::close);
    }

    private void start() {
        var config = DeliveryConfig.defaults();
        var channels = new Channels(config, Map.of(), Map.of(), now::get, System.out, _ -> "");
        Notifier notes = (notice, _) -> {
            sent.add(notice.id());
            return new Delivery.Sent("ok");
        };
        var receivers = Map.of(
                "desk",
                new Channel(notes, true, false, false, Pace.NONE, Optional.of("night")),
                "night",
                Channel.of(notes));
        var started = new Workers(
                config, channels, receivers, kafka.connections(), FakeKafka.TOPICS, meters, Traces.OFF, now::get);
        started.begin(waits::get);
        workers = Optional.of(started);
    }

    private void awaitPending(int notices) {
        await().untilAsserted(() -> assertThat(meters.get("wirebell.notice.pending")
                        .tag("receiver", "desk")
                        .gauge()
                        .value())
                .isEqualTo(notices));
    }

    private double held() {
        return meters.get("wirebell.notice.held").gauge().value();
    }

    @Test
    void whatWasOvertakenBeforeThePlannerHadCaughtUpIsNotSent() {
        start();
        kafka.put(
                notice("n1", "desk", "a", 1, Notice.Kind.NEW),
                notice("n2", "desk", "a", 2, Notice.Kind.UPDATE),
                notice("n3", "desk", "b", 1, Notice.Kind.NEW));
        await().untilAsserted(() -> assertThat(kafka.written()).containsExactly("n1 SUPERSEDED 0"));
        awaitPending(2);
        assertThat(held()).isOne();
        assertThat(sent).isEmpty();
        waits.set(Optional.empty());
        await().untilAsserted(() -> assertThat(sent).containsExactlyInAnyOrder("n2", "n3"));
        assertThat(held()).isZero();
    }

    @Test
    void sendsBeginInTheEndThoughThePlannerNeverCatchesUp() {
        start();
        kafka.put(notice("n1", "desk", "a", 1, Notice.Kind.NEW));
        awaitPending(1);
        now.updateAndGet(before -> before.plus(DeliveryConfig.defaults().settle()));
        await().untilAsserted(() -> assertThat(sent).containsExactly("n1"));
        assertThat(held()).isZero();
    }

    @Test
    void aFlashThatWaitedForThePlannerIsNotTakenForOneThatDoesNotArrive() {
        start();
        var like = notice("n1", "desk", "a", 1, Notice.Kind.NEW);
        var alert = like.alert()
                .with(like.alert().state(), Priority.FLASH, like.alert().handled());
        kafka.put(new Notice(
                "n1", "desk", like.kind(), alert, like.planned(), like.planned().plusSeconds(1_800), Map.of()));
        awaitPending(1);
        now.updateAndGet(before -> before.plus(Fallback.FLASH));
        waits.set(Optional.empty());
        await().untilAsserted(() -> assertThat(sent).containsExactly("n1"));
        kafka.put(notice("n2", "night", "b", 1, Notice.Kind.NEW));
        await().untilAsserted(() -> assertThat(sent).containsExactly("n1", "n2"));
        assertThat(kafka.planned()).isEmpty();
    }
}
