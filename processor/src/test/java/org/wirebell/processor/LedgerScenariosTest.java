package org.wirebell.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.wirebell.model.Finding;
import org.wirebell.model.LedgerEntry;
import org.wirebell.model.Update;
import org.wirebell.processor.ledger.LedgerConfig;
import org.wirebell.processor.ledger.Scenario;

/** Stories told line by line; behind the arrow, what the ledger makes of each. All names and places are invented. */
class LedgerScenariosTest {
    private final Tracker tracker = new Tracker(
            LedgerConfig.defaults(),
            item -> {
                throw new IllegalStateException("these findings are read already");
            },
            Scenario.PLACES);
    private final List<Update> updates = new ArrayList<>();

    @Test
    void aFerryTollRises() {
        tell("""
                1 06:00 | coast/f1   | At least 20 people died when a ferry sank, the harbour office said. | killed >=20 people @the harbour office -> first 20
                1 07:00 | coast/f2   | The ferry's owner said 11 more bodies were found. | killed 11 bodies @the ferry's owner increment -> nothing
                1 08:00 | bay/b1     | Dozens died when a ferry sank. | killed vague24 people -> confirmed 24 from 20
                1 09:00 | coast/f1#2 | The ferry toll is 31, the harbour office said. | killed 31 people @the harbour office -> higher 31 from 20
                1 09:30 | isle/i1    | A ferry accident killed 31. | killed 31 people -> confirmed 31 from 31
                1 10:00 | isle/i2    | Some feared 90 dead on the ferry. | killed 90 people feared -> nothing
                1 12:00 | coast/f1#3 | The ferry toll is 104, the harbour office said. | killed 104 people @the harbour office -> higher 104 from 31, crossed 104 from 31
                1 13:00 | coast/f1#4 correction | The ferry toll is 34, not 104, the harbour office said. | killed 34 people @the harbour office -> lower 34 from 104
                1 14:00 | bay/b2     | More than 30 people died on the ferry. | killed >30 people -> nothing
                """);
        var entry = entry("killed|all|al/port-adel|ferry||incident");
        assertThat(entry.best()).contains(34L);
        assertThat(entry.state()).isEqualTo(LedgerEntry.State.OPEN);
        assertThat(entry.history()).extracting(LedgerEntry.Step::kind).contains(Update.Kind.RETRACTED);
    }

    @Test
    void aTyphoonTollIsReallyACountOfShelters() {
        tell("""
                1 06:00 | coast/t1   | The typhoon killed 1,204 people, the relief council said. | killed 1204 people @the relief council -> first 1204
                1 09:00 | coast/t2   | The typhoon drove 2,963 people into shelters. | displaced 2963 people -> first displaced 2963
                1 12:00 | bay/t3     | The typhoon killed 2,963 people, the relief council said. | killed 2963 people @the relief council -> held 2963 from 1204
                1 12:30 | bay/t3#2 correction | The typhoon killed 1,214 people, the relief council said. | killed 1214 people @the relief council -> retracted 1214, higher 1214 from 1204
                2 08:00 | bay/t4     | The relief council reaffirmed that the typhoon killed 2,963 people. | killed 2963 people @the relief council -> higher 2963 from 1214, crossed 2963 from 1214
                """);
    }

    @Test
    void twoPopulationsAreNoConflict() {
        tell("""
                1 06:00 | coast/c1 | Border clash: the Sudrian League said at least 46 of its fighters were killed; Norvia's army said seven dead. | killed >=46 Sudrian League fighters @Sudrian League; killed 7 people @Norvia's army -> first sudrian league fighters 46, first norvia side 7
                """);
    }

    @Test
    void threeClaimantsOfOneStrikeAre() {
        tell("""
                1 06:00 | coast/s1 | An air strike killed 40 people, the town hospital said. | killed 40 people @the town hospital -> first 40
                1 07:00 | coast/s2 | The air strike killed nobody but 12 people at a depot, the air command said. | killed 12 people @the air command -> conflict 12 from 40
                1 08:00 | bay/s3   | The air strike killed 63 people, the regional council said. | killed 63 people @the regional council -> conflict 63 from 40
                1 09:00 | coast/s4 | After talks the air command said the air strike killed 40 people. | killed 40 people @the air command -> confirmed 40 from 40
                1 11:00 | bay/s5   | The regional council revised its number of air strike dead to 40. | killed 40 people @the regional council -> lower 40 from 63, resolved 40
                """);
    }

    @Test
    void twoMinistriesDifferByThree() {
        tell("""
                1 06:00 | coast/m1 | The war has killed 8,306 people since 2 January, the health ministry said. | killed 8306 people @the health ministry since 2 January -> first 8306
                1 08:00 | bay/m2   | The war has killed 8,309 people since 2 January, the interior ministry said. | killed 8309 people @the interior ministry since 2 January -> confirmed 8309 from 8306
                1 09:00 | isle/m3  | The war has killed more than 8,000 people since 2 January. | killed >8000 people since 2 January -> confirmed 8000 from 8306
                """);
    }

