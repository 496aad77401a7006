package org.wirebell.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharsetsTest {
    @ParameterizedTest(name = "written in {0}, declared {1}, server says {2}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        # written in   | declared     | server       | text
        UTF-8          | utf-8        | ''           | Ærø færge – ny
        UTF-8          | ''           | ''           | Ærø færge – ny
        UTF-8          | iso-8859-1   | ''           | Ærø færge – ny
        UTF-8          | no-such-set  | ''           | Ærø færge – ny
        UTF-8          | ''           | iso-8859-1   | Ærø færge – ny
        windows-1252   | iso-8859-1   | ''           | “Ærø” – ny
        windows-1252   | utf-8        | ''           | Fiskerne på Ærø får mere tid på havet, siger færgen på øen
        windows-1251   | windows-1251 | ''           | Паром вышел в море
        windows-1251   | ''           | windows-1251 | Паром вышел в море
        windows-1251   | ''           | ''           | Паром вышел в море вчера вечером и вернулся только сегодня утром
        windows-1256   | windows-1256 | ''           | عاد القارب
        Shift_JIS      | shift_jis    | ''           | フェリーが再開
        GB18030        | gb2312       | ''           | 渡轮恢复
        UTF-16LE       | utf-16       | ''           | Ærø
        UTF-16BE       | ''           | ''           | Ærø
        KOI8-R         | koi8-r       | ''           | Паром
        """)
    void decodes(String written, String declared, String server, String text) {
        var declaration = declared.isEmpty() ? "" : " encoding='" + declared + "'";
        var document = "<?xml version='1.0'" + declaration + "?><rss><title>" + text + "</title></rss>";
        var hints = new Hints("f", "", server, "", "", java.util.Optional.empty(), "", 10);
        assertThat(Charsets.decode(document.getBytes(Charset.forName(written)), hints)
                        .text())
                .isEqualTo(document);
    }

    @Test
    void aMarkBeatsEveryDeclaration() {
        var document = "\uFEFF<?xml version='1.0' encoding='iso-8859-1'?><t>Ærø</t>";
        var hints = new Hints("f", "text/xml; charset=koi8-r", "", "", "", java.util.Optional.empty(), "", 10);
        assertThat(Charsets.decode(document.getBytes(Charset.forName("UTF-16LE")), hints)
                        .text())
                .isEqualTo(document.substring(1));
    }

    @Test
    void takesAFalseMarkForJunk() {
        var document = "  <?xml version='1.0'?><t>Ferry</t>";
        var raw = document.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        raw[0] = (byte) 0xFF;
        raw[1] = (byte) 0xFE;
        assertThat(Charsets.decode(raw, Hints.file("f")).text()).endsWith("<?xml version='1.0'?><t>Ferry</t>");
    }

    @Test
    void aStrayCharacterOfUtf8MakesNoLatinTextUtf8() {
        // E9 A0 BB, an é, a no-break space and a », is a whole character of UTF-8 too.
        var document =
                "<t>« doué\u00a0», « blasé », « privé », « usé » et ainsi de suite jusqu'au quai du port, où l'on attend le bac"
                        + ", le dernier de ce soir, dit le patron en rangeant la barque et les rames dans la remise du vieux port</t>";
        var raw = document.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(Charsets.decode(raw, Hints.file("f")).text()).isEqualTo(document);
    }

    @Test
    void leavesNoReplacementCharacterForABytesOfNoMeaning() {
        var raw = "<?xml version='1.0' encoding='iso-8859-1'?><t>a\u0081b</t>"
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(Charsets.decode(raw, Hints.file("f")).text()).endsWith("<t>a b</t>");
    }

    @Test
    void saysWhichDeclarationDidNotHold() {
        var raw = "<?xml version='1.0' encoding='ascii'?><t>Ærø</t>".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(Charsets.decode(raw, Hints.file("f")).notes())
                .containsExactly("declared charset ascii does not fit, read as UTF-8");
    }
}
