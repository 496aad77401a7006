package org.wirebell.alerts.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.wirebell.alerts.edge.Notices.notice;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirebell.model.Notice;
import org.wirebell.model.Result;
import org.wirebell.model.trace.Traces;

/** Queues, retries, results and offsets, on Kafka's own fakes and a clock that the test turns. */
class WorkersTest {
    private static final Delivery NOT_NOW = new Delivery.Later("HTTP 500", Duration.ZERO);

    private final AtomicReference<Instant> now = new AtomicReference<>(Notices.NOW);
    private final AtomicReference<Function<Notice, Delivery>> answer =
            new AtomicReference<>(_ -> new Delivery.Sent("ok"));
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final CountDownLatch slow = new CountDownLatch(1);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private FakeKafka kafka = new FakeKafka(true, List.of());
    private Optional<Workers> workers = Optional.empty();

    @AfterEach
    void stop() {
        slow.countDown();
        workers.ifPresent(Workers::close);
    }

    private Delivery fast(Notice notice, Optional<Shown> earlier) {
        sent.add(notice.id());
        return answer.get().apply(notice);
    }

    private Delivery slow(Notice notice, Optional<Shown> earlier) throws InterruptedException {
        slow.await();
        sent.add(notice.id());
        return new Delivery.Sent("at last");
    }

    private void start() {
        var config = DeliveryConfig.defaults();
        var channels = new Channels(config, Map.of(), Map.of(), now::get, System.out, _ -> "");
        var notifiers = Map.of("fast", Channel.of(this::fast), "slow", Channel.of(this::slow));
        var started = new Workers(
                config, channels, notifiers, kafka.connections(), FakeKafka.TOPICS, meters, Traces.OFF, now::get);
        started.begin(Settling.DONE);
        workers = Optional.of(started);
    }

    private void later(Duration time) {
        now.updateAndGet(before -> before.plus(time));
        workers.orElseThrow().wake();
    }

    private void awaitWritten(String... results) {
        await().untilAsserted(() -> assertThat(kafka.written()).containsExactly(results));
    }

    private void awaitCommitted(long offset) {
        await().untilAsserted(() -> assertThat(kafka.committed()).isEqualTo(offset));
    }

    private static Notice first(String id, String receiver) {
        return notice(id, receiver, "alert-" + id, 1, Notice.Kind.NEW);
    }

    @Test
    void sendsWritesTheResultAndCommits() {
        start();
        kafka.put(first("n1", "fast"));
        awaitWritten("n1 SENT 1");
        awaitCommitted(1);
        assertThat(workers.orElseThrow().alive()).isTrue();
        assertThat(meters.get("wirebell.notice.attempts")
                        .tags("receiver", "fast", "outcome", "sent")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("wirebell.alert.latency")
                        .tag("priority", "urgent")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("wirebell.notice.pending")
                        .tag("receiver", "fast")
                        .gauge()
                        .value())
                .isZero();
    }

    @Test
    void aSlowReceiverDelaysNobodyAndHoldsItsOffset() {
        start();
        kafka.put(first("n1", "slow"), first("n2", "fast"));
        awaitWritten("n2 SENT 1");
        assertThat(kafka.committed()).isZero();
        slow.countDown();
        awaitWritten("n2 SENT 1", "n1 SENT 1");
        awaitCommitted(2);
    }

    @Test
    void afterARestartNothingFinishedIsSentAgain() {
        var done = new Result("n1", "a", "fast", Result.Outcome.SENT, 1, Notices.NOW, 1, "ok", Map.of());
        var tried = new Result("n2", "a", "fast", Result.Outcome.LATER, 3, Notices.NOW, 1, "HTTP 500", Map.of());
        kafka = new FakeKafka(true, List.of(done, tried));
        start();
        kafka.put(first("n1", "fast"), first("n2", "fast"));
        awaitWritten("n2 SENT 4");
        awaitCommitted(2);
        assertThat(sent).containsExactly("n2");
    }

    @Test
    void theSameNoticePlannedTwiceIsSentOnce() {
        start();
        kafka.put(first("n1", "fast"), first("n1", "fast"), first("n2", "fast"));
        awaitWritten("n1 SENT 1", "n2 SENT 1");
        awaitCommitted(3);
    }

