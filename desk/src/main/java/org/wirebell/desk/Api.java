package org.wirebell.desk;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.wirebell.desk.board.Board;
import org.wirebell.model.Json;

/** The same as the page, for programs. Every list tells its position: a live stream {@code ?from=} it misses nothing. */
final class Api {
    static final int MOST = 1_000;

    private final Board board;

    Api(Board board) {
        this.board = board;
    }

    void serve(RoutesConfig routes) {
        routes.get("/api/alerts", ctx -> {
            var heard = position();
            var since = since(ctx);
            var filter = filter(ctx);
            var found = board.alerts().stream()
                    .filter(t -> !t.alert().received().isBefore(since))
                    .filter(filter::matches)
                    .limit(MOST)
                    .toList();
            list(ctx, heard, "alerts", found);
        });
        routes.get("/api/alerts/{id}", ctx -> {
            var id = ctx.pathParam("id");
            json(ctx, board.alert(id).orElseThrow(() -> new NotFoundResponse("no alert has the id " + id)));
        });
        routes.get("/api/series", ctx -> {
            var heard = position();
            list(ctx, heard, "series", board.series());
        });
        // a key may hold slashes: gazetteer ids do
        routes.get("/api/series/<key>", ctx -> {
            var key = ctx.pathParam("key");
            json(ctx, board.series(key).orElseThrow(() -> new NotFoundResponse("no series has the key " + key)));
        });
        routes.get("/api/feeds", ctx -> {
            var heard = position();
            list(ctx, heard, "feeds", board.feeds());
        });
        new StoryApi(board).serve(routes);
        routes.get("/api/dead", ctx -> json(ctx, board.dead()));
    }

    private String position() {
        return board.position().text();
    }

    static Filter filter(Context ctx) {
        try {
            return Filter.of(param(ctx, "q"));
        } catch (IllegalArgumentException e) {
            throw new BadRequestResponse("q: " + e.getMessage());
        }
    }

    static String param(Context ctx, String name) {
        return Optional.ofNullable(ctx.queryParam(name)).orElse("").strip();
    }

    static Instant since(Context ctx) {
        var since = param(ctx, "since");
        try {
            return since.isEmpty() ? Instant.MIN : Instant.parse(since);
        } catch (DateTimeParseException e) {
            throw new BadRequestResponse("since must be an instant such as 2026-03-01T06:00:00Z, was " + since);
        }
    }

    /** Put together here because the mapper leaves out an empty list, which says something in an answer. */
    static void list(Context ctx, String position, String name, List<?> found) {
        send(ctx, "{\"position\":" + Json.plain(position) + ",\"" + name + "\":" + Json.plain(found) + "}");
    }

    static void json(Context ctx, Object value) {
        send(ctx, Json.plain(value));
    }

    private static void send(Context ctx, String json) {
        ctx.contentType("application/json; charset=utf-8")
                .header("Cache-Control", "no-store")
                .result(json);
    }
}
