package org.wirebell.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebell.model.WireSignal;

class MailTest {
    private static final String HEAD =
            "From: desk@quay.example\r\nDate: Mon, 02 Mar 2026 08:00:00 +0000\r\nMessage-ID: <2@quay.example>\r\n";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Plain words                                         | Plain words
            =?utf-8?Q?K=C3=BCste_frei?=                         | Küste frei
            =?UTF-8?B?S8O8c3Rl?= frei                           | Küste frei
            =?utf-8?q?K=C3=BC?= =?utf-8?q?ste?=                 | Küste
            =?utf-8?q?K=C3?= =?utf-8?q?=BCste?=                 | Küste
            =?iso-8859-1?q?K=FCste?= =?utf-8?q?_frei?=          | Küste frei
            "=?utf-8?q?K=C3=BCste?=" frei                       | "Küste" frei
            (=?utf-8*de?q?K=C3=BCste?=)frei                     | (Küste)frei
            =?utf-8?q?K=C3=BCste frei?=                         | Küste frei
            =?x-no-such-charset?q?K=C3=BCste?=                  | Küste
            =?utf-8?b?S8O8c3R?=                                 | Küst
            =?utf-8?q?100=zz?=                                  | 100=zz
            """)
    void readsEncodedWords(String header, String text) {
        assertThat(EncodedWords.decode(header)).isEqualTo(text);
    }

    @Test
    void aKillNamesTheMessageThatItAnswers() {
        var item = Wires.item(
                "rfc822",
                HEAD
                        + "Subject: KILL: Quay opens\r\nReferences: <0@quay.example> <1@quay.example>\r\n\r\nPlease drop it.\r\n");
        assertThat(item.signals()).containsExactly(WireSignal.KILL);
        assertThat(item.replaces()).containsExactly("<1@quay.example>");
    }

    @Test
    void joinsFlowedLinesWithoutTheSpaceThatWasAdded() {
        var item = Wires.item(
                "rfc822",
                HEAD + "Subject: Quay\r\nContent-Type: text/plain; charset=utf-8; format=flowed; delsp=yes\r\n\r\n"
                        + "The har \r\nbour is  \r\nopen.\r\n");
        assertThat(item.body()).isEqualTo("The harbour is open.");
    }

    @Test
    void readsWhatWasForwarded() {
        var item = Wires.item(
                "rfc822",
                HEAD + "Subject: Fwd: Quay\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
                        + "--b\r\nContent-Type: message/rfc822\r\n\r\nSubject: Quay\r\nFrom: a@b.example\r\n\r\nThe quay opened.\r\n--b--\r\n");
        assertThat(item.body()).isEqualTo("The quay opened.");
        assertThat(item.headline()).isEqualTo("Fwd: Quay");
    }

    @Test
    void keepsTextThatIsBadlyEncoded() {
        var item = Wires.item(
                "rfc822",
                HEAD + "Subject: Quay\r\nContent-Transfer-Encoding: no-such-encoding\r\n\r\nThe quay opened.\r\n");
        assertThat(item.body()).isEqualTo("The quay opened.");
        assertThat(item.notes()).isNotEmpty();
    }
}
