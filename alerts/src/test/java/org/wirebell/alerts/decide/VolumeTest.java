package org.wirebell.alerts.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebell.alerts.decide.News.asking;
import static org.wirebell.alerts.decide.News.change;
import static org.wirebell.alerts.decide.News.finding;
import static org.wirebell.alerts.decide.News.item;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wirebell.model.Action;
import org.wirebell.model.Notice;
import org.wirebell.model.Priority;
import org.wirebell.model.Silence;
import org.wirebell.model.Update.Kind;
import org.wirebell.model.WireSignal;

/** Who hears what when: silences, quiet hours, budgets, storms, grouping, digests, and what breaks through them. */
class VolumeTest {
    private static final Newsdesk AWAKE = Newsdesk.defaults();

    private static Rule toll(Priority priority) {
        return Rules.named("toll")
                .figure(asking("first, rise 10, falls, retracted"))
                .priority(priority)
                .to("desk")
                .rule();
    }

    private static Happening rises(String id, long from, long to) {
        var change = change(from == 0 ? Kind.FIRST : Kind.HIGHER, item(id, "1", "Toll " + to))
                .value(to);
        return (from == 0 ? change : change.previous(from)).happening();
    }

    @Test
    void aSilenceMutesUntilItEndsAndSaysSo() {
        var silence = new Silence(
                "s1",
                "",
                List.of("toll"),
                List.of("Port Adel"),
                Optional.empty(),
                Optional.empty(),
                "ruiz",
                "exercise",
                News.T0,
                News.T0.plus(Duration.ofHours(1)),
                Map.of());
        try (var room = new Newsroom(AWAKE, toll(Priority.URGENT)).silence(silence)) {
            assertThat(room.hears(rises("a", 0, 20))).containsExactly("desk: new first 20 [silenced]");
            assertThat(room.notices.getLast().silence()).contains("exercise", "ruiz");
            assertThat(room.alert().recipients()).containsExactly("page");
            room.pass(Duration.ofHours(1));
            assertThat(room.hears(rises("b", 20, 31)))
                    .as("who was never told hears of something new")
                    .containsExactly("desk: new material_change 31");
            assertThat(room.alert().recipients()).containsExactly("page", "desk");
        }
    }

    @Test
    void whatIsTakenBackGoesPastSilencesToThoseWhoWereTold() {
        var silence = new Silence(
                "s1",
                "",
                List.of(),
                List.of(),
                Optional.of("toll"),
                Optional.empty(),
                "ruiz",
                "enough",
                News.T0.plusSeconds(1),
                News.T0.plus(Duration.ofHours(1)),
                Map.of());
        try (var room = new Newsroom(AWAKE, toll(Priority.URGENT)).silence(silence)) {
            assertThat(room.hears(rises("a", 0, 20))).containsExactly("desk: new first 20");
            room.pass(Duration.ofMinutes(1));
            var kill = item("a", "2", "KILL toll", WireSignal.KILL);
            assertThat(room.hears(change(Kind.RETRACTED, kill).previous(20).happening()))
                    .containsExactly("desk: withdraw withdrawn");
        }
    }

    @Test
    void quietHoursCollapseToTheLatestAndSaySinceWhen() {
        var quiet = new Newsdesk.Quiet(LocalTime.of(23, 0), LocalTime.of(8, 30), List.of(), Priority.FLASH);
        try (var room = new Newsroom(sleeping(quiet, ZoneId.of("Europe/Paris")), toll(Priority.URGENT))) {
            assertThat(room.hears(rises("a", 0, 20))).as("07:00 in Paris").isEmpty();
            assertThat(room.hears(rises("b", 20, 31))).isEmpty();
            assertThat(room.at("2026-03-01T07:29:59Z")).isEmpty();
            assertThat(room.at("2026-03-01T07:30:00Z")).containsExactly("desk: new material_change 31");
            assertThat(room.notices.getLast().alert().why()).anyMatch(why -> why.contains("since " + News.T0));
            assertThat(room.alert().recipients()).contains("desk");
        }
    }

