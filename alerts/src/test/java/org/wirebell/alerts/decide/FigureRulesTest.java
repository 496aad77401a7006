package org.wirebell.alerts.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wirebell.alerts.decide.News.asking;
import static org.wirebell.alerts.decide.News.change;
import static org.wirebell.alerts.decide.News.item;
import static org.wirebell.alerts.decide.News.rule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebell.model.Alert;
import org.wirebell.model.Figure;
import org.wirebell.model.Update.Kind;

class FigureRulesTest {
    /** Each step is the kind of change and its number; shown are the steps that rang, as "number (was told before)". */
    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # asked                  | what happens                                       | what rings
            first                    | first 3, higher 5, higher 90                       | 3
            first, at-least 10       | first 3, higher 12, higher 90                      | 12 (3)
            first, at-least 10       | first 12, higher 13                                | 12
            first                    | higher 90                                          | none
            first                    | first 3, reset 1                                   | 3, 1 (3)
            new-high                 | first 3, higher 5, confirmed 5, crossed 5          | 5 (3)
            first, new-high          | first 3, higher 5, higher 6                        | 3, 5 (3), 6 (5)
            # from the number told last, not from the last that came by
            first, rise 10           | first 20, higher 25, higher 29, higher 31          | 20, 31 (20)
            first, rise 10           | first 20, higher 30, higher 39, higher 40          | 20, 30 (20), 40 (30)
            rise 10                  | first 20, higher 25, higher 30                     | 30 (20)
            rise 10                  | first 20                                           | none
            percent 20               | first 100, higher 110, higher 119, higher 120      | 120 (100)
            percent 50               | first 0, higher 1                                  | 1 (0)
            crosses 1000             | first 990, higher 999, higher 1000, higher 1200    | 1000 (990)
            crosses 1000             | first 1200, higher 1300                            | 1200
            every 100                | first 90, higher 105, higher 150, higher 199, higher 201, higher 405 | 105 (90), 201 (105), 405 (201)
            every 100                | first 20, higher 99                                | none
            falls                    | first 20, lower 12                                 | 12 (20)
            conflict                 | first 20, confirmed 20, conflict 46                | 46
            retracted                | first 20, retracted 0                              | 0 (20)
            at-least 5, rise 1       | first 2, higher 4, higher 6                        | 6 (4)
            first, rise 10           | first 20, held 900, higher 21                      | 20
            first, rise 10           | first 20, confirmed 500                            | 20
            # a revision down is never hidden from those who were told
            first                    | first 20, lower 12, higher 15, lower 14            | 20, 12 (20)
            first, rise 5            | first 20, higher 22, lower 21, lower 19            | 20, 19 (20)
            first, rise 5            | first 20, lower 12, higher 17                      | 20, 12 (20), 17 (12)
            """)
    void ringsForWhatIsAsked(String asked, String happens, String rings) {
        try (var desk = new Desk(rule(asking(asked)))) {
            var rang = new ArrayList<String>();
            long last = 0;
            int n = 0;
            for (var step : happens.split(", ")) {
                var parts = step.split(" ");
                var kind = Kind.valueOf(parts[0].toUpperCase(Locale.ROOT));
                long number = Long.parseLong(parts[1]);
                var change = change(kind, item("item-" + n++, "1", "Toll report"));
                change = number == 0 && kind == Kind.RETRACTED ? change : change.value(number);
                change = kind == Kind.FIRST ? change : change.previous(kind == Kind.RESET ? 0 : last);
                if (kind != Kind.CONFIRMED && kind != Kind.CONFLICT && kind != Kind.HELD) {
                    last = number;
                }
                for (var decision : desk.hears(change.happening())) {
                    if (decision instanceof Decision.Speak speak) {
                        rang.add(show(speak.alert()));
                    }
                }
            }
            assertThat(rang.isEmpty() ? "none" : String.join(", ", rang)).isEqualTo(rings);
        }
    }

    private static String show(Alert alert) {
        return alert.after().flatMap(Numbers::of).orElse(0L)
                + alert.before().flatMap(Numbers::of).map(n -> " (" + n + ")").orElse("");
    }

    @Test
    void saysItInOneNeutralLine() {
        try (var desk = new Desk(rule(asking("first, rise 5, conflict")))) {
            var first = item("a", "1", "Ferry sinks");
            assertThat(desk.says(change(Kind.FIRST, first).value(20).happening()))
                    .isEqualTo("new first Killed: 20 — says the harbour office — Port Adel");
            assertThat(desk.says(change(Kind.HIGHER, item("b", "1", "Toll rises"))
                            .value(1_031)
                            .previous(20)
                            .bound(Figure.Bound.AT_LEAST)
                            .happening()))
                    .isEqualTo(
                            "update material_change Killed: at least 1,031 (was 20) — says the harbour office — Port Adel");
            assertThat(desk.says(change(Kind.CONFLICT, item("c", "1", "Other side"))
                            .value(7)
                            .claimant("the ferry company")
                            .against(News.claim(1_031, "the harbour office"))
                            .happening()))
                    .isEqualTo(
                            "update conflict Disputed: killed 7 says the ferry company, 1,031 says the harbour office"
                                    + " — Port Adel");
            assertThat(desk.says(change(Kind.FIRST, item("d", "1", "Children"))
                            .value(3)
                            .population("children")
                            .claimant("")
                            .happening()))
                    .isEqualTo("new first Killed, children: 3 — reported by coastwire — Port Adel");
        }
    }

    @Test
    void explainsEachCondition() {
        try (var desk = new Desk(rule(asking("first, rise 10, at-least 5")))) {
            desk.hears(
                    change(Kind.FIRST, item("a", "1", "Ferry sinks")).value(20).happening());
            var rang = desk.hears(change(Kind.HIGHER, item("b", "1", "Toll"))
                    .value(31)
                    .previous(20)
                    .happening());
            assertThat(rang.getFirst().shown().orElseThrow().why())
                    .containsExactly(
                            "series: yes, killed|all|xa/port-adel|ferry||incident",
                            "at least 5: yes, 31",
                            "first figure: no, higher",
                            "rises by at least 10: yes, from 20 to 31",
                            "rule toll names page, desk");
            var silent = desk.hears(change(Kind.HIGHER, item("c", "1", "Toll"))
                    .value(33)
                    .previous(31)
                    .happening());
            assertThat(((Decision.Silent) silent.getFirst()).saw()).contains("rises by at least 10: no, from 31 to 33");
        }
    }

    @Test
    void shortStepsAreShownThoughNotTold() {
        try (var desk = new Desk(rule(asking("first, rise 10")))) {
            desk.hears(change(Kind.FIRST, item("a", "1", "x")).value(20).happening());
            var edit = desk.hears(change(Kind.HIGHER, item("b", "1", "x"))
                            .value(25)
                            .previous(20)
                            .happening())
                    .getFirst();
            assertThat(edit.notices()).isEmpty();
            var shown = edit.shown().orElseThrow();
            assertThat(shown.reason()).isEqualTo(Alert.Reason.MINOR_CHANGE);
            assertThat(shown.revision()).isEqualTo(2);
            assertThat(shown.recipients()).containsExactly("page", "desk");
        }
    }

    @Test
    void oldAndBackfilledNewsFillsStateAndRingsNoBell() {
        try (var desk = new Desk(rule(asking("first, rise 10")))) {
            var backfilled = item("a", "1", "x", Duration.ofMinutes(1), true);
            assertThat(desk.says(change(Kind.FIRST, backfilled).value(20).happening()))
                    .isEqualTo("- cold_start");
            var old = item("b", "1", "x", Duration.ofHours(4), false);
            assertThat(desk.says(change(Kind.HIGHER, old).value(40).previous(20).happening()))
                    .isEqualTo("- stale");
            assertThat(desk.says(change(Kind.HIGHER, item("c", "1", "x"))
                            .value(45)
                            .previous(40)
                            .happening()))
                    .isEqualTo("- not_asked");
            assertThat(desk.says(change(Kind.HIGHER, item("d", "1", "x"))
                            .value(50)
                            .previous(45)
                            .happening()))
                    .startsWith("new first Killed: 50 (was 40)");
        }
    }

    @Test
    void aFigureNeverRingsWithoutItsSentence() {
        try (var desk = new Desk(rule(asking("first")))) {
            assertThat(desk.says(change(Kind.FIRST, item("a", "1", "x"))
                            .value(20)
                            .noSentence()
                            .happening()))
                    .isEqualTo("- no_evidence");
        }
    }

    @Test
    void theSameChangeAgainChangesNothing() {
        try (var desk = new Desk(rule(asking("first")))) {
            var change = change(Kind.FIRST, item("a", "1", "x")).value(20).happening();
            assertThat(desk.says(change)).startsWith("new first");
            assertThat(desk.says(change)).isEqualTo("- duplicate");
        }
    }

    @Test
    void looksAtItsOwnSeriesAndPlacesOnly() {
        var d = asking("first");
        var children = new FigureCondition(
                List.of(Figure.Category.KILLED),
                List.of("children"),
                Optional.of(Figure.Scope.INCIDENT),
                d.claimants(),
                d.atLeast(),
                true,
                false,
                d.riseBy(),
                d.risePercent(),
                d.crosses(),
                d.every(),
                false,
                false,
                false,
                d.corroborated(),
                false);
        var elsewhere = new Rule(
                "elsewhere",
                Optional.empty(),
                Optional.empty(),
                Optional.of(d),
                Optional.empty(),
                List.of(),
                List.of("xb"),
                Optional.empty(),
                Optional.empty());
        var here = new Rule(
                "here",
                Optional.empty(),
                Optional.of("ferry"),
                Optional.of(d),
                Optional.empty(),
                List.of(),
                List.of("xb", "XA"),
                Optional.empty(),
                Optional.empty());
        try (var desk = new Desk(rule(children), elsewhere, here)) {
            var all = change(Kind.FIRST, item("a", "1", "Ferry sinks")).value(20);
            assertThat(desk.says(all.happening())).startsWith("new first").doesNotContain(";");
            assertThat(desk.notices).extracting(n -> n.alert().rule()).containsOnly("here");
            assertThat(desk.notices.getFirst().alert().why())
                    .contains("query ferry: yes, text: ferry", "place xb or XA: yes, xa/port-adel, Port Adel, xa");
            desk.says(change(Kind.FIRST, item("a", "1", "Train"))
                    .value(2)
                    .population("children")
                    .happening());
            assertThat(desk.notices.stream().map(n -> n.alert().rule()).collect(Collectors.toSet()))
                    .containsExactlyInAnyOrder("here", "toll");
        }
    }

    @Test
    void refusesRulesThatCanNeverRing() {
        assertThatThrownBy(() -> rule(FigureCondition.defaults()))
                .hasMessageContaining("must ask for at least one of first, new-high, rise-by");
        assertThatThrownBy(() -> asking("rise 0")).hasMessage("rise-by must be above 0, was 0");
        assertThatThrownBy(() -> rule("r", "ferry AND (")).hasMessageContaining("unexpected end at position 12");
        assertThatThrownBy(() -> rule("Not An Id", "ferry")).hasMessageContaining("id must be lower-case letters");
        assertThatThrownBy(() -> new Rule(
                        "r",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty()))
                .hasMessage("rule r needs a preset, a query, a figure or places");
    }
}
