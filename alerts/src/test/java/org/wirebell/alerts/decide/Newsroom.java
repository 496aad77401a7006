package org.wirebell.alerts.decide;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wirebell.model.Action;
import org.wirebell.model.Alert;
import org.wirebell.model.Json;
import org.wirebell.model.Notice;
import org.wirebell.model.Silence;
import org.wirebell.model.Story;

/** The planner with its memory, for a test that hears news, acts and lets time pass. Tells what each receiver hears. */
final class Newsroom implements AutoCloseable {
    final List<Notice> notices = new ArrayList<>();
    final List<Alert> alerts = new ArrayList<>();
    private final Planner planner = new Planner(Memory.inMemory());
    private RuleBook book;
    private final Map<String, Newsdesk> desks;
    private List<Silence> silences = List.of();
    private Instant now = News.T0;
    private int actions;

    Newsroom(Newsdesk desk, Rule... rules) {
        book = new RuleBook(List.of(rules));
        desks = Map.of(Rule.DESK, desk);
    }

    Newsroom silence(Silence... all) {
        silences = List.of(all);
        return this;
    }

    /** From now on these rules hold and no others. */
    void follows(Rule... rules) {
        var before = List.copyOf(book.all());
        book.close();
        book = new RuleBook(List.of(rules), before, Map.of());
    }

    Instant now() {
        return now;
    }

    /** Lets time pass and does what falls due, each at its moment; tells what went out. */
    List<String> pass(Duration time) {
        int before = notices.size();
        var until = now.plus(time);
        while (planner.due().filter(due -> !due.isAfter(until)).isPresent()) {
            var due = planner.due().get();
            now = now.isAfter(due) ? now : due;
            keep(planner.tick(orders(), now));
        }
        now = until;
        return told(before);
    }

    /** The clock is set, ahead or back, and ticks once. */
    List<String> leaps(Duration time) {
        int before = notices.size();
        now = now.plus(time);
        keep(planner.tick(orders(), now));
        return told(before);
    }

    List<String> at(String moment) {
        return pass(Duration.between(now, Instant.parse(moment)));
    }

    List<String> hears(Happening happening) {
        int before = notices.size();
        for (var question : book.ask(happening)) {
            keep(planner.answer(orders(), question, now, now));
        }
        return told(before);
    }

    /** One story was found to be part of another. */
    List<String> merges(String story, String into) {
        int before = notices.size();
        var gone = Json.read(Json.plain(Map.of("id", story, "into", into, "first", now, "last", now)), Story.class);
        for (var question : book.ask(gone)) {
            keep(planner.answer(orders(), question, now, now));
        }
        return told(before);
    }

    /** As if it had waited this long in the log. */
    List<String> hearsLate(Happening happening, Duration late) {
        int before = notices.size();
        for (var question : book.ask(happening)) {
            keep(planner.answer(orders(), question, now.minus(late), now));
        }
        return told(before);
    }

    List<String> does(Action.Verb verb, String by) {
        int before = notices.size();
        var alert = alerts.getLast();
        var action = new Action(
                "act" + actions++,
                alert.id(),
                alert.desk(),
                verb,
                alert.revision(),
                by,
                now,
                Optional.empty(),
                verb == Action.Verb.ASSIGN ? "lee" : "",
                "as seen",
                Map.of());
        keep(planner.act(orders(), action, now));
        keep(planner.act(orders(), action, now)); // sent twice, counts once
        return told(before);
    }

    Alert alert() {
        return alerts.getLast();
    }

    private Orders orders() {
        return new Orders(
                book,
                desks,
                new Silences(silences),
                Set.of("page", "chat"),
                Set.of("page", "pager"),
                Set.of("chat", "pager"));
    }

    private void keep(Planned planned) {
        notices.addAll(planned.notices());
        alerts.addAll(planned.alerts());
    }

    /** {@code desk: update material_change 31}, {@code (quiet)} without a sound, {@code [why]} for what is not sent; the page is left out. */
    private List<String> told(int from) {
        return notices.subList(from, notices.size()).stream()
                .filter(notice -> !notice.receiver().equals("page"))
                .map(Newsroom::line)
                .toList();
    }

    private static String line(Notice notice) {
        var number =
                notice.alert().after().flatMap(Numbers::of).map(n -> " " + n).orElse("");
        var entries =
                notice.entries().isEmpty() ? "" : " of " + notice.entries().size();
        return notice.receiver() + ": " + word(notice.kind()) + " "
                + word(notice.alert().reason()) + number + entries
                + (notice.quiet() ? " (quiet)" : "")
                + (notice.goes() ? "" : " [" + notice.silence().replaceFirst(":.*", "") + "]");
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() {
        book.close();
    }
}
