package org.wirebell.processor.extract.figures;

import java.util.Set;

/**
 * How far a trigger's hold on a number stretches: each word between them costs, clause boundaries most. Beyond {@link #LIMIT}
 * there is none. The prices say which of two readings a reader would take, not how likely each is.
 */
final class Reach {
    static final double LIMIT = 4.2;

    private static final Set<String> MANY = Set.of("many", "some", "most", "all");

    private Reach() {}

    /** From the end of a number's phrase to a trigger behind it: "12 people, most of them women, were killed". */
    static double forward(Line line, int from, int trigger) {
        double cost = 0;
        var clause = Clause.OPEN;
        for (int i = from; i < trigger && cost <= LIMIT; i++) {
            var piece = line.at(i);
            clause = clause.after(piece);
            if (clause == Clause.NEXT) {
                return LIMIT + 1;
            }
            if (piece.mark("(")) {
                i = closing(line, i, trigger);
                cost += 0.2;
            } else if (i == from && piece.mark(",") && apposition(line, i, trigger) > i) {
                i = apposition(line, i, trigger);
                cost += 0.8;
            } else {
                cost += forward(line, piece, i, from, trigger);
            }
        }
        return cost;
    }

    /** "A boat with 45 aboard sank and 9 drowned": the number behind "and" has the verb that follows it. */
    private enum Clause {
        OPEN,
        DONE,
        JOINED,
        NEXT,
        ASIDE;

        Clause after(Piece piece) {
            return switch (this) {
                case OPEN ->
                    piece.is(Tag.RELATIVE)
                            ? ASIDE
                            : piece.is(Tag.VERB) && !piece.word().endsWith("ing") ? DONE : OPEN;
                case DONE -> piece.is(Tag.AND) ? JOINED : DONE;
                case JOINED -> piece.isNumber() ? NEXT : JOINED;
                case NEXT, ASIDE -> this;
            };
        }
    }

    /** The closing comma of "12 people, all of them miners from the town of Zogo, were"; {@code open} when there is none. */
    private static int apposition(Line line, int open, int trigger) {
        for (int i = open + 1; i < trigger && i < open + 16; i++) {
            var piece = line.at(i);
            if (piece.mark(",")) {
                return i;
            }
            if (piece.isTrigger() && !piece.is(Tag.NEUTRAL)
                    || piece.isNumber() && !line.is(open + 1, Tag.OR) // "33 million people, or one in seven, have"
                    || piece.is(Tag.BE)
                    || piece.is(Tag.VERB)
                    || piece.is(Tag.SAY)
                    || piece.is(Tag.SUBORDINATE)
                    || piece.is(Tag.HAVE)) {
                return open;
            }
        }
        return open;
    }

    /** "3,000 protesters, 40 of whom were arrested": the part takes the verb and leaves the whole without. */
    private static boolean takesOver(Line line, int number, int trigger) {
        boolean part = line.is(number + 1, Tag.PARTITIVE)
                || line.is(number - 1, Tag.PARTITIVE)
                        && line.at(number - 1).word().startsWith("of");
        for (int i = number + 1; part && i < trigger; i++) {
            part = !line.at(i).mark(",") && !line.at(i).mark("-") && !line.at(i).mark(")");
        }
        return part;
    }

