package org.wirebell.processor.extract.places;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebell.model.Place;

class GazetteerTest {
    private final Gazetteer gazetteer = Gazetteer.standard();

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
            Lebanon                                | lb
            lebanon                                | lb
            LEBANON                                | lb
            Liban                                  | lb
            Líbano                                 | lb
            لبنان                                  | lb
            Khan Younis                            | ps/khan-younis
            Belmont                                | none
            Belmont, California                    | us/belmont
            khan yunis                             | ps/khan-younis
            خان يونس                               | ps/khan-younis
            Gaza                                   | ps/gaza-strip
            the Gaza Strip                         | ps/gaza-strip
            Gaza City                              | ps/gaza-city
            northern Gaza                          | ps/north-gaza
            Rafah, in southern Gaza                | ps/rafah
            the town of Khiam, southern Lebanon    | lb/khiam
            El-Fasher                              | sd/el-fasher
            al-Fashir                              | sd/el-fasher
            a market in Goma                       | cd/goma
            Tripoli                                | ly/tripoli
            Tripoli, Lebanon                       | lb/tripoli
            Nagorno-Karabakh                       | az/nagorno-karabakh
            US                                     | us
            U.S.                                   | us
            UK                                     | gb
            Côte d'Ivoire                          | ci
            Cote d’Ivoire                          | ci
            DRC                                    | cd
            Trinidad and Tobago                    | tt
            Saint Lucia                            | lc
            Sana'a                                 | ye/sanaa
            Lyon                                   | fr/lyon
            the bridge in Larkana                  | pk/larkana
            split                                  | none
            the reading of the bill                | none
            Port Adel                              | none
            the harbour                            | none
            the health ministry                    | none
            South China Sea                        | none
            """)
    void finds(String words, String id) {
        assertThat(gazetteer.find(words).map(Place::id).orElse("none")).isEqualTo(id);
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            lb/khiam       | lb                  | true
            lb             | lb/khiam            | true
            lb/khiam       | lb/southern-lebanon | true
            lb/khiam       | lb/khiam            | true
            lb/khiam       | lb/nabatieh         | false
            lb/khiam       | sy                  | false
            ps/rafah       | ps/gaza-strip       | true
            ps/gaza-city   | ps/north-gaza       | false
            xx/port-adel   | xx/port-adel        | true
            xx/port-adel   | xx                  | false
            x/golan-heights| sy                  | false
            """)
    void comparesPlaces(String a, String b, boolean compatible) {
        assertThat(gazetteer.compatible(a, b)).isEqualTo(compatible);
    }

    @Test
    void putsTownsIntoDivisions() {
        assertThat(gazetteer.byId("sa/jeddah"))
                .hasValueSatisfying(p -> assertThat(p.ancestors()).containsExactly("sa/mecca", "sa"));
        assertThat(gazetteer.within("fr/lyon", "fr/auvergne-rhone-alpes")).isTrue();
        assertThat(gazetteer.size()).isBetween(20_000, 40_000);
    }

    @Test
    void knowsTheAncestors() {
        assertThat(gazetteer.byId("ps/beit-lahia"))
                .hasValueSatisfying(
                        p -> assertThat(p.ancestors()).containsExactly("ps/north-gaza", "ps/gaza-strip", "ps"));
        assertThat(gazetteer.size()).isGreaterThan(900);
    }
}
