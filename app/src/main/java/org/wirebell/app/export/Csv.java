package org.wirebell.app.export;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wirebell.model.Figure;
import org.wirebell.model.Update;

/**
 * RFC 4180 rows, one an update: a row is a report, not the truth, and a reader picks. Hashtags follow the Humanitarian
 * Exchange Language; {@code #affected} columns hold plain numbers, dates are ISO 8601.
 */
public final class Csv {
    private record Column(String name, String hxl, Function<Update, String> value) {}

    private static final List<Column> COLUMNS = List.of(
            new Column("series", "#meta+id", update -> update.series().key()),
            new Column(
                    "reported_at", "#date+reported", update -> update.received().toString()),
            new Column("as_of", "#date+occurred", update -> update.asOf().toString()),
            new Column("change", "#status", update -> lower(update.kind())),
            new Column("place", "#loc+name", update -> update.series().place()),
            new Column("event", "#event+type", update -> update.series().event()),
            new Column("since", "#date+start", update -> update.series().since()),
            new Column("scope", "#meta+scope", update -> lower(update.series().scope())),
            new Column("population", "#group+name", update -> update.series().population()),
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
            new Column("low", "#affected+min", update -> number(update.low())),
            new Column("high", "#affected+max", update -> number(update.high())),
            new Column("bound", "#meta+bound", update -> lower(update.bound())),
            new Column("claimant", "#org+name+source", Update::claimant),
            new Column("source", "#meta+source", update -> update.evidence().source()),
            new Column("item", "#meta+item", update -> update.item() + "#" + update.version()),
            new Column(
                    "published",
                    "#date+published",
                    update ->
                            update.evidence().published().map(Instant::toString).orElse("")),
            new Column("url", "#meta+url", update -> update.evidence().link()),
            new Column(
                    "sentence",
                    "#description+evidence",
                    update -> update.evidence().sentence()));

    private Csv() {}

    public static String header(boolean hxl) {
        var names = line(COLUMNS.stream().map(Column::name).toList());
        return hxl ? names + line(COLUMNS.stream().map(Column::hxl).toList()) : names;
    }

    public static String row(Update update) {
        return line(COLUMNS.stream().map(column -> column.value().apply(update)).toList());
    }

    private static Column affected(String name, Figure.Category category) {
        return new Column(
                name,
                "#affected+" + name,
                update -> update.series().category() == category ? number(update.value()) : "");
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

    private static String number(Optional<Long> number) {
        return number.map(n -> Long.toString(n)).orElse("");
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
