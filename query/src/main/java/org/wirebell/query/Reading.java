package org.wirebell.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** One text on its way to a query: Lucene's classic parser with our fields, and with complaints that point at the fault. */
final class Reading extends QueryParser {
    private static final int SHORTEST_PREFIX = 2;
    private static final Pattern COLUMN = Pattern.compile("column (\\d+)");

    private final String text;
    private final Escaped escaped;

    Reading(String text, Analyzer analyzer) {
        super(Fields.TEXT.key(), analyzer);
        this.text = text;
        escaped = Escaped.of(text);
    }

    /** Throws {@link IllegalArgumentException} saying what is wrong and where. */
    Query query() {
        if (text.isBlank()) {
            throw new IllegalArgumentException("the query is empty");
        }
        escaped.regex().ifPresent(at -> {
            throw fault("regular expressions are not allowed", at);
        });
        Query query;
        try {
            query = parse(escaped.text());
        } catch (ParseException e) {
            throw refused(e);
        } catch (IndexSearcher.TooManyClauses e) {
            throw fault("more than " + Queries.MOST_CLAUSES + " parts", 1);
        }
        Shape.check(query).ifPresent(what -> {
            throw fault(what, 1);
        });
        return query;
    }

    private IllegalArgumentException refused(ParseException e) {
        if (e.getCause() instanceof ParseException cause
                && cause.currentToken != null
                && cause.currentToken.next != null) {
            var token = cause.currentToken.next;
            var seen = token.image.isEmpty() ? "unexpected end" : "unexpected '" + token.image + "'";
            return fault(seen, escaped.original(token.beginColumn));
        }
        var message = String.valueOf(e.getMessage());
        if (message.contains("Lexical error")) {
            var column = COLUMN.matcher(message);
            int at = column.find() ? Integer.parseInt(column.group(1)) : 1;
            return message.contains("<EOF>")
                    ? fault("unexpected end, a quotation mark or bracket is open", text.length() + 1)
                    : fault("unexpected character", escaped.original(at));
        }
        if (e.getCause() instanceof IndexSearcher.TooManyClauses) {
            return fault("more than " + Queries.MOST_CLAUSES + " parts", 1);
        }
        return fault(
                e.getCause() == null ? message : String.valueOf(e.getCause().getMessage()), 1);
    }

    private IllegalArgumentException fault(String what, int position) {
        return new IllegalArgumentException("query '" + text + "': " + what + " at position " + position);
    }

    private IllegalArgumentException fault(String what, String at) {
        return fault(what, Math.max(0, text.indexOf(at)) + 1);
    }

    private Fields field(String name) {
        return Fields.named(name)
                .orElseThrow(() -> fault("no field '" + name + "'; known are " + Fields.known(), name + ":"));
    }

    @Override
    protected Query getFieldQuery(String name, String words, boolean quoted) throws ParseException {
        var field = field(name);
        return switch (field.kind()) {
            case WORDS, NAME -> found(super.getFieldQuery(name, words, quoted), words);
            case NUMBER -> LongPoint.newExactQuery(name, number(field, words));
            case TIME -> LongPoint.newRangeQuery(name, start(field, words), end(field, words));
        };
    }

    @Override
    protected Query getFieldQuery(String name, String words, int slop) throws ParseException {
        return field(name).kind() == Fields.Kind.WORDS
                ? found(super.getFieldQuery(name, words, slop), words)
                : getFieldQuery(name, words, true);
    }

    private Query found(@Nullable Query query, String words) {
        if (query == null) {
            throw fault("'" + words + "' holds no word to look for", words);
        }
        return query;
    }

    @Override
    protected Query getRangeQuery(
            String name, @Nullable String low, @Nullable String high, boolean lowIn, boolean highIn)
            throws ParseException {
        var field = field(name);
        return switch (field.kind()) {
            case WORDS, NAME -> super.getRangeQuery(name, low, high, lowIn, highIn);
            case NUMBER ->
                range(
                        name,
                        low == null ? Long.MIN_VALUE : Math.addExact(number(field, low), lowIn ? 0 : 1),
                        high == null ? Long.MAX_VALUE : Math.addExact(number(field, high), highIn ? 0 : -1));
            case TIME ->
                range(
                        name,
                        low == null ? Long.MIN_VALUE : lowIn ? start(field, low) : end(field, low) + 1,
                        high == null ? Long.MAX_VALUE : highIn ? end(field, high) : start(field, high) - 1);
        };
    }

    private static Query range(String name, long low, long high) {
        return low > high ? new MatchNoDocsQuery("empty range of " + name) : LongPoint.newRangeQuery(name, low, high);
    }

    @Override
    protected Query getPrefixQuery(String name, String start) throws ParseException {
        var field = words(name, start + "*");
        if (field.kind() == Fields.Kind.WORDS && start.length() < SHORTEST_PREFIX) {
            throw fault(
                    "at least " + SHORTEST_PREFIX + " letters must stand before '*' in " + start + "*", start + "*");
        }
        return super.getPrefixQuery(name, start);
    }

    @Override
    protected Query getWildcardQuery(String name, String pattern) throws ParseException {
        if (name.equals("*") && pattern.equals("*")) {
            return super.getWildcardQuery(name, pattern);
        }
        words(name, pattern);
        if (pattern.startsWith("*") || pattern.startsWith("?")) {
            throw fault("a word must not start with a wildcard", pattern);
        }
        return super.getWildcardQuery(name, pattern);
    }

    @Override
    protected Query getFuzzyQuery(String name, String word, float similarity) throws ParseException {
        words(name, word);
        return super.getFuzzyQuery(name, word, similarity);
    }

    @Override
    protected Query getRegexpQuery(String name, String pattern) {
        throw fault("regular expressions are not allowed", pattern);
    }

    private Fields words(String name, String at) {
        var field = field(name);
        if (field.kind() == Fields.Kind.NUMBER || field.kind() == Fields.Kind.TIME) {
            throw fault(name + " takes values and ranges, no wildcards", at);
        }
        return field;
    }

    private long number(Fields field, String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw fault(field.key() + " needs a whole number, was '" + value + "'", value);
        }
    }

    /** First millisecond of a day, or the instant itself. */
    private long start(Fields field, String value) {
        try {
            return value.length() <= 10
                    ? LocalDate.parse(value)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                            .toEpochMilli()
                    : Instant.parse(value).toEpochMilli();
        } catch (DateTimeParseException e) {
            throw fault(
                    field.key() + " needs a date such as 2026-03-01 or an instant such as 2026-03-01T06:00:00Z, was '"
                            + value + "'",
                    value);
        }
    }

    /** Last millisecond of a day, or the instant itself. */
    private long end(Fields field, String value) {
        long start = start(field, value);
        return value.length() <= 10
                ? LocalDate.parse(value)
                                .plusDays(1)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant()
                                .toEpochMilli()
                        - 1
                : start;
    }
}
