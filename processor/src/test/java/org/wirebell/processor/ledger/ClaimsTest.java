package org.wirebell.processor.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebell.model.Claim;

class ClaimsTest {
    private final Claims claims = new Claims(LedgerConfig.defaults(), Scenario.PLACES);

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '!', textBlock = """
            # text                                                             ! figures                                                        ! series
            A ferry sank; 20 died.                                             ! killed 20 people                                               ! killed|all|al/port-adel|ferry||incident
            A ferry sank; 20 migrants died.                                    ! killed 20 migrants                                             ! killed|all|al/port-adel|ferry||incident
            A ferry sank; 20 passengers died.                                  ! killed 20 passengers                                           ! killed|passengers|al/port-adel|ferry||incident
            A fire hurt 9 Norvian women.                                       ! injured 9 Norvian women                                        ! injured|norvian women|al/port-adel|fire||incident
            A fire hurt 9 Adellanders.                                         ! injured 9 Adellanders                                          ! injured|all|al/port-adel|fire||incident
            A quake killed 9 in Sudria.                                        ! killed 9 people =Sudria                                        ! killed|all|sd|earthquake||incident
            A quake killed 9 in Old Mill.                                      ! killed 9 people =the Old Mill                                  ! killed|all|old mill|earthquake||incident
            The war killed 900 since January 2.                                ! killed 900 people since January 2                              ! killed|all|al/port-adel||2026-01-02|cumulative
            The war killed 900 since December 20.                              ! killed 900 people since December 20                            ! killed|all|al/port-adel||2025-12-20|cumulative
            The war killed 900 since the truce broke.                          ! killed 900 people since the truce broke                        ! killed|all|al/port-adel||truce broke|cumulative
            Air strikes have killed 900 so far.                                ! killed 900 people total                                        ! killed|all|al/port-adel|war||cumulative
            Clash: 46 of its fighters died, the League said.                   ! killed 46 fighters @the League                                 ! killed|league fighters|al/port-adel|clash||incident
            Clash: 30 gunmen died, Norvia's army said.                         ! killed 30 gunmen @Norvia's army                                ! killed|fighters|al/port-adel|clash||incident
            Clash: Norvia's army said it lost 14.                              ! killed 14 people @Norvia's army                                ! killed|norvia side|al/port-adel|clash||incident
            Clash: 46 of its fighters were killed and 43 injured.              ! killed 46 League fighters; injured 43                          ! killed|league fighters|al/port-adel|clash||incident injured|league fighters|al/port-adel|clash||incident
            The war killed 905 since January 2. It hurt 2,400.                 ! killed 905 people since January 2; injured 2400 people         ! killed|all|al/port-adel||2026-01-02|cumulative injured|all|al/port-adel||2026-01-02|cumulative
            The war killed 905 since January 2. Among the dead are 88 children.! killed 905 people since January 2; killed 88 children           ! killed|all|al/port-adel||2026-01-02|cumulative killed|children|al/port-adel||2026-01-02|cumulative
            The war killed 905 since January 2. A strike hurt 24.              ! killed 905 people since January 2; injured 24 people           ! killed|all|al/port-adel||2026-01-02|cumulative injured|all|al/port-adel|war||incident
            An air strike killed 14, the army said.                            ! killed 14 people @the army                                     ! killed|all|al/port-adel|strike||incident
            Nothing is known of 12 of 90 dead and 900 hurt each year.          ! missing 12 people feared; killed 90 people increment           ! none
            """)
    void makesASeries(String text, String figures, String expected) {
        assertThat(show(read(text + " | " + figures))).isEqualTo(expected);
    }

    @Test
    void aRunningCountSharesTheBaselineOfItsOwnPeopleOnly() {
        var read = read("The war killed 905 since January 2. More than 900 died, the council said. 40 soldiers died. | "
                + "killed 905 people since January 2; killed >900 people @the council total; killed 40 soldiers total");
        assertThat(read).extracting(c -> c.series().since()).containsExactly("2026-01-02", "2026-01-02", "");
    }

    @Test
    void theTighterOfTwoReadingsIsTheClaimElseTheLead() {
        var toll = read("Toll tops 300. So far 312 died in the quake. | killed >300 people; killed 312 people");
        assertThat(toll).extracting(Stated::words).containsExactly("312");
        var lead = read("A quake killed 312. In one hamlet 5 died. | killed 312 people; killed 5 people");
        assertThat(lead).extracting(Stated::words).containsExactly("312");
    }

    @Test
    void aPartTakesPlaceAndBaselineOfItsTotal() {
        var read = read("The war killed 905 in Sudria since January 2, 90 of them children. | "
                + "killed 905 people =Sudria since January 2; killed 90 children part:0 total");
        assertThat(read)
                .extracting(c -> c.series().key())
                .containsExactly("killed|all|sd||2026-01-02|cumulative", "killed|children|sd||2026-01-02|cumulative");
    }

    @Test
    void theSameNumberTwiceInOneItemIsOneClaim() {
        var read =
                read("A fire killed 12. The brigade said 12 died. | killed 12 people; killed 12 people @the brigade");
        assertThat(read).singleElement().satisfies(c -> assertThat(c.claimant()).isEqualTo("brigade"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # words                      | canonical          | named
            the Harbour Office           | harbour office     | true
            Harbour Office officials     | harbour office     | true
            the League's spokesman       | league             | true
            MoH                          | health ministry    | true
            the ministry of health       | health ministry    | true
            officials                    | officials          | false
            the authorities              | authorities        | false
            he                           | he                 | false
            ''                           | ''                 | false
            """)
    void namesTheClaimant(String words, String canonical, boolean named) {
        var aliases = Map.of("moh", "health ministry", "ministry of health", "health ministry");
        var name = Claimants.canonical(words, aliases);
        assertThat(name).isEqualTo(canonical);
        assertThat(Claimants.named(name)).isEqualTo(named);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # as of, read on Sunday 1 March 2026, 12:00 UTC
            2026-02-20                   | 2026-02-20T23:59:59Z
            February 20                  | 2026-02-20T23:59:59Z
            20 February 2024             | 2024-02-20T23:59:59Z
            Friday                       | 2026-02-27T23:59:59Z
            yesterday                    | 2026-02-28T23:59:59Z
            6 a.m. on Sunday             | 2026-03-01T06:00:00Z
            8:30 pm on Friday            | 2026-02-27T20:30:00Z
            18:00 GMT                    | 2026-03-01T12:00:00Z
            3 December                   | 2025-12-03T23:59:59Z
            late                         | none
            """)
    void readsTheMoment(String words, String expected) {
        var moment = Moments.moment(words, java.time.Instant.parse("2026-03-01T12:00:00Z"));
        assertThat(moment.map(Object::toString).orElse("none")).isEqualTo(expected);
    }

    private List<Claim> read(String textAndFigures) {
        return claims.of(Scenario.finding("1 06:00 | coast/x | " + textAndFigures))
                .claims();
    }

    private static String show(List<Claim> claims) {
        return claims.isEmpty()
                ? "none"
                : claims.stream().map(c -> c.series().key()).collect(Collectors.joining(" "));
    }
}
