package org.wirebell.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Iptc7901Test {
    private static String message(String number, String head, String text, String trailer) {
        return "\u0001" + number + " 4 vm 60 tide 017\r\n\r\nHarbour/\r\n\u0002" + head.replace("#", "\r\n")
                + " =\r\n\r\n   " + text + "\r\n\r\n\u0003" + trailer + "\r\n\u007f\r\n\u0004";
    }

    @ParameterizedTest(name = "{0} at {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # number | text                  | trailer           | id                               | also takes back
            tid0987  | The quay opened.       | 012350 GMT Mar 26 | iptc7901:tide:tid:0987:2026-03-01 | ''
            tid0988  | Please kill tid0987.   | 012355 GMT Mar 26 | iptc7901:tide:tid:0987:2026-03-01 | ''
            # numbers begin anew at midnight: a higher one is of the day before
            tid0003  | Please kill tid 0987.  | 020010 GMT Mar 26 | iptc7901:tide:tid:0987:2026-03-01 | ''
            tid0003  | Please kill tid0002.   | 020010 GMT Mar 26 | iptc7901:tide:tid:0002:2026-03-02 | ''
            # they can't have begun anew: nobody sends a thousand in ten minutes
            tid1003  | Please kill tid0987.   | 020010 GMT Mar 26 | iptc7901:tide:tid:0987:2026-03-02 | iptc7901:tide:tid:0987:2026-03-01
            # the agency's day, not that of Greenwich
            tid0012  | Please kill tid0005.   | 020110 CET Mar 26 | iptc7901:tide:tid:0005:2026-03-02 | ''
            """)
    void aKillFindsItsStoryOverMidnight(String number, String text, String trailer, String id, String also) {
        var head = text.contains("kill") ? "KILL#Quay opens" : "Quay opens";
        var item = Wires.item("iptc7901", message(number, head, text, trailer));
        assertThat(item.id()).isEqualTo(id);
        assertThat(String.join(" ", item.replaces())).isEqualTo(also);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "012350 GMT Mar 26,2026-03-01T23:50:00Z",
        "012350 Mar 26,2026-03-01T23:50:00Z",
        "012350 mar 26,2026-03-01T23:50:00Z",
        "012350 MEZ März 2026,2026-03-01T22:50:00Z",
        "012350 déc. 26,2026-12-01T23:50:00Z"
    })
    void readsTheTrailer(String trailer, Instant published) {
        assertThat(Wires.item("iptc7901", message("tid0001", "Quay opens", "It did.", trailer))
                        .published())
                .contains(published);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # lines before the text                                  | signals    | byline
            REFILE#1ST LEAD#Quay opens                               | UPDATE     | ''
            ACHTUNG REDAKTIONEN#KILL!#Quay opens                     | KILL       | ''
            KORREKTUR#Quay opens                                     | CORRECTION | ''
            ANNULATION#Quay opens                                    | KILL       | ''
            À ANNULER#Quay opens                                     | KILL       | ''
            ANULACIÓN#Quay opens                                     | KILL       | ''
            ANNULLAMENTO#Quay opens                                  | KILL       | ''
            CORREZIONE#Quay opens                                    | CORRECTION | ''
            SPERRFRIST 2. März 12 Uhr#Quay opens                     | EMBARGO    | ''
            URGENTE#Quay opens                                       | ALERT      | ''
            Quay opens#By Tove Hald, tide                            | ''         | By Tove Hald, tide
            Quay opens#By tide correspondents                        | ''         | By tide correspondents
            """)
    void tellsLabelsAndBylineFromTheHeadline(String head, String signals, String byline) {
        var item = Wires.item("iptc7901", message("tid0001", head, "It did.", "012350 GMT Mar 26"));
        assertThat(item.headline()).isEqualTo("Quay opens");
        assertThat(String.join(" ", item.signals().stream().map(Enum::name).toList()))
                .isEqualTo(signals);
        assertThat(item.byline()).isEqualTo(byline);
    }
}
