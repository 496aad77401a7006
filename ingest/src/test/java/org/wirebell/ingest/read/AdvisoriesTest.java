package org.wirebell.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdvisoriesTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # advice                                                   | signals
            BULLETIN KILL                                              | KILL
            Kill: Quay opens                                           | KILL
            Bitte diese Meldung nicht verwenden                        | KILL
            Ne pas utiliser cette dépêche                              | KILL
            Cette dépêche annule et remplace la précédente             | REPLACE
            MANDATORY CORRECTION                                       | CORRECTION
            Corrige la fecha en el segundo párrafo                     | CORRECTION
            Rättelse: namnet i första stycket                          | CORRECTION
            Embargoed until Monday                                     | EMBARGO
            Sperrfrist aufgehoben                                      | RELEASE
            HOLD FOR RELEASE                                           | HOLD EMBARGO
            Adds quotes, background                                    | ''
            With video of a kill by an orca                            | ''
            """)
    void tellsWhatIsAsked(String advice, String signals) {
        assertThat(Advisories.in(advice).stream().map(Enum::name).collect(Collectors.joining(" ")))
                .isEqualTo(signals);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            SKERRY (SN) _ The U.S. Coast Guard came. It left.      | The U.S. Coast Guard came.
            Gov. Wren met Dr. Hald on Jan. 6 at noon. They spoke.  | Gov. Wren met Dr. Hald on Jan. 6 at noon.
            It cost 2.5 million. Nobody paid.                      | It cost 2.5 million.
            "It is over." Then she left.                           | "It is over."
            One sentence only                                      | One sentence only
            """)
    void anAlertWithoutAHeadlineGetsItsFirstSentence(String body, String headline) {
        var draft = new Draft(Hints.file("alert"));
        draft.body = "By Tove Hald\n\n" + body;
        draft.needsHeadline();
        assertThat(draft.headline).isEqualTo(headline);
    }
}
