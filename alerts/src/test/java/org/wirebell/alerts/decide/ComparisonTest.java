package org.wirebell.alerts.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebell.alerts.decide.News.asking;
import static org.wirebell.alerts.decide.News.change;
import static org.wirebell.alerts.decide.News.item;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wirebell.model.Priority;
import org.wirebell.model.Update.Kind;

class ComparisonTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private static List<Happening> news() {
        return List.of(
                change(Kind.FIRST, item("a", "1", "Ferry sinks")).value(20).happening(),
                change(Kind.HIGHER, item("b", "1", "Toll 26"))
                        .value(26)
                        .previous(20)
                        .happening(),
                change(Kind.HIGHER, item("c", "1", "Toll 31"))
                        .value(31)
                        .previous(26)
                        .happening());
    }

    @Test
    void nothingDiffersFromItself() {
        assertThat(compare(rule("first, rise 10"), rule("first, rise 10"))).isEmpty();
    }

    @Test
    void aKeenerRuleGainsNoticesAndLosesThoseThatItHasToldBefore() {
        assertThat(compare(rule("first, rise 10"), rule("first, rise 6")))
                .containsExactly(
                        "gained [] page 26 after nothing",
                        "gained [] desk 26 after nothing",
                        "lost [] page nothing after 31",
                        "lost [] desk nothing after 31");
    }

    @Test
    void saysWhatIsToldOtherwise() {
        var louder = Rules.named("toll")
                .figure(asking("first"))
                .to("desk")
                .priority(Priority.FLASH)
                .rule();
        assertThat(compare(rule("first"), louder))
                .containsExactly("changed [priority] page 20 after 20", "changed [priority] desk 20 after 20");
    }

    @Test
    void anotherReceiverIsAnotherNotice() {
        var other = Rules.named("toll").figure(asking("first")).to("phone").rule();
        assertThat(compare(rule("first"), other))
                .containsExactly("gained [] phone 20 after nothing", "lost [] desk nothing after 20");
    }

    @Test
    void countsByRuleAndDay() {
        var comparison = Comparison.of(lines(rule("first, rise 10")), lines(rule("first, rise 6")));
        assertThat(comparison.counts()).isEqualTo(Map.of("toll", Map.of(DAY, Map.of("gained", 2L, "lost", 2L))));
    }

    private static Rule rule(String asked) {
        return Rules.named("toll").figure(asking(asked)).to("desk").rule();
    }

    private static List<String> compare(Rule before, Rule after) {
        return Comparison.of(lines(before), lines(after)).changes().stream()
                .map(change -> change.what().name().toLowerCase(Locale.ROOT) + " " + change.fields() + " "
                        + change.line().receiver() + " "
                        + change.after().map(ComparisonTest::number).orElse("nothing") + " after "
                        + change.before().map(ComparisonTest::number).orElse("nothing"))
                .toList();
    }

    private static String number(Backtest.Line line) {
        return line.after().orElseThrow().toString();
    }

    private static List<Backtest.Line> lines(Rule rule) {
        var lines = new ArrayList<Backtest.Line>();
        Backtest.run(List.of(rule), news().iterator(), lines::add);
        return lines;
    }
}
