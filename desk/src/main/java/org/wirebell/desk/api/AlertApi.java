package org.wirebell.desk.api;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.wirebell.desk.access.Need;
import org.wirebell.desk.access.Person;
import org.wirebell.desk.access.Secrets;
import org.wirebell.desk.board.Board;
import org.wirebell.desk.board.Filter;
import org.wirebell.desk.board.Told;
import org.wirebell.desk.deeds.Deeds;
import org.wirebell.model.Account.Role;
import org.wirebell.model.Action;

/** Alerts, and what persons do about them. */
final class AlertApi {
    /** The desk of alerts that name none. */
    static final String DESK = "main";

    private final Board board;
    private final Deeds deeds;

    AlertApi(Board board, Deeds deeds) {
        this.board = board;
        this.deeds = deeds;
    }

    void serve(Doors doors) {
        doors.get(
                "/api/alerts",
                Need.VIEWER,
                "Alerts, newest first, each with its deliveries.",
                this::list,
                "q: words that must all occur",
                "since: an instant",
                "rule: id of a rule",
                "desk: name of a desk",
                "state: open, held, withdrawn or closed",
                "priority: flash, urgent, normal or low",
                "limit: at most so many, 1 to 1000",
                "after: id of an alert; the list goes on behind it");
        doors.get(
                "/api/alerts/{id}",
                Need.VIEWER,
                "One alert with its history and deliveries.",
                ctx -> Replies.json(ctx, alert(ctx)));
        doors.post(
                "/api/alerts/{id}/actions",
                Need.EDITOR,
                "Does something about an alert of a desk of yours.",
                this::act,
                "verb: ack, unack, assign, note, hold, release, withdraw, close or breaking",
                "revision: the one that was seen; the latest when absent",
                "to: to whom it is assigned",
                "note: why; hold, withdraw and breaking need one",
                "until: an instant, when an acknowledgement or an override runs out",
                "id: makes it count once, however often it is sent");
    }

    private void list(Context ctx) {
        var heard = board.position().text();
        var since = Replies.since(ctx);
        var limit = Replies.limit(ctx);
        var after = Replies.param(ctx, "after");
        var filter = filter(ctx);
        Predicate<Told> asked = t -> !t.alert().received().isBefore(since)
                && is(ctx, "rule", t.alert().rule())
                && is(ctx, "desk", desk(t))
                && is(ctx, "state", lower(t.alert().state()))
                && is(ctx, "priority", lower(t.alert().priority()))
                && filter.matches(t);
        var found = board.alerts().stream().filter(asked).toList();
        int from = 0;
        if (!after.isEmpty()) {
            while (from < found.size() && !found.get(from).alert().id().equals(after)) {
                from++;
            }
            from++;
        }
        var page = found.subList(Math.min(from, found.size()), Math.min(found.size(), from + limit));
        if (!page.isEmpty() && from + limit < found.size()) {
            ctx.header("X-Next", page.getLast().alert().id());
        }
        Replies.list(ctx, heard, "alerts", page);
    }

    static Filter filter(Context ctx) {
        try {
            return Filter.of(Replies.param(ctx, "q"));
        } catch (IllegalArgumentException e) {
            throw new BadRequestResponse("q: " + e.getMessage());
        }
    }

    private Told alert(Context ctx) {
        var id = ctx.pathParam("id");
        return board.alert(id).orElseThrow(() -> new NotFoundResponse("no alert has the id " + id));
    }

    private void act(Context ctx) {
        var told = alert(ctx);
        var person = Person.of(ctx);
        var desk = desk(told);
        person.must(Role.EDITOR, desk);
        var body = Body.of(ctx);
        var verb = body.word("verb", Action.Verb.class);
        if (verb == Action.Verb.ASSIGN && body.text("to").isEmpty()) {
            throw new BadRequestResponse("to is missing: whom is it assigned to?");
        }
        Action action;
        try {
            action = new Action(
                    body.optional("id").orElseGet(Secrets::id),
                    told.alert().id(),
                    desk,
                    verb,
                    body.number("revision", told.alert().revision()),
                    person.name(),
                    deeds.now(),
                    body.instant("until"),
                    body.text("to"),
                    body.text("note"),
                    Map.of());
        } catch (IllegalArgumentException e) {
            throw new BadRequestResponse(String.valueOf(e.getMessage()));
        }
        deeds.act(action);
        Replies.json(ctx.status(201), action);
    }

    private static String desk(Told told) {
        return told.alert().desk().isEmpty() ? DESK : told.alert().desk();
    }

    private static boolean is(Context ctx, String name, String value) {
        var asked = Replies.param(ctx, name);
        return asked.isEmpty() || asked.equalsIgnoreCase(value);
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
