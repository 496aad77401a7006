package org.wirebell.alerts.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebell.alerts.decide.News.asking;
import static org.wirebell.alerts.decide.News.change;
import static org.wirebell.alerts.decide.News.item;
import static org.wirebell.alerts.decide.News.rule;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wirebell.model.Alert;
import org.wirebell.model.Item;
import org.wirebell.model.Notice;
import org.wirebell.model.Update.Kind;
import org.wirebell.model.WireSignal;

/** What was told is taken back, from exactly those who were told. */
class FollowTest {
    private final Item told = item("a", "1", "Ferry toll 31");

    private Desk desk(Rule rule) {
        var desk = new Desk(rule);
        assertThat(desk.says(change(Kind.FIRST, told).value(31).happening())).startsWith("new first");
        return desk;
    }

    @Test
    void aKillWithdraws() {
        try (var desk = desk(rule(asking("first")))) {
            var kill = item("a", "2", "KILL Ferry toll", WireSignal.KILL);
            assertThat(desk.says(change(Kind.RETRACTED, kill).previous(31).happening()))
                    .isEqualTo(
                            "withdraw withdrawn Withdrawn: killed 31 — said the harbour office — Port Adel — no figure stands");
            var last = desk.notices.getLast().alert();
            assertThat(last.state()).isEqualTo(Alert.State.WITHDRAWN);
            assertThat(last.recipients()).containsExactly("page", "desk");
            assertThat(desk.says(change(Kind.FIRST, item("b", "1", "Toll again"))
                            .value(31)
                            .happening()))
                    .startsWith("new first Killed: 31 —");
        }
    }

    @Test
    void aKillTellsWhatStandsNow() {
        try (var desk = desk(rule(asking("first")))) {
            var kill = item("a", "2", "KILL Ferry toll", WireSignal.KILL);
            assertThat(desk.says(
                            change(Kind.RETRACTED, kill).previous(31).value(20).happening()))
                    .endsWith("Port Adel — 20 stands");
            assertThat(desk.notices.getLast().alert().state()).isEqualTo(Alert.State.OPEN);
        }
    }

    @Test
    void aKillUnderAnotherNameFindsWhatItReplaces() {
        try (var desk = desk(rule(asking("first")))) {
            var kill = item("k", "1", "KILL", WireSignal.KILL);
            assertThat(desk.says(
                            change(Kind.RETRACTED, kill).of(told).previous(31).happening()))
                    .startsWith("withdraw withdrawn");
        }
    }

    @Test
    void whatWasNeverToldIsNotTakenBack() {
        try (var desk = desk(rule(asking("first")))) {
            var other = item("z", "2", "KILL something else", WireSignal.KILL);
            assertThat(desk.says(
                            change(Kind.RETRACTED, other).previous(5).value(31).happening()))
                    .startsWith("- ");
        }
    }

    @Test
    void aCorrectionFollowsInBothDirections() {
        try (var desk = desk(rule(asking("first, rise 10")))) {
            var up = item("a", "2", "CORRECTED Ferry toll 33", WireSignal.CORRECTION);
            assertThat(desk.says(change(Kind.HIGHER, up).value(33).previous(31).happening()))
                    .isEqualTo("correct corrected Corrected: killed 33 (was 31) — says the harbour office — Port Adel");
            var down = item("a", "3", "CORRECTED Ferry toll 13", WireSignal.CORRECTION);
            assertThat(desk.says(change(Kind.LOWER, down).value(13).previous(33).happening()))
                    .startsWith("correct corrected Corrected: killed 13 (was 33)");
        }
    }

    @Test
    void aHoldAndItsReleaseFollow() {
        try (var desk = desk(rule(asking("first")))) {
            var hold = item("a", "2", "HOLD", WireSignal.HOLD);
            assertThat(desk.says(change(Kind.RETRACTED, hold).previous(31).happening()))
                    .startsWith("hold held On hold: killed 31");
            assertThat(desk.notices.getLast().alert().state()).isEqualTo(Alert.State.HELD);
            var release = item("a", "3", "Ferry toll 31", WireSignal.RELEASE);
            assertThat(desk.says(change(Kind.FIRST, release).value(31).happening()))
                    .startsWith("release released Released: killed 31");
            assertThat(desk.notices.getLast().alert().state()).isEqualTo(Alert.State.OPEN);
        }
    }

