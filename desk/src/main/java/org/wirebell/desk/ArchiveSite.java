package org.wirebell.desk;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.EnumMap;
import java.util.Optional;
import java.util.function.Supplier;
import org.wirebell.desk.api.Replies;
import org.wirebell.desk.archive.Archive;
import org.wirebell.desk.archive.Facet;
import org.wirebell.desk.archive.Search;
import org.wirebell.desk.board.Board;
import org.wirebell.desk.page.ArchiveScreen;
import org.wirebell.desk.page.Look;

/** The archive on the page. */
final class ArchiveSite {
    private static final int LONGEST = 2_000;

    private final Archive archive;
    private final Board board;
    private final Supplier<Look> look;

    ArchiveSite(Archive archive, Board board, Supplier<Look> look) {
        this.archive = archive;
        this.board = board;
        this.look = look;
    }

    void serve(RoutesConfig routes) {
        routes.get("/archive", this::search);
        routes.get("/archive/item", ctx -> {
            var finding = archive.item(Replies.param(ctx, "id"))
                    .orElseThrow(() -> new NotFoundResponse("The archive holds no such item; it may be too old."));
            Site.html(ctx, ArchiveScreen.item(finding, look.get(), board.position()));
        });
    }

    private void search(Context ctx) {
        var asked = asked(ctx);
        var now = look.get();
        try {
            if (asked.query().length() > LONGEST) {
                throw new IllegalArgumentException("the query is too long: at most " + LONGEST + " letters");
            }
            var since = asked.back().map(back -> now.now().minus(back));
            var found =
                    archive.search(new Search(asked.query(), asked.only(), since, asked.skip(), ArchiveScreen.PAGE));
            Site.html(ctx, ArchiveScreen.page(asked, Optional.of(found), "", archive.whole(), now, board.position()));
        } catch (IllegalArgumentException e) {
            var said = String.valueOf(e.getMessage());
            Site.html(
                    ctx.status(400),
                    ArchiveScreen.page(asked, Optional.empty(), said, archive.whole(), now, board.position()));
        }
    }

    private static ArchiveScreen.Asked asked(Context ctx) {
        var only = new EnumMap<Facet, String>(Facet.class);
        for (var facet : Facet.values()) {
            var value = Replies.param(ctx, facet.key());
            if (!value.isEmpty()) {
                only.put(facet, value);
            }
        }
        var from = Replies.param(ctx, "from");
        int skip = from.matches("\\d{1,5}") ? Integer.parseInt(from) : 0;
        return new ArchiveScreen.Asked(Replies.param(ctx, "q"), only, Replies.param(ctx, "span"), skip);
    }
}
