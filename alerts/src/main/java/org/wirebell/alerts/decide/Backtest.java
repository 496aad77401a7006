package org.wirebell.alerts.decide;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.wirebell.model.Alert;
import org.wirebell.model.Finding;
import org.wirebell.model.Notice;
import org.wirebell.model.Priority;

/** What rules would have sent: the live planner over recorded news, in its order, with a clock that the news sets. */
public final class Backtest {
    private final Planner planner = new Planner(Memory.inMemory());
    private final Orders orders;
    private final Consumer<Line> told;
    private final Map<String, Map<LocalDate, Long>> fires = new TreeMap<>();
    private final Map<String, Map<String, Long>> suppressed = new TreeMap<>();
    private Instant clock = Instant.EPOCH;
    private long happenings;
    private long notices;

    private Backtest(Orders orders, Consumer<Line> told) {
        this.orders = orders;
        this.told = told;
    }

    /** Runs rules alone, at a desk that is awake, to the end of the news; each notice is told as it falls due. */
    public static Summary run(List<Rule> rules, Iterator<Happening> news, Consumer<Line> told) {
        try (var orders = Orders.of(new RuleBook(rules))) {
            return run(orders, news, told);
        }
    }

    /** As above, with the settings of desks and their silences. */
    public static Summary run(Orders orders, Iterator<Happening> news, Consumer<Line> told) {
        var run = new Backtest(orders, told);
        while (news.hasNext()) {
            run.happens(news.next());
        }
        return new Summary(
                run.happenings,
                run.notices,
                run.fires,
                run.suppressed,
                orders.rules().broken());
    }

    private void happens(Happening happening) {
        happenings++;
        var at = when(happening);
        pass(at);
        for (var question : orders.rules().ask(happening)) {
            var planned = planner.answer(orders, question, at, at);
            planned.decision().ifPresent(decision -> count(question.rule(), decision));
            planned.kept().forEach(why -> suppressed(question.rule(), why));
            tell(planned);
        }
    }

    /** Does everything that falls due before, each at its moment. */
    private void pass(Instant until) {
        for (var due = planner.due(); due.filter(until::isAfter).isPresent(); due = planner.due()) {
            clock = later(due.get());
            tell(planner.tick(orders, clock));
        }
        clock = later(until);
    }

    private Instant later(Instant moment) {
        return clock.isAfter(moment) ? clock : moment;
    }

    private void count(String rule, Decision decision) {
        switch (decision) {
            case Decision.Speak _ -> {
                var day = LocalDate.ofInstant(clock, ZoneOffset.UTC);
                fires.computeIfAbsent(rule, _ -> new TreeMap<>()).merge(day, 1L, Long::sum);
            }
            case Decision.Silent silent -> suppressed(rule, silent.why());
        }
    }

    private void suppressed(String rule, Enum<?> why) {
        suppressed(rule, why.name().toLowerCase(Locale.ROOT));
    }

    private void suppressed(String rule, String word) {
        suppressed.computeIfAbsent(rule, _ -> new TreeMap<>()).merge(word, 1L, Long::sum);
    }

    private void tell(Planned planned) {
        for (var notice : planned.notices()) {
            if (notice.goes()) {
                told.accept(Line.of(notice));
                notices++;
            } else if (!notice.receiver().equals(Route.PAGE)) {
                suppressed(notice.alert().rule(), notice.silence().replaceFirst(":.*", ""));
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
     * @param suppressed by rule and reason: answers that were none, and notices that waited or were not to go
     * @param broken rules left out, with the fault of their query
     */
    public record Summary(
            long happenings,
            long notices,
            Map<String, Map<LocalDate, Long>> fires,
            Map<String, Map<String, Long>> suppressed,
            Map<String, String> broken) {}
}