    @Test
    void followsPastAgeAndBackfillAndWhenTheRuleNoLongerMatches() {
        var ferries = new Rule(
                "ferries",
                Optional.empty(),
                Optional.of("ferry"),
                Optional.of(asking("first")),
                Optional.empty(),
                List.of("desk", "mail"),
                List.of(),
                Optional.empty(),
                Optional.empty());
        try (var desk = desk(ferries)) {
            var kill = item("a", "2", "Mandatory notice", Duration.ofHours(20), true, WireSignal.KILL);
            assertThat(desk.says(change(Kind.RETRACTED, kill).previous(31).happening()))
                    .startsWith("withdraw");
            assertThat(desk.notices.subList(3, 6)).extracting(Notice::receiver).containsExactly("page", "desk", "mail");
        }
    }

    @Test
    void goesToThoseWhoWereToldAndToNobodyElse() {
        var before = rule(asking("first"));
        var moved = new Rule(
                before.id(),
                before.name(),
                before.query(),
                before.figure(),
                before.priority(),
                List.of("other-desk"),
                before.places(),
                before.maxAge(),
                before.note());
        var first = change(Kind.FIRST, told).value(31).update();
        var standing = Decider.decide(
                        before,
                        first.series().key(),
                        new Happening.Changed(first),
                        Matched.NO_QUERY,
                        Standing.NONE,
                        News.T0,
                        News.T0)
                .standing();
        var kill = change(Kind.RETRACTED, item("a", "2", "KILL", WireSignal.KILL))
                .previous(31)
                .update();
        var decision = Decider.decide(
                moved, kill.series().key(), new Happening.Changed(kill), Matched.NO, standing, News.T0, News.T0);
        assertThat(decision.notices()).extracting(Notice::receiver).containsExactly("page", "desk");
    }

    /** A suspicious figure that nobody was told of, and that its source takes back: news where a rule asks for it. */
    @Test
    void namesTheFigureThatIsTakenBack() {
        try (var desk = desk(rule(asking("first, retracted")))) {
            var other = item("z", "2", "Correction", WireSignal.CORRECTION);
            assertThat(desk.says(change(Kind.RETRACTED, other)
                            .previous(905)
                            .value(31)
                            .happening()))
                    .isEqualTo(
                            "update withdrawn Withdrawn: killed 905 — said the harbour office — Port Adel — 31 stands");
        }
    }

    /** A person rejected a number that waited: nobody was ever told it. */
    @Test
    void whatWaitedAndWasRejectedIsNoNews() {
        try (var desk = desk(rule(asking("first, retracted")))) {
            assertThat(desk.says(change(Kind.RETRACTED, told).value(31).happening()))
                    .isEqualTo("- not_asked");
        }
    }

    /** The number of another item waited for a person when that item was killed: nobody had been told of it. */
    @Test
    void whatWaitedAndWasKilledIsNoNews() {
        try (var desk = desk(rule(asking("first, retracted")))) {
            var waited = item("b", "2", "KILL Toll 4,000", WireSignal.KILL);
            assertThat(desk.says(change(Kind.RETRACTED, waited)
                            .value(31)
                            .against(News.claim(4_000, "the mayor"))
                            .happening()))
                    .isEqualTo("- not_asked");
        }
    }

    @Test
    void aNumberThatWasToldBeforeItWaitedIsTakenBack() {
        try (var desk = desk(rule(asking("first")))) {
            var rejected = change(Kind.RETRACTED, told).against(News.claim(31, "the harbour office"));
            assertThat(desk.says(rejected.happening())).startsWith("withdraw withdrawn");
        }
        try (var desk = desk(rule(asking("first")))) {
            var kill = change(Kind.RETRACTED, item("a", "3", "KILL Ferry toll 4,000", WireSignal.KILL))
                    .against(News.claim(4_000, "the harbour office"));
            assertThat(desk.says(kill.happening()))
                    .as("its item told 31 before it said 4,000, which waited")
                    .isEqualTo(
                            "withdraw withdrawn Withdrawn: killed 31 — said the harbour office — Port Adel — no figure stands");
        }
    }

