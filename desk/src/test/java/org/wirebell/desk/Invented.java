package org.wirebell.desk;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirebell.desk.board.Board;
import org.wirebell.desk.board.DeadLetters;
import org.wirebell.desk.board.Source;
import org.wirebell.model.Alert;
import org.wirebell.model.Evidence;
import org.wirebell.model.FeedState;
import org.wirebell.model.Figure;
import org.wirebell.model.Ids;
import org.wirebell.model.LedgerEntry;
import org.wirebell.model.Notice;
import org.wirebell.model.Priority;
import org.wirebell.model.Result;
import org.wirebell.model.Samples;
import org.wirebell.model.Series;
import org.wirebell.model.Signal;
import org.wirebell.model.Story;
import org.wirebell.model.Update;

/** Puts invented news on a board, record by record as the topics would. */
final class Invented {
    static final String HOSTILE = "<img src=x onerror=\"document.title='owned'\"> 4 dead, says </script><b>nobody</b>";

    final Board board;
    private final Instant now;
    private long alerts;
    private long notices;
    private long results;
    private long ledger;
    private long updates;
    private long stories;
    private long feeds;
    private long dead;

    Invented(Board board, Instant now) {
        this(board, now, 0);
    }

    /**
     * @param offset where each topic goes on
     */
    Invented(Board board, Instant now, long offset) {
        this.board = board;
        this.now = now;
        alerts = offset;
        notices = offset;
        results = offset;
        ledger = offset;
        updates = offset;
        stories = offset;
        feeds = offset;
        dead = offset;
    }

    static Alert.Reading reading(long value, Figure.Bound bound, Instant at) {
        return new Alert.Reading(Optional.of(value), Optional.of(value), Optional.empty(), bound, at);
    }

    static Evidence evidence(String source, String headline, String link, String sentence, String quote) {
        return new Evidence(
                source + "|" + link,
                "1",
                source,
                headline,
                link,
                Optional.empty(),
                Figure.Part.BODY,
                sentence,
                quote,
                Math.max(0, sentence.indexOf(quote)),
                0,
                quote.length(),
                "count");
    }

    /** A first revision, to be changed by {@link #with}. */
    Alert alert(String name, Priority priority, String title, String claimant, Evidence evidence, Duration ago) {
        var received = now.minus(ago);
        return new Alert(
                Ids.id("preview", name),
                "toll-watch",
                name,
                1,
                Alert.State.OPEN,
                priority,
                Alert.Reason.FIRST,
                title,
                Optional.empty(),
                Optional.empty(),
                claimant,
                Optional.empty(),
                List.of(),
                evidence,
                "en",
                evidence.family() + "#1",
                List.of("desk-mail", "night-desk"),
                List.of(),
                received,
                received,
                List.of("query matched: dead OR killed", "first figure of its series: yes"),
                Map.of());
    }

    /** The next revision of an alert. */
    static Alert next(
            Alert old,
            Alert.State state,
            Alert.Reason reason,
            Optional<Alert.Reading> after,
            Evidence e,
            Instant received) {
        var revisions = new ArrayList<>(old.revisions());
        revisions.add(new Alert.Revision(
                old.revision(), old.reason(), old.after(), old.claimant(), old.causeItem(), old.received()));
        return new Alert(
                old.id(),
                old.rule(),
                old.about(),
                old.revision() + 1,
                state,
                old.priority(),
                reason,
                old.title(),
                old.after(),
                after,
                old.claimant(),
                old.series(),
                old.signals(),
                e,
                old.language(),
                e.family() + "#2",
                old.recipients(),
                revisions,
                old.opened(),
                received,
                List.of("figure moved as the rule asks: yes"),
                Map.of());
    }

    static Alert with(
            Alert a,
            String language,
            Optional<Series> series,
            Optional<Alert.Reading> before,
            Optional<Alert.Reading> after,
            List<Signal> signals) {
        return new Alert(
                a.id(),
                a.rule(),
                a.about(),
                a.revision(),
                a.state(),
                a.priority(),
                a.reason(),
                a.title(),
                before,
                after,
                a.claimant(),
                series,
                signals,
                a.evidence(),
                language,
                a.causeItem(),
                a.recipients(),
                a.revisions(),
                a.opened(),
                a.received(),
                a.why(),
                a.more());
    }

    static Alert titled(Alert a, String title) {
        return new Alert(
                a.id(),
                a.rule(),
                a.about(),
                a.revision(),
                a.state(),
                a.priority(),
                a.reason(),
                title,
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
                a.received(),
                a.why(),
                a.more());
    }

