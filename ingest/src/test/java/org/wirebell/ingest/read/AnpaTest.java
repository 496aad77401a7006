package org.wirebell.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebell.model.WireSignal;

class AnpaTest {
    private static final String FIRST =
            message("r i\u0013\u0011 BC-Quay-Crane     03-02 0870", "BC-Quay-Crane,99<", "03-02-26 2315");

    /** One story with a headline and a paragraph. */
    private static String message(String tag, String keyword, String sent) {
        return "\u0016\u0016\u0001W0870\u001f_world\r\n" + tag + "\r\n\u0002\u0013" + keyword
                + "\r\n^Crane to move<\r\n" + "\t   SKERRY (SN) _ The crane will move.\r\n\t   \u0003SN-WF-" + sent
                + "GMT<\r\n\r\n\f\r\n\u0004";
    }

    @ParameterizedTest(name = "{1} at {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # header date | keyword line             | sent          | id                            | also takes back
            03-02 | BC-Quay-Crane,99<                | 03-02-26 2315 | anpa:sn:2026-03-02:quay-crane | ''
            03-02 | BC-Quay-Crane, 1st Ld-Writethru< | 03-02-26 2320 | anpa:sn:2026-03-02:quay-crane | ''
            # sent after midnight, the header still counts by the day before
            03-02 | BC-Quay-Crane, KILL<             | 03-03-26 0015 | anpa:sn:2026-03-02:quay-crane | anpa:sn:2026-03-01:quay-crane
            03-02 | BC-Quay-Crane, KILL<             | 03-02-26 1215 | anpa:sn:2026-03-02:quay-crane | ''
            # the header has the new day, too
            03-03 | BC-Quay-Crane, KILL<             | 03-03-26 0015 | anpa:sn:2026-03-03:quay-crane | anpa:sn:2026-03-02:quay-crane
            # over the end of the year
            12-31 | BC-Quay-Crane,99<                | 01-01-27 0130 | anpa:sn:2026-12-31:quay-crane | ''
            01-01 | BC-Quay-Crane, KILL<             | 01-01-27 0130 | anpa:sn:2027-01-01:quay-crane | anpa:sn:2026-12-31:quay-crane
            """)
    void aKillFindsItsStoryOverMidnight(String header, String keyword, String sent, String id, String also) {
        var item = Wires.item("anpa", message("b i\u0013\u0011 BC-Quay     " + header + " 0871", keyword, sent));
        assertThat(item.id()).isEqualTo(id);
        assertThat(String.join(" ", item.replaces())).isEqualTo(also);
    }

    @Test
    void theTrailerSaysWhen() {
        assertThat(Wires.item("anpa", FIRST).published()).contains(Instant.parse("2026-03-02T23:15:00Z"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            BC-Wild Gold Leads,45<              | BC-Wild Gold Leads | ''
            BC-Quay-Crane, 2nd Ld-Writethru,60< | BC-Quay-Crane      | 2
            BC-Quay-Crane, New Lead,60<         | BC-Quay-Crane      | ''
            BC-Quay-Crane,1stLd<                | BC-Quay-Crane      | 1
            """)
    void readsKeywordAndTake(String keyword, String slug, String version) {
        var item = Wires.item("anpa", message("r i\u0013\u0011 BC-Quay     03-02 ", keyword, "03-02-26 2315"));
        assertThat(item.slug()).isEqualTo(slug);
        assertThat(item.version()).isEqualTo(version);
        assertThat(item.priority()).as("without a number behind the date").isEqualTo("r");
    }

    @Test
    void readsAHeadWithoutCarets() {
        var item = Wires.item(
                "anpa",
                "\u0001a0105TIDE\u001fwire-\r\nu s\u0014\u0012 BC-Regatta   09-12 0344\r\n\u0002BC-Regatta\r\nSailing: Wren wins the cup+\r\n"
                        + "     SKERRY, Dec. 9 Tide - Ada Wren won the \r\ncup on Sunday.\r\n     She sailed alone.\r\n\u0003");
        assertThat(item.headline()).isEqualTo("Sailing: Wren wins the cup");
        assertThat(item.body()).isEqualTo("SKERRY, Dec. 9 Tide - Ada Wren won the cup on Sunday.\n\nShe sailed alone.");
        assertThat(item.id()).isEqualTo("anpa:tide:09-12:regatta");
    }

    @Test
    void partsOfATableAreOfTheText() {
        var item = Wires.item(
                "anpa",
                FIRST.replace(
                        "\t   SKERRY",
                        "^By The Tide=\r\n^EASTERN LEAGUE=\r\n\bSkerry\u001f 3\u001e\u001e 1\r\n\bAnse\u001f 2\u001e\u001e 2\r\n\t   SKERRY"));
        assertThat(item.credit()).isEmpty();
        assertThat(item.body()).startsWith("EASTERN LEAGUE\n\nSkerry 3 1\n\nAnse 2 2\n\nSKERRY");
    }

    @Test
    void oneBadMessageCostsNoOther() {
        var items = Wires.read(
                        FIRST + "\u0016\u0016\u0001\u001f\u0002\u0002\u0003\u0004" + FIRST.replace("Crane", "Flood"))
                .items();
        assertThat(items).extracting(item -> item.slug()).containsExactly("BC-Quay-Crane", "BC-Quay-Flood");
        assertThat(items.getFirst().signals()).isEmpty();
        assertThat(Wires.item("anpa", FIRST.replace("Crane,99", "Crane, KILL")).signals())
                .containsExactly(WireSignal.KILL);
    }
}