    @Test
    void whatAnItemPutInPlaceOfItsNumberAndWaitedIsNoNewsWhenThatStands() {
        try (var desk = desk(rule(asking("first, retracted")))) {
            var rejected = change(Kind.RETRACTED, told).value(31).against(News.claim(4_000, "the harbour office"));
            assertThat(desk.says(rejected.happening())).isEqualTo("- not_asked");
        }
    }

    @Test
    void theEndOfAConflictIsTold() {
        try (var desk = desk(rule(asking("first, conflict")))) {
            var other = item("z", "1", "Other side");
            assertThat(desk.says(change(Kind.CONFLICT, other)
                            .value(7)
                            .claimant("the company")
                            .happening()))
                    .startsWith("update conflict");
            var agreed =
                    change(Kind.RESOLVED, item("y", "1", "Agreed")).value(31).happening();
            assertThat(desk.says(agreed)).startsWith("update material_change Killed: 31 —");
            var again = change(Kind.RESOLVED, item("x", "1", "Agreed again"))
                    .value(31)
                    .happening();
            assertThat(desk.says(again)).isEqualTo("- not_asked");
        }
    }

    @Test
    void aHeldFigureWaitsForAPerson() {
        try (var desk = new Desk(rule(asking("first, new-high")))) {
            assertThat(desk.says(change(Kind.HELD, told).value(4_460).happening()))
                    .isEqualTo("- withheld");
        }
    }

    /** 4,460 told, withdrawn, told again: three notices, none the same. */
    @Test
    void everyStepHasItsOwnNotice() {
        try (var desk = new Desk(rule(asking("first")))) {
            desk.says(change(Kind.FIRST, item("a", "1", "Toll 4,460"))
                    .value(4_460)
                    .happening());
            desk.says(change(Kind.RETRACTED, item("a", "2", "Kill", WireSignal.KILL))
                    .previous(4_460)
                    .happening());
            desk.says(change(Kind.FIRST, item("a", "3", "Toll 4,460"))
                    .value(4_460)
                    .happening());
            assertThat(desk.notices).hasSize(6).extracting(Notice::id).doesNotHaveDuplicates();
            assertThat(desk.notices)
                    .extracting(n -> n.alert().id())
                    .containsOnly(desk.notices.getFirst().alert().id());
        }
    }

    /** A feed that never counts versions, and an item that says two numbers. */
    @Test
    void versionsThatAreNotCountedStillHaveTheirOwnNotices() {
        try (var desk = new Desk(rule(asking("first, rise 5")))) {
            var one = item("a", "", "Toll 20");
            var two = item("a", "", "Toll 30, then 40");
            desk.says(change(Kind.FIRST, one).value(20).happening());
            desk.says(change(Kind.HIGHER, two).value(30).previous(20).happening());
            desk.says(change(Kind.HIGHER, two).value(40).previous(30).happening());
            assertThat(desk.notices).hasSize(6).extracting(Notice::id).doesNotHaveDuplicates();
        }
    }

    @Test
    void aRuleThatIsGoneStillTakesBackAndRingsNoMore() {
        var memory = Memory.inMemory();
        var planner = new Planner(memory);
        var rule = rule(asking("first, rise 1, retracted"));
        try (var orders = Orders.of(new RuleBook(List.of(rule)));
                var later = Orders.of(new RuleBook(List.of(), List.of(rule), Map.of()))) {
            var first = change(Kind.FIRST, told).value(31).happening();
            orders.rules().ask(first).forEach(q -> planner.answer(orders, q, News.T0, News.T0));
            var higher = change(Kind.LOWER, item("b", "1", "Toll"))
                    .value(40)
                    .previous(31)
                    .happening();
            assertThat(later.rules().ask(higher))
                    .isNotEmpty()
                    .allSatisfy(q -> assertThat(
                                    planner.answer(later, q, News.T0, News.T0).notices())
                            .isEmpty());
            var kill = change(Kind.RETRACTED, item("a", "2", "KILL", WireSignal.KILL))
                    .previous(40)
                    .happening();
            assertThat(later.rules().ask(kill))
                    .flatExtracting(
                            q -> planner.answer(later, q, News.T0, News.T0).notices())
                    .extracting("receiver")
                    .containsExactly("page", "desk");
        }
    }
}