    @Test
    void aFlashBreaksIntoQuietHours() {
        var quiet = new Newsdesk.Quiet(LocalTime.of(23, 0), LocalTime.of(8, 0), List.of(), Priority.FLASH);
        try (var room = new Newsroom(sleeping(quiet, ZoneId.of("UTC")), toll(Priority.FLASH))) {
            assertThat(room.hears(rises("a", 0, 20))).containsExactly("desk: new first 20");
        }
    }

    @Test
    void whatIsTakenBackInTheNightIsNeverTold() {
        var quiet = new Newsdesk.Quiet(LocalTime.of(23, 0), LocalTime.of(8, 0), List.of(), Priority.FLASH);
        try (var room = new Newsroom(sleeping(quiet, ZoneId.of("UTC")), toll(Priority.URGENT))) {
            room.hears(rises("a", 0, 20));
            var kill = item("a", "2", "KILL toll", WireSignal.KILL);
            assertThat(room.hears(change(Kind.RETRACTED, kill).previous(20).happening()))
                    .containsExactly("desk: new first 20 [withdrawn]");
            assertThat(room.at("2026-03-01T12:00:00Z")).isEmpty();
        }
    }

    @Test
    void quietHoursKeepTheirLengthWhenTheClockChanges() {
        var quiet = new Newsdesk.Quiet(LocalTime.of(23, 0), LocalTime.of(7, 0), List.of(), Priority.FLASH);
        var desk = sleeping(quiet, ZoneId.of("Europe/Paris"));
        assertThat(desk.quietUntil(Instant.parse("2026-03-28T23:30:00Z"), Priority.URGENT))
                .as("summer time begins in this night: seven is two hours before UTC's nine")
                .contains(Instant.parse("2026-03-29T05:00:00Z"));
        assertThat(desk.quietUntil(Instant.parse("2026-10-24T22:30:00Z"), Priority.URGENT))
                .contains(Instant.parse("2026-10-25T06:00:00Z"));
        assertThat(desk.quietUntil(Instant.parse("2026-10-25T06:00:00Z"), Priority.URGENT))
                .isEmpty();
    }

    @Test
    void overTheBudgetSeveralBecomeOne() {
        var rule = Rules.named("ferries")
                .query("ferry")
                .priority(Priority.URGENT)
                .to("desk")
                .rule();
        try (var room = new Newsroom(AWAKE, rule)) {
            for (var id : List.of("a", "b", "c")) {
                assertThat(room.hears(found(id))).containsExactly("desk: new first");
            }
            assertThat(room.hears(found("d"))).isEmpty();
            assertThat(room.hears(found("e"))).isEmpty();
            assertThat(room.pass(Duration.ofMinutes(9))).isEmpty();
            assertThat(room.pass(Duration.ofMinutes(2))).containsExactly("desk: digest digest of 2 (quiet)");
            assertThat(room.notices.getLast().entries()).allSatisfy(entry -> {
                assertThat(entry.sentence()).isNotBlank();
                assertThat(entry.silence()).isEqualTo("over_budget");
            });
        }
    }

    @Test
    void aFlashNeedsNoBudgetAndACooldownOfTheLoudBlocksNothingLouder() {
        var rule = Rules.named("toll")
                .figure(asking("first, rise 10"))
                .priority(Priority.URGENT)
                .louder(100, Priority.FLASH)
                .cooldown(Duration.ofHours(1))
                .to("desk")
                .rule();
        try (var room = new Newsroom(AWAKE, rule)) {
            assertThat(room.hears(rises("a", 0, 20))).containsExactly("desk: new first 20");
            assertThat(room.hears(rises("b", 20, 40))).containsExactly("desk: update material_change 40 [cooldown]");
            assertThat(room.hears(rises("c", 40, 120))).containsExactly("desk: update material_change 120");
            assertThat(room.alert().priority()).isEqualTo(Priority.FLASH);
        }
    }