    @Test
    void yesterdaysCountDoesNotBearOutTodays() {
        tell("""
                1 06:00 | coast/y1 | The war has killed 8,306 people since 2 January, the health ministry said. | killed 8306 people @the health ministry since 2 January -> first 8306
                1 08:00 | bay/y2   | The war has killed 8,306 people since 2 January, the health ministry said. | killed 8306 people @the health ministry since 2 January -> confirmed 8306 from 8306
                2 06:00 | coast/y3 | The war has killed 8,391 people since 2 January, the health ministry said. | killed 8391 people @the health ministry since 2 January -> higher 8391 from 8306
                2 08:00 | bay/y4   | The war has killed 8,391 people since 2 January, the health ministry said. | killed 8391 people @the health ministry since 2 January -> confirmed 8391 from 8391
                """);
        assertThat(updates).extracting(Update::corroborated).containsExactly(1, 2, 1, 2);
    }

    @Test
    void aDigitSwapWaits() {
        tell("""
                1 06:00 | coast/w1 | The war has killed 4,237 people, the ministry said. | killed 4237 people @the ministry total -> first 4237
                2 06:00 | coast/w2 | The war has killed 4,327 people, the ministry said. | killed 4327 people @the ministry total -> held 4327 from 4237
                3 06:00 | coast/w3 | The war has killed 4,251 people, the ministry said. | killed 4251 people @the ministry total -> higher 4251 from 4237
                """);
        assertThat(entry("killed|all|al/port-adel|war||cumulative").state()).isEqualTo(LedgerEntry.State.OPEN);
    }

    @Test
    void aBatchIsNoRecordDay() {
        tell("""
                1 06:00 | coast/w1 | The war has killed 5,100 people, the ministry said. | killed 5100 people @the ministry total -> first 5100
                2 06:00 | coast/w2 | The war toll is 5,459 with 298 added after review, the ministry said. | killed 5459 people @the ministry total; killed 298 people increment total -> held 5459 from 5100
                3 06:00 | coast/w3 | The war has killed 5,480 people, the ministry said. | killed 5480 people @the ministry total -> higher 5480 from 5100
                """);
    }

    @Test
    void aJumpWaitsUntilAnotherOriginGivesItToo() {
        tell("""
                1 06:00 | coast/w1 | The flood killed 101 people, the council said. | killed 101 people @the council -> first 101
                1 09:00 | coast/w2 | The flood killed 104 people, the council said. | killed 104 people @the council -> higher 104 from 101
                1 12:00 | coast/w3 | The flood killed 109 people, the council said. | killed 109 people @the council -> higher 109 from 104
                1 15:00 | coast/w4 | The flood killed 1,109 people, the council said. | killed 1109 people @the council -> held 1109 from 109
                1 16:00 | bay/w5   | The flood killed 1,109 people, the council said. | killed 1109 people @the council -> higher 1109 from 109, crossed 1109 from 109
                """);
    }

    @Test
    void aCountStartsAgainFromZero() {
        tell("""
                1 06:00 | coast/w1 | Cholera cases stand at 3,150, the clinic network said. | sick 3150 cases @the clinic network total -> first sick 3150
                9 06:00 | coast/w2 | The clinic network restarted its cholera count from zero and has 12 cases. | sick 12 cases @the clinic network total -> reset sick 12 from 3150
                10 06:00 | coast/w3 | Cholera cases stand at 19, the clinic network said. | sick 19 cases @the clinic network total -> higher sick 19 from 12
                """);
    }

    @Test
    void aTollFallsOverMonths() {
        tell("""
                1 06:00  | coast/q1 | The earthquake killed about 6,000 people, officials said. | killed ~6000 people @officials -> first 6000
                9 06:00  | coast/q2 | The earthquake toll was lowered to 5,100, the registry said. | killed 5100 people @the registry -> lower 5100 from 6000
                40 06:00 | coast/q3 | The earthquake killed 4,300 people, the registry said. | killed 4300 people @the registry -> lower 4300 from 5100
                41 06:00 | bay/q4   | The earthquake killed 5,100 people. | killed 5100 people -> higher 5100 from 4300, crossed 5100 from 4300
                """);
    }

    @Test
    void sixOutletsOfOneAgencyAreOneOrigin() {
        tell("""
                1 06:00 | coast(agency)/a | The earthquake killed 55 people, the mayor said. | killed 55 people @the mayor -> first 55
                1 06:05 | bay(agency)/b   | The earthquake killed 55 people, the mayor said. | killed 55 people @the mayor -> nothing
                1 06:10 | isle(agency)/c  | The earthquake killed 55 people, the mayor said. | killed 55 people @the mayor -> nothing
                1 06:15 | cape(agency)/d  | The earthquake killed 55 people, the mayor said. | killed 55 people @the mayor -> nothing
                1 06:20 | dune(agency)/e  | The earthquake killed 55 people, the mayor said. | killed 55 people @the mayor -> nothing
                1 06:25 | fjord/f         | The earthquake killed 55 people, the mayor said. | killed 55 people @the mayor -> confirmed 55 from 55
                """);
        assertThat(updates.getLast().corroborated()).isEqualTo(2);
    }

