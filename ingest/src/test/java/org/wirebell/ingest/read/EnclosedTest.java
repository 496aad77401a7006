package org.wirebell.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class EnclosedTest {
    private static final String NITF =
            "<?xml version=\"1.0\"?><nitf><head><title>Ferry aground</title></head><body><body.content><p>A ferry ran aground.</p></body.content></body></nitf>";
    private static final String NINJS =
            "{\"uri\":\"urn:harbour:7\",\"type\":\"text\",\"headline\":\"Pier closed\",\"body_text\":\"The pier is closed.\"}";

    @Test
    void findsWiresByTheirBytes() {
        var mail = mail(
                part("text/plain", "", "Two for you."),
                part("application/octet-stream", "story.bin", NITF),
                part("application/json", "story.json", NINJS),
                part("application/json", "numbers.json", "{\"total\": 7}"),
                part("application/pdf", "story.pdf", "%PDF-1.7 noise"),
                part("image/png", "pier.png", "noise"),
                part("text/plain", "notes.txt", "Only notes."));
        assertThat(Enclosed.in(mail)).extracting(Enclosed::name).containsExactly("story.bin", "story.json");
        assertThat(Enclosed.in(mail).getFirst().raw())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(NITF);
    }

    @Test
    void aTextWireMayStandInPlaceOfTheText() {
        var wire = "\u0001abc1234 4 pl 120 \r\nPier closed\r\n\u0002The pier is closed.\u0003\r\n";
        assertThat(Enclosed.in(mail(part("text/plain; charset=us-ascii", "", wire))))
                .allMatch(Enclosed::isText)
                .hasSize(1);
    }

    @Test
    void findsThoseOfAForwardedMail() {
        var inner = new String(mail(part("application/xml", "story.xml", NITF)), StandardCharsets.UTF_8);
        var outer = "From: kim@harbour.example\r\nSubject: Fwd: Wires\r\nDate: Mon, 2 Mar 2020 11:00:00 +0000\r\n"
                + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"outer\"\r\n\r\n"
                + "--outer\r\nContent-Type: message/rfc822\r\n\r\n" + inner + "\r\n--outer--\r\n";
        assertThat(Enclosed.in(outer.getBytes(StandardCharsets.UTF_8)))
                .extracting(Enclosed::name)
                .containsExactly("story.xml");
    }

    @Test
    void aPlainTextIsNone() {
        assertThat(Enclosed.in(mail(part("text/plain", "", "From the harbour."))))
                .isEmpty();
        assertThat(Enclosed.in("Subject: x\r\n\r\nShort.".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(Enclosed.in(new byte[0])).isEmpty();
    }

    @Test
    void damageCostsOnlyWhatComesAfterIt() {
        var mail = mail(part("application/xml", "story.xml", NITF), part("application/xml", "cut.xml", NITF));
        var cut = java.util.Arrays.copyOf(mail, mail.length - 150);
        assertThat(Enclosed.in(cut)).extracting(Enclosed::name).contains("story.xml");
    }

    private static String part(String type, String file, String content) {
        var name = file.isEmpty() ? "" : "Content-Disposition: attachment; filename=\"" + file + "\"\r\n";
        var encoded = Base64.getMimeEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8));
        return "Content-Type: " + type + "\r\n" + name + "Content-Transfer-Encoding: base64\r\n\r\n" + encoded + "\r\n";
    }

    private static byte[] mail(String... parts) {
        var mail = new StringBuilder(
                "From: desk@harbour.example\r\nSubject: Wires\r\nDate: Mon, 2 Mar 2020 10:00:00 +0000\r\n"
                        + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"cut\"\r\n\r\n");
        for (var part : parts) {
            mail.append("--cut\r\n").append(part);
        }
        return mail.append("--cut--\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }
}
