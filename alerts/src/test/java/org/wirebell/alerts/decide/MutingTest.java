package org.wirebell.alerts.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebell.alerts.decide.News.T0;
import static org.wirebell.alerts.decide.News.asking;
import static org.wirebell.alerts.decide.News.change;
import static org.wirebell.alerts.decide.News.finding;
import static org.wirebell.alerts.decide.News.item;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebell.model.Notice;
import org.wirebell.model.Silence;
import org.wirebell.model.Update.Kind;
import org.wirebell.model.WireSignal;

class MutingTest {
    private static final List<Happening> NEWS = List.of(
            new Happening.Found(finding(item("a", "1", "Ferry sinks"))),
            change(Kind.FIRST, item("a", "1", "Ferry sinks")).value(20).happening(),
            new Happening.Found(finding(item("b", "1", "Harbour calm"))),
            new Happening.Found(finding(item("a", "2", "Kill: ferry", WireSignal.KILL))));

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # rules | place       | query  | series | muted
            ferries | -           | -      | -      | ferries new
            -       | Port Adel   | -      | -      | ferries new; toll new; calm new
            -       | elsewhere   | -      | -      | nothing
            -       | -           | calm   | -      | calm new
            ferries | -           | calm   | -      | nothing
            -       | -           | -      | ferry  | toll new
            """)
    void findsWhatWouldHaveBeenMuted(String rules, String place, String query, String series, String muted) {
        var silence = silence(rules, place, query, series);
        assertThat(muted(silence)).isEqualTo(muted);
    }

    @Test
    void aKillIsNeverMuted() {
        assertThat(muted(silence("ferries", null, null, null))).doesNotContain("withdraw");
    }

    private static Silence silence(String rules, String place, String query, String series) {
        return new Silence(
                "s",
                "",
                rules == null ? List.of() : List.of(rules),
                place == null ? List.of() : List.of(place),
                Optional.ofNullable(query),
                Optional.ofNullable(series).map(_ -> News.series("all").key()),
                "lee",
                "a drill",
                T0.plus(Duration.ofDays(1)),
                T0.plus(Duration.ofDays(2)),
                Map.of());
    }

    private static String muted(Silence silence) {
        var rules = new Rule[] {
            Rules.named("ferries").query("ferry").to("desk").rule(),
            Rules.named("toll").figure(asking("first")).to("desk").rule(),
            Rules.named("calm").query("calm").to("desk").rule()
        };
        try (var room = new Newsroom(Newsdesk.defaults(), rules)) {
            NEWS.forEach(room::hears);
            var sent = room.notices.stream()
                    .filter(notice -> notice.receiver().equals("desk"))
                    .toList();
            assertThat(sent).anyMatch(notice -> notice.kind() == Notice.Kind.WITHDRAW);
            var muted = Muting.of(silence, sent, NEWS).stream()
                    .map(notice ->
                            notice.alert().rule() + " " + notice.kind().name().toLowerCase(Locale.ROOT))
                    .toList();
            return muted.isEmpty() ? "nothing" : String.join("; ", muted);
        }
    }
}
