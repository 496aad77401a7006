package org.wirebell.processor.extract.figures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How tightly words before and behind a number bind it. */
class BoundsTest {
    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # before the number
            en | At least 12 miners were killed.                    | killed >=12
            en | More than 12 miners were killed.                   | killed >12
            en | Up to 12 miners were killed.                       | killed <=12
            en | Fewer than 12 miners were killed.                  | killed <12
            en | Nearly 12 miners were killed.                      | killed almost 12
            en | About 12 miners were killed.                       | killed ~12
            en | 12 miners were killed.                             | killed 12
            # behind it, and behind its noun
            en | 12 or more miners were killed.                     | killed >=12
            en | 12+ miners were killed.                            | killed >=12
            en | 12-plus miners were killed.                        | killed >=12
            en | 12 - plus miners were killed.                      | killed 12
            en | 12 or fewer miners were killed.                    | killed <=12
            en | 12 or so miners were killed.                       | killed ~12
            en | 12-odd miners were killed.                         | killed ~12
            en | 12 miners or more were killed.                     | killed >=12
            en | 12 miners or fewer were killed.                    | killed <=12
            en | 12 miners or so were killed.                       | killed ~12
            es | Murieron 42 mineros por lo menos.                  | killed >=42
            fr | Douze mineurs au moins ont été tués.               | killed >=12
            ar | قتل 42 شخصا على الأقل                              | killed >=42
            # what says a bound itself
            en | A dozen miners were killed.                        | killed ~12
            en | At least a dozen miners were killed.               | killed >=12
            en | A dozen or more miners were killed.                | killed >=12
            en | At least several hundred miners were killed.       | killed 300+
            en | Between 12 and 15 miners were killed.              | killed 12..15
            en | At least between 12 and 15 miners were killed.     | killed 12..15
            es | De 30 a 42 mineros murieron.                       | killed 30..42
            en | More than half of the miners were killed.          | killed >share 0.5
            en | Half or so of the miners were killed.              | killed ~share 0.5
            # words between bound and number
            en | At least another 12 miners were killed.            | killed >=12 (increment)
            en | At least 12 more miners were killed.               | killed >=12 (increment)
            en | At least the 12 miners were killed.                | killed >=12
            en | About at least 12 miners were killed.              | killed >=12
            en | At least about 12 miners were killed.              | killed ~12
            en | At least "12" miners were killed.                  | killed >=12
            en | At least the "12" miners were killed.              | killed >=12
            en | The "12" miners were killed.                       | killed 12
            en | At least all of 12 miners were killed.             | killed 12
            en | At least miners, 12 in all, were killed.           | killed 12
            # a level is no limit
            en | The toll rose to as many as 12.                    | killed <=12
            es | El número de muertos subió hasta 42.               | killed 42
            es | El número de muertos subió de 30 hasta 42.         | killed 30 (previous), killed 42
            es | El número de muertos llegó hasta los 42.           | killed 42
            es | Murieron hasta 42 mineros.                         | killed <=42
            """)
    void bindsTheNumber(String language, String text, String expected) {
        assertThat(Shown.read(text, language)).isEqualTo(expected);
    }
}
