package org.wirebell.processor.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebell.model.Ruling;

class SeriesFinderTest {
    private final SeriesFinder finder = new SeriesFinder(LedgerConfig.defaults(), Scenario.PLACES);

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # claims                                                                        | their numbers by series
            0 - 20; 1 - 31                                                                  | 20 31
            0 - 20; 1 - 31 event:mine                                                       | 20 / 31
            0 - 20 event:mine; 1 - 31 place:al; 2 - 33                                      | 20 / 31 33
            # a number finds its own, else the closest in words, else a running count, a dated one, the newest
            0 mayor 20 event:strike; 1 mayor 5 event:strike; 2 mayor 30 event:strike        | 20 30 / 5
            0 mayor 20 event:strike; 1 mayor 5 event:strike; 2 mayor 6 event:strike         | 20 / 5 6
            0 mayor 120 event:strike place:al; 1 mayor 20 event:strike; 2 mayor 120 event:strike | 120 120 / 20
            0 - 900 since:2026-01-02; 1 - 700 since:2025-09-02; 2 - 910 event:war           | 900 910 / 700
            0 - 900 since:2026-01-02; 1 - 900 since:2025-09-02; 2 - 900 event:war           | 900 / 900 900
            1 - 900 since:2025-09-02; 2 - 901 since:2026-01-02; 3 - 900 event:war           | 900 / 901 900
            0 - 900 since:truce_broke; 0 - 900 since:2026-01-02; 3 - 900 since:truce_broke; 4 - 900 event:war | 900 900 / 900 900
            0 - 900 since:2026-01-02; 1 - 900 since:truce_broke; 4 - 900 event:war          | 900 900 / 900
            # one running count told in two ways
            0 - 900 event:war; 24 - 5000 event:war place:al; 48 - 5100 event:war            | 900 5000 5100
            """)
    void sorts(String claims, String expected) {
        assertThat(numbers(Said.book(Said.claims(claims)))).isEqualTo(expected);
    }

    @Test
    void seriesThatTurnOutToBeOneArePutTogether() {
        var claims = Said.claims("0 - 900 event:war; 24 - 2000 event:war place:al; 25 - 5 event:war place:al;"
                + "40 - 2010 event:war; 48 - 2100 event:war place:al");
        assertThat(finder.of(Said.book(claims)).series().stream()
                        .mapToInt(s -> s.claims().size())
                        .sum())
                .isEqualTo(5);
    }

    @Test
    void aRejectedClaimCountsInNoneOfTwoThatArePutTogether() {
        var claims = Said.claims("0 - 900 event:war; 24 - 5000 event:war place:al; 48 - 5100 event:war");
        var rejected = Said.ruling(claims.get(1), Ruling.Verdict.REJECT);
        var found = finder.of(Said.book(claims).ruled(List.of(rejected))).series();
        assertThat(found).noneMatch(s -> s.tally().counts("24 - 5000 event:war place:al"));
        assertThat(found).anyMatch(s -> s.has("24 - 5000 event:war place:al"));
    }

    @Test
    void aRejectedClaimStaysInItsSeriesWithoutCounting() {
        var claims = Said.claims("0 - 20; 1 - 31; 2 - 33");
        var rejected = Said.ruling(claims.get(1), Ruling.Verdict.REJECT);
        var released = Said.ruling(claims.get(2), Ruling.Verdict.RELEASE);
        var found =
                finder.of(Said.book(claims).ruled(List.of(rejected, released))).series();
        assertThat(found).singleElement().satisfies(s -> {
            assertThat(s.claims()).hasSize(3);
            assertThat(s.tally().counts("1 - 31")).isFalse();
            assertThat(s.tally().counts("2 - 33")).isTrue();
        });
    }

    @Test
    void aClaimThatRemembersItsSeriesGoesThere() {
        var claims = Said.claims("1 mayor 5 event:strike; 2 mayor 21 event:strike; 3 mayor 6 event:strike");
        var homes = List.of(
                new Book.Home("1 mayor 5 event:strike", "gone"),
                new Book.Home("2 mayor 21 event:strike", "other"),
                new Book.Home("3 mayor 6 event:strike", "other"));
        var book = Said.book(claims);
        assertThat(numbers(book)).isEqualTo("5 21 / 6");
        assertThat(numbers(book.only(claims, homes))).isEqualTo("5 21 6");
        assertThat(finder.of(book.only(claims, homes)).series().getFirst().root())
                .isEqualTo("gone");
    }

    @Test
    void aClaimThatRemembersAnotherSeriesDoesNotGoToTheFirst() {
        var claims = Said.claims("1 mayor 5 event:strike; 2 mayor 500 event:strike; 3 mayor 6 event:strike");
        var homes = List.of(
                new Book.Home("2 mayor 500 event:strike", "other"), new Book.Home("3 mayor 6 event:strike", "other"));
        assertThat(numbers(Said.book(claims).only(claims, homes))).isEqualTo("5 / 500 6");
    }

    @Test
    void ofOneNameTheSecondIsNumbered() {
        var found = finder.of(
                        Said.book(
                                Said.claims(
                                        "0 mayor 20 event:strike; 1 mayor 5 event:strike; 2 mayor 100 event:strike; 3 mayor 9 event:mine")))
                .series();
        assertThat(found)
                .extracting(s -> s.series().day())
                .containsExactly("2026-03-01", "2026-03-01#2", "2026-03-01#3", "");
        assertThat(found).extracting(s -> s.series().event()).containsExactly("strike", "strike", "strike", "mine");
    }

    private String numbers(Book book) {
        return finder.of(book).series().stream()
                .map(s -> s.claims().stream()
                        .map(c -> Long.toString(Stated.of(c)))
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining(" / "));
    }
}
