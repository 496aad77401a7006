package org.wirebell.processor.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebell.model.Claim;
import org.wirebell.model.LedgerEntry;
import org.wirebell.model.Ruling;
import org.wirebell.model.Update;

/** The claims of one series, in the words of {@link Said}, and what each of them does. */
class StandingTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # claims in as-of order                                  | what they do
            # rises
            0 mayor 20; 1 mayor 31                                   | first 20, higher 31 from 20
            0 mayor 20; 1 - ~40                                      | first 20
            0 mayor 20; 1 mayor/bay 31                               | first 20, higher 31 from 20
            0 mayor 20; 1 - 31                                       | first 20, higher 31 from 20
            0 mayor 20; 1 council 31                                 | first 20, conflict 31 from 20
            0 mayor 20; 6 council 31                                 | first 20, conflict 31 from 20
            0 mayor 20; 7 council 31                                 | first 20, higher 31 from 20
            0 mayor 20; 1 council 31; 2 council 33                   | first 20, conflict 31 from 20, higher 33 from 20
            0 mayor 20; 1 mayor 31; 2 council 22; 3 council 25       | first 20, higher 31 from 20, conflict 22 from 31
            0 mayor 20; 1 mayor 31; 2 council 22; 3 council 31       | first 20, higher 31 from 20, conflict 22 from 31, confirmed 31 from 31, resolved 31
            # the same number
            0 mayor 20; 1 mayor 20                                   | first 20
            0 mayor 20; 1 mayor/bay 20                               | first 20, confirmed 20 from 20
            0 mayor 20; 11 mayor 20                                  | first 20
            0 mayor 20; 12 mayor 20                                  | first 20, confirmed 20 from 20
            0 mayor 20; 1 - >=15                                     | first 20
            0 mayor 20; 1 -/bay >=15                                 | first 20, confirmed 15 from 20
            0 mayor 8005; 1 -/bay 8000                               | first 8005, confirmed 8000 from 8005
            0 mayor >=20; 1 mayor 20; 2 mayor 21                     | first 20, higher 21 from 20
            0 mayor >20; 1 mayor 25; 2 mayor 25                      | first 20, higher 25 from 20
            0 mayor 20; 1 mayor/bay 20; 2 council/isle 20            | first 20, confirmed 20 from 20, confirmed 20 from 20
            # one text, two counts
            0 mayor 20 item:x; 0 mayor 31 item:x                     | first 20
            0 mayor 20 item:x; 0 mayor 20 item:x                     | first 20
            0 mayor 20 item:x; 0 council 31 item:x                   | first 20, conflict 31 from 20
            0 mayor 20 item:x; 0 mayor 31 item:x version:2           | first 20, higher 31 from 20
            0 mayor 20 item:x; 0 mayor 31 item:x received:1          | first 20, higher 31 from 20
            0 mayor 20 item:x; 0 mayor 31 item:y                     | first 20, higher 31 from 20
            # falls
            0 mayor 40; 1 mayor 31                                   | first 40, lower 31 from 40
            0 mayor 40; 1 mayor 20                                   | first 40, lower 20 from 40
            0 mayor 41; 1 mayor 20                                   | first 41, lower 20 from 41
            0 mayor 42; 1 mayor 20                                   | first 42, held 20 from 42
            0 mayor 40; 1 mayor <=31                                 | first 40, held 31 from 40
            0 mayor 40; 0 mayor 31                                   | first 40
            0 mayor 40 item:x; 0 mayor 31 item:x received:1          | first 40, lower 31 from 40
            0 mayor 40 item:x; 0 mayor 31 item:y received:1          | first 40
            0 - 40; 1 - 31                                           | first 40, held 31 from 40
            0 - 40; 1 - 19                                           | first 40
            0 - 40; 1 -/bay 31                                       | first 40
            0 mayor 40; 1 - 31                                       | first 40
            0 mayor 40; 1 council 31                                 | first 40, conflict 31 from 40
            0 mayor 40; 7 council 31                                 | first 40
            0 mayor 31; 1 mayor 40; 2 mayor 31                       | first 31, higher 40 from 31
            0 mayor 15; 1 mayor 40; 2 mayor 15                       | first 15, higher 40 from 15, held 15 from 40
            0 - 31; 1 - 40; 2 - 31                                   | first 31, higher 40 from 31
            0 mayor 31; 1 mayor 40; 2 council 31                     | first 31, higher 40 from 31
            0 mayor 40; 1 mayor 31 it was revised                    | first 40, lower 31 from 40
            0 mayor 40; 1 -/bay 31 it was revised                    | first 40, lower 31 from 40
            0 mayor 40; 1 mayor 5 it was revised                     | first 40, lower 5 from 40
            0 mayor 40; 1 council 31 it was revised                  | first 40, conflict 31 from 40
            0 mayor 40; 7 council 31 it was revised                  | first 40, lower 31 from 40
            0 mayor 40; 1 mayor 41 it was revised                    | first 40, higher 41 from 40
            0 mayor 40; 1 council 35; 2 mayor 30 it was revised; 3 council 36 | first 40, conflict 35 from 40, lower 30 from 40, higher 36 from 30
            # again from zero
            0 mayor 40; 1 mayor 3 counted from zero                  | first 40, reset 3 from 40
            0 mayor 40; 1 council 3 counted from zero                | first 40, reset 3 from 40
            0 mayor 40; 1 mayor 41 counted from zero                 | first 40, higher 41 from 40
            0 mayor 40; 1 mayor 3; 2 mayor 3                         | first 40, held 3 from 40, held 3 from 40
            0 mayor 40; 1 mayor 3; 14 mayor 3                        | first 40, held 3 from 40, reset 3 from 40
            0 mayor 40; 1 mayor 3; 14 mayor 4                        | first 40, held 3 from 40, reset 4 from 40
            0 mayor 40; 1 mayor 3; 14 mayor 5                        | first 40, held 3 from 40, held 5 from 40
            0 mayor 40; 1 mayor 3; 2 mayor/bay 3                     | first 40, held 3 from 40, reset 3 from 40
            0 mayor 40; 1 mayor 3 item:x; 2 mayor/bay 3 item:x       | first 40, held 3 from 40, held 3 from 40
            0 mayor 40; 1 mayor 3; 2 mayor 3 reaffirmed              | first 40, held 3 from 40, reset 3 from 40
            0 mayor 40; 1 mayor 3 counted from zero; 2 mayor 5       | first 40, reset 3 from 40, higher 5 from 3
            0 mayor 100; 1 mayor 101; 2 mayor 102; 3 mayor 3 counted from zero; 4 mayor 50 | first 100, higher 101 from 100, higher 102 from 101, reset 3 from 102, higher 50 from 3
            0 mayor 40; 1 mayor 5 counted from zero; 2 mayor 60; 3 mayor 40 | first 40, reset 5 from 40, higher 60 from 5, lower 40 from 60
            0 mayor 40; 1 council 50; 2 mayor 3 counted from zero; 3 council 4 | first 40, conflict 50 from 40, reset 3 from 40, conflict 4 from 3
            # long silence
            0 mayor 40; 337 mayor 9                                  | first 40, first 9
            0 mayor 40; 336 mayor 9                                  | first 40, held 9 from 40
            0 mayor 40; 337 mayor 20                                 | first 40, lower 20 from 40
            0 mayor 40; 337 mayor 9 it was revised                   | first 40, lower 9 from 40
            0 mayor 40 event:war; 337 mayor 9 event:war              | first 40, held 9 from 40
            # doubts
            0 mayor 4237; 24 mayor 4327                              | first 4237, held 4327 from 4237
            0 mayor 4237; 24 mayor 4327; 25 mayor/bay 4327           | first 4237, held 4327 from 4237, higher 4327 from 4237
            0 mayor 4237; 24 mayor 4327; 25 mayor 4327               | first 4237, held 4327 from 4237, held 4327 from 4237
            0 mayor 4237; 24 mayor 4327; 36 mayor 4327               | first 4237, held 4327 from 4237, higher 4327 from 4237
            0 mayor 4237; 24 mayor 4327 reaffirmed                   | first 4237, higher 4327 from 4237
            0 mayor 100; 1 mayor 101; 2 mayor 102; 3 mayor 153       | first 100, higher 101 from 100, higher 102 from 101, higher 153 from 102
            0 mayor 100; 1 mayor 101; 2 mayor 102; 3 mayor 154       | first 100, higher 101 from 100, higher 102 from 101, held 154 from 102
            0 mayor 5100; 24 mayor 5459 after review                 | first 5100, held 5459 from 5100
            0 mayor 5100; 24 mayor 4951 after review                 | first 5100, lower 4951 from 5100
            # two claimants near each other
            0 mayor 8306; 1 council 8309                             | first 8306, confirmed 8309 from 8306
            0 mayor 1010; 1 council 1030                             | first 1010, confirmed 1030 from 1010
            0 mayor 1010; 1 council 1031                             | first 1010, conflict 1031 from 1010
            0 mayor 40; 1 council 31; 2 mayor/bay 40                 | first 40, conflict 31 from 40, confirmed 40 from 40
            0 mayor 40; 1 council 31; 2 council 40                   | first 40, conflict 31 from 40, confirmed 40 from 40, resolved 40
            0 mayor 40; 1 council 31; 2 mayor 31                     | first 40, conflict 31 from 40, lower 31 from 40, resolved 31
            """)
    void goesThroughThem(String claims, String expected) {
        assertThat(verdicts(Said.standing(claims))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # claims                                                    | current                | standing, one by claimant and origin
            0 mayor 40; 1 council 31                                    | 0 mayor 40             | 0 mayor 40, 1 council 31
            0 mayor 40; 1 council 31; 2 council 35                      | 0 mayor 40             | 0 mayor 40, 2 council 35
            0 mayor 40; 1 council 31; 2 council 40                      | 0 mayor 40             | 0 mayor 40, 2 council 40
            0 mayor 40; 1 -/bay 40; 2 -/isle >=35                       | 0 mayor 40             | 0 mayor 40, 1 -/bay 40, 2 -/isle >=35
            0 mayor 40; 1 mayor/bay 40                                  | 0 mayor 40             | 0 mayor 40, 1 mayor/bay 40
            0 mayor 40; 1 mayor 40                                      | 0 mayor 40             | 0 mayor 40
            0 mayor 20; 1 mayor 40; 2 -/bay >=15                        | 1 mayor 40             | 1 mayor 40, 2 -/bay >=15
            0 mayor >=40; 1 council 40                                  | 1 council 40           | 1 council 40, 0 mayor >=40
            0 mayor 40; 1 council >=40                                  | 0 mayor 40             | 0 mayor 40, 1 council >=40
            0 mayor ~40; 1 mayor 41; 2 mayor ~40                        | 1 mayor 41             | 1 mayor 41
            0 mayor ~40; 1 mayor 39                                     | 0 mayor ~40            | 0 mayor ~40
            """)
    void leaves(String claims, String current, String standing) {
        var tally = Said.standing(claims).tally();
        assertThat(tally.current()).map(Claim::id).contains(current);
        assertThat(tally.standing().stream().map(Claim::id).collect(Collectors.joining(", ")))
                .isEqualTo(standing);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # claims                                | what each voice says last
            0 mayor 8005; 1 mayor 8000              | 0 mayor 8005
            0 mayor 8005; 1 mayor 8005              | 1 mayor 8005
            0 mayor 8005; 1 mayor >=8005            | 0 mayor 8005
            0 mayor ~8005; 1 mayor >=8005           | 1 mayor >=8005
            0 mayor ~8000; 1 mayor ~8000            | 1 mayor ~8000
            0 mayor 40; 1 -/bay ~60                 | 0 mayor 40, 1 -/bay ~60
            0 mayor 40; 1 -/bay 31; 2 -/bay ~33     | 0 mayor 40, 1 -/bay 31
            0 mayor 40; 1 -/bay 31; 2 -/bay ~40     | 0 mayor 40, 2 -/bay ~40
            0 mayor 40; 1 -/bay 31; 2 -/bay 35      | 0 mayor 40, 2 -/bay 35
            0 -/bay 45; 1 mayor 42 it was revised   | 1 mayor 42 it was revised
            0 council 45; 7 mayor 42 it was revised | 0 council 45, 7 mayor 42 it was revised
            0 -/bay 42; 1 mayor 45; 2 mayor 42 it was revised | 0 -/bay 42, 2 mayor 42 it was revised
            0 mayor 40; 1 council 45; 2 mayor 42    | 2 mayor 42, 1 council 45
            0 mayor 20; 1 mayor 40; 2 mayor 20      | 2 mayor 20
            0 mayor 20; 1 mayor 3 counted from zero | 1 mayor 3 counted from zero
            """)
    void remembersVoices(String claims, String expected) {
        assertThat(Said.standing(claims).tally().voices().values().stream()
                        .map(Claim::id)
                        .collect(Collectors.joining(", ")))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # claims                                                 | why the last
            0 mayor >=20                                             | first number: at least 20
            0 mayor 20; 1 mayor 31                                   | 31 is above 20
            0 mayor 20; 1 -/bay 20                                   | the same number: 20
            0 mayor 20; 1 -/bay >=15                                 | at least 15 and 20 are the same number
            0 mayor 20; 1 council 31                                 | council says 31, mayor says 20, at about the same time
            0 mayor 8306; 1 council 8309                             | 8,309 and 8,306 differ by less than the tolerance
            0 mayor 40; 1 mayor 31                                   | the same claimant now says 31, after 40
            0 mayor 40; 1 mayor 31 it was revised                    | the text says that the number was lowered
            0 mayor 40; 1 mayor 3 counted from zero                  | the text says that the count began again
            0 mayor 40; 1 mayor 3                                    | 3 is below 40, and the text does not say why
            0 mayor 40; 1 mayor 3; 14 mayor 3                        | the same claimant counts from 3 again
            0 mayor 40; 337 mayor 9                                  | nothing was heard of the earlier incident for long: a new one
            0 mayor 4237; 24 mayor 4327                              | 4,327 has the digits of 4,237 with two of them exchanged
            0 mayor 5100; 24 mayor 5459 after review                 | the text says that earlier cases were added at once: no rise of one day
            0 mayor 40; 1 council 31; 2 council 40                   | the claimants now agree on 40
            """)
    void saysWhy(String claims, String why) {
        assertThat(Said.standing(claims).tally().verdicts().getLast().why().get())
                .isEqualTo(why);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            # claims                                              | waiting
            0 mayor 4237; 24 mayor 4327                           | 24 mayor 4327
            0 mayor 4237; 24 mayor 4327; 48 mayor 4251            | 24 mayor 4327
            0 mayor 4237; 24 mayor 4327; 48 mayor 4340            | none
            0 mayor 4237; 24 mayor 4327; 25 mayor/bay 4327        | none
            0 mayor 4237; 24 mayor 4327; 25 mayor/bay >=4000      | 24 mayor 4327
            0 mayor 40; 1 mayor 3; 2 mayor 4                      | 1 mayor 3, 2 mayor 4
            """)
    void keepsWaiting(String claims, String waiting) {
        var tally = Said.standing(claims).tally();
        var held = tally.held().stream().map(h -> h.claim()).toList();
        assertThat(held.stream().map(Claim::id).collect(Collectors.joining(", ")))
                .isEqualTo(waiting == null ? "" : waiting);
        assertThat(tally.newestHeld()).isEqualTo(held.stream().map(Claim::asOf).reduce((_, b) -> b));
        assertThat(held).allMatch(c -> tally.counts(c.id()) && tally.held(c.id()));
    }

    @Test
    void aConflictNamesAllWhomItIsAgainst() {
        var tally = Said.standing("0 mayor 20; 0.5 - ~60; 1 council 31; 4 mayor 25; 6 league 90; 9 guild 60")
                .tally();
        assertThat(tally.verdicts())
                .filteredOn(v -> v.kind() == Update.Kind.CONFLICT)
                .extracting(v -> v.against().stream().map(Claim::claimant).toList())
                .containsExactly(List.of("mayor"), List.of("mayor", "council"), List.of("mayor", "league"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # claims, of which the last is in doubt   | what they do
            0 mayor 40                                | held 40
            0 mayor 40; 1 mayor 41                    | first 40, held 41 from 40
            0 mayor 40; 1 -/bay 40                    | first 40, held 40 from 40
            0 mayor 40; 1 mayor 31                    | first 40, held 31 from 40
            """)
    void whatOtherSeriesCastDoubtOnWaits(String words, String expected) {
        var claims = Said.claims(words);
        var book = Said.book(claims).doubted(Map.of(claims.getLast().id(), "for a reason"));
        var standing = Said.standing(claims, book);
        assertThat(verdicts(standing)).isEqualTo(expected);
        assertThat(standing.tally().said(claims.getLast())).isTrue();
        assertThat(standing.tally().anchor())
                .map(Claim::id)
                .contains(claims.getFirst().id());
    }

    @Test
    void countsWhatStandsWaitsOrIsHeard() {
        var tally = Said.standing("0 mayor 40; 1 council 31; 2 - ~60; 3 mayor 3; 4 mayor 70 item:x; 4 mayor 80 item:x")
                .tally();
        assertThat(List.of("0 mayor 40", "1 council 31", "2 - ~60", "4 mayor 70 item:x"))
                .allMatch(tally::counts);
        assertThat(List.of("3 mayor 3", "4 mayor 80 item:x")).noneMatch(tally::counts);
        assertThat(List.of("0 mayor 40", "3 mayor 3")).noneMatch(tally::held);
    }

    @Test
    void corroborationCountsOriginsThatSayTheSameAtAboutTheSameTime() {
        var tally = Said.standing("0 mayor 40; 1 mayor/bay 40; 2 -/bay 40; 3 -/isle >=30; 7 -/cape >=30; 8 -/dune 40")
                .tally();
        assertThat(tally.corroborated(Said.claim("0 mayor 40"))).isEqualTo(4);
        assertThat(tally.corroborated(Said.claim("0 mayor 41"))).isEqualTo(1);
        assertThat(tally.corroborated(Said.claim("6 mayor 41"))).isEqualTo(2);
    }

    @Test
    void aRoundedNumberBearsOutTheFullOneAtAnyTime() {
        var tally = Said.standing("0 mayor 8005; 30 -/bay 8000").tally();
        assertThat(tally.corroborated(Said.claim("0 mayor 8005"))).isEqualTo(2);
        assertThat(tally.corroborated(Said.claim("0 mayor 8000"))).isEqualTo(2);
    }

    @Test
    void thePreferredClaimantIsShown() {
        var config = LedgerConfig.defaults();
        var preferring = new LedgerConfig(
                Map.of(), List.of("Guild", "Council"), config.tolerance(), config.near(), config.quiet(), List.of());
        var tally = Said.standing(preferring, "0 mayor 40; 1 council 31").tally();
        assertThat(tally.current()).map(Claim::id).contains("1 council 31");
        assertThat(Said.standing(preferring, "0 mayor 40").tally().current())
                .map(Claim::id)
                .contains("0 mayor 40");
    }

    @Test
    void aRejectedClaimBelongsHereAndCountsForNothing() {
        var claims = Said.claims("0 mayor 40; 1 council 31 item:x");
        var rejected = claims.getLast();
        var ruling = Said.ruling(rejected, Ruling.Verdict.REJECT);
        var standing = Said.standing(claims, Said.book(claims).ruled(List.of(ruling)));
        assertThat(standing.has(rejected.id())).isTrue();
        assertThat(standing.has("another")).isFalse();
        assertThat(standing.families()).contains("x");
        assertThat(standing.newest()).isEqualTo(Said.MIDNIGHT.plus(Duration.ofHours(1)));
        assertThat(standing.tally().counts(rejected.id())).isFalse();
        assertThat(standing.verdicts(rejected.id())).isEmpty();
        assertThat(standing.verdicts("0 mayor 40")).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # claims                                     | state    | low | best | high
            0 mayor 40                                   | OPEN     | 40  | 40   | 40
            0 mayor 40; 1 council 31                     | DISPUTED | 31  | 40   | 40
            0 mayor 40; 1 -/bay ~40                      | OPEN     | 36  | 40   | 44
            0 mayor 4237; 24 mayor 4327                  | HELD     | 4237 | 4237 | 4237
            0 mayor 4237; 24 mayor 4327; 48 mayor 4251   | OPEN     | 4251 | 4251 | 4251
            0 mayor 4237; 24 mayor 4327; 24 -/bay 4251   | HELD     | 4251 | 4251 | 4251
            """)
    void isEntered(String claims, LedgerEntry.State state, long low, long best, long high) {
        var entry = Entries.of(Said.standing(claims), Book.EMPTY);
        assertThat(entry.state()).isEqualTo(state);
        assertThat(entry.low()).contains(low);
        assertThat(entry.best()).contains(best);
        assertThat(entry.high()).contains(high);
    }

    private static String verdicts(Standing standing) {
        return standing.tally().verdicts().stream()
                .map(v -> v.kind().name().toLowerCase(Locale.ROOT) + " " + Stated.of(v.claim())
                        + v.previous().map(p -> " from " + p).orElse(""))
                .collect(Collectors.joining(", "));
    }
}
