package org.wirebell.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PausesTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # channel                                                                                  | hours   | days
            <skipHours><hour>0</hour><hour> 1 </hour><hour>23</hour></skipHours>                       | 0 1 23  |
            <skipHours><hour>24</hour><hour>25</hour><hour>noon</hour></skipHours>                     | 0       |
            <skipDays><day>Sunday</day><day>saturday</day><day>Someday</day></skipDays>                |         | SATURDAY SUNDAY
            <skipHours/><skipDays></skipDays>                                                          |         |
            <ttl>60</ttl>                                                                              |         |
            """)
    void reads(String channel, String hours, String days) {
        var feed = "<rss version=\"2.0\"><channel><title>Harbour</title>" + channel
                + "<item><title>Tide</title><link>https://harbour.example/tide</link></item></channel></rss>";
        var pauses = Reader.read(feed.getBytes(StandardCharsets.UTF_8), Hints.file("feed"))
                .pauses();
        assertThat(show(new TreeSet<>(pauses.hours()))).isEqualTo(hours == null ? "" : hours);
        assertThat(show(new TreeSet<>(pauses.days()))).isEqualTo(days == null ? "" : days);
    }

    private static String show(TreeSet<?> set) {
        return String.join(" ", set.stream().map(Object::toString).toList());
    }
}
