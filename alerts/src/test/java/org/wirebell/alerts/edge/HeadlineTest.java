package org.wirebell.alerts.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirebell.model.Alert;
import org.wirebell.model.Notice;

class HeadlineTest {
    private static Notice notice(String kind, String claimant) {
        var like = Notices.storm(
                Notice.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                Notices.exactly(2_357),
                Notices.atLeast(1_883),
                "At least 1,883 died.",
                "1,883");
        return Notices.changed(like, claimant, List.of(), List.of(), "en");
    }

    @ParameterizedTest(name = "{0} {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # kind   | claimant                                          | limit | headline
            new      | harbour office                                    | 100   | At least 1,883 killed in port adel, was 2,357 - harbour office
            new      | harbour office                                    | 55    | At least 1,883 killed, was 2,357 - harbour office
            correct  | harbour office                                    | 55    | Correction: At least 1,883 killed - harbour office
            withdraw | harbour office                                    | 55    | Withdrawn: 2,357 killed in port adel - harbour office
            hold     | harbour office                                    | 55    | On hold: At least 1,883 killed - harbour office
            new      |                                                   | 55    | At least 1,883 killed in port adel, was 2,357
            new      | Ministry of the Interior of the Republic of Velmar | 55    | At least 1,883 - Ministry of the Interior of the Repub…
            correct  | Ministry of the Interior of the Republic of Velmar | 55    | Correction: At least 1,883 - Ministry of the Interior …
            new      | مكتب الميناء                                       | 55    | At least 1,883 killed, was 2,357 - مكتب الميناء
            """)
    void keepsNumberAndClaimant(String kind, String claimant, int limit, String headline) {
        assertThat(Headline.of(notice(kind, claimant == null ? "" : claimant), limit))
                .isEqualTo(headline);
    }

    @Test
    void cutsNoCharacterInTwo() {
        var family = "👩‍👩‍👧‍👦".repeat(20);
        assertThat(Headline.of(notice("new", family), 55))
                .isEqualTo("At least 1,883 - " + "👩‍👩‍👧‍👦".repeat(3) + "…");
        var accents = "e\u0301".repeat(60);
        assertThat(Headline.of(notice("new", accents), 55)).doesNotContain("e…").endsWith("e\u0301…");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.wirebell.alerts.edge.Cases#all")
    void keepsTheLimit(String name, Notice notice) {
        for (int limit : new int[] {55, 100}) {
            assertThat(Headline.of(notice, limit))
                    .as(name)
                    .hasSizeLessThanOrEqualTo(limit)
                    .isNotBlank();
        }
        var number = Optional.of(notice)
                .filter(it -> it.entries().isEmpty())
                .flatMap(it -> it.kind() == Notice.Kind.WITHDRAW
                        ? it.alert().before()
                        : it.alert().after());
        number.map(Wording::number)
                .ifPresent(it -> assertThat(Headline.of(notice, 55)).containsIgnoringCase(it));
    }

    @Test
    void withoutAFigureTheTitleIsCut() {
        var notice = Notices.storm(
                Notice.Kind.NEW, Optional.<Alert.Reading>empty(), Optional.empty(), "Many died in the storm.", "died");
        assertThat(Headline.of(notice, 55)).isEqualTo("Storm in Velmar: killed - harbour office");
        assertThat(Headline.of(notice, 32)).isEqualTo("Storm in Velma… - harbour office");
    }

    @Test
    void aSizeIsOneOfThree() {
        assertThat(Headline.Size.of("100")).isEqualTo(Headline.Size.MIDDLE);
        assertThatThrownBy(() -> Headline.Size.of("80")).hasMessage("headline must be 55, 100 or full, was 80");
    }
}
