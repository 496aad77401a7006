package org.wirebell.desk.api;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.UnprocessableContentResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.wirebell.desk.access.Need;
import org.wirebell.desk.access.Person;
import org.wirebell.desk.board.Board;
import org.wirebell.desk.deeds.Deeds;
import org.wirebell.model.Account.Role;
import org.wirebell.model.StoredRule;

/** Rules that are made here. Those of the configuration stand in its file and are not touched. */
final class RuleApi {
    private final Board board;
    private final Deeds deeds;
    private final Ports ports;

    RuleApi(Board board, Deeds deeds, Ports ports) {
        this.board = board;
        this.deeds = deeds;
        this.ports = ports;
    }

    void serve(Doors doors) {
        doors.get(
                "/api/rules",
                Need.VIEWER,
                "Rules that were made here, in their newest version.",
                ctx -> {
                    var all = !Replies.param(ctx, "deleted").isEmpty();
                    Replies.list(
                            ctx,
                            "rules",
                            board.rules().stream()
                                    .filter(r -> all || r.state() != StoredRule.State.DELETED)
                                    .toList());
                },
                "deleted: yes, to see deleted ones too");
        doors.get(
                "/api/configured",
                Need.VIEWER,
                "Rules and desks of the configuration, and the rules that are left out or quarantined, with the reason.",
                ctx -> {
                    var standing = ports.standing();
                    var answer = new LinkedHashMap<String, Object>();
                    answer.put("rules", standing.rules());
                    answer.put("desks", standing.desks());
                    standing.faults().ifPresent(faults -> answer.put("faults", faults));
                    Replies.json(ctx, answer);
                });
        doors.get("/api/rules/{id}", Need.VIEWER, "One rule with the versions that are known, newest first.", ctx -> {
            newest(ctx);
            Replies.list(ctx, "versions", board.versions(ctx.pathParam("id")));
        });
        doors.put(
                "/api/rules/{id}",
                Need.EDITOR,
                "Makes a rule at a desk of yours, or its next version.",
                this::keep,
                "text: the rule in YAML or JSON, as in the configuration; its id is that of the address",
                "state: active (when absent), dry_run or paused",
                "version: the one that you changed; refused with 409 when somebody else was faster",
                "note: why, for colleagues");
        doors.delete("/api/rules/{id}", Need.EDITOR, "Deletes a rule of a desk of yours.", this::delete);
        doors.post(
                "/api/rules/check",
                Need.EDITOR,
                "Whether a text is a rule, and what it says of itself.",
                ctx -> Replies.json(ctx, checked(Body.of(ctx).needed("text"))),
                "text: the rule");
        doors.post("/api/rules/try", Need.EDITOR, "What a rule would have told.", this::attempt, "text: the rule");
    }

    private void keep(Context ctx) {
        var id = ctx.pathParam("id");
        var body = Body.of(ctx);
        var text = body.needed("text");
        var checked = checked(text);
        if (!checked.id().equals(id)) {
            throw new BadRequestResponse("the text names itself " + checked.id() + ", the address " + id);
        }
        var person = Person.of(ctx);
        person.must(Role.EDITOR, checked.desk());
        var before = board.versions(id).stream().findFirst();
        before.ifPresent(b -> person.must(Role.EDITOR, b.desk()));
        int version = before.map(StoredRule::version).orElse(0);
        if (body.number("version", version) != version) {
            throw new ConflictResponse("the newest version is " + version);
        }
        var state =
                body.optional("state").isEmpty() ? StoredRule.State.ACTIVE : body.word("state", StoredRule.State.class);
        if (state == StoredRule.State.DELETED) {
            throw new BadRequestResponse("a rule is deleted with DELETE");
        }
        var rule = new StoredRule(
                id, checked.desk(), text, version + 1, state, person.name(), deeds.now(), body.text("note"), Map.of());
        deeds.rule(rule, before);
        Replies.json(ctx.status(before.isEmpty() ? 201 : 200), rule);
    }

    private void delete(Context ctx) {
        var before = newest(ctx);
        var person = Person.of(ctx);
        person.must(Role.EDITOR, before.desk());
        var gone = new StoredRule(
                before.id(),
                before.desk(),
                before.text(),
                before.version() + 1,
                StoredRule.State.DELETED,
                person.name(),
                deeds.now(),
                "",
                Map.of());
        deeds.rule(gone, Optional.of(before));
        ctx.status(204);
    }

    private void attempt(Context ctx) throws InterruptedException {
        var text = Body.of(ctx).needed("text");
        var checked = checked(text);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("rule", checked);
        answer.put("trial", trial(text));
        Replies.json(ctx, answer);
    }

    private Object trial(String text) throws InterruptedException {
        try {
            return ports.trial().run(text);
        } catch (IllegalArgumentException e) {
            throw new UnprocessableContentResponse(String.valueOf(e.getMessage()));
        }
    }

    private Ports.RuleChecker.Checked checked(String text) {
        try {
            return ports.checker().check(text);
        } catch (IllegalArgumentException e) {
            throw new UnprocessableContentResponse(String.valueOf(e.getMessage()));
        }
    }

    private StoredRule newest(Context ctx) {
        var id = ctx.pathParam("id");
        return board.versions(id).stream()
                .findFirst()
                .orElseThrow(() -> new NotFoundResponse("no rule was made here under the id " + id));
    }
}
