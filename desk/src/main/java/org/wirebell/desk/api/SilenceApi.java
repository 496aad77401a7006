package org.wirebell.desk.api;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.Duration;
import java.util.Map;
import org.wirebell.desk.access.Need;
import org.wirebell.desk.access.Person;
import org.wirebell.desk.access.Secrets;
import org.wirebell.desk.board.Board;
import org.wirebell.desk.deeds.Deeds;
import org.wirebell.model.Account.Role;
import org.wirebell.model.Silence;

/** Silences: which there are, new ones, and what a new one would hush. */
final class SilenceApi {
    private static final String[] FIELDS = {
        "reason: why, for colleagues",
        "desk: whose; empty for every desk",
        "rules: ids of rules; one must be the rule",
        "places: names or gazetteer ids; one must be the place or hold it",
        "query: Lucene syntax over the item",
        "series: key of a series",
        "from: an instant; now when absent",
        "until: an instant; or for",
        "for: a duration such as PT2H"
    };

    private final Board board;
    private final Deeds deeds;

    SilenceApi(Board board, Deeds deeds) {
        this.board = board;
        this.deeds = deeds;
    }

    void serve(Doors doors) {
        doors.get("/api/silences", Need.VIEWER, "Silences that have not ended.", ctx -> {
            var now = deeds.now();
            Replies.list(
                    ctx,
                    "silences",
                    board.silences().stream()
                            .filter(s -> s.until().isAfter(now))
                            .toList());
        });
        doors.post("/api/silences", Need.EDITOR, "Makes a silence at a desk of yours.", this::make, FIELDS);
        doors.post(
                "/api/silences/preview",
                Need.EDITOR,
                "The alerts on the board that it would have hushed. Of items the board knows headline and sentence only.",
                this::preview,
                FIELDS);
        doors.delete("/api/silences/{id}", Need.EDITOR, "Lifts a silence of a desk of yours.", this::lift);
    }

    private void make(Context ctx) {
        var silence = silence(ctx);
        Person.of(ctx).must(Role.EDITOR, silence.desk());
        try {
            new Hushed(silence, board).close(); // its query is read there
        } catch (IllegalArgumentException e) {
            throw new BadRequestResponse(String.valueOf(e.getMessage()));
        }
        deeds.silence(silence);
        Replies.json(ctx.status(201), silence);
    }

    private void preview(Context ctx) {
        try (var hushed = new Hushed(silence(ctx), board)) {
            var found = board.alerts().stream()
                    .filter(t -> hushed.hushes(t.alert()))
                    .limit(Replies.MOST)
                    .toList();
            Replies.list(ctx, "alerts", found);
        } catch (IllegalArgumentException e) {
            throw new BadRequestResponse(String.valueOf(e.getMessage()));
        }
    }

    private Silence silence(Context ctx) {
        var body = Body.of(ctx);
        var from = body.instant("from").orElseGet(deeds::now);
        var until = body.instant("until").or(() -> body.duration("for").map(from::plus));
        try {
            return new Silence(
                    Secrets.id(),
                    body.text("desk"),
                    body.texts("rules"),
                    body.texts("places"),
                    body.optional("query"),
                    body.optional("series"),
                    Person.of(ctx).name(),
                    body.text("reason"),
                    from,
                    until.orElseGet(() -> from.plus(Duration.ofHours(2))),
                    Map.of());
        } catch (IllegalArgumentException e) {
            throw new BadRequestResponse(String.valueOf(e.getMessage()));
        }
    }

    private void lift(Context ctx) {
        var id = ctx.pathParam("id");
        var silence = board.silences().stream()
                .filter(s -> s.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFoundResponse("no silence has the id " + id));
        var person = Person.of(ctx);
        person.must(Role.EDITOR, silence.desk());
        deeds.lift(silence, person.name());
        ctx.status(204);
    }
}
