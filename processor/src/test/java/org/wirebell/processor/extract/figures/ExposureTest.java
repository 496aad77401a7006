package org.wirebell.processor.extract.figures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People who were merely there, and the part of them to whom something happened. */
class ExposureTest {
    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # merely there
            en | A ferry carrying 45 people sank, killing 12.                     | killed 12
            en | A plane carrying 45 miners and 6 guards crashed, killing 9.      | killed 9
            en | A plane carrying 45 miners, 6 guards crashed, killing 9.         | killed 9
            en | A boat with 45 miners aboard sank and 9 died.                    | killed 9
            en | The ferry with 45 passengers aboard was hit.                     | none
            en | Rescuers reached a boat with 45 miners still aboard; 3 died.     | killed 3
            en | The boat with 45 miners died.                                    | killed 45
            en | The boat with 45 miners aboard died.                             | none
            en | The boat with 45 miners from the far town aboard died.           | none
            en | The boat with 45 miners from the very far old town aboard died.  | killed 45
            en | The boat with 45 miners, aboard died.                            | killed 45
            en | Town of 9,000 people mourned; 12 died.                           | killed 12
            en | How many of the 45 had survived was not clear; 3 died.           | killed 3
            en | Many of the 45 died.                                             | none
            en | Deaths of the 45 miners shook Zogo.                              | killed 45
            en | The blast killed guards of a ship carrying 45 miners.            | none
            en | The blast killed the guards of a boat with 45 miners aboard.     | none
            en | Any of the 45 killed would be mourned; 3 died.                   | killed 3
            # the whole before its parts
            en | Of the 64 people aboard, 41 died.                                | killed 41
            en | Of the 64 people, 41 died.                                       | killed 41
            en | Police said that, of the 64 people aboard, 41 died.              | killed 41
            # a part of the number behind it
            en | 14 of the 45 passengers died.                                    | killed 14
            en | 14 of the 45 died.                                               | killed 14
            en | 14 of at least 45 passengers died.                               | killed 14
            en | 14 miners of the 45 died.                                        | killed 14
            en | 14 passengers of 45 passengers died.                             | killed 14
            en | Half of the 45 passengers died.                                  | killed share 0.5
            en | Half of all the nearly 45 passengers died.                       | killed share 0.5
            en | Eight of the 45 killed were miners.                              | killed 8 of #1, killed 45
            en | 14 of the 45 dead were miners.                                   | killed 14 of #1, killed 45
            """)
    void countsThoseHarmed(String language, String text, String expected) {
        assertThat(Shown.read(text, language)).isEqualTo(expected);
    }
}
