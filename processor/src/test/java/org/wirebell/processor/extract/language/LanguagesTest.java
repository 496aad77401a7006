package org.wirebell.processor.extract.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebell.processor.extract.words.Passage;

class LanguagesTest {
    private final Languages languages = Languages.standard();

    @ParameterizedTest(name = "{1} says {0}")
    @CsvSource(delimiter = '|', textBlock = """
            # declared | text                                                            | language
                       | Ferry toll rises to 31 as divers search the wreck               | en
                       | Harbour office says forty passengers are unaccounted for        | en
                       | POWER CUT IN THREE DISTRICTS AFTER NIGHT OF SHELLING            | en
                       | Le bilan du naufrage monte à trente et un morts                 | fr
                       | Les secouristes cherchent encore des survivants au port         | fr
                       | El balance del naufragio sube a treinta y un muertos            | es
                       | Los bomberos rescatan a doce pescadores frente a la costa       | es
                       | Zahl der Toten nach Fährunglück steigt auf einunddreißig        | de
                       | Die Hafenbehörde sucht weiter nach vermissten Fahrgästen        | de
                       | Sale a trentuno il numero dei morti nel naufragio del traghetto | it
                       | Número de mortos no naufrágio sobe para trinta e um             | pt
                       | Feribot kazasında ölenlerin sayısı otuz bire yükseldi           | tr
                       | ارتفاع حصيلة ضحايا غرق العبارة إلى واحد وثلاثين قتيلا           | ar
                       | قالت هيئة الميناء إن البحث عن المفقودين مستمر                   | ar
                       | شمار کشته‌های غرق شدن کشتی به سی و یک نفر رسید                  | fa
                       | گزارش‌ها از انفجار در بندر حکایت دارد                           | fa
                       | מניין ההרוגים באסון המעבורת עלה לשלושים ואחד                    | he
                       | Число погибших при крушении парома выросло до тридцати одного   | ru
                       | Спасатели продолжают поиски пассажиров в порту                  | ru
                       | Кількість загиблих унаслідок аварії порома зросла               | uk
                       | Рятувальники шукають зниклих безвісти біля узбережжя            | uk
                       | フェリー沈没の死者は三十一人に増えたと港湾当局が発表した        | ja
                       | 渡轮沉没事故死亡人数上升至三十一人港务局星期二上午宣布搜救继续     | zh
            # what is declared decides where there is little text, and is believed where both fit
                       | Toll rises                                                      | und
             en-US     | Toll rises                                                      | en
             FR        | Bilan: 31 morts                                                 | fr
             spa       | Sube a 31                                                       | es
             en        | حصيلة الغرق                                                     | ar
             nl        | Dodental na ramp met veerboot loopt op tot eenendertig          | nl
            # but not against the text
             en        | Le bilan du naufrage monte à trente et un morts                 | fr
             en        | ارتفاع حصيلة ضحايا غرق العبارة إلى واحد وثلاثين قتيلا           | ar
             ar        | Ferry toll rises to 31 as divers search the wreck               | en
             ar        | شمار کشته‌های غرق شدن کشتی به سی و یک نفر رسید                  | fa
             ru        | Кількість загиблих унаслідок аварії порома зросла               | uk
            # long enough for its small words to settle it
                       | The ferry sank on the way to the island and the crew of the tug that was sent has returned to port | en
             fr        | Le bac a coulé dans la rade et les plongeurs sont sur place, mais le port est fermé aux navires | fr
             fr        | The ferry sank on the way to the island and the crew of the tug that was sent has returned to port | en
             nl        | De veerboot is gezonken en het was niet de eerste keer dat een schip op die plaats met de rots in aanraking kwam | nl
             es        | O barco afundou na baía e não há sobreviventes, disse o porto, mas as buscas são feitas pelos mergulhadores | pt
             it        | El barco se hundió en la bahía y los buzos del puerto lo buscan por la noche con una grúa | es
            # one foreign name is not a language
                       | أعلنت شركة گلوبال أن السفينة غادرت الميناء قبل العاصفة          | ar
                       | The word حصيلة stood on a board at the harbour office           | en
            """)
    void tellsLanguages(String declared, String text, String language) {
        assertThat(languages.of(declared == null ? "" : declared, text)).isEqualTo(language);
    }

    @Test
    void nothingSaysNothing() {
        assertThat(languages.of("", "")).isEqualTo("und");
        assertThat(languages.of("mul", "12 34")).isEqualTo("und");
        assertThat(languages.of("fr", "")).isEqualTo("fr");
    }

    @Test
    void readsHeadlineAndBodyAlike() {
        var headline = Passage.of("Ferry toll rises to 31 as divers search");
        var body = Passage.of(
                "Les secouristes cherchent encore des survivants dans le port et sur la côte, selon le maire.");
        assertThat(languages.of("en", List.of(headline, body))).isEqualTo("fr");
        assertThat(languages.of("", List.of(headline, Passage.of("")))).isEqualTo("en");
    }

    @Test
    void choosesAmongTheGivenOnes() {
        var text = "Número de mortos no naufrágio sobe para trinta e um";
        assertThat(Languages.among(List.of("en", "es")).of("", text)).isEqualTo("es");
    }
}
