package org.wirebell.desk.api;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.wirebell.desk.access.Need;
import org.wirebell.desk.access.Person;
import org.wirebell.desk.board.Board;
import org.wirebell.desk.board.TimeLine;
import org.wirebell.desk.deeds.Deeds;
import org.wirebell.desk.export.Csv;
import org.wirebell.model.LedgerEntry;
import org.wirebell.model.Ruling;
import org.wirebell.model.Series;

/** Figures, as JSON or as a table, and the claims that wait for a person. */
final class SeriesApi {
    private final Board board;
    private final Deeds deeds;

    SeriesApi(Board board, Deeds deeds) {
        this.board = board;
        this.deeds = deeds;
    }

    void serve(Doors doors) {
        doors.get("/api/series", Need.VIEWER, "Series with their points, last changed first.", ctx -> {
            var heard = board.position().text();
            Replies.list(ctx, heard, "series", board.series());
        });
        // a key may hold slashes: gazetteer ids do
        doors.get(
                "/api/series/<key>",
                Need.VIEWER,
                "One series with its points.",
                this::one,
                "format: json (when absent), csv, or hxl for a table with hashtags");
        doors.get("/api/held", Need.VIEWER, "Claims that wait for a person, and why.", this::held);
        doors.post(
                "/api/held/{claim}/release",
                Need.EDITOR,
                "The claim counts from now on as if it had not been doubted.",
                ctx -> rule(ctx, Ruling.Verdict.RELEASE),
                "note: why, for colleagues");
        doors.post(
                "/api/held/{claim}/reject",
                Need.EDITOR,
                "The claim counts for nothing, and backs no other.",
                ctx -> rule(ctx, Ruling.Verdict.REJECT),
                "note: why, for colleagues");
    }

    private void one(Context ctx) {
        var key = ctx.pathParam("key");
        var line = board.series(key).orElseThrow(() -> new NotFoundResponse("no series has the key " + key));
        switch (Replies.param(ctx, "format")) {
            case "", "json" -> Replies.json(ctx, line);
            case "csv" -> table(ctx, line, false);
            case "hxl" -> table(ctx, line, true);
            default -> throw new BadRequestResponse("format must be json, csv or hxl");
        }
    }

    private static void table(Context ctx, TimeLine line, boolean hxl) {
        var text = new StringBuilder(Csv.header(hxl));
        line.points().forEach(p -> text.append(Csv.row(line.entry().series(), p)));
        ctx.contentType("text/csv; charset=utf-8")
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename=\"figures.csv\"")
                .result(text.toString());
    }

    private void held(Context ctx) {
        var found = new ArrayList<Map<String, Object>>();
        for (var line : board.series()) {
            for (var held : line.entry().held()) {
                var row = new LinkedHashMap<String, Object>();
                row.put("claim", held.claim().id());
                row.put("series", line.key());
                row.put("why", held.why());
                row.put("claimant", held.claim().claimantAs());
                row.put("figure", held.claim().figure());
                row.put("asOf", held.claim().asOf());
                row.put("evidence", held.claim().evidence());
                found.add(row);
            }
        }
        Replies.list(ctx, "held", found);
    }

    private void rule(Context ctx, Ruling.Verdict verdict) {
        var claim = ctx.pathParam("claim");
        var series = board.series().stream()
                .map(TimeLine::entry)
                .filter(e -> names(e, claim))
                .map(LedgerEntry::series)
                .findFirst();
        Series where = series.orElseThrow(() -> new NotFoundResponse("no claim " + claim + " is held or stands"));
        var ruling = new Ruling(
                claim,
                where,
                verdict,
                Person.of(ctx).name(),
                deeds.now(),
                Body.of(ctx).text("note"),
                Map.of());
        deeds.ruling(ruling);
        Replies.json(ctx.status(201), ruling);
    }

    private static boolean names(LedgerEntry entry, String claim) {
        return Stream.concat(entry.held().stream().map(LedgerEntry.Held::claim), entry.claims().stream())
                .anyMatch(c -> c.id().equals(claim));
    }
}
