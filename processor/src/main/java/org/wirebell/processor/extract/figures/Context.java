package org.wirebell.processor.extract.figures;

import java.util.Set;
import java.util.regex.Pattern;
import org.wirebell.processor.extract.figures.Quantity.Kind;

/** Numbers that cannot count people, told by their neighbours alone: ages, dates, clock, money, measures, scores, names. */
final class Context {
    /** A phrase of time that begins with its measure: "years ago". */
    private static final Pattern SPAN = Pattern.compile("(year|month|week|day|decade|centur)\\w* ");

    private static final Set<String> AGE_BOUNDS = Set.of("under", "over", "above", "below");

    private static final Set<String> PARENTS =
            Set.of("father", "mother", "parent", "parents", "dad", "mum", "mom", "grandfather", "grandmother");

    private Context() {}

    /** Whether the number at this piece counts no people, whatever else the sentence says. */
    static boolean rejects(Line line, int at) {
        var piece = line.at(at);
        boolean name = piece.glued()
                && line.at(at - 1).isWord()
                && piece.kind() == Token.Kind.DIGITS
                && line.at(at - 1).word().length() > 1;
        if (name
                || decimal(piece)
                || !piece.quantity().isCount() && piece.quantity().kind() != Kind.SHARE) {
            return true;
        }
        return respelled(line, at)
                || measured(line, at)
                || named(line, at)
                || dated(line, at)
                || aged(line, at)
                || underAge(line, at)
                || parentOf(line, at)
                || pairOfAges(line, at)
                || pairOfAges(line, at - 2)
                || scored(line, at)
                || idle(line, at);
    }

    /** "sixteen (16) pilgrims": the same number again, in digits. */
    static boolean respelled(Line line, int at) {
        return line.at(at - 1).mark("(")
                && line.at(at + 1).mark(")")
                && line.at(at).isNumber()
                && line.at(at).quantity().equals(line.at(at - 2).quantity());
    }

    /** "version 2.0": nobody is counted in tenths, unless of a million. */
    private static boolean decimal(Piece piece) {
        return piece.kind() == Token.Kind.DIGITS
                && piece.word().indexOf('.') > 0
                && piece.quantity().low() < 1000;
    }

    /** "5 kilometres", "30%", "$3 million", "27-year-old", "40-metre". */
    private static boolean measured(Line line, int at) {
        var next = line.at(at + 1);
        var before = line.at(at - 1);
        if (next.mark("%")
                || before.word().equals("per")
                || next.word().equals("per") && line.at(at + 2).isNumber()
                || perMany(line, at - 1)
                || perMany(line, at + 1)
                || perMany(line, at + 2)
                || before.is(Tag.CURRENCY)
                || isCurrency(before)
                || next.mark("°")
                || before.mark("#")
                || isCurrency(next)) {
            return true;
        }
        boolean span = next.is(Tag.PAST) && SPAN.matcher(next.word()).lookingAt();
        boolean later = next.is(Tag.ADJECTIVE) && line.is(at + 2, Tag.UNIT) && !line.is(at + 2, Tag.HUMAN);
        if (next.is(Tag.UNIT) && !next.is(Tag.HUMAN) || later || span) {
            return true;
        }
        boolean hyphen = next.mark("-") && next.glued() && line.at(at + 2).glued();
        if (hyphen) {
            return !(line.is(at + 2, Tag.OR_MORE) || line.is(at + 2, Tag.OR_SO));
        }
        boolean pair = (next.is(Tag.AND) || next.is(Tag.OR) || next.is(Tag.TO) || next.mark(","))
                && line.at(at + 2).isNumber()
                && line.is(at + 3, Tag.UNIT);
        if (pair) {
            return true; // "12 and 15 years"
        }
        if (before.is(Tag.ARTICLE)
                && piece(line, at).kind() == Token.Kind.DIGITS
                && piece(line, at).quantity().low() < 100
                && (!line.at(at + 1).isWord() || line.is(at + 1, Tag.AND) || line.is(at + 1, Tag.PREPOSITION))) {
            return true; // "shot a 66"
        }
        boolean hyphenBefore = before.mark("-")
                && before.glued()
                && piece(line, at).glued()
                && line.at(at - 2).isWord();
        return hyphenBefore
                || next.is(Tag.OF)
                        && line.is(at + 2, Tag.UNIT)
                        && piece(line, at).quantity().kind() == Kind.VAGUE
                || line.at(at + 1).is(Tag.MORE) && line.is(at + 2, Tag.UNIT)
                || line.at(at + 1).is(Tag.MONTH)
                        && piece(line, at).quantity().low() <= 31
                        && !line.is(at + 1, Tag.MODAL)
                || next.is(Tag.OF)
                        && line.is(at + 2, Tag.MONTH)
                        && piece(line, at).quantity().low() <= 31;
    }

