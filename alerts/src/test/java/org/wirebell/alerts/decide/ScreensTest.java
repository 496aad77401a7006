package org.wirebell.alerts.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebell.alerts.decide.News.asking;
import static org.wirebell.alerts.decide.News.change;
import static org.wirebell.alerts.decide.News.item;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wirebell.model.Silence;
import org.wirebell.model.Update.Kind;

/** Rules for screens alone: nobody is rung, and still it is said why. */
class ScreensTest {
    private static final Happening FIRST =
            change(Kind.FIRST, item("a", "1", "Toll 20")).value(20).happening();

    @Test
    void aSilenceOverScreensAloneLeavesItsReason() {
        var silence = new Silence(
                "s1",
                "",
                List.of("toll"),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                "ruiz",
                "exercise",
                News.T0,
                News.T0.plus(Duration.ofHours(1)),
                Map.of());
        var rule = Rules.named("toll").figure(asking("first")).to("console").rule();
        try (var room = new Newsroom(Newsdesk.defaults(), rule).silence(silence)) {
            assertThat(room.hears(FIRST)).containsExactly("console: new first 20 (quiet)");
            var reason = "not told: silenced: exercise (ruiz, until 2026-03-01T07:00:00Z)";
            assertThat(room.alert().why()).contains(reason);
            assertThat(room.notices)
                    .isNotEmpty()
                    .allSatisfy(notice -> assertThat(notice.alert().why()).contains(reason));
        }
        try (var orders = new Orders(
                new RuleBook(List.of(rule)), Map.of(), new Silences(List.of(silence)), Set.of(), Set.of(), Set.of())) {
            var news = List.of(FIRST);
            var summary = Backtest.run(orders, news.iterator(), _ -> {});
            assertThat(summary.suppressed()).isEqualTo(Map.of("toll", Map.of("silenced", 1L)));
        }
    }
}