    @Test
    void whereAChannelCanEditACooldownEditsInPlace() {
        var rule = Rules.named("toll")
                .figure(asking("first, rise 10"))
                .cooldown(Duration.ofHours(1))
                .to("chat")
                .rule();
        try (var room = new Newsroom(AWAKE, rule)) {
            room.hears(rises("a", 0, 20));
            assertThat(room.hears(rises("b", 20, 40))).containsExactly("chat: update material_change 40 (quiet)");
            assertThat(room.hears(rises("c", 40, 45)))
                    .as("too small for the rule: edited without a sound")
                    .containsExactly("chat: update minor_change 45 (quiet)");
        }
    }

    @Test
    void inAStormOnlyFlashesPassAndOperatorsHearOfItOnce() {
        var desk = new Newsdesk(
                AWAKE.zone(),
                Optional.empty(),
                new Newsdesk.Budget(1_000, 1_000),
                Optional.empty(),
                List.of(),
                List.of("ops"),
                5,
                AWAKE.ackFor(),
                AWAKE.groupWait(),
                Newsdesk.defaults().whiplash(),
                true);
        var loud = Rules.named("flash")
                .query("flash")
                .priority(Priority.FLASH)
                .to("desk")
                .rule();
        var rule = Rules.named("ferries").query("ferry").to("desk").rule();
        try (var room = new Newsroom(desk, rule, loud)) {
            for (int i = 0; i < 5; i++) {
                assertThat(room.hears(found("i" + i))).containsExactly("desk: new first");
            }
            assertThat(room.hears(found("x"))).containsExactly("ops: digest digest (quiet)");
            assertThat(room.hears(found("y"))).isEmpty();
            var flash = new Happening.Found(finding(item("f", "1", "Flash: harbour closed")));
            assertThat(room.hears(flash)).containsExactly("desk: new first");
            assertThat(room.pass(Duration.ofMinutes(3))).containsExactly("desk: digest digest of 2 (quiet)");
        }
    }

    @Test
    void ordinaryNewsWaitsForMoreOfTheSame() {
        var desk = new Newsdesk(
                AWAKE.zone(),
                Optional.empty(),
                AWAKE.budget(),
                Optional.empty(),
                List.of(),
                List.of(),
                50,
                AWAKE.ackFor(),
                Duration.ofSeconds(20),
                Newsdesk.defaults().whiplash(),
                true);
        try (var room = new Newsroom(desk, toll(Priority.NORMAL))) {
            assertThat(room.hears(rises("a", 0, 20))).isEmpty();
            room.pass(Duration.ofSeconds(10));
            assertThat(room.hears(rises("b", 20, 31))).isEmpty();
            assertThat(room.pass(Duration.ofSeconds(10))).containsExactly("desk: new material_change 31");
        }
    }

    @Test
    void aDigestTellsWhatWasNotToldAndWhy() {
        var digest = new Newsdesk.Digest(List.of(LocalTime.of(18, 0)), List.of("mail"));
        var desk = new Newsdesk(
                ZoneId.of("Europe/Paris"),
                Optional.empty(),
                AWAKE.budget(),
                Optional.of(digest),
                List.of(),
                List.of(),
                50,
                AWAKE.ackFor(),
                AWAKE.groupWait(),
                Newsdesk.defaults().whiplash(),
                true);
        try (var room = new Newsroom(desk, toll(Priority.URGENT))) {
            assertThat(room.hearsLate(rises("a", 0, 20), Duration.ofHours(6)))
                    .as("six hours in the log: no bell")
                    .isEmpty();
            assertThat(room.notices.getLast().silence()).isEqualTo("stale");
            assertThat(room.at("2026-03-01T16:59:00Z")).isEmpty();
            assertThat(room.at("2026-03-01T17:00:00Z")).containsExactly("mail: digest digest of 1 (quiet)");
            assertThat(room.notices.getLast().entries().getFirst().silence()).isEqualTo("stale");
            assertThat(room.at("2026-03-03T17:00:00Z")).as("nothing new").isEmpty();
        }
    }

