package org.wirebell.processor.extract.signals;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who acts on whom: in the words of the sentence where it says so plainly, and else nothing. */
class PartiesTest {
    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # language, sentence                                                       | actor             | target
            en | Marland jets struck a convoy in the southern hills                    | Marland jets      | a convoy in the southern hills
            en | Residents said that two drones hit a fuel depot near Port Adel, killing four | two drones | a fuel depot near Port Adel
            en | The army has bombed three villages in the hills, residents say         | The army          | three villages in the hills
            en | Rebels fired rockets at the naval yard overnight                      | Rebels            | the naval yard
            en | Gunmen abducted fourteen pupils from a school                         | Gunmen            | fourteen pupils
            en | The market of Port Adel was shelled by government troops on Friday    | government troops | The market of Port Adel
            en | Nine villagers were kidnapped by armed men                            | armed men         | Nine villagers
            en | The bus was hit by a rocket after it left Port Adel                   | a rocket          | The bus
            en | Marland accused its neighbour of violating the ceasefire              | Marland           | its neighbour
            en | Air strikes on the port of Hadi killed nine                           |                   | the port of Hadi
            en | Convoy hit by drone strike near Port Adel                             |                   | Convoy
            en | It fired two missiles at the capital                                  |                   | the capital
            en | Marland threatens to cut off gas to the islands                       | Marland           |
            en | Shelling resumed along the river at dawn                              |                   |
            en | A truce took effect at midnight                                       |                   |
            fr | Des avions de combat ont bombardé le marché de Port-Adel mardi        | Des avions de combat | le marché de Port-Adel
            fr | Le village a été pilonné par l'artillerie rebelle                     | l'artillerie rebelle | Le village
            es | Los rebeldes atacaron una base militar en el norte                    | Los rebeldes      | una base militar en el norte
            es | La refinería fue alcanzada por un misil                               | un misil          | La refinería
            ar | غارة جوية تستهدف مستودعا قرب الميناء                                   |                   |
            """)
    void readsWhoActsOnWhom(String language, String text, String actor, String target) {
        var signal = SignalReader.standard().read("", text, language, 2026).getFirst();
        assertThat(signal.actor() + " > " + signal.target())
                .isEqualTo((actor == null ? "" : actor) + " > " + (target == null ? "" : target));
    }
}