    @Test
    void aNewerRevisionReplacesOneThatWaitsButNoWithdrawal() {
        answer.set(_ -> NOT_NOW);
        start();
        kafka.put(notice("n1", "fast", "a", 1, Notice.Kind.NEW));
        awaitWritten("n1 LATER 1");
        kafka.put(notice("n2", "fast", "a", 2, Notice.Kind.WITHDRAW));
        awaitWritten("n1 LATER 1", "n1 SUPERSEDED 1", "n2 LATER 1");
        kafka.put(notice("n3", "fast", "a", 3, Notice.Kind.NEW));
        await().untilAsserted(() -> assertThat(meters.get("wirebell.notice.pending")
                        .tag("receiver", "fast")
                        .gauge()
                        .value())
                .isEqualTo(2));
        answer.set(_ -> new Delivery.Sent("ok"));
        later(Duration.ofSeconds(3));
        awaitWritten("n1 LATER 1", "n1 SUPERSEDED 1", "n2 LATER 1", "n2 SENT 2", "n3 SENT 1");
        awaitCommitted(3);
    }

    @Test
    void triesAgainInTimeAndGivesUpWhenItIsNoNewsAnyMore() {
        answer.set(_ -> NOT_NOW);
        start();
        kafka.put(first("n1", "fast"));
        awaitWritten("n1 LATER 1");
        later(Duration.ofSeconds(3));
        awaitWritten("n1 LATER 1", "n1 LATER 2");
        later(Duration.ofSeconds(7));
        awaitWritten("n1 LATER 1", "n1 LATER 2", "n1 LATER 3");
        assertThat(kafka.committed()).isZero();
        later(Duration.ofMinutes(30));
        awaitWritten("n1 LATER 1", "n1 LATER 2", "n1 LATER 3", "n1 EXPIRED 3");
        awaitCommitted(1);
    }

    @Test
    void aReceiverThatAsksForARestGetsIt() {
        answer.set(_ -> new Delivery.Later("HTTP 429", Duration.ofSeconds(40)));
        start();
        kafka.put(first("n1", "fast"));
        awaitWritten("n1 LATER 1");
        answer.set(_ -> new Delivery.Sent("ok"));
        kafka.put(first("n2", "fast"));
        await().untilAsserted(() -> assertThat(meters.get("wirebell.notice.pending")
                        .tag("receiver", "fast")
                        .gauge()
                        .value())
                .isEqualTo(2));
        later(Duration.ofSeconds(30));
        assertThat(sent).containsExactly("n1");
        later(Duration.ofSeconds(11));
        await().untilAsserted(() ->
                assertThat(kafka.written()).containsExactlyInAnyOrder("n1 LATER 1", "n1 SENT 2", "n2 SENT 1"));
    }

    @Test
    void aReceiverThatIsGoneIsTurnedOff() {
        answer.set(_ -> new Delivery.Off("HTTP 410"));
        start();
        kafka.put(first("n1", "fast"), first("n2", "fast"));
        awaitWritten("n1 REFUSED 1", "n2 REFUSED 0");
        assertThat(sent).containsExactly("n1");
        assertThat(meters.get("wirebell.receiver.enabled")
                        .tag("receiver", "fast")
                        .gauge()
                        .value())
                .isZero();
    }

    @Test
    void aBugOfAChannelIsTriedAgainAndStopsNobody() {
        answer.set(notice -> {
            if (notice.id().equals("n1")) {
                throw new IllegalStateException("bug");
            }
            return new Delivery.Sent("ok");
        });
        start();
        kafka.put(first("n1", "fast"), first("n2", "fast"));
        awaitWritten("n1 LATER 1", "n2 SENT 1");
    }

    @Test
    void whatIsNoNoticeIsPutAsideAndAnUnknownReceiverIsSaidSo() {
        start();
        kafka.put("{\"schema\":\"wirebell.item\"}".getBytes(StandardCharsets.UTF_8));
        kafka.put(first("n1", "gone"), first("n2", "fast"));
        awaitWritten("n1 REFUSED 0", "n2 SENT 1");
        assertThat(kafka.dead()).containsExactly("{\"schema\":\"wirebell.item\"}");
        awaitCommitted(3);
    }

    @Test
    void theOffsetWaitsForTheResultToBeKept() {
        kafka = new FakeKafka(false, List.of());
        start();
        kafka.put(first("n1", "fast"));
        awaitWritten("n1 SENT 1");
        assertThat(kafka.committed()).isZero();
        assertThat(kafka.producer.completeNext()).isTrue();
        awaitCommitted(1);
    }

    @Test
    void aResultThatCannotBeKeptStopsDelivery() {
        kafka = new FakeKafka(false, List.of());
        start();
        kafka.put(first("n1", "fast"));
        awaitWritten("n1 SENT 1");
        assertThat(kafka.producer.errorNext(new IllegalStateException("disk full")))
                .isTrue();
        await().until(() -> !workers.orElseThrow().alive());
        assertThat(workers.orElseThrow().failure()).get().hasToString("java.lang.IllegalStateException: disk full");
        assertThat(kafka.noticeReader.closed()).isTrue();
    }
}
