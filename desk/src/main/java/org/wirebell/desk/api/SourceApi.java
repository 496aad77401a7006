package org.wirebell.desk.api;

import org.wirebell.desk.access.Need;
import org.wirebell.desk.board.Board;

/** Sources: their health, what was set aside, and the list of them. */
final class SourceApi {
    private final Board board;
    private final Ports.Outline outline;

    SourceApi(Board board, Ports.Outline outline) {
        this.board = board;
        this.outline = outline;
    }

    void serve(Doors doors) {
        doors.get("/api/feeds", Need.VIEWER, "Where each source stands.", ctx -> {
            var heard = board.position().text();
            Replies.list(ctx, heard, "feeds", board.feeds());
        });
        doors.get("/api/dead", Need.VIEWER, "What was set aside, and why.", ctx -> Replies.json(ctx, board.dead()));
        doors.gives(
                "text/x-opml",
                "/api/sources.opml",
                Need.VIEWER,
                "The configured sources as OPML.",
                ctx -> ctx.contentType("text/x-opml; charset=utf-8")
                        .header("Cache-Control", "no-store")
                        .header("Content-Disposition", "attachment; filename=\"sources.opml\"")
                        .result(outline.opml()));
    }
}
