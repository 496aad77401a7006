package org.wirebell.alerts.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wirebell.alerts.decide.News.finding;
import static org.wirebell.alerts.decide.News.item;
import static org.wirebell.alerts.decide.News.repeat;
import static org.wirebell.alerts.decide.News.rule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebell.model.Alert;
import org.wirebell.model.Item;
import org.wirebell.model.Json;
import org.wirebell.model.Notice;
import org.wirebell.model.WireSignal;

class ItemRulesTest {
    @Test
    void aStoryIsToldOnceEnoughIndependentOriginsHaveIt() {
        var rule = Rules.named("sinking")
                .query("ferry")
                .corroborated(2)
                .to("console")
                .rule();
        try (var room = new Newsroom(Newsdesk.defaults(), rule)) {
            assertThat(room.hears(told("a", "Ferry sinks", 1))).isEmpty();
            assertThat(room.hears(told("b", "Ferry sinks, a copy of it says", 1)))
                    .isEmpty();
            assertThat(room.hears(told("c", "Boat sinks", 2)))
                    .as("not what is asked for")
                    .isEmpty();
            assertThat(room.hears(told("d", "Ferry goes down", 2))).containsExactly("console: new first");
            assertThat(room.alert().corroborated()).isEqualTo(2);
            assertThat(room.alert().why()).contains("told by 2 independent origins: yes, 2 now");
            assertThat(room.hears(told("e", "Ferry down, a third says", 3)))
                    .as("it was told already")
                    .isEmpty();
            assertThat(room.alert().corroborated()).isEqualTo(3);
        }
    }

    private static Happening told(String id, String headline, int origins) {
        return new Happening.Found(
                finding(item(id, "1", headline)).in("coastwire|a", "", "coastwire", origins, Optional.empty()));
    }

    @Test
    void corroborationStandsWhereItBelongs() {
        assertThatThrownBy(() -> Rules.named("a").query("ferry").corroborated(1).rule())
                .hasMessage("corroborated must be 2 or more, was 1");
        assertThatThrownBy(() -> Rules.named("a")
                        .figure(News.asking("first"))
                        .corroborated(2)
                        .rule())
                .hasMessage("corroborated of rule a belongs under its figure");
    }

