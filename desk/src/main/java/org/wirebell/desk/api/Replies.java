package org.wirebell.desk.api;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.wirebell.model.Json;

/** How answers are written and questions read, the same for every route. */
public final class Replies {
    static final String JSON = "application/json";
    /** So many entries are in a list at most. */
    public static final int MOST = 1_000;

    private Replies() {}

    public static void json(Context ctx, Object value) {
        send(ctx, Json.plain(value));
    }

    /** Put together here because the mapper leaves out an empty list, which says something in an answer. */
    public static void list(Context ctx, String name, List<?> found) {
        send(ctx, "{\"" + name + "\":" + Json.plain(found) + "}");
    }

    /** As {@link #list(Context, String, List)}, with how far the board had come. */
    public static void list(Context ctx, String position, String name, List<?> found) {
        send(ctx, "{\"position\":" + Json.plain(position) + ",\"" + name + "\":" + Json.plain(found) + "}");
    }

    static void send(Context ctx, String json) {
        ctx.contentType(JSON + "; charset=utf-8")
                .header("Cache-Control", "no-store")
                .result(json);
    }

    public static String param(Context ctx, String name) {
        return Optional.ofNullable(ctx.queryParam(name)).orElse("").strip();
    }

    public static Instant since(Context ctx) {
        var since = param(ctx, "since");
        try {
            return since.isEmpty() ? Instant.MIN : Instant.parse(since);
        } catch (DateTimeParseException e) {
            throw new BadRequestResponse("since must be an instant such as 2026-03-01T06:00:00Z, was " + since);
        }
    }

    /** From 1 to {@value #MOST}. */
    public static int limit(Context ctx) {
        var limit = param(ctx, "limit");
        if (limit.isEmpty()) {
            return MOST;
        }
        if (!limit.matches("[1-9]\\d{0,3}") || Integer.parseInt(limit) > MOST) {
            throw new BadRequestResponse("limit must be 1 to " + MOST + ", was " + limit);
        }
        return Integer.parseInt(limit);
    }
}
