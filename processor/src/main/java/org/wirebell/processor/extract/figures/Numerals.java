package org.wirebell.processor.extract.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.wirebell.processor.extract.figures.Quantity.Kind;

/**
 * Finds the number expressions of a sentence, spelled or in digits, single or as ranges, and makes one piece of each. The
 * worth of words comes from the word lists; how they add up is {@link SpelledNumber}, how digits read {@link DigitNumber}.
 */
final class Numerals {
    /** A number read from some pieces; {@code end} is exclusive and equals the start when there is none. */
    record Read(int end, double worth, Kind kind) {
        static Read none(int at) {
            return new Read(at, 0, Kind.NONE);
        }

        boolean found() {
            return kind != Kind.NONE;
        }

        boolean whole() {
            return worth == Math.rint(worth) && worth < 1e13;
        }
    }

    private static final Set<String> PERCENT = Set.of("%", "percent", "per cent", "pc", "pct");

    private final List<Piece> in;
    private final String text;
    private final SpelledNumber spelled;
    private final DigitNumber digits;

    private Numerals(List<Piece> in, String text, Lexicon lexicon) {
        this.in = in;
        this.text = text;
        this.spelled = new SpelledNumber(in);
        this.digits = new DigitNumber(in, text, lexicon);
    }

    /** The same pieces with every number expression merged into one. */
    static List<Piece> merge(List<Piece> pieces, String text, Lexicon lexicon) {
        return new Numerals(pieces, text, lexicon).merge();
    }

    private List<Piece> merge() {
        var out = new ArrayList<Piece>(in.size());
        for (int i = 0; i < in.size(); ) {
            var first = single(i);
            if (!first.found()) {
                out.add(in.get(i++));
                continue;
            }
            var share = share(i, first);
            if (share.end() > first.end()) {
                out.add(number(i, share.end(), share.quantity()));
                i = share.end();
                continue;
            }
            var range = range(i, first, before(out));
            if (range.end() > first.end()) {
                out.add(number(i, range.end(), range.quantity()));
                i = range.end();
            } else {
                out.add(number(i, first.end(), quantity(first)));
                i = first.end();
            }
        }
        return out;
    }

    /** What stands before a number, quotation marks apart: "entre « 10 et 20 »". */
    private static Piece before(List<Piece> out) {
        int last = out.size() - 1;
        if (last > 0 && out.get(last).mark("\"")) {
            last--;
        }
        return last < 0 ? Piece.EDGE : out.get(last);
    }

    private Read single(int i) {
        var piece = in.get(i);
        if (piece.kind() == Token.Kind.DIGITS) {
            return digits.read(i);
        }
        return piece.kind() == Token.Kind.WORD ? spelled.read(i) : Read.none(i);
    }

    private static Quantity quantity(Read read) {
        return switch (read.kind()) {
            case SHARE -> Quantity.share(read.worth());
            case VAGUE -> Quantity.vague((long) read.worth());
            case ORDINAL -> Quantity.ordinal((long) read.worth());
            case LOOSE -> Quantity.loose((long) read.worth());
            case EXACT -> read.whole() ? Quantity.exact((long) read.worth()) : Quantity.OTHER;
            case NONE, RANGE, OTHER -> Quantity.OTHER;
        };
    }

    private record Range(int end, Quantity quantity) {}

    /** "40 percent of …", "one in five of …": a part of those that follow. */
    private Range share(int from, Read first) {
        var none = new Range(first.end(), Quantity.NONE);
        int i = first.end();
        if (first.kind() != Kind.EXACT || i + 1 >= in.size()) {
            return none;
        }
        var link = in.get(i);
        if (first.worth() < 100 && PERCENT.contains(link.word()) && opensParent(i + 1)) {
            return new Range(i + 1, Quantity.share(first.worth() / 100));
        }
        if (first.worth() < 10 && (link.word().equals("in") || link.entry().is(Tag.OUT_OF))) {
            var whole = single(i + 1);
            boolean small = whole.kind() == Kind.EXACT && whole.worth() > first.worth() && whole.worth() <= 100;
            if (small && whole.end() < in.size() && opensParent(whole.end())) {
                return new Range(whole.end(), Quantity.share(Math.round(first.worth() / whole.worth() * 100) / 100.0));
            }
        }
        return none;
    }

