package org.wirebell.desk.api;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.wirebell.desk.access.Need;
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

    void serve(Doors doors) {
        doors.get(
                "/api/stories",
                Need.VIEWER,
                "Running stories in short, newest item first.",
                ctx -> {
                    var heard = board.position().text();
                    var since = Replies.since(ctx);
                    var found = board.stories().stream()
                            .filter(s -> !s.last().isBefore(since))
                            .limit(Replies.MOST)
                            .map(InShort::of)
                            .toList();
                    Replies.list(ctx, heard, "stories", found);
                },
                "since: an instant");
        // an id may hold slashes: item ids do
        doors.get("/api/stories/<id>", Need.VIEWER, "One story whole.", this::one);
    }

    /** One that went into another leads there. */
    private void one(Context ctx) {
        var id = ctx.pathParam("id");
        var story = board.story(id).orElseThrow(() -> new NotFoundResponse("no story has the id " + id));
        if (story.id().equals(id)) {
            Replies.json(ctx, story);
        } else {
            ctx.redirect("/api/stories/"
                    + URLEncoder.encode(story.id(), StandardCharsets.UTF_8).replace("+", "%20"));
        }
    }
}
