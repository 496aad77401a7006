package org.wirebell.desk;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.wirebell.desk.board.Board;
import org.wirebell.model.Place;
import org.wirebell.model.Story;

/** Stories for programs: all in short, one whole. */
final class StoryApi {
    private final Board board;

    StoryApi(Board board) {
        this.board = board;
    }

    /** A story in the list; its members, levels and notes come with the story itself. */
    private record InShort(
            String id,
            String headline,
            Instant first,
            Instant last,
            int items,
            List<String> languages,
            List<Place> places,
            List<Story.Origin> origins) {
        static InShort of(Story s) {
            return new InShort(
                    s.id(), s.headline(), s.first(), s.last(), s.items(), s.languages(), s.places(), s.origins());
        }
    }

    void serve(RoutesConfig routes) {
        routes.get("/api/stories", ctx -> {
            var heard = board.position().text();
            var since = Api.since(ctx);
            var found = board.stories().stream()
                    .filter(s -> !s.last().isBefore(since))
                    .limit(Api.MOST)
                    .map(InShort::of)
                    .toList();
            Api.list(ctx, heard, "stories", found);
        });
        // an id may hold slashes: item ids do
        routes.get("/api/stories/<id>", this::one);
    }

    /** One that went into another leads there. */
    private void one(Context ctx) {
        var id = ctx.pathParam("id");
        var story = board.story(id).orElseThrow(() -> new NotFoundResponse("no story has the id " + id));
        if (story.id().equals(id)) {
            Api.json(ctx, story);
        } else {
            ctx.redirect("/api/stories/"
                    + URLEncoder.encode(story.id(), StandardCharsets.UTF_8).replace("+", "%20"));
        }
    }
}
