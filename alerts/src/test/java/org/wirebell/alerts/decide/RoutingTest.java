package org.wirebell.alerts.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wirebell.model.Priority;
import org.wirebell.model.Silence;

class RoutingTest {
    private static final Instant NIGHT = Instant.parse("2026-03-01T23:30:00Z");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Rule RULE =
            Rules.named("toll").query("ferry").to("console", "desk").rule();
    private static final Newsdesk DESK = new Newsdesk(
            ZoneId.of("Europe/Paris"),
            Optional.of(new Newsdesk.Quiet(LocalTime.of(23, 0), LocalTime.of(7, 0), List.of(), Priority.FLASH)),
            Newsdesk.Budget.defaults(),
            Optional.empty(),
            List.of(new Newsdesk.Step(Duration.ofMinutes(10), List.of("editor"), Optional.empty(), Optional.empty())),
            List.of(),
            50,
            Duration.ofHours(2),
            Duration.ofSeconds(20),
            Newsdesk.defaults().whiplash(),
            true);

    @Test
    void byDayEverybodyIsToldAndOrdinaryAlertsWaitForMore() {
        assertThat(routes(RULE, Priority.URGENT, NOON))
                .containsExactly(
                        "page told 12:00:00",
                        "console told 12:00:00",
                        "desk told 12:00:00",
                        "editor escalated 12:10:00");
        assertThat(routes(RULE, Priority.NORMAL, NOON))
                .containsExactly("page told 12:00:00", "console told 12:00:00", "desk waits 12:00:20");
    }

    @Test
    void byNightOnlyAFlashBreaksIn() {
        assertThat(routes(RULE, Priority.URGENT, NIGHT)).contains("page told 23:30:00", "desk waits 06:00:00");
        assertThat(routes(RULE, Priority.FLASH, NIGHT)).contains("desk told 23:30:00");
    }

    @Test
    void saysThatASilenceMutes() {
        var silence = silence(List.of());
        assertThat(routes(RULE, Priority.URGENT, NOON, silence)).contains("page shown 12:00:00", "desk muted never");
        assertThat(Routing.doubtful(orders(silence), RULE, NOON)).isEmpty();
        var elsewhere = silence(List.of("Port Adel"));
        assertThat(routes(RULE, Priority.URGENT, NOON, elsewhere)).contains("desk told 12:00:00");
        assertThat(Routing.doubtful(orders(elsewhere), RULE, NOON)).containsExactly(elsewhere);
        assertThat(Routing.doubtful(orders(elsewhere), RULE, NIGHT)).isEmpty();
    }

    @Test
    void followsFallbacksToTheLast() {
        var fallbacks = Map.of("desk", "pager", "pager", "console", "editor", "console", "nobody", "desk");
        assertThat(fallbacks(fallbacks, Priority.FLASH))
                .containsExactly(
                        "page told 12:00:00",
                        "console told 12:00:00",
                        "desk told 12:00:00",
                        "pager fallback 12:01:00: when desk has not taken it within PT1M",
                        "console fallback 12:02:00: when pager has not taken it within PT1M",
                        "editor escalated 12:10:00",
                        "console fallback 12:11:00: when editor has not taken it within PT1M");
        assertThat(fallbacks(fallbacks, Priority.NORMAL))
                .contains("pager fallback 12:00:20: when desk refuses it or has not taken it within PT6H");
        assertThat(Routing.with(
                        fallbacks,
                        Routing.of(orders(), RULE.at("", true), Priority.FLASH, NOON),
                        Priority.FLASH,
                        MINUTE))
                .as("who is not told needs nobody in his place")
                .extracting(Routing::outcome)
                .containsOnly("muted", "escalated", "fallback");
    }

    private static List<String> fallbacks(Map<String, String> fallbacks, Priority priority) {
        return Routing.with(fallbacks, Routing.of(orders(), RULE, priority, NOON), priority, MINUTE).stream()
                .map(it -> it.receiver() + " " + it.outcome() + " "
                        + it.at().orElseThrow().toString().substring(11, 19)
                        + (it.outcome().equals("fallback") ? ": " + it.why() : ""))
                .toList();
    }

    @Test
    void aDryRunTellsNobody() {
        assertThat(routes(RULE.at("", true), Priority.FLASH, NOON)).contains("page muted never", "desk muted never");
    }

    private static Silence silence(List<String> places) {
        return new Silence(
                "s",
                "",
                List.of("toll"),
                places,
                Optional.empty(),
                Optional.empty(),
                "lee",
                "a drill",
                NOON,
                NOON.plus(Duration.ofHours(1)),
                Map.of());
    }

    private static List<String> routes(Rule rule, Priority priority, Instant at, Silence... silences) {
        return Routing.of(orders(silences), rule, priority, at).stream()
                .map(route -> route.receiver() + " " + route.outcome() + " "
                        + route.at()
                                .map(when -> when.toString().substring(11, 19))
                                .orElse("never"))
                .toList();
    }

    private static Orders orders(Silence... silences) {
        return new Orders(
                new RuleBook(List.of(RULE)),
                Map.of(Rule.DESK, DESK),
                new Silences(List.of(silences)),
                Set.of("page"),
                Set.of("page"),
                Set.of());
    }
}
