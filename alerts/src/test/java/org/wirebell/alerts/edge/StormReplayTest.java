package org.wirebell.alerts.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebell.alerts.decide.News.change;
import static org.wirebell.alerts.decide.News.item;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wirebell.alerts.decide.FigureCondition;
import org.wirebell.alerts.decide.Happening;
import org.wirebell.alerts.decide.Memory;
import org.wirebell.alerts.decide.News;
import org.wirebell.alerts.decide.Orders;
import org.wirebell.alerts.decide.Planner;
import org.wirebell.alerts.decide.Rule;
import org.wirebell.alerts.decide.RuleBook;
import org.wirebell.model.Notice;
import org.wirebell.model.Priority;
import org.wirebell.model.Result;
import org.wirebell.model.Update.Kind;
import org.wirebell.model.WireSignal;

/**
 * The toll of a storm is told, taken back by its wire, and affirmed minutes later: planned by the planner, and sent through each
 * channel to its fake. A push, a correction to the same receiver, no third push but an advisory.
 */
class StormReplayTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void isAPushACorrectionAndAnAdvisory(Service service) throws InterruptedException {
        var notices = replay();
        assertThat(notices)
                .extracting(notice -> notice.kind() + " " + notice.alert().reason())
                .containsExactly("NEW FIRST", "UPDATE MATERIAL_CHANGE", "CORRECT CORRECTED", "HOLD HELD");
        try (var fake = service.start();
                var channels = open(service, fake)) {
            var notifier = Objects.requireNonNull(channels.all().get("it")).notifier();
            var known = new Known();
            for (var notice : notices) {
                int before = fake.asked.size();
                var answer = notifier.send(notice, known.shown(notice.alert().id(), "it"));
                assertThat(answer).as(service + " " + notice.kind()).isInstanceOf(Delivery.Sent.class);
                assertThat(fake.asked.size()).as("the receiver heard of it").isGreaterThan(before);
                known.add(result(notice, (Delivery.Sent) answer));
            }
            assertThat(fake.violations).isEmpty();
        }
    }

    private Channels open(Service service, FakeService fake) {
        var receiver = service.receiver(fake, fake.at(""), folder, Duration.ofSeconds(10), "full");
        var config = new DeliveryConfig(true, Duration.ofSeconds(10), Duration.ofDays(7), List.of());
        return new Channels(
                config, Map.of("it", receiver), Map.of(), InstantSource.fixed(News.T0), System.out, Service::secret);
    }

    /** What the planner plans for the receiver. */
    private static List<Notice> replay() {
        var notices = new ArrayList<Notice>();
        var planner = new Planner(Memory.inMemory());
        try (var orders = Orders.of(new RuleBook(List.of(rule())))) {
            for (var step : steps()) {
                for (var question : orders.rules().ask(step.news())) {
                    notices.addAll(planner.answer(orders, question, step.at(), step.at())
                            .notices());
                }
            }
        }
        notices.removeIf(notice -> !notice.receiver().equals("it") || !notice.goes());
        return notices;
    }

    private record Step(Instant at, Happening news) {}

    private static List<Step> steps() {
        var push = item("b", "1", "Storm toll up");
        var correction = item("b", "2", "CORRECTED storm toll", WireSignal.CORRECTION);
        return List.of(
                step(0, change(Kind.FIRST, item("a", "1", "Storm toll")).value(1_830)),
                step(120, change(Kind.HIGHER, push).value(4_410).previous(1_830)),
                step(128, change(Kind.RETRACTED, correction).previous(4_410).value(1_830)),
                step(
                        134,
                        change(Kind.HIGHER, item("c", "1", "Toll stands"))
                                .value(4_410)
                                .previous(1_830)),
                step(
                        140,
                        change(Kind.HIGHER, item("d", "1", "Toll up"))
                                .value(4_520)
                                .previous(4_410)));
    }

    private static Step step(int minutes, News.Change change) {
        return new Step(News.T0.plus(Duration.ofMinutes(minutes)), change.happening());
    }

    private static Rule rule() {
        FigureCondition asked = News.asking("first, rise 10, falls, retracted");
        return new Rule(
                "toll",
                Optional.of("Tolls"),
                Optional.empty(),
                Optional.of(asked),
                Optional.of(Priority.URGENT),
                List.of("it"),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static Result result(Notice notice, Delivery.Sent sent) {
        return new Result(
                notice.id(),
                notice.alert().id(),
                "it",
                Result.Outcome.SENT,
                1,
                News.T0,
                1,
                sent.detail(),
                sent.handle(),
                Map.of(Known.REVISION, notice.alert().revision(), Known.ANEW, sent.anew()));
    }
}
