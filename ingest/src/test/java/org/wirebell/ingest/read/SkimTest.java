package org.wirebell.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebell.model.Ids;
import org.wirebell.model.Item;

class SkimTest {
    private static final Hints HINTS = Hints.fetched("harbour", "https://harbour.example/feed", "");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # entries of a channel                                                        | told apart
            <item><title>a</title></item><item><title>b</title></item>                    | 2
            <items><li/></items><item about='x'><title>a</title></item>                   | 1
            <entry><title>a</title></entry>                                               | 1
            <item><title>a</title><item><title>b</title></item></item>                    | 0
            <item><title>a</title><item><title>b</title></item>                           | 0
            <item><title>a</title></item><item><title>b</title>                           | 0
            <item/><item><title>b</title></item>                                          | 0
            <item><title>a</title></item ><item><title>b</title></item>                   | 0
            <item><description><![CDATA[how to close it: </item>]]></description></item>  | 0
            <ITEM><title>a</title></ITEM>                                                 | 0
            """)
    void tellsEntriesApartOnlyWhereThereIsNoDoubt(String entries, int count) {
        assertThat(Entries.in(channel(entries)).spans()).hasSize(count);
    }

    @Test
    void readsWhatIsNewAndPassesTheRest() {
        var first = Skim.of(channel(item("a") + item("b")), HINTS, Set.of());
        assertThat(show(first)).isEqualTo("read a b");
        assertThat(first.read()).hasSize(2);
        var raw = channel(item("c") + item("a") + item("b"));
        var second = Skim.of(raw, HINTS, Set.copyOf(first.read()));
        assertThat(show(second)).isEqualTo("read c");
        assertThat(second.passed()).isEqualTo(first.read());
        assertThat(second.reading().title()).isEqualTo("Harbour Post");
        assertThat(second.reading().items())
                .isEqualTo(Reader.read(raw, HINTS).items().subList(0, 1));
        assertThat(second.reading().items().getFirst().rawHash()).isEqualTo(Ids.hash(raw));
        var third = Skim.of(channel(item("b") + item("a")), HINTS, Set.copyOf(first.read()));
        assertThat(show(third)).isEqualTo("read");
        assertThat(third.passed()).hasSize(2);
        assertThat(third.reading().problem()).isEmpty();
    }

    @Test
    void readsAllWhereTheCountIsNotWhatTheTextSays() {
        var commented = channel("<!-- " + item("old") + " -->" + item("a"));
        var skim = Skim.of(commented, HINTS, Set.of());
        assertThat(show(skim)).isEqualTo("read a");
        assertThat(skim.read()).as("cannot be told apart").isEmpty();
        var known = Entries.in(channel(item("a"))).beside(Set.of());
        assertThat(show(Skim.of(commented, HINTS, Set.copyOf(known)))).isEqualTo("read a");
    }

    private static String show(Skim skim) {
        return ("read " + skim.reading().items().stream().map(Item::headline).collect(Collectors.joining(" "))).strip();
    }

    private static String item(String word) {
        return "<item><title>%1$s</title><link>https://harbour.example/%1$s</link></item>".formatted(word);
    }

    private static byte[] channel(String entries) {
        return ("<rss version=\"2.0\"><channel><title>Harbour Post</title>" + entries + "</channel></rss>")
                .getBytes(StandardCharsets.UTF_8);
    }
}
