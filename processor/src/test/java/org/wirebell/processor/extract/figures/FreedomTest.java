package org.wirebell.processor.extract.figures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who freed people, and who freed themselves. */
class FreedomTest {
    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # a raid frees as a rescue, a holder releases
            en | Commandos freed 12 hostages in a raid.                       | rescued 12
            en | Commandos liberated 12 hostages in a raid.                   | rescued 12
            en | Freed: 12 hostages, in a dawn raid                           | rescued 12
            en | After the raid the gang released 12 hostages.                | released 12
            en | The gang freed 12 hostages.                                  | released 12
            en | The raid killed 12 hostages.                                 | killed 12
            # off a craft
            en | The coastguard evacuated 12 people from a ferry.             | rescued 12
            en | The coastguard evacuated 12 people off a ferry.              | rescued 12
            en | The coastguard evacuated 12 people from a village.           | displaced 12
            en | The coastguard evacuated 12 people today from a ferry.       | rescued 12
            en | The coastguard evacuated 12 people early today from a ferry. | displaced 12
            en | 12 people were evacuated from a ferry.                       | rescued 12
            en | 12 people were evacuated from the deck of a ferry.           | rescued 12
            en | 12 people were evacuated from the burning deck of a ferry.   | displaced 12
            en | 12 people were evacuated by helicopter.                      | displaced 12
            en | 12 people were displaced from a ferry.                       | displaced 12
            # who breaks out, and who leaves a ward
            en | Three inmates escaped during a storm in Zogo.                | none
            en | Three hostages escaped during a storm in Zogo.               | released 3
            en | Three hostages escaped in a jailbreak in Zogo.               | none
            en | Gunmen freed 300 in a jailbreak in Zogo.                     | none
            en | Gunmen killed 300 in a jailbreak in Zogo.                    | killed 300
            en | Gunmen freed 300 prisoners in Zogo.                          | released 300
            en | Three guards were held captive in a jailbreak in Zogo.       | captive 3
            en | Three detainees remain after a jailbreak in Zogo.            | none
            en | Forty miners were released from hospital in Zogo.            | none
            en | Forty miners were hurt and taken to hospital in Zogo.        | injured 40
            en | Forty miners were freed in Zogo.                             | released 40
            """)
    void saysWhoFreed(String language, String text, String expected) {
        assertThat(Shown.read(text, language)).isEqualTo(expected);
    }
}
