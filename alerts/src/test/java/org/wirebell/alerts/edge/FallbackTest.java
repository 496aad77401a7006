package org.wirebell.alerts.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.wirebell.alerts.edge.Notices.notice;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirebell.model.Alert;
import org.wirebell.model.Notice;
import org.wirebell.model.Priority;
import org.wirebell.model.Result;
import org.wirebell.model.trace.Traces;

/** Who is told when a receiver does not answer, and what receivers are known to have; on a clock that the test turns. */
class FallbackTest {
    private static final Delivery NOT_NOW = new Delivery.Later("HTTP 500", Duration.ZERO);

    private final AtomicReference<Instant> now = new AtomicReference<>(Notices.NOW);
    private final AtomicReference<Delivery> answer = new AtomicReference<>(new Delivery.Sent("ok", "m1"));
    private final List<Optional<Shown>> shown = new CopyOnWriteArrayList<>();
    private final CountDownLatch hanging = new CountDownLatch(1);
    private FakeKafka kafka = new FakeKafka(true, List.of());
    private Optional<Workers> workers = Optional.empty();

    @AfterEach
    void stop() {
        hanging.countDown();
        workers.ifPresent(Workers::close);
    }

    private Delivery desk(Notice notice, Optional<Shown> earlier) {
        shown.add(earlier);
        return answer.get();
    }

    private Delivery hang(Notice notice, Optional<Shown> earlier) throws InterruptedException {
        hanging.await();
        return new Delivery.Sent("at last");
    }

    private static Channel with(Notifier notifier, String fallback) {
        return new Channel(notifier, true, false, false, Pace.NONE, Optional.of(fallback));
    }

    private void start() {
        var config = new DeliveryConfig(false, Duration.ofSeconds(15), Duration.ofDays(7), List.of("console"));
        var channels = new Channels(config, Map.of(), Map.of(), now::get, System.out, _ -> "");
        var receivers = Map.of(
                "desk", with(this::desk, "night"),
                "hanging", with(this::hang, "night"),
                "night", Channel.of((_, _) -> new Delivery.Sent("night has it")));
        var started = new Workers(
                config,
                channels,
                receivers,
                kafka.connections(),
                FakeKafka.TOPICS,
                new SimpleMeterRegistry(),
                Traces.OFF,
                now::get);
        started.begin(Settling.DONE);
        workers = Optional.of(started);
    }

    private void later(Duration time) {
        now.updateAndGet(before -> before.plus(time));
        workers.orElseThrow().wake();
    }

    private static Notice flash(String id, String receiver) {
        var like = notice(id, receiver, "a1", 1, Notice.Kind.NEW);
        return notice(
                id,
                receiver,
                Notice.Kind.NEW,
                like.alert().with(Alert.State.OPEN, Priority.FLASH, like.alert().handled()));
    }

    private List<String> planned() {
        return kafka.planned().stream()
                .map(it -> it.receiver() + " " + it.kind() + " for " + it.more().get(Known.INSTEAD_OF))
                .toList();
    }

    private void awaitWritten(String... results) {
        await().untilAsserted(() -> assertThat(kafka.written()).containsExactly(results));
    }

    @Test
    void anotherIsToldWhenANoticeIsRefused() {
        answer.set(new Delivery.Refused("http_4xx", "HTTP 400"));
        start();
        kafka.put(notice("n1", "desk", "a1", 1, Notice.Kind.NEW));
        awaitWritten("n1 REFUSED 1");
        assertThat(planned()).containsExactly("night NEW for desk");
        var instead = kafka.planned().getFirst();
        assertThat(Wording.of(instead).headline())
                .isEqualTo("[URGENT] NEW (for desk, which does not answer): Ferry: at least 31 killed");
        assertThat(instead.id())
                .isEqualTo(Fallback.notice(
                                notice("n1", "desk", "a1", 1, Notice.Kind.NEW),
                                "night",
                                Instant.MAX.minusSeconds(9_999))
                        .id());
        kafka.put(instead);
        await().untilAsserted(() -> assertThat(kafka.written()).hasSize(2));
        assertThat(kafka.results().getLast().more()).containsEntry(Known.INSTEAD_OF, "desk");
    }

    @Test
    void anotherIsToldWhenTimeIsUp() {
        answer.set(NOT_NOW);
        start();
        kafka.put(notice("n1", "desk", "a1", 1, Notice.Kind.NEW));
        awaitWritten("n1 LATER 1");
        later(Duration.ofMinutes(31));
        awaitWritten("n1 LATER 1", "n1 EXPIRED 1");
        assertThat(planned()).containsExactly("night NEW for desk");
    }

    @Test
    void aFlashIsPassedOnAfterAMinuteEvenWhileAnAttemptHangs() {
        start();
        kafka.put(flash("n1", "hanging"));
        await().until(() -> kafka.noticeReader.position(kafka.noticePartition()) == 1);
        later(Duration.ofSeconds(59));
        assertThat(planned()).isEmpty();
        later(Duration.ofSeconds(2));
        await().untilAsserted(() -> assertThat(planned()).containsExactly("night NEW for hanging"));
        hanging.countDown();
        awaitWritten("n1 SENT 1");
        assertThat(planned()).as("once").hasSize(1);
    }

