package org.wirebell.desk.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {
    @ParameterizedTest
    @ValueSource(strings = {"a0:0", "a0:5k,f12:zz,u3:1", " a1:3 "})
    void readsWhatItWrites(String text) {
        assertThat(Position.parse(text).map(Position::text)).contains(text.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a",
                "a0",
                "a0:",
                "0:1",
                "a0:-1",
                "a0:1,",
                "a0:1;f0:2",
                "A0:1",
                "a0:1\nid: 2",
                "a0:zzzzzzzzzzzzzz"
            })
    void refusesWhatIsNotItsOwn(String text) {
        assertThat(Position.parse(text)).isEmpty();
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThat(Position.parse("a0:1,".repeat(4_000) + "a0:1")).isEmpty();
    }

    @ParameterizedTest(name = "{0} covers {1} at {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
                    a0:5      | 0 | 5 | true
                    a0:5      | 0 | 4 | true
                    a0:5      | 0 | 6 | false
                    a0:5,a1:9 | 1 | 9 | true
                    a0:5      | 1 | 0 | false
                    """)
    void coversWhatLiesBefore(String position, int partition, long offset, boolean covers) {
        var at = Source.ALERTS.at(partition, offset);
        assertThat(Position.parse(position).orElseThrow().covers(at)).isEqualTo(covers);
    }

    @Test
    void neverMovesBack() {
        var position = Position.START.with(Source.FEEDS.at(0, 9)).with(Source.FEEDS.at(0, 3));
        assertThat(position.text()).isEqualTo("f0:9");
    }
}
