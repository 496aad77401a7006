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
import org.wirebell.model.Ids;
import org.wirebell.model.Json;
import org.wirebell.model.Notice;
import org.wirebell.model.Priority;

/** What rules would have sent: the live planner over recorded news, in its order, with a clock that the news sets. */
public final class Backtest {
    private final Rehearsal real;
    private final Rehearsal unbounded;
    private final Orders orders;
    private final Consumer<Line> told;
    private final Map<String, Map<LocalDate, Long>> fires = new TreeMap<>();
    private final Map<String, Map<String, Long>> suppressed = new TreeMap<>();
    private final Map<String, Long> sources = new TreeMap<>();
    private final Loudness loudness = new Loudness();
    private long happenings;
    private long notices;
    private String hash = "";

    private Backtest(Orders orders, Consumer<Line> told) {
        this.orders = orders;
        this.told = told;
        this.real = new Rehearsal(orders, this::tell);
        this.unbounded = new Rehearsal(Loudness.unbounded(orders), loudness::unbounded);
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
        return run.summary();
    }

    private void happens(Happening happening) {
        happenings++;
        real.until(happening);
        unbounded.until(happening);
        for (var question : orders.rules().ask(happening)) {
            var planned = real.answer(question);
            planned.decision().ifPresent(decision -> count(question.rule(), decision));
            planned.kept().forEach(waiting -> suppressed(question.rule(), waiting.why()));
            planned.hushed().ifPresent(why -> suppressed(question.rule(), why.replaceFirst(":.*", "")));
            tell(planned);
            loudness.unbounded(unbounded.answer(question));
        }
    }

    private void count(String rule, Decision decision) {
        switch (decision) {
            case Decision.Speak speak -> {
                var day = LocalDate.ofInstant(real.now(), ZoneOffset.UTC);
                fires.computeIfAbsent(rule, _ -> new TreeMap<>()).merge(day, 1L, Long::sum);
                sources.merge(speak.alert().evidence().source(), 1L, Long::sum);
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
                var line = Line.of(notice);
                hash = Ids.hash(hash, Json.plain(line));
                told.accept(line);
                loudness.told(notice);
                notices++;
            } else if (!notice.receiver().equals(Route.PAGE)) {
                suppressed(notice.alert().rule(), notice.silence().replaceFirst(":.*", ""));
            }
        }
    }

    private Summary summary() {
        var counts = Json.plain(Map.of("counts", List.of(fires.toString(), suppressed.toString())));
        return new Summary(
                happenings,
                notices,
                fires,
                suppressed,
                loudness.volumes(),
                Loudness.noisiest(sources),
                orders.rules().broken(),
                orders.rules().quarantined(),
                Ids.hash(hash, counts));
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
     * @param receivers how loud it is for each receiver but the page, and what budgets do about it
     * @param sources the ten whose items make rules fire most, the noisiest first
     * @param broken rules left out, with the fault of their query
     * @param quarantined rules that ran away on the way and were asked no more, with the reason
     * @param hash of all notices and counts: the same news and rules give the same
     */
    public record Summary(
            long happenings,
            long notices,
            Map<String, Map<LocalDate, Long>> fires,
            Map<String, Map<String, Long>> suppressed,
            Map<String, Volume> receivers,
            Map<String, Long> sources,
            Map<String, String> broken,
            Map<String, String> quarantined,
            String hash) {}

    /**
     * What one receiver hears.
     *
     * @param told notices, with or without a sound
     * @param sounding those with a sound
     * @param withoutBudget as many would sound if budgets were endless
     * @param busiestHour the most that sound within one hour of the clock
     */
    public record Volume(long told, long sounding, long withoutBudget, long busiestHour) {}
}