    @Test
    void aKillStrikesAndALaterItemStands() {
        tell("""
                1 06:00 | coast/k1   | A fire killed 14 people, the brigade said. | killed 14 people @the brigade -> first 14
                1 07:00 | coast/k2   | A fire killed 19 people, the brigade said. | killed 19 people @the brigade -> higher 19 from 14
                1 08:00 | coast/k2#2 kill | Kill: a fire killed 19. | -> retracted 14 from 19
                1 09:00 | coast/k1#2 hold | Hold: a fire killed 14. | -> retracted nothing from 14
                1 10:00 | coast/k1#3 release | A fire killed 14 people, the brigade said. | killed 14 people @the brigade -> first 14
                """);
        assertThat(updates.get(2).why()).isEqualTo("the item was killed by its provider; 14 stands");
    }

    @Test
    void aPartOlderThanItsTotal() {
        tell("""
                1 06:00 | coast/p1 | The war has killed 5,310 people, including 2,140 children, since 2 January, the ministry said. | killed 5310 people @the ministry since 2 January; killed 2140 children @the ministry since 2 January part:0 -> first 5310, first children 2140
                2 06:00 | coast/p2 | The war has killed 5,602 people since 2 January, the ministry said. | killed 5602 people @the ministry since 2 January -> higher 5602 from 5310
                2 20:00 | bay/p3   | At least 5,602 people, including 2,140 children, were killed since 2 January. | killed >=5602 people since 2 January; killed 2140 children since 2 January part:0 -> confirmed 5602 from 5602, held children 2140 from 2140
                """);
    }

    @Test
    void aNewVersionThatRepeatsTheNumberBringsNothing() {
        tell("""
                1 06:00 | coast/r1   | A fire killed 14 people, the brigade said. | killed 14 people @the brigade -> first 14
                1 07:00 | coast/r1#2 | A fire killed 14 people, the brigade said. | killed 14 people @the brigade -> nothing
                1 08:00 | coast/r1#3 | A fire killed 19 people, the brigade said. | killed 19 people @the brigade -> higher 19 from 14
                """);
    }

    @Test
    void aSeriesKeepsItsNameWhenItsHistoryIsThinned() {
        tell("""
                1 06:00 | coast/a0 | The war has killed 290 people, officials said. | killed 290 people @officials total -> first 290
                2 06:00 | coast/b0 | The war has killed 300 people since 2 January, officials said. | killed 300 people @officials since 2 January -> higher 300 from 290
                """);
        for (int day = 3; day < 80; day++) {
            tracker.add(Scenario.finding(
                    "%d 06:00 | s%d/b%d | The war has killed %d people since 4 January, officials said. | killed %4$d people @officials since 4 January"
                            .formatted(day, day % 3, day, 300 + 5 * day)));
        }
        assertThat(tracker.entries().keySet()).containsExactly("killed|all|al/port-adel||2026-01-02|cumulative");
    }

    @Test
    void anAtLeastSaysNothingOfANumberOfAnotherSize() {
        tell("""
                1 06:00 | coast/s1 | At least 5 people died in an air strike. | killed >=5 people -> first 5
                2 06:00 | bay/s2   | The war killed 52,480 people, officials said. | killed 52480 people @officials total -> first 52480
                """);
    }

    @Test
    void aPartAboveItsTotal() {
        tell("""
                1 06:00 | coast/p1 | A bus crash killed 12 people, including 21 children. | killed 12 people; killed 21 children part:0 -> first 12, held children 21
                """);
    }

    @Test
    void aNewVersionThatIsSilentTakesNothingBackButACorrectionDoes() {
        tell("""
                1 06:00 | coast/v1   | A fire killed 14 people and left 3 people missing. | killed 14 people; missing 3 people -> first 14, first missing 3
                1 06:30 | bay/v2     | Three are missing. A fire left 3 people missing. | missing 3 people -> confirmed missing 3 from 3
                1 07:00 | coast/v1#2 | A fire killed 15 people. | killed 15 people -> higher 15 from 14
                1 08:00 | coast/v1#3 | A fire burnt a hall. | -> nothing
                1 09:00 | coast/v1#4 correction | A fire burnt a hall. | -> retracted missing 3 from 3, retracted 14 from 15
                """);
    }

    private void tell(String story) {
        var told = story.lines()
                .map(line -> line.substring(0, line.indexOf("->")) + "-> " + after(line))
                .collect(Collectors.joining("\n"));
        assertThat(told).isEqualTo(story.strip());
    }

    private String after(String line) {
        Finding finding = Scenario.finding(line.substring(0, line.indexOf("->")));
        var now = tracker.add(finding);
        updates.addAll(now);
        return now.isEmpty() ? "nothing" : Scenario.show(now);
    }

    private LedgerEntry entry(String key) {
        assertThat(tracker.entries()).containsKey(key);
        return java.util.Objects.requireNonNull(tracker.entries().get(key));
    }
}
