package org.wirebell.alerts.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebell.alerts.decide.News.asking;
import static org.wirebell.alerts.decide.News.change;
import static org.wirebell.alerts.decide.News.item;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wirebell.model.Action.Verb;
import org.wirebell.model.Json;
import org.wirebell.model.Notice;
import org.wirebell.model.RuleVersion;
import org.wirebell.model.Update.Kind;

/** Which rule spoke, in which version, and how it was worded then. */
class RuleVersionTest {
    private static final Rule TEN =
            Rules.named("toll").figure(asking("first, rise 10")).to("desk").rule();
    private static final Rule TWENTY =
            Rules.named("toll").figure(asking("first, rise 20")).to("desk").rule();
    private static final Happening FIRST =
            change(Kind.FIRST, item("a", "1", "Toll 12")).value(12).happening();
    private static final Happening HIGHER = change(Kind.HIGHER, item("b", "1", "Toll 40"))
            .value(40)
            .previous(12)
            .happening();

    @Test
    void aNoticeKeepsTheRuleAsItWas() {
        try (var room = new Newsroom(Newsdesk.defaults(), TEN)) {
            room.hears(FIRST);
            var first = version(room.notices.getLast());
            assertThat(Json.read(first.text(), Rule.class)).isEqualTo(TEN);
            room.follows(TWENTY);
            assertThat(room.hears(HIGHER)).containsExactly("desk: update material_change 40");
            var second = version(room.notices.getLast());
            assertThat(Json.read(second.text(), Rule.class)).isEqualTo(TWENTY);
            assertThat(second.version()).isNotEqualTo(first.version());
            assertThat(room.alert().ruleVersion()).contains(second);
            room.follows(TEN);
            room.does(Verb.HOLD, "ruiz");
            assertThat(version(room.notices.getLast())).isEqualTo(second);
        }
    }

    @Test
    void aRuleThatWasWrittenIsGivenInItsOwnWords() {
        var written = new RuleVersion("7", "id: toll # as agreed on Monday");
        try (var orders = new Orders(
                new RuleBook(List.of(TEN), List.of(), Map.of("toll", written)),
                Map.of(),
                Silences.none(),
                Set.of(),
                Set.of(),
                Set.of())) {
            var planner = new Planner(Memory.inMemory());
            var question = orders.rules().ask(FIRST).getFirst();
            var planned = planner.answer(orders, question, News.T0, News.T0);
            assertThat(planned.notices())
                    .isNotEmpty()
                    .allSatisfy(it -> assertThat(version(it)).isEqualTo(written));
            assertThat(planned.alerts().getFirst().ruleVersion()).contains(written);
        }
    }

    private static RuleVersion version(Notice notice) {
        return notice.alert().ruleVersion().orElseThrow();
    }
}
