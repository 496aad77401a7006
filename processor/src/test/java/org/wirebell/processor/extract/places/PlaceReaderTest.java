package org.wirebell.processor.extract.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebell.model.Place;
import org.wirebell.processor.extract.words.Passage;

class PlaceReaderTest {
    private final PlaceReader reader = PlaceReader.standard();

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            # language | text                                                            | places
            en | Shells fell on Khiam overnight, the mayor said                          | lb/khiam
            en | Two boats left Lebanon for Cyprus                                       | lb cy
            fr | Trois blessés dans un incendie à Belmont                                 |
            en | Fire hurts three in Belmont, California                                 | us/belmont us/california
            en | Lebanon says Khiam was hit again                                        | lb/khiam lb
            en | Israeli drones circled over Tyre, Lebanese officials said               | lb/tyre il lb
            en | Palestinian medics reached Khan Younis                                  | ps/khan-younis ps
            en | The US and the UK sent envoys to Muscat                                 | us gb om/muscat
            en | U.S. troops left Niger                                                  | ne us
            en | US-led convoy reaches Erbil                                             | iq/erbil us
            en | North Korea fired again, South Korea said                               | kp kr
            en | South Sudanese herders crossed into Sudan                               | sd ss
            en | A court in Guinea-Bissau heard the case                                 | gw
            en | Floods in Papua New Guinea                                              | pg
            en | Israel-Gaza war: 40 towns without power                                  | ps/gaza-strip il
            en | Trains stop in northern Gaza                                            | ps/north-gaza
            en | Talks on the Democratic Republic of Congo resumed in Doha               | cd qa/doha
            en | Kyiv said Kharkiv was without power                                     | ua/kyiv ua/kharkiv
            en | Soldiers entered Omdurman, across the Nile from Khartoum                | sd/omdurman sd/khartoum
            en | A blast shook Tripoli, said Lebanese police                             | lb/tripoli lb
            en | Clashes in Tripoli, said Libyan police                                  | ly/tripoli ly
            en | Georgia closed its airspace after talks in Tbilisi                      | ge/tbilisi ge
            en | Storm hits Georgia; Atlanta schools close                               | us/atlanta us/georgia
            en | The mayor of Nice, in France, resigned                                  | fr/nice fr
            # traps
            en | A nice day at the harbour                                               |
            en | Nice work, said the coach                                               |
            en | Mariam Jordan won the prize                                             |
            en | Jordan Ellis won the prize                                              |
            en | Paris Hadley sings tonight                                              |
            en | Ships crossed the South China Sea                                       |
            en | The Geneva Conventions apply, lawyers said                              |
            en | The Washington Post reported it                                         |
            en | Roast turkey and fine china were on the table                           |
            en | They asked us to wait                                                   |
            en | The ferry left Port Adel                                                |
            en | A car bomb and a tyre fire                                              |
            # from the open data
            en | A fire broke out in Lyon on Monday, the mayor said                      | fr/lyon
            en | Floods reached Sukkur and Larkana in Sindh                              | pk/sukkur pk/larkana pk/sindh
            en | Police in Reading, England, closed two roads                            | gb/reading gb/england
            en | Talks were held in Jackson, Mississippi                                 | us/jackson us/mississippi
            en | Deputies in London, Kentucky, closed the bridge                         | us/london-kentucky us/kentucky
            en | Two British ministers returned to London                                | gb/london gb
            en | U.S. envoys met in Athens and Paris                                     | gr/athens fr/paris us
            en | The ferry from Split to Ancona was late, Croatian police said           | hr/split hr
            en | Crews from Nashua found the boat off Berlin, in New Hampshire       | us/nashua us/berlin us/new-hampshire
            # words and people
            en | Reading the report took hours, said the coach                           |
            en | Mobile phones and orange juice were handed out                          |
            en | Split over the budget deepens, says the council                         |
            en | Orange flags hung over the harbour                                      |
            en | Jackson said the mill would reopen                                      |
            en | Ada Jackson spoke first and then Jackson left the hall                  |
            en | Judge Houston said no                                                   |
            en | Victoria Hadley won, said Houston Ellis                                 |
            en | In March the mine closed                                                |
            en | The Far North District Board met                                        |
            # other languages
            fr | Des tirs ont visé le sud du Liban, selon l'armée israélienne            | lb/southern-lebanon il
            fr | Réunion de crise à Beyrouth                                             | lb/beirut
            fr | L'Allemagne et la Suède envoient des médecins au Tchad                  | de se td
            fr | Maurice et Dominique attendent le bus                                   |
            es | Ataque contra un mercado en Jartum, dice el ejército sudanés            | sd/khartoum sd
            es | La paz es posible, dijo el ministro colombiano                          | co
            es | Evacúan a pescadores en Perú y Ecuador                                  | pe ec
            ar | قصف على بلدة الخيام في جنوب لبنان                                       | lb/khiam lb/southern-lebanon
            ar | نصبوا الخيام قرب الميناء                                                |
            ar | انفجار في بيروت والجيش الإسرائيلي ينفي                                  | lb/beirut il
            ar | وصلت القافلة إلى خان يونس وغزة                                          | ps/khan-younis ps/gaza-strip
            ar | سفينة للسودان من بورتسودان                                              | sd/port-sudan sd
            ar | الفلسطينيون ينتظرون في رفح                                              | ps/rafah ps
            ar | أزمة مالية في الشركة                                                    |
            he | פיצוץ נשמע ליד חיפה ובקריית שמונה                                       | il/haifa il/kiryat-shmona
            he | שריפה ליד נתניה                                                         | il/netanya
            fa | انفجار در اصفهان و شیراز                                                | ir/isfahan ir/shiraz
            ar | حريق في ليون يصيب عشرة                                                  | fr/lyon
            ar | طريف أن السفينة لم تصل                                                  |
            ru | Взрыв в Харькове, сообщили власти                                       | ua/kharkiv
            ru | Переговоры прошли в Москве и Киеве                                      | ru/moscow ua/kyiv
            uk | Пожежу в Полтаві загасили                                               | ua/poltava
            tr | Ankara'da patlama: üç yaralı                                            | tr/ankara
            fr | Un incendie à Limoges a fait dix blessés                                | fr/limoges
            es | Un incendio en Albacete deja diez heridos                               | es/albacete
            de | Brand in Chemnitz, sagt die Feuerwehr                                   | de/chemnitz
            de | Gefechte in der Ukraine, sagt Kyjiw                                     | ua/kyiv ua
            """)
    void readsPlaces(String language, String text, String ids) {
        assertThat(show(reader.read(new PlaceReader.Story("", List.of(), text, "", language))))
                .isEqualTo(ids == null ? "" : ids);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # dateline      | headline                        | body                                                  | main
            BEIRUT          | Strike kills twelve             | Medics in Khiam said so. Khiam was hit twice.         | lb/beirut
            CAIRO           | Strike on Rafah kills twelve    | Medics in Rafah said so.                              | ps/rafah
            CAIRO           | Bridge falls in Giza            | The bridge in Giza fell.                              | eg/cairo
                            | Bridge falls                    | Police in Kenya said the bridge near Mombasa fell.    | ke/mombasa
                            | Bridge falls                    | Kenyan police said a bridge near Mombasa fell.        | ke/mombasa
            PORT ADEL       | Ferry sinks                     | Crews from Malta and Malta's navy searched; so did Cyprus. | mt
            TRIPOLI         | Blast at market                 | The Lebanese army closed the road.                    | lb/tripoli
            """)
    void putsTheMainPlaceFirst(String dateline, String headline, String body, String main) {
        var story = new PlaceReader.Story(dateline == null ? "" : dateline, List.of(), headline, body, "en");
        assertThat(reader.read(story).getFirst().id()).isEqualTo(main);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # dateline | headline                          | body                                                          | country
            CAIRO      | Strike on Rafah kills twelve      | Medics in Rafah said so. Rafah was hit twice.                 | ps
                       | Minister in Paris for talks       | Kenya and Ethiopia signed. Kenya's navy and Nairobi's port follow. | ke
                       | Envoys meet                       | Sudanese envoys met in Geneva; the Sudanese army and the Sudanese navy sent none. Sudan said so. | sd
                       | Nothing happened                  | The harbour was calm.                                         |
            """)
    void tellsTheCountry(String dateline, String headline, String body, String country) {
        var story = new PlaceReader.Story(dateline == null ? "" : dateline, List.of(), headline, body, "en");
        assertThat(reader.reading(story).country()).isEqualTo(country == null ? "" : country);
    }

    @Test
    void saysWhichNamesItLeavesOpen() {
        var open = new PlaceReader.Story("", List.of(), "A blast in Merida closed the market", "", "en");
        assertThat(reader.reading(open).open()).containsExactly("Merida");
        var told = new PlaceReader.Story("", List.of(), "A blast in Merida, Spain, closed the market", "", "en");
        assertThat(reader.reading(told).open()).isEmpty();
    }

    @Test
    void knowsWhereTheSourceIsAtHome() {
        var text = Passage.of("Two boats sank off London");
        var story = new PlaceReader.Story("", List.of(), text, Passage.of("Crews from Waterloo came."), "en", "ca");
        assertThat(reader.reading(story).places()).extracting(Place::country).contains("ca");
    }

    @Test
    void takesTheProvidersWordForIt() {
        var story = new PlaceReader.Story("", List.of("Nice"), "Boat found", "Nobody was hurt.", "en");
        assertThat(show(reader.read(story))).isEqualTo("fr/nice");
    }

    @Test
    void keepsTheWordsAndTheChain() {
        var story = new PlaceReader.Story("", List.of(), "Khan Yunis hospital closes", "", "en");
        assertThat(reader.read(story))
                .containsExactly(
                        new Place("ps/khan-younis", "Khan Younis", "ps", List.of("ps/gaza-strip", "ps"), "Khan Yunis"));
    }

    private static String show(List<Place> places) {
        return places.stream().map(Place::id).collect(Collectors.joining(" "));
    }
}
