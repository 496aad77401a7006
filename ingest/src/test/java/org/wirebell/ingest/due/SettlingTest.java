package org.wirebell.ingest.due;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebell.model.Samples.T0;

import java.time.Duration;
import java.util.HashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebell.ingest.due.Settling.Stamp;

class SettlingTest {
    /** A look each minute; a file is written name:changed/size, the time in minutes. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # looks                                       | settled after the last
            a:0/10                                        | ''
            a:0/10 ; a:0/10                               | a
            a:0/10 ; a:1/20                               | ''
            a:0/10 ; a:0/20                               | ''
            a:0/10 ; a:1/20 ; a:1/20                      | a
            a:0/10 ; a:0/10 ; a:2/10                      | ''
            a:0/10 ; a:0/10 ;                             | ''
            a:0/10 ; ; a:0/10                             | ''
            a:5/10 b:3/10 ; a:5/10 b:3/10                 | b a
            b:3/10 a:3/99 ; b:3/10 a:3/99                 | a b
            a:0/10 ; a:0/10 b:1/10                        | a
            e:0/0 ; e:0/0                                 | ''
            e:0/0 ; e:0/0 ; e:0/0 ; e:0/0 ; e:0/0         | ''
            e:0/0 ; e:0/0 ; e:0/0 ; e:0/0 ; e:0/0 ; e:0/0 | e
            e:0/0 ; e:0/0 ; e:0/0 ; e:0/0 ; e:0/0 ; e:5/7 | ''
            """)
    void aFileSettlesWhenTwoLooksFoundItTheSame(String looks, String settled) {
        var settling = Settling.nothing();
        var now = T0;
        for (var look : looks.split(";", -1)) {
            var found = new HashMap<String, Stamp>();
            for (var file : look.strip().split(" ")) {
                if (!file.isEmpty()) {
                    var parts = file.split("[:/]");
                    var changed = T0.plus(Duration.ofMinutes(Long.parseLong(parts[1])));
                    found.put(parts[0], new Stamp(changed, Long.parseLong(parts[2])));
                }
            }
            settling = settling.look(found, now);
            now = now.plus(Duration.ofMinutes(1));
        }
        assertThat(settling.settled(now.minus(Duration.ofMinutes(1))).collect(Collectors.joining(" ")))
                .isEqualTo(settled);
    }

    @ParameterizedTest
    @CsvSource({
        "one.xml, true",
        "tmp.xml, true",
        "part, true",
        ".one.xml, false",
        "one.xml.part, false",
        "ONE.XML.PART, false",
        "one.filepart, false",
        "one.tmp, false",
        "one.xml.partial, false",
        ".one.xml.swp, false"
    })
    void aNameMaySayThatAFileIsNotWhole(String name, boolean whole) {
        assertThat(Settling.looksWhole(name)).isEqualTo(whole);
    }
}