    @Test
    void afterAnOutageThereIsNoStorm() {
        try (var room = new Newsroom(AWAKE, toll(Priority.FLASH))) {
            for (int i = 1; i <= 200; i++) {
                var item = item("i" + i, "1", "Toll");
                var told = change(i == 1 ? Kind.FIRST : Kind.HIGHER, item).value(i * 20L);
                assertThat(room.hearsLate(
                                (i == 1 ? told : told.previous((i - 1) * 20L)).happening(), Duration.ofHours(6)))
                        .isEmpty();
            }
            assertThat(room.hears(rises("new", 4_000, 4_100)))
                    .as("what is young rings at once")
                    .containsExactly("desk: new first 4100");
        }
    }

    @Test
    void aPartIsNotToldWhileTheWholeIs() {
        var whole = Rules.named("toll").figure(asking("first")).to("desk").rule();
        try (var room = new Newsroom(AWAKE, whole)) {
            room.hears(rises("a", 0, 40));
            var part = change(Kind.FIRST, item("b", "1", "Twelve dead on the quay"))
                    .value(12)
                    .place("xa/port-adel/quay", "xa/port-adel", "xa");
            assertThat(room.hears(part.happening())).containsExactly("desk: new first 12 [inhibited]");
            var larger = change(Kind.FIRST, item("c", "1", "Sixty dead in the old town"))
                    .value(60)
                    .place("xa/port-adel/old-town", "xa/port-adel", "xa");
            assertThat(room.hears(larger.happening())).containsExactly("desk: new first 60");
        }
    }

    @Test
    void aRuleGivesWayToAnother() {
        var loud =
                Rules.named("loud").figure(asking("first, rise 1")).to("desk").rule();
        var soft = Rules.named("soft")
                .figure(asking("first, rise 1"))
                .inhibitedBy("loud")
                .to("chat")
                .rule();
        try (var room = new Newsroom(AWAKE, loud, soft)) {
            assertThat(room.hears(rises("a", 0, 20)))
                    .containsExactly("desk: new first 20", "chat: new first 20 [inhibited]");
        }
    }

    @Test
    void aDryRunIsShownAsNotSent() {
        try (var room = new Newsroom(AWAKE, toll(Priority.FLASH).at("", true))) {
            assertThat(room.hears(rises("a", 0, 20))).containsExactly("desk: new first 20 [dry_run]");
            assertThat(room.notices).noneMatch(Notice::goes);
        }
    }

    @Test
    void anEditorLetsOneThroughEverything() {
        var quiet = new Newsdesk.Quiet(LocalTime.of(23, 0), LocalTime.of(8, 0), List.of(), Priority.FLASH);
        try (var room = new Newsroom(sleeping(quiet, ZoneId.of("UTC")), toll(Priority.URGENT))) {
            assertThat(room.hears(rises("a", 0, 20))).isEmpty();
            assertThat(room.does(Action.Verb.BREAKING, "ruiz")).containsExactly("desk: new first 20");
            assertThat(room.hears(rises("b", 20, 31))).containsExactly("desk: update material_change 31");
            room.pass(Duration.ofMinutes(61));
            assertThat(room.hears(rises("c", 31, 52)))
                    .as("the hour is over, the night is not")
                    .isEmpty();
            assertThat(room.at("2026-03-01T08:00:00Z")).containsExactly("desk: update material_change 52");
        }
    }

    private static Happening found(String id) {
        return new Happening.Found(finding(item(id, "1", "Ferry " + id + " is late")));
    }

    private static Newsdesk sleeping(Newsdesk.Quiet quiet, ZoneId zone) {
        return new Newsdesk(
                zone,
                Optional.of(quiet),
                AWAKE.budget(),
                Optional.empty(),
                List.of(),
                List.of(),
                AWAKE.storm(),
                AWAKE.ackFor(),
                AWAKE.groupWait(),
                Newsdesk.defaults().whiplash(),
                true);
    }
}
