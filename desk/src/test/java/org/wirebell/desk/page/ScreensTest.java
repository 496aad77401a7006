package org.wirebell.desk.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebell.desk.board.Board;
import org.wirebell.desk.board.Position;
import org.wirebell.desk.board.Source;
import org.wirebell.model.Claim;
import org.wirebell.model.FeedState;
import org.wirebell.model.Golden;
import org.wirebell.model.Json;
import org.wirebell.model.LedgerEntry;
import org.wirebell.model.Samples;

class ScreensTest {
    private static final Instant NOW = Samples.T0.plusSeconds(220);
    private final Look look = new Look("Desk", NOW, ZoneId.of("Asia/Beirut"));
    private final Board board = new Board(10, 10, 10, 10, 10);

    private String lines(Node node) {
        return Html.fragment(node).replace("><", ">\n<");
    }

    @Test
    void paintsAnAlert() {
        var alert = Samples.alert();
        board.alert(Source.ALERTS.at(0, 0), alert.id(), Optional.of(alert));
        board.notice(Source.NOTICES.at(0, 0), Samples.notice());
        board.result(Source.RESULTS.at(0, 0), Samples.result());
        var told = board.alert(alert.id()).orElseThrow();
        Golden.check("alert.html", lines(AlertRow.of(told, look, false)));
    }

    @Test
    void paintsASeriesWithChartAndTable() {
        var entry = Samples.entry();
        board.ledger(Source.LEDGER.at(0, 0), entry.series().key(), Optional.of(entry));
        board.update(Source.UPDATES.at(0, 0), Samples.update());
        Golden.check("series.html", lines(SeriesCard.card(board.series().getFirst(), look)));
    }

    @Test
    void givesTheSpanOfADisputeToNobody() {
        var entry = Samples.entry();
        var key = entry.series().key();
        board.ledger(
                Source.LEDGER.at(0, 0),
                key,
                Optional.of(disputed(entry, entry.claims().getFirst())));

        var card = Html.fragment(SeriesCard.card(board.series().getFirst(), look));

        assertThat(card).contains("<strong>11–70</strong>, as 2 claimants say<").doesNotContain(" says ");
    }

    private static LedgerEntry disputed(LedgerEntry entry, Claim one) {
        var other = new Claim(
                "other",
                one.series(),
                "air command",
                one.claimantAs(),
                one.origin(),
                one.figure(),
                one.evidence(),
                one.asOf(),
                one.received(),
                one.backfill());
        return new LedgerEntry(
                entry.series(),
                LedgerEntry.State.DISPUTED,
                Optional.of(one),
                Optional.of(11L),
                Optional.of(52L),
                Optional.of(70L),
                List.of(one, other),
                List.of(),
                entry.history(),
                entry.opened(),
                entry.updated(),
                Map.of());
    }

    @Test
    void paintsSources() {
        board.feed(Source.FEEDS.at(0, 0), "coastwire", Optional.of(Samples.feed()));
        Golden.check("source.html", lines(SourceRow.row(board.feeds().getFirst(), look)));
    }

    @Test
    void paintsASilentSource() {
        var more = Map.<String, Object>of(
                "health", "silent",
                "healthSince", Samples.T0.toString(),
                "healthWhy", "no news since 05:00, longer than PT45M",
                "usualGap", "PT30M",
                "gaps", "2");
        board.feed(Source.FEEDS.at(0, 0), "coastwire", Optional.of(with(Samples.feed(), more)));
        Golden.check("silent.html", lines(SourceRow.row(board.feeds().getFirst(), look)));
        assertThat(lines(SourceRow.summary(board.feeds(), look)))
                .contains("0 OK", "1 silent", "0 failing", "Silent: no news since 05:00");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "ok, OK",
        "slow, Told to wait",
        "gap, Gap",
        "silent, Silent",
        "failing, Failing",
        "gone, Gone",
        "new, Not yet tried",
        "of-another-version, OK",
    })
    void knowsEachStateOfIngest(String health, String word) {
        var feed = with(Samples.feed(), Map.of("health", health));
        assertThat(SourceHealth.of(feed, Samples.T0).word()).isEqualTo(word);
    }

    private static FeedState with(FeedState feed, Map<String, Object> more) {
        var fields = Json.map(Json.plain(feed));
        fields.putAll(more);
        return Json.read(Json.plain(fields), FeedState.class);
    }

    @Test
    void saysWhatIsEmpty() {
        var live = Html.document(Screens.live(board, List.of(), "", "", look, Position.START));
        assertThat(live)
                .contains(
                        "No alert yet.",
                        "No figure has been read yet.",
                        "No source has been polled yet.",
                        "Nothing was set aside.");
        assertThat(Html.document(Screens.live(board, List.of(), "xyz", "", look, Position.START)))
                .contains("No alert matches.");
    }

    @Test
    void needsNoInlineScriptOrStyle() {
        var all = Html.document(Screens.live(board, List.of(), "", "", look, Position.START))
                + Html.document(Screens.figures(board.series(), look, Position.START))
                + Html.document(Screens.sources(board, look, Position.START));
        assertThat(all)
                .doesNotContain("<style", " style=", " onclick", "javascript:")
                .doesNotContainPattern("<script(?! [^>]*src=)");
    }
}
