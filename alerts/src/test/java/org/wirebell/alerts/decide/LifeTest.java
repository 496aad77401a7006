package org.wirebell.alerts.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebell.alerts.decide.News.asking;
import static org.wirebell.alerts.decide.News.change;
import static org.wirebell.alerts.decide.News.finding;
import static org.wirebell.alerts.decide.News.item;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wirebell.model.Action.Verb;
import org.wirebell.model.Alert;
import org.wirebell.model.Escalation;
import org.wirebell.model.Item;
import org.wirebell.model.Notice;
import org.wirebell.model.Priority;
import org.wirebell.model.Update.Kind;
import org.wirebell.model.WireSignal;

/** What becomes of an alert: acknowledged, escalated, held, taken back, closed. */
class LifeTest {
    private static final Newsdesk AWAKE = Newsdesk.defaults();

    private final Item told = item("a", "1", "Storm toll");

    private static Rule toll() {
        return Rules.named("toll")
                .figure(asking("first, rise 10, falls, retracted"))
                .priority(Priority.URGENT)
                .to("desk")
                .rule();
    }

    private static Newsdesk watched() {
        var steps = List.of(
                new Newsdesk.Step(Duration.ofMinutes(15), List.of("boss"), Optional.empty(), Optional.empty()),
                new Newsdesk.Step(Duration.ofMinutes(5), List.of("desk", "night"), Optional.empty(), Optional.empty()));
        return new Newsdesk(
                AWAKE.zone(),
                Optional.empty(),
                AWAKE.budget(),
                Optional.empty(),
                steps,
                List.of(),
                50,
                Duration.ofHours(2),
                Duration.ZERO,
                Newsdesk.defaults().whiplash(),
                true);
    }

    private static Happening to(String id, long from, long to) {
        var change = change(from == 0 ? Kind.FIRST : Kind.HIGHER, item(id, "1", "Toll " + to))
                .value(to);
        return (from == 0 ? change : change.previous(from)).happening();
    }

