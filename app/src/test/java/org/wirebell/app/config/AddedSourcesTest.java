package org.wirebell.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In the table, {@code ~} is a line break and {@code _} a leading space. */
class AddedSourcesTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            # before                                            | after
            ingest:~__sources:~____a: {url: u} # one~____# two~~desk: {} | ingest:~__sources:~____a: {url: u} # one~____n: {url: v}~____# two~~desk: {}
            ingest:~__sources:~____a:~______url: u~__folders: {} | ingest:~__sources:~____a:~______url: u~____n: {url: v}~__folders: {}
            ingest:~__sources:~____a: {url: u}                  | ingest:~__sources:~____a: {url: u}~____n: {url: v}
            ingest:~__sources: {a: {url: u}}~                   | ingest:~__sources: {a: {url: u}, n: {url: v}}~
            ingest:~__sources: {a: {url: u}, }~                 | ingest:~__sources: {a: {url: u}, n: {url: v} }~
            ingest: {sources: {}}~                              | ingest: {sources: {n: {url: v}}}~
            ingest:~__sources:~__user-agent: x~                 | ingest:~__sources:~____n: {url: v}~__user-agent: x~
            ingest:~__# feeds~__user-agent: x # y~              | ingest:~__# feeds~__sources:~____n: {url: v}~__user-agent: x # y~
            ingest: {user-agent: x}~                            | ingest: {user-agent: x, sources: {n: {url: v}}}~
            ingest:~desk: {}~                                   | ingest:~__sources:~____n: {url: v}~desk: {}~
            desk: {port: 1} # last                              | desk: {port: 1} # last~ingest:~__sources:~____n: {url: v}~
            # only a comment~                                   | # only a comment~ingest:~__sources:~____n: {url: v}~
            ingest:~____sources:~______a: {url: u}~             | ingest:~____sources:~______a: {url: u}~______n: {url: v}~
            ingest:~__sources:~____a: {name: >~______two~______lines~____}~ | none
            ingest:~__sources:~____a:~______name: "é𝄞"~         | ingest:~__sources:~____a:~______name: "é𝄞"~____n: {url: v}~
            ingest: null~                                       | none
            [1, 2]                                              | none
            ingest: [~                                          | none
            """)
    void putsThemWhereAPersonWould(String before, String after) {
        var done = AddedSources.to(text(before), Map.of("n", "{url: v}"));
        assertThat(done.orElse("none")).isEqualTo(text(after));
    }

    @Test
    void aBlockOfTextMayStandLast() {
        var before = "ingest:\n  sources:\n    a:\n      name: |\n        two\n        lines\n\n# end\n";
        assertThat(AddedSources.to(before, Map.of("n", "{url: v}")).orElse(""))
                .isEqualTo(before.replace("\n\n# end", "\n\n    n: {url: v}\n# end"));
    }

    @Test
    void keepsTheLineBreaksOfTheFile() {
        var before = "ingest:\r\n  sources:\r\n    a: {url: u}\r\ndesk: {}\r\n";
        var two = new LinkedHashMap<String, String>();
        two.put("n", "{url: v}");
        two.put("m", "{url: w}");
        assertThat(AddedSources.to(before, two).orElse(""))
                .isEqualTo(
                        "ingest:\r\n  sources:\r\n    a: {url: u}\r\n    n: {url: v}\r\n    m: {url: w}\r\ndesk: {}\r\n");
    }

    @Test
    void standsAlone() {
        assertThat(AddedSources.alone(Map.of("n", "{url: v}"))).isEqualTo("ingest:\n  sources:\n    n: {url: v}");
    }

    private static String text(String cell) {
        return cell.replace("~", "\n").replaceAll("(?<=\n|_)_|^_", " ").replace('_', ' ');
    }
}
