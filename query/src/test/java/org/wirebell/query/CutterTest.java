package org.wirebell.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CutterTest {
    /** Letters, digits and all that may stand between them; some from elsewhere, marks and joiners among them. */
    private static final String ALPHABET =
            "aZb9 07_.:,;'\"-/@#&|~\t\n\r\f\u000b\u001f\u007f\u00a0\u0085é’ß\u0301\u200dאב׳سـ٣ไ中カ😀";

    record Term(String text, int places, int start, int end) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ferry sinks off Zogo, 31 dead",
                "The U.S.A. and the mayor's 1,200.5 tons; 3:1 or a:b, a.1, 1.a, snake_case_1 ___ _a_",
                "don't rock'n'roll 'quoted' it's. ...a..b 1,,2 12;30",
                "naïve café and “curly” mayor’s words\nbehind plain ones",
                "",
                " \t ",
                "غرق قارب near the coast قبالة"
            })
    void cutsLikeTheAnalyzer(String text) throws IOException {
        assertThat(cut(Fields.TEXT, text)).isEqualTo(analysed(Fields.TEXT, text));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fields.class,
            names = {"TEXT", "SOURCE"})
    void cutsAnythingLikeTheAnalyzer(Fields field) throws IOException {
        var random = new Random(20_261);
        for (int i = 0; i < 50_000; i++) {
            var text = invented(random, 1 + random.nextInt(24));
            assertThat(cut(field, text)).as(text).isEqualTo(analysed(field, text));
        }
    }

    @Test
    void cutsWordsWithoutEndLikeTheAnalyzer() throws IOException {
        for (int length : new int[] {254, 255, 256, 600}) {
            var text = "before " + "long".repeat(length).substring(0, length) + " behind";
            assertThat(cut(Fields.TEXT, text)).isEqualTo(analysed(Fields.TEXT, text));
        }
    }

    /** Lucene's tokenizer finds no word at all in a text that was cut within a character. */
    @Test
    void cutsWhatStandsBeforeHalfACharacter() throws IOException {
        assertThat(cut(Fields.TEXT, "the café burns \ud83d")).isEqualTo(analysed(Fields.TEXT, "the café burns"));
        assertThat(cut(Fields.TEXT, "the café\ud83d")).isEqualTo(analysed(Fields.TEXT, "the café"));
        assertThat(cut(Fields.TEXT, "\ud83d")).isEmpty();
    }

    private static String invented(Random random, int length) {
        var text = new StringBuilder();
        var all = ALPHABET.codePoints().toArray();
        int reach = random.nextBoolean() ? ALPHABET.indexOf('\u00a0') : all.length;
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(all[random.nextInt(reach)]);
        }
        return text.toString();
    }

    private static List<Term> cut(Fields field, String text) {
        var terms = new ArrayList<Term>();
        new Cutter(Queries.analyzer())
                .cut(
                        field,
                        text,
                        (letters, length, places, start, end) ->
                                terms.add(new Term(new String(letters, 0, length), places, start, end)));
        return terms;
    }

    private static List<Term> analysed(Fields field, String text) throws IOException {
        var terms = new ArrayList<Term>();
        try (var stream = Queries.analyzer().tokenStream(field.key(), text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var places = stream.addAttribute(PositionIncrementAttribute.class);
            var offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(new Term(
                        term.toString(), places.getPositionIncrement(), offset.startOffset(), offset.endOffset()));
            }
            stream.end();
        }
        return terms;
    }
}
