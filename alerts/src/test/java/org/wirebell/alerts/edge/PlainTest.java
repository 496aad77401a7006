package org.wirebell.alerts.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # text                  | line
            two~000Alines           | two lines
            tab~0009 and~000D~000A more | tab and more
            esc~001B[31m        | esc [31m
            tur~202Ened        | turned
            join~200Der         | join~200Der
            half~D83D!          | half~FFFD!
            line~2028sep        | line sep
            """)
    void makesOneLine(String text, String line) {
        assertThat(Plain.line(raw(text), 100)).isEqualTo(raw(line));
    }

    @Test
    void cutsBetweenCharacters() {
        assertThat(Plain.head("ab🚨cd", 4)).isEqualTo("ab…");
        assertThat(Plain.tail("ab🚨cd", 4)).isEqualTo("…cd");
        assertThat(Plain.head("abcd", 4)).isEqualTo("abcd");
        assertThat(SlackText.of("a&b", 6)).isEqualTo("a…");
        assertThat(SlackText.of("a&b", 7)).isEqualTo("a&amp;b");
    }

    /** In the table, ~0000 stands for a character by its number. */
    private static String raw(String text) {
        return Pattern.compile("~([0-9A-F]{4})")
                .matcher(text)
                .replaceAll(it -> Character.toString((char) Integer.parseInt(it.group(1), 16)));
    }
}
