package org.wirebell.alerts.decide;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.wirebell.model.Alert;
import org.wirebell.model.Finding;
import org.wirebell.model.Notice;
import org.wirebell.model.Priority;

/** What rules would have sent: the live decisions over recorded news, in its order. */
public final class Backtest {
    private final Map<String, Standing> standings = new HashMap<>();
    private final Map<String, Map<LocalDate, Long>> fires = new TreeMap<>();
    private final Map<String, Map<Decision.Why, Long>> suppressed = new TreeMap<>();
    private long happenings;
    private long notices;

    private Backtest() {}

    /** Runs to the end of the news; each notice is told as it falls due. */
    public static Summary run(List<Rule> rules, Iterator<Happening> news, Consumer<Line> told) {
        try (var book = new RuleBook(rules)) {
            var run = new Backtest();
            while (news.hasNext()) {
                run.happens(book, news.next(), told);
            }
            return new Summary(run.happenings, run.notices, run.fires, run.suppressed, book.broken());
        }
    }

    private void happens(RuleBook book, Happening happening, Consumer<Line> told) {
        happenings++;
        var at = when(happening);
        for (var question : book.ask(happening)) {
            var rule = book.rule(question.rule()).orElseThrow();
            var id = question.alertId();
            var known = Optional.ofNullable(standings.get(id));
            if (!question.concerns(known)) {
                continue;
            }
            var before = known.orElse(Standing.NONE);
            var decision = Decider.decide(rule, question.about(), happening, question.matched(), before, at);
            standings.put(id, decision.standing());
            switch (decision) {
                case Decision.Speak speak -> {
                    var day = LocalDate.ofInstant(at, ZoneOffset.UTC);
                    fires.computeIfAbsent(rule.id(), _ -> new TreeMap<>()).merge(day, 1L, Long::sum);
                    speak.notices().stream().map(Line::of).forEach(told);
                    notices += speak.notices().size();
                }
                case Decision.Silent silent ->
                    suppressed
                            .computeIfAbsent(rule.id(), _ -> new EnumMap<>(Decision.Why.class))
                            .merge(silent.why(), 1L, Long::sum);
            }
        }
    }

    private static Instant when(Happening happening) {
        var received = switch (happening) {
            case Happening.Found _ -> Optional.<Instant>empty();
            case Happening.Changed changed -> Optional.of(changed.update().received());
        };
        var item = happening.cause().map(Finding::item);
        return received.or(() -> item.flatMap(i -> i.received()))
                .or(() -> item.flatMap(i -> i.published()))
                .orElse(Instant.EPOCH);
    }

    /** One notice that would have been sent; its JSON form is one line of {@code wirebell backtest}. Ids start with {@code dry:}. */
    public record Line(
            String notice,
            String alert,
            int revision,
            String rule,
            String receiver,
            Notice.Kind kind,
            Priority priority,
            Alert.Reason reason,
            String title,
            Optional<Long> before,
            Optional<Long> after,
            String claimant,
            String sentence,
            String item,
            Instant at,
            List<String> why) {
        static Line of(Notice notice) {
            var alert = notice.alert();
            return new Line(
                    "dry:" + notice.id(),
                    "dry:" + alert.id(),
                    alert.revision(),
                    alert.rule(),
                    notice.receiver(),
                    notice.kind(),
                    alert.priority(),
                    alert.reason(),
                    alert.title(),
                    alert.before().flatMap(Numbers::of),
                    alert.after().flatMap(Numbers::of),
                    alert.claimant(),
                    alert.evidence().sentence(),
                    alert.causeItem(),
                    notice.planned(),
                    alert.why());
        }
    }

    /**
     * Counts of a whole run.
     *
     * @param fires by rule and day (UTC): revisions told to anybody
     * @param suppressed by rule and reason
     * @param broken rules left out, with the fault of their query
     */
    public record Summary(
            long happenings,
            long notices,
            Map<String, Map<LocalDate, Long>> fires,
            Map<String, Map<Decision.Why, Long>> suppressed,
            Map<String, String> broken) {}
}
