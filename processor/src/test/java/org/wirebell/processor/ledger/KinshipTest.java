package org.wirebell.processor.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebell.model.Claim;
import org.wirebell.model.Ruling;

/** Claims in the words of {@link Said}; the sentences of all of them are known to the series that stands. */
class KinshipTest {
    private final Kinship kinship = new Kinship(LedgerConfig.defaults(), Scenario.PLACES);

    @ParameterizedTest(name = "{1} beside {0}")
    @CsvSource(delimiter = '|', textBlock = """
            # what stands                                | claim                                    | degree
            # an incident that has no like
            0 mayor 20                                   | 1 mayor 31                               | SURE
            0 mayor 20                                   | 1 mayor 31 place:al                      | FITS
            0 mayor 20                                   | 1 mayor 31 place:nv                      | NONE
            0 mayor 20                                   | 1 mayor 31 event:typhoon                 | FITS
            0 mayor 20                                   | 1 mayor 31 event:mine                    | NONE
            0 mayor 120                                  | 1 mayor 120                              | SAME
            0 mayor 100                                  | 1 mayor 100                              | SAME
            0 mayor 99                                   | 1 mayor 99                               | SURE
            0 mayor 120                                  | 1 mayor 131                              | SURE
            0 mayor 120                                  | 1 mayor 120 event:mine                   | NONE
            # one of which there may be several: by the number
            0 mayor 20 event:strike                      | 1 guild 60 event:strike                  | SURE
            0 mayor 20 event:strike                      | 1 guild 70 event:strike                  | SURE
            0 -/bay 20 event:strike                      | 1 mayor 70 event:strike                  | SURE
            0 -/bay 20 event:strike                      | 1 mayor 71 event:strike                  | SURE
            0 mayor 20 event:strike                      | 1 mayor 70 event:strike                  | SURE
            0 mayor 20 event:strike                      | 1 mayor 71 event:strike                  | NONE
            0 mayor 20 event:strike                      | 1 mayor 31 event:clash                   | FITS
            0 mayor 20 event:strike                      | 48 mayor 31 event:strike                 | SURE
            0 mayor 20 event:strike                      | 49 mayor 31 event:strike                 | NONE
            0 mayor 20 event:strike                      | 49 mayor 31 event:strike the toll        | SURE
            0 mayor 20 event:strike                      | 168 mayor 31 event:strike the toll       | SURE
            0 mayor 20 event:strike                      | 169 mayor 31 event:strike the toll       | NONE
            0 mayor 20 event:strike                      | 49 mayor 71 event:strike the toll        | NONE
            0 mayor 20 event:strike                      | 1 mayor 5 event:strike                   | NONE
            0 mayor 20 event:strike                      | 1 mayor 5 event:strike it was revised    | SURE
            0 mayor 20 event:strike                      | 1 mayor 5 event:strike counted from zero | SURE
            0 mayor 20 event:strike                      | 1 mayor 5 event:strike reaffirmed        | SURE
            0 mayor 20 event:strike                      | 1 mayor 5 event:strike the toll          | SURE
            0 mayor 20 event:strike                      | 1 mayor 5 event:strike after review      | NONE
            0 mayor 5 event:strike; 1 mayor 20 event:strike | 2 mayor 5 event:strike                | SURE
            0 mayor 20 event:strike item:x               | 49 mayor 5 event:strike item:x           | SURE
            0 mayor 20 event:strike item:x               | 336 mayor 5 event:strike item:x          | SURE
            0 mayor 20 event:strike item:x               | 337 mayor 5 event:strike item:x          | NONE
            # another claimant of the same hour, an outlet that lags behind
            0 mayor 20 event:strike                      | 6 guild 5 event:strike                   | SURE
            0 mayor 20 event:strike                      | 7 guild 5 event:strike                   | NONE
            0 mayor 20 event:strike                      | 6 guild 5 event:strike place:al          | NONE
            0 mayor 20 event:strike                      | 7 guild 10 event:strike                  | SURE
            0 mayor 20 event:strike                      | 12 guild 10 event:strike                 | SURE
            0 mayor 20 event:strike                      | 13 guild 10 event:strike                 | NONE
            0 mayor 20 event:strike                      | 7 guild 9 event:strike                   | NONE
            0 mayor 20 event:strike                      | 7 mayor 10 event:strike                  | NONE
            0 mayor 20 event:strike                      | 6 -/bay 5 event:strike                   | NONE
            # a count of one stretch of time
            0 mayor 20 event:period                      | 1 mayor 20 event:period                  | FITS
            0 mayor 20 event:period                      | 20 guild 20 event:period                 | FITS
            0 mayor 20 event:period                      | 21 mayor 20 event:period                 | NONE
            0 mayor 20 event:period                      | 1 mayor 21 event:period                  | NONE
            0 mayor 20 event:period                      | 1 mayor 20 event:strike                  | NONE
            0 mayor 20 event:strike                      | 1 mayor 20 event:period                  | NONE
            # running counts
            0 mayor 900 since:2026-01-02                 | 1 mayor 5 since:2026-01-02               | DATED
            0 mayor 900 since:2026-01-02                 | 1 mayor 5 since:2026-01-05               | DATED
            0 mayor 900 since:2026-01-02                 | 1 mayor 910 since:2026-01-06             | NONE
            0 mayor 900 since:2026-01-02                 | 1 mayor 910 since:2025-01-02             | DATED
            0 mayor 900 since:2026-01-02                 | 1 mayor 5 since:2025-01-02               | NONE
            0 mayor 900 since:2026-01-02                 | 1 mayor 961 since:2026-01-02 place:al    | FITS
            0 mayor 900 since:2026-01-02                 | 1 mayor 900 since:2026-01-02 place:al    | SAME
            0 mayor 900 since:2026-01-02                 | 1 mayor 5 since:2026-01-02 place:al      | NONE
            0 mayor 900 since:2026-01-02                 | 1 mayor 961 event:war                    | SURE
            0 mayor 900 since:2026-01-02                 | 1 mayor 630 event:war                    | SURE
            0 mayor 900 since:2026-01-02                 | 1 mayor 629 event:war                    | NONE
            0 mayor 900 since:2026-01-02                 | 1 mayor 1820 event:war                   | SURE
            0 mayor 900 since:2026-01-02                 | 1 mayor 1821 event:war                   | NONE
            0 mayor 900 since:2026-01-02                 | 48 mayor 2000 event:war                  | SURE
            0 mayor 900 since:2026-01-02                 | 48 mayor 2001 event:war                  | NONE
            0 mayor 900 since:2026-01-02                 | 1 mayor 5 event:war it was revised       | SURE
            0 mayor 900 since:2026-01-02                 | 1 mayor 5 event:war counted from zero    | SURE
            0 mayor 900 event:war                        | 1 mayor 5 event:war                      | NAMED
            0 mayor 900 event:war                        | 1 mayor 5 event:war place:al             | NONE
            0 mayor 900 event:war                        | 1 mayor 961 event:war                    | SURE
            0 mayor 900 event:war                        | 1 mayor 900 event:war                    | SAME
            0 mayor 900 since:truce_broke                | 1 mayor 910 since:dam_broke              | NONE
            # a running count beside a plain one
            0 mayor 900 event:war                        | 1 mayor 961 event:strike                 | SURE
            0 mayor 900 event:war                        | 1 mayor 900 event:strike                 | SAME
            0 mayor 900 event:war                        | 1 mayor 809 event:strike                 | NONE
            0 mayor 900 event:war                        | 1 mayor 810 event:strike                 | SURE
            0 mayor 900 event:war                        | 48 mayor 1800 event:strike               | SURE
            0 mayor 900 event:war                        | 48 mayor 1801 event:strike               | NONE
            0 mayor 900 event:war                        | 96 mayor 1170 event:strike               | SURE
            0 mayor 900 event:war                        | 96 mayor 1171 event:strike               | NONE
            0 mayor 50 event:war                         | 1 mayor 99 event:strike                  | NONE
            0 mayor 50 event:war                         | 1 mayor 99 event:strike the toll         | FITS
            0 mayor 50 event:war                         | 1 mayor 100 event:strike                 | SURE
            0 mayor 900 event:war                        | 1 mayor 910 event:period                 | NONE
            0 mayor 900 event:period                     | 1 mayor 910 event:war                    | NONE
            """)
    void comparesAClaim(String stands, String said, Kinship.Degree expected) {
        var claim = Said.claim(said);
        assertThat(kinship.degree(claim, remarks(claim), Said.standing(stands))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # claim                                 | degree
            1 mayor 31 event:strike                 | SURE
            48 mayor 31 event:strike                | SURE
            49 mayor 31 event:strike                | NONE
            1 mayor 500 since:2026-01-02            | NONE
            1 mayor 500 event:war                   | NONE
            """)
    void whereAllWasRejectedTimeAloneDecides(String said, Kinship.Degree expected) {
        var claim = Said.claim(said);
        var standing = rejected(Said.claim("0 mayor 20 event:strike"));
        assertThat(kinship.degree(claim, remarks(claim), standing)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # claim                                 | degree
            1 mayor 500 event:war                   | SURE
            1 mayor 500 event:war place:al          | FITS
            """)
    void anythingGoesOnWithARunningCountOfWhichAllWasRejected(String said, Kinship.Degree expected) {
        var standing = rejected(Said.claim("0 mayor 20 event:war"));
        var claim = Said.claim(said);
        assertThat(kinship.degree(claim, remarks(claim), standing)).isEqualTo(expected);
    }

    private static Standing rejected(Claim claim) {
        var book = Said.book(List.of(claim)).ruled(List.of(Said.ruling(claim, Ruling.Verdict.REJECT)));
        return Said.standing(List.of(claim), book);
    }

    private static Remarks remarks(Claim claim) {
        return new Remarks(Said.book(List.of(claim)));
    }
}
