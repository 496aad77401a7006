package org.wirebell.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TelexTest {
    private static final String TEXT =
            "Ferry aground off Skerry\n\n   Skerry (cw) - A ferry ran aground.\n   Nobody was hurt.\n";

    static Stream<Arguments> frames() {
        return Stream.of(
                Arguments.of(
                        "around control characters",
                        "ZCZC\n\u0001bcd0123 4 vm 60 cw 017\nFerry/\u0002" + TEXT + "\u0003010615 GMT Mar 26\nNNNN\n"),
                Arguments.of(
                        "in place of the first",
                        "ZCZC bcd0123 4 vm 60 cw 017\nFerry/\u0002" + TEXT + "\u0003010615 GMT Mar 26\nNNNN\n"),
                Arguments.of(
                        "in place of all",
                        "\r\nZCZC bcd0123 4 vm 60 cw 017\r\nFerry/\r\n" + TEXT.replace("\n", "\r\n")
                                + "\r\n010615 GMT Mar 26\r\nNNNN\r\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("frames")
    void readsAFrame(String name, String frame) {
        var reading = read(frame);
        assertThat(reading.format()).as(name).isEqualTo("iptc7901");
        assertThat(reading.items()).singleElement().satisfies(item -> {
            assertThat(item.headline()).isEqualTo("Ferry aground off Skerry");
            assertThat(item.body()).isEqualTo("Skerry (cw) - A ferry ran aground.\n\nNobody was hurt.");
            assertThat(item.slug()).isEqualTo("Ferry");
            assertThat(item.priority()).isEqualTo("4");
            assertThat(item.published()).contains(Instant.parse("2026-03-01T06:15:00Z"));
            assertThat(item.notes()).isEmpty();
        });
    }

    @ParameterizedTest(name = "4 means {0}: urgency {1}")
    @CsvSource({"'', 4", "4=2, 2", "5=1, 4"})
    void takesTheOperatorsWordForAPriority(String map, int urgency) {
        var urgencies = map.isEmpty()
                ? Map.<String, Integer>of()
                : Map.of(map.substring(0, 1), Integer.parseInt(map.substring(2)));
        var raw = ("ZCZC bcd0123 4 vm 60 cw 017\n" + TEXT + "NNNN\n").getBytes(StandardCharsets.UTF_8);
        var item = Reader.read(raw, Hints.file("wire.txt").meaning(urgencies))
                .items()
                .getFirst();
        assertThat(item.urgency()).contains(urgency);
        assertThat(item.priority()).as("raw").isEqualTo("4");
    }

    @Test
    void readsAStreamAndSaysWhatWasCutOff() {
        var one = "ZCZC bcd0123 4 vm 60 cw 017\n" + TEXT + "NNNN\n\n";
        var two = "ZCZC bcd0124 3 vm 60 cw 018\nFog closes port\n\n   Skerry (cw) - Fog closed";
        var items = read(one + two).items();
        assertThat(items)
                .extracting(item -> item.headline())
                .containsExactly("Ferry aground off Skerry", "Fog closes port");
        assertThat(items.getFirst().notes()).isEmpty();
        assertThat(items.getLast().notes()).containsExactly("cut off: the end of text is missing");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # head                                                    | headline             | slug
            ZCZC TIDE~%A~#Quay_BC1~$Quay opens at Skerry~:(SKERRY)~*08000000~@SK | Quay opens at Skerry | Quay_BC1
            ZCZC TIDE~$T~:Regatta~=Round 2~^SAIL: Wren wins~&A        | SAIL: Wren wins      | ''
            ~ZCZC~#Quay~:Tides on Friday                              | Quay Tides on Friday | Quay
            ZCZC~#Tides~:Tides at Skerry                              | Tides at Skerry      | Tides
            """)
    void readsAHeadOfTaggedLines(String head, String headline, String slug) {
        var reading = read(head.replace('~', '\n') + "\nThe quay opened.\n\n   It is long.\n\nNNNN\n");
        assertThat(reading.format()).isEqualTo("iptc7901");
        assertThat(reading.items()).singleElement().satisfies(item -> {
            assertThat(item.headline()).isEqualTo(headline);
            assertThat(item.slug()).isEqualTo(slug);
            assertThat(item.body()).isEqualTo("The quay opened.\n\nIt is long.");
        });
    }

    @Test
    void wordsInATextAreNoFrame() {
        assertThat(Telex.unframed("The letters ZCZC began a telex")).isEqualTo("The letters ZCZC began a telex");
    }

    private static Reading read(String text) {
        return Reader.read(text.getBytes(StandardCharsets.UTF_8), Hints.file("wire.txt"));
    }
}
