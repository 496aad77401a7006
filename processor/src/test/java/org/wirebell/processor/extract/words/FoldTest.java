package org.wirebell.processor.extract.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # alef, ya, ta marbuta, hamza, tatweel, vowel signs
            أحمد        | احمد
            إلى         | الي
            آخر         | اخر
            مدينة       | مدينه
            مسؤول       | مسوول
            طائرة       | طايره
            حـــريق     | حريق
            حَرِيقٌ       | حريق
            # Persian letters and joiners
            کشتی        | كشتي
            می‌شود      | ميشود
            # digits of every script
            ٣١          | 31
            ۳۱          | 31
            ३१          | 31
            １２          | 12
            # Latin, Cyrillic, Hebrew
            Málaga      | malaga
            İstanbul    | istanbul
            Diyarbakır  | diyarbakir
            Straße      | strasse
            Łódź        | lodz
            Đà          | da
            Ещё         | еще
            Kyïv        | kyiv
            מִלְחָמָה      | מלחמה
            Sana'a      | sanaa
            """)
    void makesSpellingsOfOneWordEqual(String word, String folded) {
        assertThat(Fold.fold(word)).isEqualTo(folded);
    }
}
