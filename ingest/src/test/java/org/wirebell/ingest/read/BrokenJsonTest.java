package org.wirebell.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebell.model.Item;

/** A JSON document that breaks in the middle keeps its whole items, before the break and behind it. */
class BrokenJsonTest {
    private static final String HEAD =
            "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Harbour\",\"items\":[";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # what stands between the items 1 and 3                                       | ids
            {"id":"2","title":"Two"}                                                      | 1 2 3
            {"id":"2","title":"The "old" quay"}                                           | 1 3
            {"id":"2","title":"Two}                                                       | 1 3
            {"id":"2" "title":"Two"}                                                      | 1 3
            {"id":"2","title":"a" b","attachments":[{"url":"https://a.example/p","mime_type":"image/png","title":"p"}]} | 1 3
            {"id":"2","title":}                                                           | 1 3
            """)
    void keepsWhatIsWhole(String middle, String ids) {
        var text = HEAD + "{\"id\":\"1\",\"title\":\"One\"},\n" + middle + ",\n{\"id\":\"3\",\"title\":\"Three\"}]}";
        var reading = read(text);
        assertThat(reading.items()).extracting(Item::id).containsExactly(ids.split(" "));
        assertThat(reading.format()).isEqualTo("json-feed");
        assertThat(reading.notes().isEmpty()).isEqualTo(ids.contains("2"));
    }

    @Test
    void aBrokenHeadCostsNoItem() {
        var text = "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"The \"Harbour\" Post\",\"items\":["
                + "{\"id\":\"1\",\"title\":\"One\"},{\"id\":\"2\",\"title\":\"Two\"}]}";
        assertThat(read(text).items()).extracting(Item::id).containsExactly("1", "2");
    }

    @Test
    void storiesOfAWireToo() {
        var text =
                "{\"_items\":[{\"guid\":\"a\",\"headline\":\"A\",\"type\":\"text\"},{\"guid\":\"b\",\"headline\":\"say "
                        + "\"b\"\",\"type\":\"text\"},{\"guid\":\"c\",\"headline\":\"C\",\"type\":\"text\"}]}";
        assertThat(read(text).items()).extracting(Item::id).containsExactly("a", "c");
    }

    private static Reading read(String text) {
        return Reader.read(text.getBytes(StandardCharsets.UTF_8), Hints.file("feed.json"));
    }
}
