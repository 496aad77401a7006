package org.wirebell.processor.extract.figures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many the main event of a story killed and hurt. */
class TotalsTest {
    private static final FigureReader READER = FigureReader.standard();

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            ''                    | Rebels killed three councillors and two guards and hurt nine.              | 5  | 9
            ''                    | Rebels murdered the mayor, three councillors and two guards.               | 6  | 0
            ''                    | Four officers and a civilian were killed.                                  | 5  | 0
            ''                    | Raiders murdered six priests, their cook and her daughter.                 | 8  | 0
            Raid kills 20         | The raid killed 20 people, nine of them women. The war has killed 9,000.   | 20 | 0
            ''                    | Six more people died, bringing the death toll to 22.                       | 22 | 0
            ''                    | Five people were shot, two of them fatally.                                | 2  | 3
            ''                    | As many as 40 could die. Twelve were hurt.                                 | 0  | 12
            ''                    | Seven died. In 1999 a fire killed 80 people.                               | 7  | 0
            ''                    | Dozens were killed.                                                        | 0  | 0
            """)
    void addsUpTheMainEvent(String headline, String body, long killed, long injured) {
        assertThat(READER.totals(headline, body, "en")).isEqualTo(new Totals(killed, injured));
    }
}