    /** "214 cas pour 100 000 habitants": a rate of a population. */
    private static boolean perMany(Line line, int at) {
        boolean per = line.at(at).word().equals("pour") || line.at(at).word().equals("por");
        long many = per ? line.at(at + 1).quantity().low() : 0;
        return many == 1000 || many == 10_000 || many == 100_000 || many == 1_000_000;
    }

    private static boolean isCurrency(Piece piece) {
        return piece.isMark()
                && !piece.word().isEmpty()
                && "$€£¥₹".indexOf(piece.word().charAt(0)) >= 0;
    }

    private static Piece piece(Line line, int at) {
        return line.at(at);
    }

    /** "Flight 7", "Boeing 737", "No. 5", "aged 84", "magnitude 7". */
    private static boolean named(Line line, int at) {
        var before = line.at(at - 1);

        // "the dead now number 412"
        boolean counts = before.is(Tag.LEVEL)
                && (line.is(at - 2, Tag.ADVERB)
                        || line.is(at - 2, Tag.TO)
                        || line.at(at - 2).isTrigger());
        if (before.is(Tag.LABEL) && !before.is(Tag.HUMAN) && !counts) {
            return true;
        }
        for (int i = at - 1; i >= 0 && i > at - 6; i--) {
            if (line.is(i, Tag.AGES)) {
                return true;
            }
            boolean range =
                    line.at(i).word().equals("between") || line.at(i).word().equals("from");
            if (!range && !line.at(i).isNumber() && !line.at(i).mark(",") && !line.is(i, Tag.AND)) {
                break;
            }
        }
        boolean label = before.mark(".") && line.is(at - 2, Tag.LABEL);
        boolean slash = before.mark("/") && line.at(at).glued()
                || line.at(at + 1).mark("/") && line.at(at + 1).glued();
        boolean hash = before.mark("#");
        return label || slash || hash;
    }

    /** "April 25", "25 April", "the 2011 quake", "since 1999", "21:00". */
    private static boolean dated(Line line, int at) {
        var piece = line.at(at);
        var before = line.at(at - 1);
        var next = line.at(at + 1);
        if (piece.kind() == Token.Kind.DIGITS
                && (before.is(Tag.MONTH)
                        || before.is(Tag.WEEKDAY)
                                && !next.is(Tag.HUMAN)
                                && !next.entry().hasForm(Trigger.Form.NOUN))
                && piece.quantity().low() <= 99) {
            return true;
        }
        if (clock(line, at)
                || next.mark(":") && line.at(at + 2).isNumber()
                || before.mark(":") && piece.glued() && line.at(at - 2).isNumber()) {
            return true;
        }
        boolean span = line.at(at + 2).isNumber()
                && line.is(at + 3, Tag.MONTH)
                && piece.quantity().low() <= 31;
        if (span && (next.is(Tag.TO) || next.is(Tag.PREPOSITION) || next.is(Tag.AND))) {
            return true; // "du 21 au 27 novembre"
        }
        return isYear(piece)
                && !(line.is(at + 1, Tag.HUMAN)
                        || line.is(at + 1, Tag.HOUSEHOLD)
                        || line.is(at + 1, Tag.ADJECTIVE) && line.is(at + 2, Tag.HUMAN))
                && !(line.at(at + 1).isTrigger()
                        && !line.is(at - 1, Tag.PREPOSITION)
                        && !line.is(at - 1, Tag.DETERMINER)
                        && !line.is(at - 1, Tag.MONTH)
                        && !line.at(at + 2).isNumber());
    }

    /** "between noon and six". */
    private static boolean clock(Line line, int at) {
        return line.is(at - 1, Tag.AND) && line.is(at - 2, Tag.CLOCK);
    }

    static boolean isYear(Piece piece) {
        return piece.kind() == Token.Kind.DIGITS
                && piece.word().length() == 4
                && piece.quantity().kind() == Kind.EXACT
                && piece.quantity().low() >= 1800
                && piece.quantity().low() <= 2100;
    }