    private static double forward(Line line, Piece piece, int i, int from, int trigger) {
        if (piece.is(Tag.PARTITIVE) && MANY.contains(line.at(i - 1).word()) && takesOver(line, i - 1, trigger)) {
            return LIMIT + 1; // "600,000 people, many of whom fled"
        }
        if (piece.isNumber() && takesOver(line, i, trigger)) {
            return LIMIT + 1;
        }
        if (piece.isNumber()) {
            return line.is(i - 1, Tag.AND)
                            || line.is(i - 1, Tag.INCLUDING)
                            || line.at(i - 1).mark(",")
                            || line.at(i - 1).mark("(")
                    ? 0.4
                    : 0.8;
        }
        if (piece.isMark()) {
            return mark(piece);
        }
        if (piece.isTrigger() && !piece.is(Tag.NEUTRAL) && !piece.is(Tag.PARTITIVE)) {
            return piece.is(Tag.WEAK) || piece.entry().hasForm(Trigger.Form.STATUS) ? 0.4 : 1.8;
        }
        if (piece.is(Tag.INCLUDING) || piece.is(Tag.PARTITIVE) || piece.is(Tag.HAVE) || piece.is(Tag.MODAL)) {
            return 0.15;
        }
        if (piece.is(Tag.RELATIVE)) {
            return i == from ? 0.2 : 1.2;
        }
        if (piece.is(Tag.BE) || piece.is(Tag.ADVERB) && !piece.is(Tag.SUBORDINATE) && !piece.is(Tag.SAY)) {
            return 0.1;
        }
        if (piece.is(Tag.AND)) {
            return 0.3;
        }
        if (piece.is(Tag.SUBORDINATE)) {
            if (piece.word().equals("since") && line.is(i - 1, Tag.HAVE)) {
                return 0.1; // "three have since been let go"
            }
            return line.is(i + 1, Tag.ARTICLE) ? LIMIT : 3.5; // "7,000 officers after a candidate was shot"
        }
        if (piece.is(Tag.ADVERB)) {
            return 0.15;
        }
        if (piece.is(Tag.OF)) {
            return 0.3;
        }
        if (piece.is(Tag.TO)) {
            return 0.5;
        }
        if (piece.is(Tag.PREPOSITION) || piece.is(Tag.FROM) || piece.is(Tag.AT)) {
            return 0.8;
        }
        if (piece.is(Tag.SAY)) {
            return line.at(i + 1).mark(",") ? 0.5 : 3.0;
        }
        if (piece.is(Tag.VERB) || piece.is(Tag.LEFT)) {
            return 1.6;
        }
        if (piece.is(Tag.LEVEL)) {
            return 0.8;
        }
        return piece.word().endsWith("ed") && !piece.capital() ? 0.7 : 0.2;
    }

    /** From a trigger to the phrase of a number behind it: "killed a driver and two passengers". */
    static double backward(Line line, int trigger, int from) {
        double cost = 0;
        for (int i = trigger + 1; i < from && cost <= LIMIT; i++) {
            var piece = line.at(i);
            if (piece.mark("(")) {
                i = closing(line, i, from);
                cost += 0.2;
            } else {
                cost += backward(line, piece, i, trigger);
            }
        }
        return cost;
    }

    private static double backward(Line line, Piece piece, int i, int trigger) {
        if (piece.isNumber()) {
            return 0.5;
        }
        if (piece.isMark()) {
            return mark(piece);
        }
        if (piece.isTrigger() && !piece.is(Tag.NEUTRAL)) {
            boolean pair = line.is(i - 1, Tag.AND)
                    || line.is(i - 1, Tag.OR)
                    || line.at(i - 1).mark(",");
            return pair && i - trigger <= 3 ? 0.4 : piece.entry().hasForm(Trigger.Form.STATUS) ? 0.3 : 2.4;
        }
        if (piece.is(Tag.AND) || piece.is(Tag.OF) || piece.is(Tag.INCLUDING)) {
            return 0.25;
        }
        if (piece.is(Tag.SUBORDINATE)) {
            return 3.2;
        }
        if (piece.is(Tag.RELATIVE)) {
            return 2.5;
        }
        if (piece.is(Tag.LEFT)) {
            return LIMIT; // "killed 17 and left scores of flocks"
        }
        if (piece.is(Tag.PRONOUN) && line.is(i + 1, Tag.PREPOSITION)) {
            return 2.5; // "killed it at 40 festivals"
        }
        if (piece.is(Tag.BE) && line.is(i + 1, Tag.OF)) {
            return 0.1;
        }
        if (piece.is(Tag.BE)
                || piece.is(Tag.HAVE)
                || piece.is(Tag.MODAL)
                || piece.is(Tag.SAY) && !piece.is(Tag.ADVERB)
                || piece.is(Tag.VERB)) {
            return 2.2;
        }
        if (piece.is(Tag.ADVERB) || piece.is(Tag.DETERMINER) || piece.is(Tag.ADJECTIVE) || piece.is(Tag.ARTICLE)) {
            return 0.1;
        }
        if (piece.is(Tag.PREPOSITION) || piece.is(Tag.TO) || piece.is(Tag.FROM)) {
            return 1.1;
        }
        return 0.2;
    }

    private static double mark(Piece piece) {
        return switch (piece.word()) {
            case "," -> 0.7;
            case "\"" -> 0.2;
            case "-" -> piece.glued() ? 0.1 : 0.9;
            case ";", "…", "|", "•" -> 4;
            case ":" -> 3;
            case "." -> 2;
            case ")" -> 4;
            default -> 0.5;
        };
    }

    private static int closing(Line line, int open, int limit) {
        for (int i = open + 1; i < limit && i < open + 25; i++) {
            if (line.at(i).mark(")")) {
                return i;
            }
        }
        return open;
    }
}