    /** Each step is version, signal or dash, headline; the rule asks for "ferry". */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # versions that come                                              | what is said
            1 - Ferry sinks                                                   | new
            1 - Train late                                                    | nothing
            1 - Ferry sinks; 2 UPDATE Ferry sinks, crew saved                 | new, edit
            1 - Ferry sinks; 2 CORRECTION Ferry damaged                       | new, correct
            1 - Ferry sinks; 2 CORRECTION Boat damaged                        | new, correct
            1 - Ferry sinks; 2 KILL No such thing                             | new, withdraw
            1 - Ferry sinks; 2 DELETE Gone                                    | new, withdraw
            1 - Ferry sinks; 2 HOLD Wait; 3 RELEASE Ferry sinks               | new, hold, release
            1 - Ferry sinks; 2 HOLD Wait; 3 HOLD Wait on; 4 - Ferry sinks     | new, hold, release
            1 - Ferry sinks; 2 KILL Gone; 3 - Ferry sinks after all           | new, withdraw, new
            1 - Ferry sinks; 3 KILL Gone; 2 - Ferry sinks again               | new, withdraw, duplicate
            1 KILL Ferry story taken back                                     | withheld
            1 HOLD Ferry story                                                | withheld
            1 - Ferry sinks; 1 - Ferry sinks                                  | new, duplicate
            1 - Ferry sinks; 2 - Something else                               | new
            """)
    void followsTheVersionsOfAnItem(String versions, String expected) {
        try (var desk = new Desk(rule("ferries", "ferry"))) {
            var said = new ArrayList<String>();
            for (var version : versions.split("; ")) {
                var parts = version.split(" ", 3);
                var signals =
                        parts[1].equals("-") ? new WireSignal[0] : new WireSignal[] {WireSignal.valueOf(parts[1])};
                var heard = desk.hears(new Happening.Found(finding(item("a", parts[0], parts[2], signals))));
                heard.stream()
                        .map(ItemRulesTest::show)
                        .filter(word -> !word.equals("not_asked"))
                        .forEach(said::add);
            }
            assertThat(said.isEmpty() ? "nothing" : String.join(", ", said)).isEqualTo(expected);
        }
    }

    private static String show(Decision decision) {
        var words = Desk.show(decision).split(" ");
        return words[0].equals("-") ? words[1].replace("minor", "edit") : words[0];
    }

    @Test
    void repeatsOfOtherOutletsBelongToTheOriginal() {
        try (var desk = new Desk(rule("ferries", "ferry"))) {
            assertThat(desk.says(new Happening.Found(finding(item("a", "1", "Ferry sinks")))))
                    .startsWith("new first Ferry sinks");
            assertThat(desk.says(new Happening.Found(repeat(item("b", "1", "Ferry sinks"), "a"))))
                    .isEqualTo("- duplicate");
        }
    }

    @Test
    void aRepeatRingsWhereTheOriginalWasNotAskedFor() {
        try (var desk = new Desk(rule("ferries", "ferry AND headline:copy"))) {
            assertThat(desk.says(new Happening.Found(finding(item("a", "1", "Ferry sinks")))))
                    .isEqualTo("-");
            assertThat(desk.says(new Happening.Found(repeat(item("b", "1", "Ferry sinks copy"), "a"))))
                    .startsWith("new");
            var kill = item("b", "2", "Kill", WireSignal.KILL);
            assertThat(desk.says(new Happening.Found(repeat(kill, "a")))).startsWith("withdraw");
        }
    }

    @Test
    void oldAndBackfilledItemsRingNoBell() {
        try (var desk = new Desk(rule("ferries", "ferry"))) {
            var old = item("a", "1", "Ferry sinks", Duration.ofHours(4), false);
            var first = item("b", "1", "Ferry sinks too", Duration.ofMinutes(1), true);
            assertThat(desk.says(new Happening.Found(finding(old)))).isEqualTo("- stale");
            assertThat(desk.says(new Happening.Found(finding(first)))).isEqualTo("- cold_start");
            var kill = item("b", "2", "Kill", WireSignal.KILL);
            assertThat(desk.says(new Happening.Found(finding(kill)))).isEqualTo("- not_asked");
            assertThat(desk.notices).isEmpty();
        }
    }

    @Test
    void everyMatchingRuleRings() {
        try (var desk = new Desk(rule("ferries", "ferry"), rule("trains", "train"))) {
            assertThat(desk.hears(new Happening.Found(finding(item("a", "1", "Ferry meets train")))))
                    .hasSize(2);
        }
    }

    @Test
    void theAlertCarriesItsEvidence() {
        try (var desk = new Desk(rule("ferries", "ferry"))) {
            desk.hears(new Happening.Found(finding(item("a", "1", "Ferry sinks"))));
            var notice = desk.notices.getLast();
            assertThat(notice.receiver()).isEqualTo("desk");
            assertThat(notice.kind()).isEqualTo(Notice.Kind.NEW);
            assertThat(notice.expires()).isEqualTo(notice.planned().plus(Duration.ofHours(6)));
            assertThat(notice.alert().state()).isEqualTo(Alert.State.OPEN);
            assertThat(notice.alert().causeItem()).isEqualTo("coastwire|a#1");
            assertThat(notice.alert().evidence().sentence()).isEqualTo("Ferry sinks");
            assertThat(notice.alert().series()).isEqualTo(Optional.empty());
            assertThat(notice.alert().why())
                    .containsExactly("query ferry: yes, text: ferry", "rule ferries names page, desk");
        }
    }

    @Test
    void aReplacementTakesBackWhatItReplaces() {
        var killed = item("k", "1", "Kill", WireSignal.KILL);
        var replacing = Json.read(Json.plain(killed).replaceFirst("\\{", "{\"replaces\":[\"a\"],"), Item.class);
        try (var desk = new Desk(rule("ferries", "ferry"))) {
            desk.hears(new Happening.Found(finding(item("a", "1", "Ferry sinks"))));
            var kinds = desk.hears(new Happening.Found(finding(replacing))).stream()
                    .map(ItemRulesTest::show)
                    .toList();
            assertThat(kinds).isEqualTo(List.of("not_asked", "withdraw"));
            assertThat(desk.notices.getLast().alert().about()).isEqualTo("coastwire|a");
        }
    }
}
