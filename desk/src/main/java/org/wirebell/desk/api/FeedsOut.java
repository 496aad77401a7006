package org.wirebell.desk.api;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.wirebell.desk.access.Need;
import org.wirebell.desk.board.Board;
import org.wirebell.desk.board.Told;
import org.wirebell.desk.feeds.Atom;
import org.wirebell.desk.feeds.Entries;
import org.wirebell.desk.feeds.JsonFeed;
import org.wirebell.model.Alert;

/** The alerts of a rule or of a story, for feed readers; they show a token as the password of a {@code Basic} authorization. */
final class FeedsOut {
    private final Board board;
    private final String title;
    private final Optional<URI> address;

    FeedsOut(Board board, String title, Optional<URI> address) {
        this.board = board;
        this.title = title;
        this.address = address;
    }

    void serve(Doors doors) {
        doors.gives(
                Atom.TYPE,
                "/feeds/rules/{file}",
                Need.VIEWER,
                "The alerts of a rule: ID.atom or ID.json.",
                ctx -> feed(
                        ctx,
                        "/feeds/rules/",
                        "/?q=",
                        id -> t -> t.alert().rule().equals(id)));
        doors.gives(
                Atom.TYPE,
                "/feeds/stories/<file>",
                Need.VIEWER,
                "The alerts of a story: ID.atom or ID.json.",
                ctx -> feed(ctx, "/feeds/stories/", "/stories?id=", this::ofStory));
    }

    private Predicate<Told> ofStory(String id) {
        var now = board.story(id).map(s -> s.id()).orElse(id);
        return t -> !t.alert().story().isEmpty()
                && (t.alert().story().equals(now) || t.alert().story().equals(id));
    }

    private interface Chosen {
        Predicate<Told> by(String id);
    }

    private void feed(Context ctx, String path, String home, Chosen chosen) {
        var file = ctx.pathParam("file");
        int dot = file.lastIndexOf('.');
        var form = dot < 0 ? "" : file.substring(dot);
        if (!form.equals(".atom") && !form.equals(".json")) {
            throw new NotFoundResponse("a feed ends in .atom or .json");
        }
        var id = file.substring(0, dot);
        var here = Entries.encoded(id);
        List<Alert> alerts =
                board.alerts().stream().filter(chosen.by(id)).map(Told::alert).toList();
        var feed = Entries.of(title + ": " + id, site(ctx), path + here + form, home + here, alerts);
        boolean atom = form.equals(".atom");
        ctx.contentType((atom ? Atom.TYPE : JsonFeed.TYPE) + "; charset=utf-8")
                .header("Cache-Control", "private, no-cache")
                .result(atom ? Atom.of(feed) : JsonFeed.of(feed));
    }

    /** Where readers find the desk: as configured, or as this one did. */
    private String site(Context ctx) {
        return address.map(a -> a.toString().replaceFirst("/+$", ""))
                .orElseGet(() ->
                        ctx.scheme() + "://" + Optional.ofNullable(ctx.host()).orElse("localhost"));
    }
}
