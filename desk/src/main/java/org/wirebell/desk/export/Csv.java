package org.wirebell.desk.export;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wirebell.desk.board.TimeLine;
import org.wirebell.model.Figure;
import org.wirebell.model.Series;
import org.wirebell.model.Update;

/**
 * RFC 4180 rows, one an update: a row is a report, not the truth, and a reader picks. Hashtags follow the Humanitarian
 * Exchange Language; {@code #affected} columns hold plain numbers, dates are ISO 8601.
 */
public final class Csv {
    private record Column(String name, String hxl, Function<Row, String> value) {}

    private record Row(Series series, TimeLine.Point point) {}

    private static final List<Column> COLUMNS = List.of(
            new Column("series", "#meta+id", row -> row.series().key()),
            new Column("reported_at", "#date+reported", row -> time(row.point().received())),
            new Column("as_of", "#date+occurred", row -> row.point().asOf().toString()),
            new Column("change", "#status", row -> lower(row.point().kind())),
            new Column("place", "#loc+name", row -> row.series().place()),
            new Column("event", "#event+type", row -> row.series().event()),
            new Column("since", "#date+start", row -> row.series().since()),
            new Column("scope", "#meta+scope", row -> lower(row.series().scope())),
            new Column("population", "#group+name", row -> row.series().population()),
            affected("killed", Figure.Category.KILLED),
            affected("injured", Figure.Category.INJURED),
            affected("casualties", Figure.Category.CASUALTIES),
            affected("missing", Figure.Category.MISSING),
            affected("captive", Figure.Category.CAPTIVE),
            affected("arrested", Figure.Category.ARRESTED),
            affected("released", Figure.Category.RELEASED),
            affected("rescued", Figure.Category.RESCUED),
            affected("displaced", Figure.Category.DISPLACED),
            affected("affected", Figure.Category.AFFECTED),
            affected("sick", Figure.Category.SICK),
            new Column("low", "#affected+min", row -> number(row.point().low())),
            new Column("high", "#affected+max", row -> number(row.point().high())),
            new Column("bound", "#meta+bound", row -> lower(row.point().bound())),
            new Column("claimant", "#org+name+source", row -> row.point().claimant()),
            new Column("source", "#meta+source", row -> row.point().source()),
            new Column("item", "#meta+item", row -> row.point().item()),
            new Column("published", "#date+published", row -> time(row.point().published())),
            new Column("url", "#meta+url", row -> row.point().link()),
            new Column("sentence", "#description+evidence", row -> row.point().sentence()));

    private Csv() {}

    public static String header(boolean hxl) {
        var names = line(COLUMNS.stream().map(Column::name).toList());
        return hxl ? names + line(COLUMNS.stream().map(Column::hxl).toList()) : names;
    }

    public static String row(Update update) {
        return row(update.series(), TimeLine.Point.of(update));
    }

    public static String row(Series series, TimeLine.Point point) {
        var row = new Row(series, point);
        return line(COLUMNS.stream().map(column -> column.value().apply(row)).toList());
    }

    private static Column affected(String name, Figure.Category category) {
        return new Column(
                name,
                "#affected+" + name,
                row -> row.series().category() == category ? number(row.point().value()) : "");
    }

    private static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** Quoted where needed; a text that a spreadsheet would take for a formula gets an apostrophe in front. */
    private static String cell(String text) {
        var safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }

    private static String time(Optional<Instant> time) {
        return time.map(Instant::toString).orElse("");
    }

    private static String number(Optional<Long> number) {
        return number.map(n -> Long.toString(n)).orElse("");
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
