package org.wirebell.processor.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wirebell.model.Golden;
import org.wirebell.model.Place;
import org.wirebell.model.Samples;
import org.wirebell.model.Signal;

class ExtractorTest {
    private static final String RAID = """
            BEIRUT, March 3 (Coastwire) - At least 31 people were killed when drones struck a market in Khiam on Tuesday, the mayor said.

            Shelling resumed at dusk. The ministry denied that troops had crossed the border.
            """;

    private static final Extractor EXTRACTOR = Extractor.standard();
    private final Explained explained = new Explained(EXTRACTOR);

    @Test
    void readsAllOfAnItem() {
        var finding = EXTRACTOR.extract(Samples.item("raid-1", "Drones hit market in Khiam", RAID));
        assertThat(finding.language()).isEqualTo("en");
        assertThat(finding.places()).extracting(Place::id).startsWith("lb/beirut", "lb/khiam");
        assertThat(finding.signals())
                .extracting(Signal::tag)
                .contains("strike.air", "crossborder.fire")
                .doesNotContain("ground.incursion");
        assertThat(finding.figures()).isNotEmpty();
        assertThat(finding.origin()).isEqualTo("coastwire");
        assertThat(finding.story()).isEmpty();
        assertThat(finding.duplicateOf()).isEmpty();
    }

    @Test
    void manyDeadInAnAttackAreMassCasualties() {
        var raid = EXTRACTOR.extract(Samples.item("raid-1", "31 killed as drones hit market in Khiam", RAID));
        var quake = EXTRACTOR.extract(Samples.item("quake-1", "31 killed in earthquake", "Port Adel shook at dawn."));
        assertThat(raid.signals()).extracting(Signal::level).contains(6);
        assertThat(quake.signals()).isEmpty();
    }

    /** Language, places and signals only: the figures have golden files of their own. */
    @Test
    void explainsAnEnglishItem() {
        Golden.check("extract-en.json", withoutFigures(Map.of("id", "raid-1", "text", RAID, "credit", "Coastwire")));
    }

    @Test
    void explainsAnArabicItem() {
        var text =
                "بيروت (وكالة الساحل) - استهدفت غارة جوية مستودعا في بلدة الخيام جنوب لبنان، وقال رئيس البلدية إن القصف المدفعي تجدد ليلا.";
        Golden.check("extract-ar.json", withoutFigures(Map.of("id", "raid-2", "text", text)));
    }

    @Test
    void writesOneLine() {
        assertThat(explained.line(Map.of("id", "a", "text", "Shelling resumed at dawn.", "language", "en")))
                .doesNotContain("\n")
                .isEqualTo("{\"id\":\"a\",\"language\":\"en\",\"signals\":[{\"tag\":\"crossborder.fire\",\"level\":3,"
                        + "\"quote\":\"Shelling\",\"start\":0,\"end\":8,\"part\":\"body\",\"rule\":\"fire3\"}]}");
    }

    @Test
    void saysWhatALineLacks() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> explained.line(Map.of("id", "a")))
                .withMessageContaining("text");
    }

    @Test
    void manyThreadsReadAlike() {
        var item = Samples.item("raid-1", "Drones hit market in Khiam", RAID);
        var expected = EXTRACTOR.extract(item);
        var results = List.of(1, 2, 3, 4, 5, 6, 7, 8).parallelStream()
                .map(_ -> EXTRACTOR.extract(item))
                .toList();
        assertThat(results).containsOnly(expected);
    }

    private String withoutFigures(Map<String, Object> input) {
        var shown = Explained.shown(EXTRACTOR.extract(Explained.item(input)));
        shown.remove("figures");
        return org.wirebell.model.Json.plain(shown).replace("},", "},\n ");
    }
}
