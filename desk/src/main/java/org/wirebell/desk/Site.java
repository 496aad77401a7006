package org.wirebell.desk;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.wirebell.desk.access.Need;
import org.wirebell.desk.api.Replies;
import org.wirebell.desk.board.Board;
import org.wirebell.desk.board.Filter;
import org.wirebell.desk.page.Html;
import org.wirebell.desk.page.Look;
import org.wirebell.desk.page.Node;
import org.wirebell.desk.page.Screens;
import org.wirebell.desk.page.SignInScreen;
import org.wirebell.desk.page.StoryScreens;

/** The screens, painted by the server: they are whole without a script. */
final class Site {
    private final Board board;
    private final String title;
    private final ZoneId zone;
    private final InstantSource clock;
    private final String note;
    private final Optional<SignInScreen.Provider> provider;

    /**
     * @param note stands under every screen; empty for none
     */
    Site(
            Board board,
            String title,
            ZoneId zone,
            InstantSource clock,
            String note,
            Optional<SignInScreen.Provider> provider) {
        this.provider = provider;
        this.board = board;
        this.title = title;
        this.zone = zone;
        this.clock = clock;
        this.note = note;
    }

    /**
     * @param firstWanted whether the one-time token of the first start is waited for
     */
    void serve(RoutesConfig routes, BooleanSupplier firstWanted) {
        routes.get(
                "/sign-in",
                ctx -> html(ctx, SignInScreen.page(firstWanted.getAsBoolean(), provider, "", look())),
                Need.ANYONE);
        routes.get("/", this::live);
        routes.get("/alerts/{id}", ctx -> {
            var heard = board.position();
            var told = board.alert(ctx.pathParam("id"))
                    .orElseThrow(() -> new NotFoundResponse("No alert has this address; it may have left the board."));
            html(ctx, Screens.alert(told, look(), heard));
        });
        routes.get("/figures", ctx -> {
            var heard = board.position();
            var key = Replies.param(ctx, "key");
            html(
                    ctx,
                    key.isEmpty()
                            ? Screens.figures(board.series(), look(), heard)
                            : board.series(key)
                                    .map(l -> Screens.figure(l, look(), heard))
                                    .orElseThrow(() -> new NotFoundResponse("No series has this address.")));
        });
        routes.get("/stories", this::stories);
        routes.get("/sources", ctx -> html(ctx, Screens.sources(board, look(), board.position())));
    }

    /** The position is asked first: what changes while the page is painted comes again in the stream, and is not missed. */
    private void live(Context ctx) {
        var heard = board.position();
        var query = Replies.param(ctx, "q");
        if (query.length() > Filter.LONGEST) {
            var complaint = "The filter is too long: at most " + Filter.LONGEST + " letters.";
            html(ctx.status(400), Screens.live(board, board.alerts(), "", complaint, look(), heard));
            return;
        }
        var filter = Filter.of(query);
        var found = board.alerts().stream().filter(filter::matches).toList();
        var order = Replies.param(ctx, "by").equals("priority") ? Screens.Order.PRIORITY : Screens.Order.NEWEST;
        html(ctx, Screens.live(board, found, query, order, "", look(), heard));
    }

    private void stories(Context ctx) {
        var heard = board.position();
        var id = Replies.param(ctx, "id");
        if (id.isEmpty()) {
            html(ctx, StoryScreens.stories(board.stories(), look(), heard));
            return;
        }
        var story = board.story(id)
                .orElseThrow(() -> new NotFoundResponse("No story has this address; it may have left the board."));
        if (story.id().equals(id)) {
            html(ctx, StoryScreens.story(story, board, look(), heard));
        } else {
            ctx.redirect(StoryScreens.address(story));
        }
    }

    /** Where people sign in, with what went wrong. */
    void notSignedIn(Context ctx, String said) {
        html(ctx, SignInScreen.page(false, provider, said, look()));
    }

    void wrong(Context ctx, String heading, String said) {
        html(ctx, Screens.wrong(heading, said, look()));
    }

    Look look() {
        return new Look(title, clock.instant(), zone, note);
    }

    static void html(Context ctx, Node document) {
        ctx.contentType("text/html; charset=utf-8")
                .header("Cache-Control", "no-store")
                .result(Html.document(document));
    }
}
