package org.wirebell.desk.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebell.model.Alert;
import org.wirebell.model.LedgerEntry;
import org.wirebell.model.Notice;
import org.wirebell.model.Result;
import org.wirebell.model.Samples;
import org.wirebell.model.Update;

class BoardTest {
    private final Board board = new Board(10, 10, 3, 10, 20);
    private long offset;

    private Source.At next(Source source) {
        return source.at(0, offset++);
    }

    private void alert(String id) {
        board.alert(next(Source.ALERTS), id, Optional.of(named(id)));
    }

    private static Alert named(String id) {
        var a = Samples.alert();
        return new Alert(
                id,
                a.rule(),
                a.about(),
                a.revision(),
                a.state(),
                a.priority(),
                a.reason(),
                a.title(),
                a.before(),
                a.after(),
                a.claimant(),
                a.series(),
                a.signals(),
                a.evidence(),
                a.language(),
                a.causeItem(),
                a.recipients(),
                a.revisions(),
                a.opened(),
                a.received().plusSeconds(id.charAt(0)),
                a.why(),
                a.more());
    }

    private List<String> ids() {
        return board.alerts().stream().map(t -> t.alert().id()).toList();
    }

    @Test
    void showsTheNewestAlertFirst() {
        alert("b");
        alert("c");
        alert("a");
        assertThat(ids()).containsExactly("c", "b", "a");
    }

    @Test
    void forgetsTheAlertThatWasUntouchedLongest() {
        for (char c = 'a'; c <= 'j'; c++) {
            alert("" + c);
        }
        alert("a"); // touched again
        alert("k");
        assertThat(ids()).hasSize(10).contains("a", "k").doesNotContain("b");
    }

    @Test
    void letsGoOfWhatTheTopicLetsGoOf() {
        alert("a");
        board.alert(next(Source.ALERTS), "a", Optional.empty());
        assertThat(ids()).isEmpty();
        board.ledger(next(Source.LEDGER), "k", Optional.of(Samples.entry()));
        board.ledger(next(Source.LEDGER), "k", Optional.empty());
        assertThat(board.series()).isEmpty();
        board.feed(next(Source.FEEDS), "f", Optional.of(Samples.feed()));
        board.feed(next(Source.FEEDS), "f", Optional.empty());
        assertThat(board.feeds()).isEmpty();
    }