    /** "Ann Dolo, 36, was": an age behind a name. */
    private static boolean aged(Line line, int at) {
        var piece = line.at(at);
        boolean alone = line.at(at - 1).mark(",")
                        && (line.at(at + 1).mark(",")
                                || line.at(at + 1).mark(".")
                                || line.at(at + 1).mark(";")
                                || line.at(at + 1).word().equals("all"))
                || line.at(at - 1).mark("(") && line.at(at + 1).mark(")");
        return alone
                && piece.kind() == Token.Kind.DIGITS
                && piece.quantity().low() < 120
                && (line.at(at - 2).capital() || line.at(at - 2).isUnknown() || line.is(at - 2, Tag.HUMAN));
    }

    /** "children under five", "men over 60". */
    private static boolean underAge(Line line, int at) {
        return AGE_BOUNDS.contains(line.at(at - 1).word())
                && line.is(at - 2, Tag.HUMAN)
                && line.at(at).quantity().low() < 100
                && !line.is(at + 1, Tag.HUMAN)
                && !line.at(at + 1).isTrigger();
    }

    /** "a father of six". */
    private static boolean parentOf(Line line, int at) {
        return line.is(at - 1, Tag.OF) && PARENTS.contains(line.at(at - 2).word());
    }

    /** "Two boys, 14 and 16, were": ages of two, between commas. */
    private static boolean pairOfAges(Line line, int at) {
        boolean closes = line.at(at + 3).mark(",")
                || line.is(at - 2, Tag.HUMAN)
                        && (at + 3 >= line.size() || line.at(at + 3).mark("."));
        return line.at(at - 1).mark(",")
                && line.is(at + 1, Tag.AND)
                && line.at(at + 2).isNumber()
                && closes
                && line.at(at).quantity().low() < 120
                && line.at(at + 2).quantity().low() < 120;
    }

    /** "6-4", "beat them 3-0": two small numbers across a glued dash that is no range. */
    private static boolean scored(Line line, int at) {
        boolean after = line.at(at + 1).mark("-")
                && line.at(at + 1).glued()
                && line.at(at + 2).isNumber();
        boolean before = line.at(at - 1).mark("-")
                && line.at(at).glued()
                && line.at(at - 2).isNumber()
                && line.at(at - 1).glued();
        return after && line.at(at + 2).glued() || before || marked(line, at) || marked(line, at - 2);
    }

    /** "scored 61 out of 100". */
    private static boolean marked(Line line, int at) {
        return line.is(at - 1, Tag.MARKS) && line.is(at + 1, Tag.OUT_OF);
    }

    /** "one of the worst", "one another", "no one", "one in five", "the one that", "two in a row". */
    private static boolean idle(Line line, int at) {
        var piece = line.at(at);
        var next = line.at(at + 1);
        if (line.at(at - 1).word().equals("but") && line.at(at - 2).word().equals("all")) {
            return true; // "all but one"
        }
        boolean one = piece.quantity().low() == 1 && piece.kind() == Token.Kind.WORD;
        if (one && piece.entry().is(Tag.ARTICLE)) {
            return true;
        }
        if (one
                && (next.is(Tag.OF)
                        || next.word().equals("another")
                        || next.is(Tag.PARTITIVE)
                                && !next.word().startsWith("of whom")
                                && !line.is(at + 2, Tag.SEVERITY)
                                && !line.is(at + 2, Tag.ARTICLE) // "one of them a child"
                        || line.at(at - 1).isNumber()
                        || line.at(at - 1).is(Tag.DETERMINER)
                                && !line.at(at - 1).is(Tag.RELATIVE)
                        || line.at(at - 1).is(Tag.ADJECTIVE)
                        || next.is(Tag.BE)
                        || next.is(Tag.RELATIVE))) {
            return line.at(at - 1).isNumber()
                    || !(next.is(Tag.BE)
                            && (line.at(at + 2).isTrigger() || line.at(at - 1).is(Tag.AND)));
        }
        return oneIn(line, at) || oneIn(line, at - 2);
    }

    /** "one in five", "3 in 10 people": a share, told by round small numbers. */
    private static boolean oneIn(Line line, int at) {
        var first = line.at(at);
        var second = line.at(at + 2);
        return first.isNumber()
                && second.isNumber()
                && (line.is(at + 1, Tag.SHARE_LINK) || line.is(at + 1, Tag.OUT_OF))
                && first.quantity().low() < 10
                && second.quantity().low() > first.quantity().low()
                && second.quantity().low() <= 10_000
                && !isYear(second);
    }
}
