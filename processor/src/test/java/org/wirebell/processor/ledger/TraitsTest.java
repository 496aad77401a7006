package org.wirebell.processor.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraitsTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '!', textBlock = """
            # claims                                                                  ! series
            0 - 9 place:al; 1 - 9                                                     ! killed|all|al/port-adel|ferry||incident
            0 - 9; 1 - 9 place:al                                                     ! killed|all|al/port-adel|ferry||incident
            0 - 9 place:al; 1 - 9 place:nv                                            ! killed|all|al|ferry||incident
            0 - 9 event:war place:al; 1 - 9 event:war                                 ! killed|all|al|war||cumulative
            0 - 9 event:war place:al; 1 - 9 event:war; 2 - 9 event:war                ! killed|all|al/port-adel|war||cumulative
            0 - 9 event:war; 1 - 9 event:war place:al; 2 - 9 event:war place:al       ! killed|all|al|war||cumulative
            0 - 9 event:strike                                                        ! killed|all|al/port-adel|strike||incident|2026-03-01
            30 - 9 event:strike; 50 - 9 event:strike                                  ! killed|all|al/port-adel|strike||incident|2026-03-02
            0 - 9 event:strike; 1 - 9 event:war                                       ! killed|all|al/port-adel|war||cumulative
            0 - 9 event:clash; 1 - 9 event:strike                                     ! killed|all|al/port-adel|strike||incident|2026-03-01
            0 - 9 since:2026-01-05; 1 - 9 since:2026-01-02                            ! killed|all|al/port-adel||2026-01-02|cumulative
            0 - 9 since:2026-01-02; 1 - 9 since:2026-01-05                            ! killed|all|al/port-adel||2026-01-02|cumulative
            0 - 9 since:2026-01-02; 1 - 9 event:war                                   ! killed|all|al/port-adel||2026-01-02|cumulative
            0 - 9 since:truce_broke; 1 - 9 since:2026-01-02                           ! killed|all|al/port-adel||2026-01-02|cumulative
            0 - 9 since:2026-01-02; 1 - 9 since:truce_broke                           ! killed|all|al/port-adel||2026-01-02|cumulative
            0 - 9 since:truce_broke; 1 - 9 since:dam_broke                            ! killed|all|al/port-adel||dam broke|cumulative
            0 - 9 since:dam_broke; 1 - 9 since:truce_broke                            ! killed|all|al/port-adel||dam broke|cumulative
            0 - 9 event:war; 1 - 9 since:dam_broke                                    ! killed|all|al/port-adel||dam broke|cumulative
            """)
    void nameTheSeries(String claims, String series) {
        assertThat(traits(claims).series().key()).isEqualTo(series);
    }

    @ParameterizedTest(name = "{1} of {0}")
    @CsvSource(delimiter = '|', textBlock = """
            # claims                  | said                            | the same words
            0 - 9                     | 1 - 9                           | true
            0 - 9                     | 1 - 9 place:al                  | false
            0 - 9                     | 1 - 9 event:typhoon             | false
            0 - 9 since:2026-01-02    | 1 - 9 event:war                 | true
            0 - 9 since:2026-01-02    | 1 - 9 event:war place:al        | false
            """)
    void areSaidAgain(String claims, String said, boolean same) {
        assertThat(traits(claims).says(Said.claim(said).series())).isEqualTo(same);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            0 - 9 since:2026-01-02    | true
            0 - 9 since:truce_broke   | false
            0 - 9                     | false
            """)
    void areDated(String claims, boolean dated) {
        assertThat(traits(claims).dated()).isEqualTo(dated);
    }

    private static Traits traits(String words) {
        var claims = Said.claims(words);
        var traits = new Traits(claims.getFirst(), Scenario.PLACES);
        claims.forEach(c -> traits.add(c.series()));
        return traits;
    }
}
