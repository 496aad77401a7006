package org.wirebell.alerts.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class VapidTest {
    private static final PushKeys OURS = PushKeys.make();
    private static final PushKeys OTHERS = PushKeys.make();

    private static String wrong(String publicKey, String privateKey) {
        var told = new StringBuilder();
        assertThatThrownBy(() -> Vapid.keys(publicKey, new Secret(privateKey)))
                .isInstanceOf(IllegalArgumentException.class)
                .satisfies(problem -> told.append(problem.getMessage()));
        return told.toString();
    }

    private static String point(int first, int filler) {
        var bytes = new byte[65];
        Arrays.fill(bytes, (byte) filler);
        bytes[0] = (byte) first;
        return PushKeys.text(bytes);
    }

    @Test
    void aPairIsTaken() {
        assertThat(Vapid.keys(OURS.publicText(), new Secret(OURS.privateText())).getApplicationServerKey())
                .isEqualTo(Base64.getUrlDecoder().decode(OURS.publicText()));
    }

    @Test
    void saysWhichKeyIsWrong() {
        var good = OURS.publicText();
        var secret = OURS.privateText();
        assertThat(wrong("BP wire", secret)).isEqualTo("public-key is not in URL-safe base64");
        assertThat(wrong("", secret)).isEqualTo("public-key must be 65 bytes, was 0");
        assertThat(wrong(good, "c2hvcnQ")).isEqualTo("private key must be 32 bytes, was 5");
        assertThat(wrong(point(2, 7), secret)).isEqualTo("public-key is no uncompressed point of a curve");
        var noPair = "public-key and private key are no pair of VAPID keys";
        assertThat(wrong(point(4, 7), secret)).isEqualTo(noPair);
        assertThat(wrong(OTHERS.publicText(), secret)).isEqualTo(noPair);
        assertThat(wrong(good, PushKeys.text(new byte[32]))).isEqualTo(noPair);
    }
}
