package org.wirebell.processor.extract.figures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Running counts and the numbers that are their levels. */
class SeriesTest {
    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # what is counted
            en | The death toll rose to 12.                                       | killed 12
            en | The number of hostages killed has risen to 12.                   | killed 12
            en | The number of hostages has risen to 12.                          | captive 12
            en | The toll of the war in Zogo rose to 12,000.                      | killed 12000
            en | Deaths in Zogo climbed to 12.                                    | killed 12
            en | Twelve miners died in Zogo, bringing the total to 20.            | killed 12, killed 20
            en | Twelve miners died and 3 were hurt, bringing the total to 20.    | killed 12, injured 3, injured 20
            en | Bringing the total to 20, a mine fell in and 12 died.            | killed 20, killed 12
            en | The latest deaths lift the total to 12.                          | killed 12
            en | Twelve miners died on Monday. That brings the total to 20.       | killed 12, killed 20
            en | The total rose to 20 as talks on hostage release began.          | none
            en | After the deaths on Monday the total is 12.                      | killed 12
            es | Con estas muertes, el total asciende a 12.                       | killed 12
            fr | Avec ces morts, le total s'élève à 12.                           | killed 12
            # where a level stands
            en | The death toll was 12.                                           | killed 12
            en | The death toll is now 12.                                        | killed 12
            en | The death toll is officially "12".                               | killed 12
            en | Death toll now 12                                                | killed 12
            en | Death toll "12"                                                  | killed 12
            en | Death toll: 12                                                   | killed 12
            en | The death toll is at 12.                                         | killed 12
            en | The death toll, more than 12, shocked Zogo.                      | killed >12
            en | The death toll and nearly 12 houses.                             | none
            en | The death toll included 12 miners.                               | killed 12
            en | The death toll rose by 12.                                       | killed 12 (increment)
            en | The death toll rose from 9 to 12.                                | killed 9 (previous), killed 12
            en | The death toll rose to 12 zorks.                                 | killed 12
            en | The death toll rose to 12 houses.                                | none
            en | The death toll in Zogo, which lost 9 houses, rose to 12.         | killed 12
            en | The death toll rose as at least 12 houses fell.                  | none
            en | The death toll rose; it stands at 12.                            | killed 12
            en | The death toll rose; in Zogo, 12 were hurt.                      | injured 12
            en | The death toll rose to 60 deaths.                                | killed 60
            en | The death toll reached 12.                                       | killed 12
            en | Death toll in Zogo now 12                                        | killed 12
            en | The death toll in Zogo: 12                                       | killed 12
            en | The death toll in Zogo, more than 12, is to rise.                | killed >12
            en | The death toll in Zogo, including 12 guards, rose.               | killed 12
            en | The death toll in Zogo was 12.                                   | killed 12
            en | The toll rose to between 12 and 15.                              | killed 12..15
            ar | بلغت حصيلة القتلى في زوغو 42                                     | killed 42
            # the level first
            en | Police put at 340 the death toll in Zogo.                        | killed 340
            en | Police put at 340 in Zogo the death toll.                        | none
            es | Sube a 340 el número de muertos en Zogo.                         | killed 340
            es | Sube a 340 la cifra de muertos en Zogo.                          | killed 340
            es | Aumentan a 340 los heridos en Zogo.                              | injured 340
            es | Suman 340 los muertos en Zogo.                                   | killed 340
            fr | Il s'élève à 340 le nombre de morts.                             | killed 340
            """)
    void readsLevels(String language, String text, String expected) {
        assertThat(Shown.read(text, language)).isEqualTo(expected);
    }
}