    private boolean opensParent(int at) {
        return in.get(at).entry().is(Tag.PARTITIVE) && in.get(at).word().startsWith("of ");
    }

    /** "60 to 70", "150-200", "between 1.1 and 1.5 million", "35 to 40,000", "250 or 260". */
    private Range range(int from, Read first, Piece before) {
        var none = new Range(first.end(), Quantity.NONE);
        int i = first.end();
        if (i + 1 >= in.size() || (first.kind() != Kind.EXACT && first.kind() != Kind.LOOSE)) {
            return none;
        }
        var link = in.get(i);
        boolean dash = link.mark("-");
        boolean between = link.entry().is(Tag.AND) && before.word().equals("between")
                || link.entry().is(Tag.AND) && isBetween(before);
        boolean to = link.entry().is(Tag.TO)
                && !(before.is(Tag.FROM) && !opensClause(from - 2) && !ranges(from - 2))
                && !before.is(Tag.PREVIOUS)
                && !before.word().equals("up")
                && !before.is(Tag.BY);
        if (!(dash || between || to || link.entry().is(Tag.OR))) {
            return none;
        }
        var second = single(i + 1);
        if (second.kind() != Kind.EXACT && second.kind() != Kind.LOOSE) {
            return none;
        }
        double low = lowEnd(first, second, spelled.tail(second.end()));
        boolean sensible = low < second.worth() && second.worth() <= low * 100 && low == Math.rint(low);
        boolean years = low >= 1900 && low <= 2100 && in.get(i - 1).word().length() == 4;
        boolean loose = link.entry().is(Tag.OR) && second.worth() > 2 * low + 10;
        if (!sensible || years || loose || !second.whole() || dash && apart(link, i) && low < 10) {
            return none;
        }
        return new Range(second.end(), Quantity.range((long) low, (long) second.worth()));
    }

    /** "From 20 to 30 people died": nothing before "from" rises or falls. */
    private boolean opensClause(int at) {
        if (at < 0) {
            return true;
        }
        var piece = in.get(at);
        boolean moves = piece.entry().is(Tag.LEVEL)
                || piece.entry().is(Tag.TOTAL)
                || piece.entry().is(Tag.ADVERB);
        return piece.isMark()
                || piece.entry().is(Tag.RELATIVE)
                || piece.entry().is(Tag.SUBORDINATE)
                || piece.entry().is(Tag.OF)
                || piece.entry().is(Tag.AND)
                || piece.entry().is(Tag.SAY)
                || piece.isTrigger()
                        && !moves
                        && !piece.entry().hasForm(Trigger.Form.NOUN)
                        && !piece.entry().hasForm(Trigger.Form.SERIES);
    }

    private static boolean isBetween(Piece before) {
        return before.word().equals("entre") || before.word().equals("بين");
    }

    /** "range from 800 to 1,200". */
    private boolean ranges(int at) {
        return at >= 0 && in.get(at).entry().is(Tag.RANGES);
    }

    /** A dash with blanks around it parts clauses rather than ends of a range. */
    private boolean apart(Piece dash, int at) {
        return !dash.glued() || !in.get(at + 1).glued();
    }

    /** "1.1 to 1.5 million", "three to four hundred" and "35 to 40,000" name their scale once. */
    private static double lowEnd(Read first, Read second, double tail) {
        if (tail > 1 && first.worth() < second.worth() / tail) {
            return first.worth() * tail;
        }
        if (second.worth() >= 1000 && first.worth() < 1000) {
            double scale = 1;
            while (second.worth() / (scale * 1000) >= 1 && second.worth() % (scale * 10) == 0) {
                scale *= 1000;
            }
            if (first.worth() < second.worth() / scale) {
                return first.worth() * scale;
            }
        }
        return first.worth();
    }

    private Piece number(int from, int end, Quantity quantity) {
        var first = in.get(from);
        int stop = in.get(end - 1).end();
        var word = text.substring(first.start(), stop);
        return new Piece(
                first.start(), stop, first.kind(), word, first.entry(), quantity, first.glued(), first.capital());
    }
}
