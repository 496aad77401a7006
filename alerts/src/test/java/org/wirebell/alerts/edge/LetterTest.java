package org.wirebell.alerts.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirebell.model.Notice;

class LetterTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("org.wirebell.alerts.edge.Cases#all")
    void keepsItsLimitAndWhatMatters(String name, Notice notice) {
        var words = Wording.of(notice);
        for (int limit : new int[] {600, 1_000, 4_096}) {
            var letter = new Letter(UnaryOperator.identity(), limit, LetterTest::bytes);
            var text = letter.whole(words);
            assertThat(bytes(text)).as(name + " in " + limit).isLessThanOrEqualTo(limit);
            if (notice.entries().isEmpty()) {
                assertThat(text)
                        .as(name + " in " + limit)
                        .contains("Says: ")
                        .contains(words.sentence().quote());
            }
        }
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    @Test
    void reasonsAndIdsGoFirst() {
        var words = Wording.of(Notices.notice("n1", "it", "a1", 2, Notice.Kind.UPDATE));
        var all = Letter.of(UnaryOperator.identity(), 4_096).whole(words);
        assertThat(all).isEqualTo("""
                [URGENT] UPDATE 2: Ferry: at least 31 killed
                now at least 31 killed, was 20
                Says: harbour office
                “At least 31 people died when the Marla Star sank, the harbour office said.”
                coastwire, 2026-03-01 06:00 UTC
                https://coastwire.example/ferry-1
                figure killed rises by 11, at least 10 asked: yes
                notice n1, alert a1, rule ferry-toll""");
        assertThat(Letter.of(UnaryOperator.identity(), 300).whole(words))
                .endsWith("https://coastwire.example/ferry-1\nnotice n1, alert a1, rule ferry-toll");
    }

    @Test
    void aMegabyteIsReadInNoTime() {
        var sentence = "31 " + "e\u0301 界".repeat(250_000);
        var notice = Notices.storm(Notice.Kind.NEW, Notices.exactly(1), Notices.exactly(31), sentence, "31");
        long begun = System.nanoTime();
        var text = Letter.of(DiscordText::of, 4_096).whole(Wording.of(notice));
        assertThat(System.nanoTime() - begun).isLessThan(1_000_000_000L);
        assertThat(text).hasSizeLessThanOrEqualTo(4_096);
    }
}
