package org.wirebell.alerts.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebell.alerts.decide.News.T0;
import static org.wirebell.alerts.decide.News.asking;
import static org.wirebell.alerts.decide.News.change;
import static org.wirebell.alerts.decide.News.finding;
import static org.wirebell.alerts.decide.News.item;
import static org.wirebell.alerts.decide.News.rule;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wirebell.model.Item;
import org.wirebell.model.Json;
import org.wirebell.model.Update.Kind;

class TrialTest {
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void countsTheLastDayAndTheLastWeek() {
        var trial = trial(rule("ferries", "ferry"), found("long ago", 9), found("a", 5), found("b", 2), found("c", 0));
        assertThat(trial.day()).isEqualTo(1);
        assertThat(trial.week()).isEqualTo(3);
        assertThat(trial.examples().stream().map(Trial.Example::title))
                .containsExactly("Ferry a is late", "Ferry b is late", "Ferry c is late");
        assertThat(trial.examples().getFirst().why()).contains("query ferry: yes, text: ferry");
    }

    @Test
    void leavesOutWhatCameLater() {
        assertThat(trial(rule("ferries", "ferry"), found("tomorrow", -1)).week())
                .isZero();
    }

    @Test
    void remembersWhatWasToldBeforeTheWeek() {
        var before = change(Kind.FIRST, at(item("a", "1", "Ferry sinks"), 8))
                .value(100)
                .happening();
        var little = change(Kind.HIGHER, at(item("b", "1", "Ferry: one more"), 3))
                .value(101)
                .previous(100);
        var trial = trial(rule(asking("first, rise 10")), little.happening(), before);
        assertThat(trial.week()).isZero();
        assertThat(trial.suppressed()).isEqualTo(Map.of("not_asked", 1L));
    }

    @Test
    void showsTheFirstFewOnly() {
        var many = IntStream.range(0, 9).mapToObj(i -> found("n" + i, 0)).toArray(Happening[]::new);
        var trial = trial(rule("ferries", "ferry"), many);
        assertThat(trial.day()).isEqualTo(9);
        assertThat(trial.examples()).hasSize(5);
    }

    @Test
    void aDryRunIsCountedAsIfItWereNone() {
        assertThat(trial(rule("ferries", "ferry").at("", true), found("a", 0)).day())
                .isEqualTo(1);
    }

    private static Trial trial(Rule rule, Happening... recorded) {
        try (var orders = Orders.of(new RuleBook(List.of(rule)))) {
            return Trial.of(orders, List.of(recorded), T0).getFirst();
        }
    }

    private static Happening found(String id, int daysAgo) {
        return new Happening.Found(finding(at(item(id, "1", "Ferry " + id + " is late"), daysAgo)));
    }

    private static Item at(Item item, int daysAgo) {
        var fields = Json.map(Json.plain(item));
        fields.put("published", T0.minus(DAY.multipliedBy(daysAgo)).toString());
        fields.put("received", T0.minus(DAY.multipliedBy(daysAgo)).toString());
        return Json.read(Json.plain(fields), Item.class);
    }
}
