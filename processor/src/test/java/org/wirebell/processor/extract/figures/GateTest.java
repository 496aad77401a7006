package org.wirebell.processor.extract.figures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateTest {
    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            en | At least 12 people were killed.                     | true
            en | Twelve   were KILLED                                | true
            en | Two dozen\u00a0hurt, the mine office said           | true
            en | A handful of miners died                            | true
            en | The toll stands at 9, three of\u200bthem children   | true
            en | "Seven dead," he said                               | true
            en | The council voted 9 to 4 for a plan                 | false
            en | Nobody had seen the killed queen of the play        | false
            en | Residents said that the road had been closed        | false
            en | Prices fell by 2 percent in Tenby                   | false
            fr | Trois d’entre eux étaient des enfants               | true
            fr | L'attaque a tué 12 personnes                        | true
            fr | Le conseil a voté                                   | false
            es | Murieron doce mineros                               | true
            es | El consejo aprobó el plan                           | false
            ar | وصل الوزير إلى المدينة                              | true""")
    void letsThroughWhatMayHoldAFigure(String language, String text, boolean passes) {
        assertThat(new Gate(Lexicon.of(language)).passes(text, 0, text.length()))
                .isEqualTo(passes);
    }
}
