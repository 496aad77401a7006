package org.wirebell.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwiceEncodedTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Die Fähre legt wieder ab",
                "<title>La barque de l’été</title><p>« Plus tôt »</p>",
                "Паром снова ходит",
                "The pier reopens 🎉"
            })
    void setsRightWhatWentThroughTwice(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(TwiceEncoded.repair(new String(bytes, StandardCharsets.ISO_8859_1)))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Die Fähre – „Möwe“ – fährt", "<title>La barque de l’été</title>"})
    void alsoWhereItWasTakenForWindows(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(TwiceEncoded.repair(new String(bytes, Charset.forName("windows-1252"))))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"»Spaß«", "<b>Spaß</b>«, Grüße", "MÄRZ°", "Ærø færge – ny", "plain words", "Â±5 – Ж"})
    void leavesWhatWasMeant(String text) {
        assertThat(TwiceEncoded.repair(text)).isSameAs(text);
    }
}