    void put(Alert alert) {
        board.alert(Source.ALERTS.at(0, alerts++), alert.id(), Optional.of(alert));
    }

    void put(Story story) {
        board.story(Source.STORIES.at(0, stories++), story.id(), Optional.of(story));
    }

    void put(Notice notice) {
        board.notice(Source.NOTICES.at(0, notices++), notice);
    }

    void told(Alert alert, String receiver, Notice.Kind kind, Optional<Result.Outcome> outcome) {
        var id = Ids.id(alert.id(), receiver, Integer.toString(alert.revision()));
        var at = alert.received().plusMillis(900);
        board.notice(
                Source.NOTICES.at(0, notices++),
                new Notice(id, receiver, kind, alert, at, at.plusSeconds(1800), Map.of()));
        outcome.ifPresent(o -> board.result(
                Source.RESULTS.at(0, results++),
                new Result(
                        id,
                        alert.id(),
                        receiver,
                        o,
                        o == Result.Outcome.SENT ? 1 : 3,
                        at.plusMillis(500),
                        1.4,
                        o == Result.Outcome.SENT ? "250 queued" : "connect to hooks.example:443 refused",
                        Map.of())));
    }

    void update(
            Series series,
            Update.Kind kind,
            long value,
            Figure.Bound bound,
            String claimant,
            Evidence e,
            Duration ago) {
        update(series, kind, value, Optional.empty(), bound, claimant, e, ago);
    }

    void update(
            Series series,
            Update.Kind kind,
            long value,
            Optional<Long> high,
            Figure.Bound bound,
            String claimant,
            Evidence e,
            Duration ago) {
        var at = now.minus(ago);
        board.update(
                Source.UPDATES.at(0, updates),
                new Update(
                        "u" + updates++,
                        "",
                        e.family(),
                        "1",
                        kind,
                        series,
                        Optional.of(value),
                        Optional.of(value),
                        high,
                        bound,
                        Optional.empty(),
                        claimant,
                        e.source(),
                        e.quote(),
                        0,
                        e.quote().length(),
                        kind == Update.Kind.HIGHER ? "above all before" : "",
                        e,
                        List.of(),
                        1,
                        at,
                        at.plusSeconds(30),
                        false,
                        Optional.empty(),
                        Map.of()));
    }

    void ledger(Series series, LedgerEntry.State state, long low, long best, long high, Duration ago) {
        var standing = state == LedgerEntry.State.EMPTY ? Optional.<Long>empty() : Optional.of(best);
        board.ledger(
                Source.LEDGER.at(0, ledger++),
                series.key(),
                Optional.of(new LedgerEntry(
                        series,
                        state,
                        Optional.empty(),
                        standing.map(b -> low),
                        standing,
                        standing.map(b -> high),
                        standing.isEmpty() ? List.of() : List.of(Samples.claim()),
                        state == LedgerEntry.State.HELD
                                ? List.of(new LedgerEntry.Held(
                                        Samples.claim(),
                                        "31 is also the number of missing given lately: perhaps mixed up"))
                                : List.of(),
                        List.of(),
                        now.minus(Duration.ofDays(1)),
                        now.minus(ago),
                        Map.of())));
    }

    void feed(String id, String title, int failures, String outcome, String detail, Duration last, Duration next) {
        board.feed(
                Source.FEEDS.at(0, feeds++),
                id,
                Optional.of(new FeedState(
                        id,
                        "https://" + id + ".example/rss",
                        title,
                        "",
                        "",
                        "",
                        List.of(),
                        outcome,
                        detail,
                        failures,
                        120 + id.length() * 31L,
                        Optional.of(now.minus(Duration.ofSeconds(30))),
                        Optional.of(now.minus(last)),
                        Optional.of(now.minus(last).minusSeconds(400)),
                        Optional.of(now.plus(next)),
                        failures == 0 ? Map.of() : Map.of("lastError", error(outcome, detail)))));
    }

    private Map<String, Object> error(String outcome, String detail) {
        var came =
                "<html><head><title>502 Bad Gateway</title></head>\r\n<body>\u0000\u0001 nothing to see</body></html>";
        return Map.of(
                "at",
                now.minusSeconds(300).toString(),
                "why",
                outcome,
                "detail",
                detail,
                "head",
                Base64.getEncoder().encodeToString(came.getBytes(StandardCharsets.UTF_8)));
    }

    void letter(String where, String why, String detail, String source) {
        board.dead(
                Source.DEAD.at(0, dead++),
                new DeadLetters.Letter(where, why, detail, source, Optional.of(now.minusSeconds(60 * dead))));
    }
}
