package org.wirebell.alerts.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebell.alerts.decide.News.T0;
import static org.wirebell.alerts.decide.News.asking;
import static org.wirebell.alerts.decide.News.change;
import static org.wirebell.alerts.decide.News.finding;
import static org.wirebell.alerts.decide.News.item;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wirebell.model.Item;
import org.wirebell.model.Silence;
import org.wirebell.model.Update;
import org.wirebell.model.Update.Kind;
import org.wirebell.model.WireSignal;

class WhyNotTest {
    private static final Rule TOLL =
            Rules.named("toll").figure(asking("first, rise 10")).to("desk").rule();
    private static final Rule FERRY =
            Rules.named("ferry").query("ferry").to("desk").rule();

    private static final Silence SILENCE = new Silence(
            "s",
            "",
            List.of("ferry"),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            "lee",
            "a drill",
            T0,
            T0.plus(Duration.ofHours(9)),
            Map.of());

    @Test
    void saysWhoIsToldAndWhatEachConditionSaw() {
        var sinks = item("a", "1", "Ferry sinks, 20 dead");
        var answers = answers(
                Silences.none(), sinks, change(Kind.FIRST, sinks).value(20).update());
        assertThat(outcomes(answers)).containsExactly("ferry: told [page, desk]", "toll: told [page, desk]");
        assertThat(answers.getFirst().saw()).contains("query ferry: yes, text: ferry");
        assertThat(answers.getLast().saw()).anyMatch(line -> line.startsWith("first figure: yes"));
        assertThat(answers.getLast().change()).contains(Kind.FIRST);
        assertThat(answers.getLast().value()).contains(20L);
    }

    @Test
    void asksRulesThatLiveAlertsWouldNotAsk() {
        var calm = item("b", "1", "Harbour calm");
        var answers = answers(Silences.none(), calm);
        assertThat(outcomes(answers)).containsExactly("ferry: not_asked []", "toll: no_change []");
        assertThat(answers.getFirst().saw()).containsExactly("query ferry: no");
        assertThat(answers.getLast().saw()).containsExactly("read: no figure");
    }

    @Test
    void namesTheConditionThatASeriesDoesNotMeet() {
        var children = Rules.named("children")
                .figure(new FigureCondition(
                        List.of(),
                        List.of("children"),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        true,
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        false,
                        false,
                        Optional.empty(),
                        false))
                .to("desk")
                .rule();
        var sinks = item("a", "1", "Ferry sinks, 20 dead");
        var answers = answers(
                List.of(children),
                Silences.none(),
                sinks,
                change(Kind.FIRST, sinks).value(20).update());
        assertThat(outcomes(answers)).containsExactly("children: not_asked []");
        assertThat(answers.getFirst().saw()).anyMatch(line -> line.startsWith("series: no, "));
    }

    @Test
    void saysWhyItIsKeptSilent() {
        var old = item("d", "1", "An old ferry story", Duration.ofHours(9), false);
        assertThat(outcomes(answers(Silences.none(), old))).contains("ferry: stale []");
        var answers = answers(new Silences(List.of(SILENCE)), item("e", "1", "Ferry drill"));
        assertThat(outcomes(answers)).contains("ferry: silenced [page]");
        assertThat(answers.getFirst().detail()).startsWith("a drill (lee, until ");
    }

    @Test
    void saysWhyAScreenIsHushed() {
        var shown = Rules.named("ferry").query("ferry").to("console").rule();
        var answers = answers(List.of(shown), new Silences(List.of(SILENCE)), item("e", "1", "Ferry drill"));
        assertThat(outcomes(answers)).containsExactly("ferry: silenced [page, console]");
    }

    @Test
    void aKillIsToldInSpiteOfASilence() {
        try (var orders = orders(List.of(FERRY), new Silences(List.of(SILENCE)))) {
            var whyNot = new WhyNot(orders);
            whyNot.answers(finding(item("a", "1", "Ferry sinks")), List.of());
            assertThat(outcomes(whyNot.answers(finding(item("a", "2", "Kill: ferry", WireSignal.KILL)), List.of())))
                    .containsExactly("ferry: told [page]");
        }
    }

    @Test
    void saysWhyItWaits() {
        try (var orders = orders(List.of(FERRY), Silences.none())) {
            var whyNot = new WhyNot(orders);
            var outcomes = Stream.of("a", "b", "c", "d")
                    .flatMap(id -> whyNot.answers(finding(item(id, "1", "Ferry " + id)), List.of()).stream())
                    .toList();
            assertThat(outcomes(outcomes))
                    .containsExactly(
                            "ferry: told [page, desk]",
                            "ferry: told [page, desk]",
                            "ferry: told [page, desk]",
                            "ferry: over_budget [page]");
        }
    }

    private static List<WhyNot.Answer> answers(Silences silences, Item item, Update... updates) {
        return answers(List.of(FERRY, TOLL), silences, item, updates);
    }

    private static List<WhyNot.Answer> answers(List<Rule> rules, Silences silences, Item item, Update... updates) {
        try (var orders = orders(rules, silences)) {
            return new WhyNot(orders).answers(finding(item), List.of(updates));
        }
    }

    private static Orders orders(List<Rule> rules, Silences silences) {
        return new Orders(new RuleBook(rules), Map.of(), silences, Set.of("page"), Set.of("page"), Set.of());
    }

    private static List<String> outcomes(List<WhyNot.Answer> answers) {
        return answers.stream()
                .map(answer -> answer.rule() + ": " + answer.outcome() + " " + answer.told())
                .toList();
    }
}
