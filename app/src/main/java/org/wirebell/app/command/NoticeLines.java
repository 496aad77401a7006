package org.wirebell.app.command;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.wirebell.model.Alert;
import org.wirebell.model.Notice;
import org.wirebell.model.Priority;
import org.wirebell.model.Result;
import org.wirebell.model.StoredRule;

/** Notices as commands print them. */
final class NoticeLines {
    /** How a condition is written with what it saw; all other lines tell of the route. */
    private static final Predicate<String> CONDITION =
            Pattern.compile(": (yes|no)(,|$)").asPredicate();

    private NoticeLines() {}

    /**
     * One line of the history.
     *
     * @param silence why it was not to be sent, empty for what was
     * @param outcome of the last try, {@code planned} while there was none
     */
    record Brief(
            String notice,
            String alert,
            int revision,
            String rule,
            String receiver,
            Notice.Kind kind,
            Priority priority,
            Alert.Reason reason,
            String title,
            Instant planned,
            boolean quiet,
            String silence,
            String outcome,
            Optional<Integer> attempts,
            Optional<Instant> at,
            Optional<Double> latencySeconds,
            String detail) {
        Brief with(Optional<Result> result) {
            return new Brief(
                    notice,
                    alert,
                    revision,
                    rule,
                    receiver,
                    kind,
                    priority,
                    reason,
                    title,
                    planned,
                    quiet,
                    silence,
                    result.map(it -> it.outcome().name().toLowerCase(Locale.ROOT))
                            .orElse(outcome),
                    result.map(Result::attempts),
                    result.map(Result::at),
                    result.map(Result::latencySeconds),
                    result.map(Result::detail).orElse(""));
        }

        boolean sent() {
            return outcome.equals(Result.Outcome.SENT.name().toLowerCase(Locale.ROOT));
        }
    }

    static Brief brief(Notice notice) {
        var alert = notice.alert();
        return new Brief(
                notice.id(),
                alert.id(),
                alert.revision(),
                alert.rule(),
                notice.receiver(),
                notice.kind(),
                alert.priority(),
                alert.reason(),
                alert.title(),
                notice.planned(),
                notice.quiet(),
                notice.silence(),
                "planned",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "");
    }

    /** Everything behind one notice. The rule is given as it was when this was planned, and as it stands now. */
    static Map<String, Object> whole(Notice notice, Optional<Object> rule, List<Result> results) {
        var alert = notice.alert();
        var evidence = alert.evidence();
        var line = new LinkedHashMap<String, Object>();
        line.put("notice", notice.id());
        line.put("receiver", notice.receiver());
        line.put("kind", notice.kind());
        line.put("alert", alert.id());
        line.put("revision", alert.revision());
        line.put("desk", alert.desk());
        line.put("priority", alert.priority());
        line.put("reason", alert.reason());
        line.put("title", alert.title());
        line.put("rule", alert.rule());
        alert.ruleVersion().ifPresent(it -> line.put("ruleThen", it));
        rule.ifPresent(it -> line.put("ruleNow", it));
        line.put("conditions", alert.why().stream().filter(CONDITION).toList());
        line.put("route", alert.why().stream().filter(CONDITION.negate()).toList());
        line.put("quiet", notice.quiet());
        line.put("silence", notice.silence());
        alert.series().ifPresent(series -> line.put("series", series.key()));
        alert.before().ifPresent(before -> line.put("before", before));
        alert.after().ifPresent(after -> line.put("after", after));
        line.put("claimant", alert.claimant());
        line.put("sentence", evidence.sentence());
        line.put("quote", evidence.quote());
        line.put("source", evidence.source());
        line.put("item", alert.causeItem());
        line.put("link", evidence.link());
        line.put("entries", notice.entries());
        line.put("times", times(notice));
        line.put("results", results.stream().map(NoticeLines::result).toList());
        line.values().removeIf(value -> value.equals("") || value.equals(List.of()));
        return line;
    }

    static Map<String, Object> rule(StoredRule stored) {
        var line = new LinkedHashMap<String, Object>();
        line.put("id", stored.id());
        line.put("version", stored.version());
        line.put("state", stored.state());
        line.put("by", stored.by());
        line.put("at", stored.at());
        line.put("text", stored.text());
        return line;
    }

    private static Map<String, Object> times(Notice notice) {
        var times = new LinkedHashMap<String, Object>();
        notice.alert().evidence().published().ifPresent(at -> times.put("published", at));
        times.put("received", notice.alert().received());
        times.put("planned", notice.planned());
        times.put("expires", notice.expires());
        return times;
    }

    private static Map<String, Object> result(Result result) {
        var line = new LinkedHashMap<String, Object>();
        line.put("outcome", result.outcome());
        line.put("attempts", result.attempts());
        line.put("at", result.at());
        line.put("latencySeconds", result.latencySeconds());
        line.put("detail", result.detail());
        line.put("handle", result.handle());
        line.values().removeIf(""::equals);
        return line;
    }
}
