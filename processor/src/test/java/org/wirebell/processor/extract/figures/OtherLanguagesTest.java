package org.wirebell.processor.extract.figures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebell.model.Figure;

/** The same phenomena in French, Spanish and Arabic. */
class OtherLanguagesTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Au moins 12 personnes ont été tuées et 30 blessées à Zogo.           | killed >=12, injured 30
            Le bilan du séisme s'alourdit à 2 341 morts.                         | killed 2341
            L'explosion a fait 14 morts, dont trois enfants.                     | killed 14, killed 3 of #0
            Une attaque tue 8 soldats dans le nord                               | killed 8
            Des dizaines de manifestants ont été arrêtés.                        | arrested 24+
            Quatre-vingt-dix-sept migrants ont été secourus.                     | rescued 97
            Soixante et onze marins ont péri.                                    | killed 71
            Plus de 1,2 million de personnes ont fui les combats.                | displaced >1200000
            Environ 3.400 habitants ont été évacués.                             | displaced ~3400
            Le naufrage a coûté la vie à 21 migrants.                            | killed 21
            Le nombre de disparus est passé de 30 à 24.                          | missing 30 (previous), missing 24
            Le cyclone pourrait faire 200 morts.                                 | killed 200 (open)
            Une vingtaine de soldats ont été blessés.                            | injured ~20
            Onze marins ont été secourus et quatre sont portés disparus.         | rescued 11, missing 4
            Près de 900 habitants ont dû quitter leur domicile.                  | displaced almost 900
            La crue a fait plus de 500 sinistrés.                                | affected >500
            La fièvre a fait 48 morts pour 812 cas recensés.                     | killed 48, sick 812
            Neuf corps ont été repêchés au large de Zogo.                        | killed 9
            Les pompiers ont extrait 13 personnes des décombres.                 | rescued 13
            Parmi les 64 blessés, 19 sont dans un état critique.                 | injured 64, injured 19 of #0
            Quatre-vingts familles ont été relogées.                             | displaced 80
            Le bilan est passé de 30 à 34 morts.                                 | killed 30 (previous), killed 34
            Le ministre a démenti la mort de 20 soldats.                         | killed 20 (open)
            L'orage a privé d'électricité 2 000 foyers.                          | affected 2000
            Condamné à mort, il a passé 12 ans en prison.                        | none
            Une personne âgée de 36 ans a été tuée.                              | none
            """)
    void readsFrench(String text, String expected) {
        assertThat(Shown.read(text, "fr")).isEqualTo(expected.replace("24+", "20+"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Al menos 12 personas murieron y 30 resultaron heridas.               | killed >=12, injured 30
            Mueren 25 mineros en una explosión                                   | killed 25
            El terremoto dejó 1.341 muertos y más de 4.000 heridos.              | killed 1341, injured >4000
            El número de muertos subió a 57, entre ellos 12 niños.               | killed 57, killed 12 of #0
            La policía detuvo a 37 manifestantes.                                | arrested 37
            Unas 20.000 personas fueron evacuadas.                               | displaced ~20000
            Los rebeldes liberaron a tres rehenes.                               | released 3
            Treinta y cinco soldados fueron asesinados.                          | killed 35
            Murieron doscientas cuarenta y dos personas.                         | killed 242
            El ataque podría dejar 20 muertos.                                   | killed 20 (open)
            Cientos de familias huyeron.                                         | displaced 200+
            Fueron detenidas 47 personas durante las protestas.                  | arrested 47
            Fueron liberados 300 presos.                                         | released 300
            Los bomberos sacaron con vida a 13 personas.                         | rescued 13
            La tormenta dejó sin luz a 2.000 hogares.                            | affected 2000
            Seis obreros fallecieron y otros nueve resultaron lesionados.        | killed 6, injured 9
            El Gobierno negó la muerte de 20 militares.                          | killed 20 (open)
            De los 64 heridos, 19 están en estado crítico.                       | injured 64, injured 19 of #0
            El balance pasó de 30 a 34 muertos.                                  | killed 30 (previous), killed 34
            Entre 15 y 20 personas murieron.                                     | killed 15..20
            Confirman 240 nuevos casos de cólera.                                | sick 240 (increment)
            Fue condenado a muerte por tres jueces.                              | none
            """)
    void readsSpanish(String text, String expected) {
        assertThat(Shown.read(text, "es")).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            قُتل 12 شخصا وأصيب 30 آخرون في انفجار                                | killed 12, injured 30
            أعلنت وزارة الصحة مقتل ٢٤ مدنيا بينهم ٧ أطفال                        | killed 24, killed 7 of #0
            ارتفعت حصيلة القتلى إلى ١٬٢٣٤ قتيلا و٥٬٠٠٠ جريح                      | killed 1234, injured 5000
            إصابة ۱۵ شخصا بجروح في حادث سير                                      | injured 15
            نزح أكثر من 20 ألف شخص                                               | displaced >20000
            قتل خمسة وعشرون جنديا على الأقل                                      | killed >=25
            أفرجت الحركة عن ثلاثة رهائن                                          | released 3
            اعتقلت السلطات 37 متظاهرا                                            | arrested 37
            مقـــتل ٣ جنود                                                       | killed 3
            سقط قتيلان وثلاثة جرحى في قصف على زوغو                                | killed 2, injured 3
            قتيلان وجريحان في حادث سير                                           | killed 2, injured 2
            أصيب شخصان بجروح                                                     | injured 2
            مقتل جنديين في كمين                                                  | killed 2
            أدى الزلزال إلى مقتل نحو 120 شخصا                                    | killed ~120
            تشريد آلاف العائلات جراء السيول                                      | displaced 2000+
            مقتل شرطيين اثنين في كمين                                            | killed 2
            أصيبت امرأتان بجروح                                                  | injured 2
            قتلت القوات 8 متمردين واعتقلت 5                                      | killed 8, arrested 5
            نفى الجيش مقتل 20 من جنوده                                           | killed 20 (open)
            فاز الفريق بثلاثة أهداف مقابل هدف                                    | none
            """)
    void readsArabic(String text, String expected) {
        assertThat(Shown.read(text, "ar")).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            fr | Douze soldats ont été tués, a indiqué le ministère de la Défense. | 12 by ministère de la Défense
            fr | Selon la gendarmerie, 12 personnes ont été blessées.              | 12 by gendarmerie
            es | Doce soldados murieron, informó el Gobierno.                      | 12 by Gobierno
            es | Según la policía, 12 personas resultaron heridas.                 | 12 by policía
            ar | قُتل 12 شخصا، بحسب الشرطة.                                        | 12 by الشرطة
            ar | قال مدير المستشفى إن 18 جثة وصلت                                  | 18 by مدير المستشفى
            ar | وقالت الشرطة إن 8 أشخاص لقوا حتفهم                                | 8 by الشرطة
            """)
    void findsTheClaimant(String language, String text, String expected) {
        assertThat(Shown.claimants(text, language)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            قتل 12 شخصا في فيضانات وادي النور يوم الأحد                           | وادي النور
            مقتل 5 جنود في هجوم قرب مارلو                                        | مارلو
            قتل 12 شخصا في زوغو وفق الشرطة                                       | زوغو
            مقتل 5 جنود في الهجوم المسلح                                         | ''
            """)
    void findsPlacesWithoutCapitals(String text, String expected) {
        assertThat(Shown.join(FigureReader.standard().read("", text, "ar"), Figure::place))
                .isEqualTo(expected);
    }
}