    @Test
    void whatTakesBackFollowsToWhoWasToldInstead() {
        var told = new Result(
                "n0",
                "a1",
                "night",
                Result.Outcome.SENT,
                1,
                Notices.NOW,
                1,
                "ok",
                Map.of(Known.INSTEAD_OF, "desk", Known.REVISION, 1));
        kafka = new FakeKafka(true, List.of(told));
        start();
        kafka.put(
                notice("n1", "desk", "a1", 2, Notice.Kind.UPDATE), notice("n2", "desk", "a2", 3, Notice.Kind.WITHDRAW));
        kafka.put(notice("n3", "desk", "a1", 3, Notice.Kind.WITHDRAW));
        await().untilAsserted(() -> assertThat(kafka.written()).hasSize(3));
        assertThat(planned()).containsExactly("night WITHDRAW for desk");
    }

    @Test
    void aReceiverThatFailsForADayIsTurnedOffAndOthersHearOfIt() {
        answer.set(NOT_NOW);
        start();
        for (int i = 1; i <= Fallback.FAILURES; i++) {
            kafka.put(notice("n" + i, "desk", "a" + i, 1, Notice.Kind.NEW));
            int failures = i;
            await().untilAsserted(() -> assertThat(kafka.written()).hasSize(failures));
        }
        assertThat(kafka.planned()).isEmpty();
        now.updateAndGet(before -> before.plus(Duration.ofHours(25)));
        var late = notice("n99", "desk", "a99", 1, Notice.Kind.NEW);
        kafka.put(new Notice(
                late.id(),
                "desk",
                late.kind(),
                late.alert(),
                now.get(),
                now.get().plusSeconds(60),
                Map.of()));
        await().untilAsserted(() -> assertThat(kafka.planned().stream()
                        .filter(it -> it.alert().rule().equals("receiver-off"))
                        .map(Notice::receiver))
                .containsExactly("console", "night"));
        workers.orElseThrow().wake();
        await().untilAsserted(() -> assertThat(kafka.written()).contains("n1 EXPIRED 1"));
    }

    @Test
    void afterARestartAReceiverIsKnownToHaveWhatItHas() {
        var first = new Result(
                "n1", "a1", "desk", Result.Outcome.SENT, 1, Notices.NOW, 1, "ok", "m1", Map.of(Known.REVISION, 1));
        var second = new Result(
                "n2", "a1", "desk", Result.Outcome.SENT, 1, Notices.NOW, 1, "ok", "m2", Map.of(Known.REVISION, 4));
        kafka = new FakeKafka(true, List.of(first, second));
        start();
        kafka.put(notice("n3", "desk", "a1", 3, Notice.Kind.UPDATE), notice("n5", "desk", "a1", 5, Notice.Kind.UPDATE));
        awaitWritten("n3 SUPERSEDED 0", "n5 SENT 1");
        assertThat(shown).containsExactly(Optional.of(new Shown(List.of("m1", "m2"), 4)));
        assertThat(kafka.results().getLast().handle()).isEqualTo("m1");
        assertThat(kafka.results().getLast().more()).containsEntry(Known.REVISION, 5);
    }

    @Test
    void aChannelIsSparedWhatItCannotShow() {
        start();
        kafka.put(
                notice("n1", "night", "a1", 1, Notice.Kind.UPDATE).hushed(),
                notice("n2", "desk", "a1", 1, Notice.Kind.UPDATE).hushed(),
                notice("n3", "desk", "a1", 1, Notice.Kind.CLOSE));
        await().untilAsserted(() -> assertThat(kafka.written())
                .containsExactlyInAnyOrder("n1 SUPPRESSED 0", "n2 SENT 1", "n3 SUPPRESSED 0"));
        assertThat(kafka.results().stream().map(Result::detail))
                .contains("channel_cannot_edit", "channel_cannot_close");
        assertThat(kafka.planned()).isEmpty();
    }

    private static DataReceiver.Webhook webhook(String fallback) {
        return new DataReceiver.Webhook(
                java.net.URI.create("https://hooks.example/in"),
                List.of("A"),
                List.of(),
                Optional.empty(),
                Optional.of(fallback),
                Optional.empty());
    }

    @Test
    void fallbacksMustExistAndMustNotGoRound() {
        assertThatThrownBy(() -> Receivers.of(Map.of("a", webhook("b"), "b", webhook("c"), "c", webhook("a"))))
                .hasMessage("fallbacks go round: a > b > c > a");
        assertThatThrownBy(() -> Receivers.of(Map.of("a", webhook("a")))).hasMessage("fallbacks go round: a > a");
        assertThatThrownBy(() -> Receivers.of(Map.of("a", webhook("nobody"))))
                .hasMessage("receiver a names the fallback nobody, which is not a receiver here");
        assertThat(Receivers.of(Map.of("a", webhook("b"), "b", webhook("console")))
                        .names())
                .containsExactly("a", "b", "console", "page");
    }

    @Test
    void whoCanEditAndWhoCanClose() {
        var receivers = Receivers.of(Map.of("hook", webhook("console")));
        assertThat(receivers.edits()).containsExactly("hook", "page");
        assertThat(receivers.resolves()).containsExactly("hook", "page");
        assertThat(Receivers.none().edits()).containsExactly("page");
    }
}
