package org.wirebell.processor.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebell.model.Claim;

/** Series are parted by strokes, claims by semicolons. */
class PairTest {
    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            # before                                  | after                                      | pairs by first claim
            0 - 9                                     | 0 - 9; 1 - 10                              | 0 - 9 > 0 - 9
            0 - 9                                     | 1 - 10                                     | 0 - 9 > 1 - 10
            0 - 9                                     | 1 - 10 place:al                            | none > 1 - 10 place:al, 0 - 9 > none
            ''                                        | 0 - 9                                      | none > 0 - 9
            0 - 9                                     | ''                                         | 0 - 9 > none
            0 - 9 place:al; 1 - 10 / 2 - 11; 3 - 12; 4 - 13 | 1 - 10; 2 - 11; 3 - 12               | 2 - 11 > 1 - 10, 0 - 9 place:al > none
            0 - 9; 1 - 10 / 2 - 11; 3 - 12            | 1 - 10; 2 - 11                             | 0 - 9 > 1 - 10, 2 - 11 > none
            0 - 9 place:al / 2 - 11                   | 2 - 11 / 0 - 9 place:al                    | 2 - 11 > 2 - 11, 0 - 9 place:al > 0 - 9 place:al
            """)
    void belongTogether(String before, String after, String expected) {
        assertThat(Pair.of(standings(before), standings(after)).stream()
                        .map(p -> first(p.before()) + " > " + first(p.after()))
                        .collect(Collectors.joining(", ")))
                .isEqualTo(expected);
    }

    private static List<Standing> standings(String words) {
        return Arrays.stream(words.split(" / "))
                .filter(w -> !w.isBlank())
                .map(Said::standing)
                .toList();
    }

    private static String first(java.util.Optional<Standing> standing) {
        return standing.map(s -> s.claims().getFirst().id()).orElse("none");
    }

    @ParameterizedTest(name = "{0} to {1}, looked at {2}")
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            # before         | after                   | looked at | untouched | renamed
            0 - 9; 1 - 10    | 0 - 9; 1 - 10           | ''        | true      | false
            0 - 9; 1 - 10    | 0 - 9; 1 - 10           | 1 - 10    | false     | false
            0 - 9; 1 - 10    | 0 - 9; 1 - 10           | 2 - 11    | true      | false
            0 - 9            | 0 - 9; 1 - 10           | ''        | false     | false
            0 - 9; 1 - 10    | 0 - 9                   | ''        | false     | false
            0 - 9 place:al   | 0 - 9 place:al; 1 - 10  | ''        | false     | true
            """)
    void areLookedAt(String before, String after, String looked, boolean untouched, boolean renamed) {
        var pair = Pair.of(standings(before), standings(after)).getFirst();
        assertThat(pair.untouched(new HashSet<>(List.of(looked)))).isEqualTo(untouched);
        assertThat(pair.renamed()).isEqualTo(renamed);
    }

    @org.junit.jupiter.api.Test
    void whatIsNewOrGoneIsNoSeriesRenamed() {
        assertThat(Pair.of(List.of(), standings("0 - 9")).getFirst().renamed()).isFalse();
        assertThat(Pair.of(standings("0 - 9"), List.of()).getFirst().renamed()).isFalse();
        assertThat(Pair.of(List.of(), standings("0 - 9")).getFirst().untouched(new HashSet<>()))
                .isFalse();
        assertThat(Pair.of(standings("0 - 9"), List.of()).getFirst().untouched(new HashSet<>()))
                .isFalse();
    }

    @org.junit.jupiter.api.Test
    void theSameClaimsUnderAnotherNameAreTouched() {
        var before = Said.standing("0 - 9");
        var after = Said.standing("0 - 9").named(Said.claim("0 - 9 place:al").series());
        assertThat(new Pair(java.util.Optional.of(before), java.util.Optional.of(after)).untouched(new HashSet<>()))
                .isFalse();
        List<Claim> claims = before.claims();
        assertThat(claims).hasSize(1);
    }
}