    @Test
    void thoseWhoShowThatItWasSeenHearIt() {
        var rule = Rules.named("toll")
                .figure(asking("first, rise 10"))
                .to("desk", "chat", "pager")
                .rule();
        try (var room = new Newsroom(AWAKE, rule)) {
            room.hears(to("a", 0, 12));
            assertThat(room.does(Verb.ACK, "ruiz"))
                    .containsExactly("chat: ack first 12 (quiet)", "pager: ack first 12 (quiet)");
            assertThat(room.does(Verb.ACK, "lee")).as("ruiz was first").isEmpty();
            assertThat(room.does(Verb.UNACK, "ruiz")).isEmpty();
            room.does(Verb.ACK, "lee");
            assertThat(room.notices.stream()
                            .filter(notice -> notice.kind() == Notice.Kind.ACK)
                            .map(Notice::id))
                    .hasSize(4)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void whatNobodyAcknowledgesGoesToTheNextOnesOnce() {
        try (var room = new Newsroom(watched(), toll())) {
            assertThat(room.hears(to("a", 0, 20))).containsExactly("desk: new first 20");
            assertThat(room.pass(Duration.ofMinutes(6))).containsExactly("night: escalate escalated 20");
            assertThat(room.hears(to("b", 20, 31)))
                    .as("the rule's receivers and nobody twice")
                    .containsExactly("desk: update material_change 31");
            assertThat(room.pass(Duration.ofMinutes(60))).containsExactly("boss: escalate escalated 31");
            assertThat(room.alert().recipients()).containsExactly("page", "desk", "night", "boss");
        }
    }

    @Test
    void clockThatLeapsTellsEachStepOnce() {
        try (var room = new Newsroom(watched(), toll())) {
            room.hears(to("a", 0, 20));
            assertThat(room.leaps(Duration.ofHours(2)))
                    .as("for all we know two hours went by, and nobody acknowledged")
                    .containsExactly("night: escalate escalated 20", "boss: escalate escalated 20");
            assertThat(room.leaps(Duration.ofHours(-2))).isEmpty();
            assertThat(room.pass(Duration.ofHours(3)))
                    .as("the clock is right again")
                    .isEmpty();

            assertThat(room.hears(to("b", 20, 31))).containsExactly("desk: update material_change 31");
            assertThat(room.does(Verb.ACK, "ruiz")).isEmpty();
            assertThat(room.leaps(Duration.ofHours(1))).as("acknowledged").isEmpty();
        }
    }

    @Test
    void anAlertOfAClockThatRanAheadIsEscalatedWhenItSaysSoAgain() {
        try (var room = new Newsroom(watched(), toll())) {
            room.leaps(Duration.ofHours(2));
            assertThat(room.hears(to("a", 0, 20))).containsExactly("desk: new first 20");
            assertThat(room.leaps(Duration.ofHours(-2))).isEmpty();
            assertThat(room.pass(Duration.ofMinutes(124))).isEmpty();
            assertThat(room.pass(Duration.ofMinutes(2))).containsExactly("night: escalate escalated 20");
        }
    }

    @Test
    void anAcknowledgementStopsTheStepsButNotAHigherToll() {
        try (var room = new Newsroom(watched(), toll())) {
            room.hears(to("a", 0, 20));
            assertThat(room.does(Verb.ACK, "ruiz")).isEmpty();
            assertThat(room.does(Verb.ACK, "lee")).as("the first one counts").isEmpty();
            assertThat(room.alert().handled().ack().orElseThrow().by()).isEqualTo("ruiz");
            assertThat(room.alert().handled().remarks()).hasSize(2);
            assertThat(room.pass(Duration.ofMinutes(10))).isEmpty();
            assertThat(room.hears(to("b", 20, 31))).containsExactly("desk: update material_change 31");
            assertThat(room.pass(Duration.ofMinutes(5)))
                    .as("the new revision is not acknowledged")
                    .containsExactly("night: escalate escalated 31");
        }
    }

    @Test
    void aForgottenAcknowledgementIsRemindedOfOnce() {
        try (var room = new Newsroom(AWAKE, toll())) {
            room.hears(to("a", 0, 20));
            room.does(Verb.ACK, "ruiz");
            assertThat(room.pass(Duration.ofMinutes(119))).isEmpty();
            assertThat(room.pass(Duration.ofMinutes(2))).containsExactly("desk: remind reminder 20");
            assertThat(room.pass(Duration.ofHours(6))).isEmpty();
        }
    }

    @Test
    void aPersonHoldsAndReleasesAndTakesBack() {
        try (var room = new Newsroom(AWAKE, toll())) {
            room.hears(to("a", 0, 20));
            assertThat(room.does(Verb.HOLD, "ruiz")).containsExactly("desk: hold held 20");
            assertThat(room.alert().state()).isEqualTo(Alert.State.HELD);
            assertThat(room.alert().title()).startsWith("On hold: Killed: 20");
            assertThat(room.does(Verb.RELEASE, "ruiz")).containsExactly("desk: release released 20");
            assertThat(room.does(Verb.WITHDRAW, "ruiz")).containsExactly("desk: withdraw withdrawn 20");
            assertThat(room.alert().revision()).isEqualTo(4);
            assertThat(room.alert().why()).contains("ruiz: as seen");
        }
    }

    @Test
    void assigningAndNotesAreWrittenDown() {
        try (var room = new Newsroom(AWAKE, toll())) {
            room.hears(to("a", 0, 20));
            room.does(Verb.ASSIGN, "ruiz");
            room.does(Verb.NOTE, "lee");
            assertThat(room.alert().handled().assignee()).isEqualTo("lee");
            assertThat(room.alert().handled().remarks())
                    .extracting("note")
                    .containsExactly("to lee as seen", "as seen");
        }
    }

    @Test
    void anAlertOfWhichNothingIsHeardIsClosedAndOpensAgain() {
        var rule = Rules.named("toll")
                .figure(asking("first, rise 10"))
                .to("desk", "pager")
                .rule();
        try (var room = new Newsroom(AWAKE, rule)) {
            room.hears(to("a", 0, 20));
            room.pass(Duration.ofHours(23));
            room.hears(to("b", 20, 31));
            assertThat(room.pass(Duration.ofHours(23))).isEmpty();
            assertThat(room.pass(Duration.ofHours(2))).containsExactly("pager: close material_change 31 (quiet)");
            assertThat(room.alert().state()).isEqualTo(Alert.State.CLOSED);
            assertThat(room.hears(to("c", 31, 52))).containsExactly("desk: new first 52", "pager: new first 52");
            assertThat(room.alert().handled().closed()).isEmpty();
        }
    }

    /** A toll is told, taken back, and told again within minutes: the desk stops telling and asks a person. */
    @Test
    void aTollThatComesAndGoesIsHeldAfterOneAdvisory() {
        try (var room = new Newsroom(AWAKE, toll())) {
            assertThat(room.hears(change(Kind.FIRST, told).value(1_800).happening()))
                    .containsExactly("desk: new first 1800");
            room.pass(Duration.ofHours(2));
            var push = item("b", "1", "Storm toll up");
            assertThat(room.hears(change(Kind.HIGHER, push)
                            .value(4_460)
                            .previous(1_800)
                            .happening()))
                    .containsExactly("desk: update material_change 4460");
            room.pass(Duration.ofMinutes(8));
            var correction = item("b", "2", "CORRECTED storm toll", WireSignal.CORRECTION);
            assertThat(room.hears(change(Kind.RETRACTED, correction)
                            .previous(4_460)
                            .value(1_800)
                            .happening()))
                    .containsExactly("desk: correct corrected 1800");
            room.pass(Duration.ofMinutes(6));
            var again = item("c", "1", "Storm toll stands after all");
            assertThat(room.hears(change(Kind.HIGHER, again)
                            .value(4_460)
                            .previous(1_800)
                            .happening()))
                    .containsExactly("desk: hold held 4460");
            assertThat(room.alert().title()).startsWith("Conflicting figures");
            var more = item("d", "1", "Storm toll higher still");
            assertThat(room.hears(change(Kind.HIGHER, more)
                            .value(4_500)
                            .previous(4_460)
                            .happening()))
                    .as("no third push")
                    .isEmpty();
            assertThat(room.notices.getLast().silence()).isEqualTo("whiplash");
            assertThat(room.does(Verb.RELEASE, "ruiz")).containsExactly("desk: release released 4460");
            var later = item("e", "1", "Storm toll");
            assertThat(room.hears(change(Kind.HIGHER, later)
                            .value(4_900)
                            .previous(4_500)
                            .happening()))
                    .containsExactly("desk: update material_change 4900");
        }
    }

    @Test
    void aStoryMakesOneAlertThatRingsAgainWhenItRises() {
        var rule = Rules.named("fire").query("fire").perStory().to("desk").rule();
        try (var room = new Newsroom(AWAKE, rule)) {
            assertThat(room.hears(story("a", "Fire across the border", 0))).containsExactly("desk: new first");
            assertThat(room.hears(story("b", "More fire across the border", 0))).isEmpty();
            assertThat(room.hears(story("c", "Fire and strikes across the border", 2)))
                    .containsExactly("desk: update material_change");
            assertThat(room.alert().about()).isEqualTo("coastwire|a");
            assertThat(room.alert().revision()).isEqualTo(3);
        }
    }

    @Test
    void alertsOfStoriesThatWereOneBecomeOne() {
        var rule = Rules.named("fire").query("fire").perStory().to("desk").rule();
        try (var room = new Newsroom(AWAKE, rule)) {
            room.hears(story("coastwire|z", "z", "Fire at the border", 0));
            assertThat(room.merges("coastwire|z", "coastwire|a"))
                    .as("nothing new was said")
                    .isEmpty();
            assertThat(room.alert().state()).isEqualTo(Alert.State.CLOSED);
            assertThat(room.alert().handled().into()).isEqualTo(Decider.alertId(Rule.DESK, "fire", "coastwire|a"));
            assertThat(room.hears(story("coastwire|a", "a", "Fire at the border, too", 0)))
                    .as("it goes on as the alert of the whole story")
                    .isEmpty();
            assertThat(room.alert().about()).isEqualTo("coastwire|a");
            assertThat(room.alert().revision()).isEqualTo(2);
            var kill = finding(item("z", "2", "Kill", WireSignal.KILL)).in("coastwire|a", "", "", 1, Optional.empty());
            assertThat(room.hears(new Happening.Found(kill)))
                    .as("those who were told of the part hear that it is taken back")
                    .containsExactly("desk: withdraw withdrawn");
        }
    }

    private static Happening story(String id, String headline, int rise) {
        return story("coastwire|a", id, headline, rise);
    }

    private static Happening story(String story, String id, String headline, int rise) {
        var finding = finding(item(id, "1", headline))
                .in(story, "", "coastwire", 1, Optional.of(new Escalation(3, rise, List.of())));
        return new Happening.Found(finding);
    }

    @Test
    void anotherClaimantAndASecondOriginRingWhereAsked() {
        var rule = Rules.named("toll")
                .figure(asking("new-claimant, corroborated 2"))
                .to("desk")
                .rule();
        try (var room = new Newsroom(AWAKE, rule)) {
            assertThat(room.hears(to("a", 0, 20))).isEmpty();
            var same = change(Kind.CONFIRMED, item("b", "1", "Toll")).value(20).happening();
            assertThat(room.hears(same)).isEmpty();
            var other = change(Kind.CONFIRMED, item("c", "1", "Toll"))
                    .value(20)
                    .claimant("the coast guard")
                    .corroborated(2)
                    .happening();
            assertThat(room.hears(other)).containsExactly("desk: new first 20");
            var third = change(Kind.CONFIRMED, item("d", "1", "Toll"))
                    .value(20)
                    .claimant("a hospital")
                    .corroborated(2)
                    .happening();
            assertThat(room.hears(third)).containsExactly("desk: update new_claimant 20");
            var known = change(Kind.CONFIRMED, item("e", "1", "Toll"))
                    .value(20)
                    .claimant("the coast guard")
                    .corroborated(2)
                    .happening();
            assertThat(room.hears(known)).isEmpty();
        }
    }

    @Test
    void presetsHaveTheNamesThatEditorsUseAndAllRing() {
        assertThat(Presets.all()).hasSizeGreaterThan(12);
        Presets.all().forEach((name, preset) -> {
            var rule = Rules.named("r").preset(name).rule().resolved();
            assertThat(rule.title()).isEqualTo(preset.title());
            assertThat(rule.figure()
                            .map(FigureCondition::rings)
                            .orElse(rule.query().isPresent()))
                    .as(name)
                    .isTrue();
        });
        var rule = Rules.named("toll").preset("new-toll").to("desk").rule();
        try (var room = new Newsroom(AWAKE, rule)) {
            assertThat(room.hears(to("a", 0, 20))).containsExactly("desk: new first 20");
        }
    }
}
