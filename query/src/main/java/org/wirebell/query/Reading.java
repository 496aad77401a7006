package org.wirebell.query;

import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** One text on its way to a query: Lucene's classic parser with our fields, and with complaints that point at the fault. */
final class Reading extends QueryParser {
    /** So much of a query is told in a complaint. */
    private static final int SHOWN = 200;

    private static final Pattern COLUMN = Pattern.compile("column (\\d+)");

    private final String text;
    private final Escaped escaped;
    private int patterns;
    private int inexact;

    Reading(String text, Analyzer analyzer) {
        super(Fields.TEXT.key(), analyzer);
        this.text = text;
        escaped = Escaped.of(text);
        setFuzzyPrefixLength(1);
    }

    /** Throws {@link IllegalArgumentException} saying what is wrong and where. */
    Query query() {
        if (text.isBlank()) {
            throw new IllegalArgumentException("the query is empty");
        }
        if (text.length() > Limits.LETTERS) {
            throw fault(text.length() + " letters, at most " + Limits.LETTERS + " are allowed", Limits.LETTERS + 1);
        }
        escaped.deep().ifPresent(at -> {
            throw fault("more than " + Limits.DEPTH + " brackets within each other", at);
        });
        escaped.open().ifPresent(at -> {
            throw fault("a regular expression has no end", at);
        });
        Query query;
        try {
            query = parse(escaped.text());
        } catch (ParseException e) {
            throw refused(e);
        } catch (IndexSearcher.TooManyClauses e) {
            throw fault("more than " + Queries.MOST_CLAUSES + " parts", 1);
        } catch (Fault e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw fault(String.valueOf(e.getMessage()), 1);
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
        var shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        return new Fault("query '" + shown + "': " + what + " at position " + position);
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
            case WORDS, NAME -> phrase(found(super.getFieldQuery(name, words, quoted), words), words);
            case NUMBER -> LongPoint.newExactQuery(name, number(field, words));
            case TIME -> LongPoint.newRangeQuery(name, start(field, words), end(field, words));
        };
    }

    @Override
    protected Query getFieldQuery(String name, String words, int slop) throws ParseException {
        if (slop > Limits.SLOP) {
            throw fault("words may be " + Limits.SLOP + " places apart at most, was " + slop, "\"~");
        }
        return field(name).kind() == Fields.Kind.WORDS
                ? phrase(found(super.getFieldQuery(name, words, slop), words), words)
                : getFieldQuery(name, words, true);
    }

    private Query phrase(Query query, String words) {
        if (query instanceof PhraseQuery phrase && phrase.getTerms().length > Limits.PHRASE) {
            throw fault(
                    phrase.getTerms().length + " words in a phrase, at most " + Limits.PHRASE + " are allowed", words);
        }
        return query;
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
                        low == null ? Long.MIN_VALUE : number(field, low),
                        lowIn || low == null,
                        high == null ? Long.MAX_VALUE : number(field, high),
                        highIn || high == null);
            case TIME ->
                range(
                        name,
                        low == null ? Long.MIN_VALUE : lowIn ? start(field, low) : end(field, low),
                        lowIn || low == null,
                        high == null ? Long.MAX_VALUE : highIn ? end(field, high) : start(field, high),
                        highIn || high == null);
        };
    }

    private static Query range(String name, long low, boolean lowIn, long high, boolean highIn) {
        boolean empty = low > high || low == high && !(lowIn && highIn);
        long from = lowIn || empty ? low : low + 1;
        long to = highIn || empty ? high : high - 1;
        return empty || from > to
                ? new MatchNoDocsQuery("empty range of " + name)
                : LongPoint.newRangeQuery(name, from, to);
    }

    @Override
    protected Query getPrefixQuery(String name, String start) throws ParseException {
        pattern(name, start + "*");
        return super.getPrefixQuery(name, start);
    }

    @Override
    protected Query getWildcardQuery(String name, String pattern) throws ParseException {
        if (name.equals("*") && pattern.equals("*")) {
            return super.getWildcardQuery(name, pattern);
        }
        if (pattern.startsWith("*") || pattern.startsWith("?")) {
            words(name, pattern);
            throw fault("a word must not start with a wildcard", pattern);
        }
        pattern(name, pattern);
        return super.getWildcardQuery(name, pattern);
    }

    @Override
    protected Query getFuzzyQuery(String name, String word, float edits) throws ParseException {
        pattern(name, word);
        if (word.codePointCount(0, word.length()) < Limits.INEXACT) {
            throw fault("an inexact word needs at least " + Limits.INEXACT + " letters, was " + word + "~", word);
        }
        if (++inexact > Limits.INEXACT_WORDS) {
            throw fault("more than " + Limits.INEXACT_WORDS + " inexact words", word);
        }
        if (edits > Limits.EDITS) {
            throw fault("at most " + Limits.EDITS + " letters may differ in " + word + "~, was " + (long) edits, word);
        }
        return super.getFuzzyQuery(name, word, edits);
    }

    @Override
    protected Query getRegexpQuery(String name, String pattern) {
        var field = words(name, pattern);
        count(pattern);
        if (pattern.length() > Limits.REGEX) {
            throw fault(
                    pattern.length() + " letters in a regular expression, at most " + Limits.REGEX + " are allowed",
                    pattern);
        }
        var regex = Regex.of(
                new Term(name, getAnalyzer().normalize(name, pattern)),
                field.kind() == Fields.Kind.WORDS ? Limits.BEFORE_STAR : 1);
        return regex.query().orElseThrow(() -> fault(regex.complaint(), "/" + pattern));
    }

    /** Refuses what would be dear to look for: many wildcards, few letters before them, endless words. */
    private void pattern(String name, String word) {
        var field = words(name, word);
        count(word);
        if (word.length() > Limits.PATTERN_LETTERS) {
            throw fault(
                    word.length() + " letters in a word with wildcards, at most " + Limits.PATTERN_LETTERS
                            + " are allowed",
                    word);
        }
        long wildcards = word.chars().filter(c -> c == '*' || c == '?').count();
        if (wildcards > Limits.WILDCARDS) {
            throw fault(wildcards + " wildcards in " + word + ", at most " + Limits.WILDCARDS + " are allowed", word);
        }
        int star = word.indexOf('*');
        if (field.kind() == Fields.Kind.WORDS && star >= 0 && star < Limits.BEFORE_STAR) {
            throw fault("at least " + Limits.BEFORE_STAR + " letters must stand before '*' in " + word, word);
        }
    }

    private void count(String word) {
        if (++patterns > Limits.PATTERNS) {
            throw fault("more than " + Limits.PATTERNS + " words with wildcards", word);
        }
    }

    private Fields words(String name, String at) {
        var field = field(name);
        if (field.kind() == Fields.Kind.NUMBER || field.kind() == Fields.Kind.TIME) {
            throw fault(name + " takes values and ranges, no wildcards", at);
        }
        return field;
    }

    private long number(Fields field, String value) {
        return Values.number(value)
                .orElseThrow(() -> fault(field.key() + " needs a whole number, was '" + value + "'", value));
    }

    private long start(Fields field, String value) {
        return Values.start(value).orElseThrow(() -> noTime(field, value));
    }

    private long end(Fields field, String value) {
        return Values.end(value).orElseThrow(() -> noTime(field, value));
    }

    private IllegalArgumentException noTime(Fields field, String value) {
        return fault(
                field.key() + " needs a date such as 2026-03-01 or an instant such as 2026-03-01T06:00:00Z, was '"
                        + value + "'",
                value);
    }

    private static final class Fault extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        Fault(String message) {
            super(message);
        }
    }
}