    /** A result may be read before its notice, and both before the alert. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "alert notice result",
        "result notice alert",
        "notice alert result",
        "result alert notice",
        "alert result notice"
    })
    void knowsWhatBecameOfANoticeInAnyOrder(String order) {
        var alert = Samples.alert();
        for (var step : order.split(" ", -1)) {
            switch (step) {
                case "alert" -> board.alert(next(Source.ALERTS), alert.id(), Optional.of(alert));
                case "notice" -> board.notice(next(Source.NOTICES), Samples.notice());
                case "result" -> board.result(next(Source.RESULTS), Samples.result());
                default -> throw new IllegalArgumentException(step);
            }
        }
        var told = board.alert(alert.id()).orElseThrow();
        assertThat(told.deliveries()).singleElement().satisfies(d -> {
            assertThat(d.receiver()).isEqualTo("desk-mail");
            assertThat(d.kind()).contains(Notice.Kind.UPDATE);
            assertThat(d.revision()).isEqualTo(2);
            assertThat(d.outcome()).contains(Result.Outcome.SENT);
            assertThat(d.at()).isEqualTo(Samples.result().at());
        });
    }

    @Test
    void drawsATimeLineFromUpdatesAndTheLedgersOwnHistory() {
        var entry = Samples.entry();
        board.ledger(next(Source.LEDGER), entry.series().key(), Optional.of(entry));
        assertThat(board.series().getFirst().points()).hasSize(1);
        board.update(next(Source.UPDATES), Samples.update());
        board.update(next(Source.UPDATES), Samples.update()); // the same again, after a replay
        var points = board.series(entry.series().key()).orElseThrow().points();
        assertThat(points).extracting(TimeLine.Point::kind).containsExactly(Update.Kind.HIGHER, Update.Kind.FIRST);
    }

    @Test
    void doesNotTellAStepTwiceThatHistoryAndUpdatesBothHold() {
        var update = Samples.update();
        var step = new LedgerEntry.Step(
                update.kind(), update.value(), update.bound(), update.claimant(), update.asOf(), "", "", "");
        var e = Samples.entry();
        var entry = new LedgerEntry(
                e.series(),
                e.state(),
                e.current(),
                e.low(),
                e.best(),
                e.high(),
                e.claims(),
                List.of(),
                List.of(step),
                e.opened(),
                e.updated(),
                Map.of());
        board.update(next(Source.UPDATES), update);
        board.ledger(next(Source.LEDGER), entry.series().key(), Optional.of(entry));
        assertThat(board.series().getFirst().points()).hasSize(1);
    }

    @Test
    void countsDeadLettersByReasonAndHoldsTheLast() {
        for (int i = 0; i < 120; i++) {
            board.dead(
                    next(Source.DEAD),
                    new DeadLetters.Letter(
                            "ingest", i % 3 == 0 ? "not-xml" : "too-large", "", "s" + i, Optional.empty()));
        }
        assertThat(board.dead().count()).isEqualTo(120);
        assertThat(board.dead().byWhy()).isEqualTo(Map.of("ingest: not-xml", 40L, "ingest: too-large", 80L));
        assertThat(board.dead().last()).hasSize(50).first().extracting("source").isEqualTo("s119");
    }

    @Test
    void bindsTheReasonsOfDeadLetters() {
        for (int i = 0; i < 500; i++) {
            board.dead(next(Source.DEAD), new DeadLetters.Letter("ingest", "why" + i, "", "", Optional.empty()));
        }
        assertThat(board.dead().byWhy()).hasSize(101).containsEntry("more reasons", 400L);
    }

    @Test
    void tellsWhatChangedSinceASequence() {
        alert("a");
        long seen = board.sequence();
        alert("b");
        assertThat(board.since(seen).changes()).extracting(Change::key).containsExactly("b");
        assertThat(board.since(board.sequence()).changes()).isEmpty();
    }

    @Test
    void admitsWhenItHasForgotten() {
        for (int i = 0; i < 21; i++) {
            alert("a");
        }
        assertThat(board.since(0).lost()).isTrue();
        assertThat(board.since(1).lost()).isFalse();
        assertThat(board.since(Position.START).lost()).isTrue();
        assertThat(board.since(Position.parse("a0:0").orElseThrow()).changes()).hasSize(20);
    }

    /** Offsets where reading began are 40 for alerts (a0) and 0 for feeds. */
    @ParameterizedTest(name = "from {0}: lost {1}, missed {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    a0:13           | true  | 0
                    a0:13,f0:0      | true  | 0
                    a0:14           | false | 2
                    a0:15           | false | 1
                    a0:15,f0:0      | false | 0
                    a0:16,f0:0      | true  | 0
                    """)
    void knowsWhereReadingBegan(String from, boolean lost, int missed) {
        board.begin(Source.ALERTS.at(0, 41));
        board.begin(Source.FEEDS.at(0, 0));
        board.alert(Source.ALERTS.at(0, 41), "a", Optional.of(named("a")));
        board.feed(Source.FEEDS.at(0, 0), "f", Optional.of(Samples.feed()));
        var batch = board.since(Position.parse(from).orElseThrow());
        assertThat(batch.lost()).isEqualTo(lost);
        assertThat(batch.changes()).hasSize(missed);
    }

    @Test
    void wakesWhoWaits() throws InterruptedException {
        assertThat(board.awaitAfter(0, Duration.ofMillis(10))).isFalse();
        var other = Thread.ofVirtual().start(() -> alert("a"));
        assertThat(board.awaitAfter(0, Duration.ofSeconds(10))).isTrue();
        other.join();
    }
}
