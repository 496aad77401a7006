package org.wirebell.processor.extract.figures;

import java.util.Optional;
import org.wirebell.model.Figure.Scope;
import org.wirebell.model.Figure.Tense;

/** Baseline ("since October 7"), moment of counting ("as of Friday"), scope, and whether the event lies in the past. */
final class Times {
    private static final int REACH = 12;
    /** How far before a relative clause the time of its event is looked for. */
    private static final int APART = 10;

    private Times() {}

    /** The baseline in the words used: the date if one is near, else the words up to the next mark. */
    static String since(Line line) {
        int at = line.first(Tag.SINCE, 0, line.size());
        if (at < 0) {
            return "";
        }
        for (int i = at + 1; i < Math.min(line.size(), at + REACH); i++) {
            if (line.is(i, Tag.MONTH)) {
                return date(line, i);
            }
            if (line.at(i).isNumber() && Context.isYear(line.at(i))) {
                return line.words(i, i + 1);
            }
            if (line.at(i).mark(";")) {
                break;
            }
        }
        int end = at + 1;
        while (end < line.size() && end < at + 8 && !line.at(end).isMark() && !line.is(end, Tag.AND)) {
            end++;
        }
        return line.words(at + 1, end);
    }

    /** Month with the day on either side and the year behind it, as written. */
    private static String date(Line line, int month) {
        int from = line.at(month - 1).quantity().isCount()
                        && line.at(month - 1).quantity().low() <= 31
                ? month - 1
                : month;
        int to = month + 1;
        if (from == month && line.at(to).quantity().isCount()) {
            to++;
        }
        int year = line.at(to).mark(",") ? to + 1 : to;
        if (line.at(year).isNumber() && Context.isYear(line.at(year))) {
            to = year + 1;
        }
        return line.words(from, to);
    }

    /** "as of Friday": the moment of counting, without the words that introduce it. */
    static String asOf(Line line) {
        for (int i = 0; i < line.size(); i++) {
            if (line.is(i, Tag.AS_OF)) {
                int end = i + 1;
                boolean time = false;
                while (end < line.size() && end < i + 7 && !line.at(end).isMark()) {
                    time |= line.is(end, Tag.WEEKDAY) || line.is(end, Tag.MONTH);
                    if (line.is(end, Tag.HAVE)
                            || line.is(end, Tag.BE)
                            || line.is(end, Tag.HUMAN)
                            || line.is(end, Tag.PREPOSITION) && !line.is(end, Tag.OF)) {
                        break;
                    }
                    end++;
                }
                if (time && end > i + 1) {
                    return line.words(i + 1, end);
                }
            }
        }
        return "";
    }

    /** Cumulative with a baseline or words of a running count, or in a war where no single event is named. */
    static Scope scope(Line line, Mention mention) {
        boolean running = line.has(Tag.RUNNING, 0, line.size()) || line.has(Tag.SINCE, 0, line.size());
        boolean background = line.has(Tag.BACKGROUND, 0, line.size()) && !line.has(Tag.EVENT, 0, line.size());
        boolean event = line.has(Tag.EVENT, 0, mention.from)
                && !line.has(Tag.SINCE, 0, line.size())
                && !line.has(Tag.RUNNING, 0, line.size());
        return (running || background) && !event ? Scope.CUMULATIVE : Scope.INCIDENT;
    }

    /** Background told with its year or as history. A baseline ("since 2011") is no past event. */
    static Optional<Tense> tense(Line line, Mention mention) {
        if (mention.tense.isPresent()) {
            return mention.tense;
        }
        if (apart(line, mention) || agoFirst(line)) {
            return Optional.of(Tense.PAST);
        }
        if (baseline(line)) {
            return mention.tense;
        }
        int from = clauseStart(line, Math.min(mention.from, mention.trigger < 0 ? mention.from : mention.trigger));
        int to = clauseEnd(line, Math.max(mention.to, mention.trigger + 1));
        for (int i = from; i < to; i++) {
            var piece = line.at(i);
            boolean year = piece.isNumber() && Context.isYear(piece) && i != mention.at && !dateline(line, i);
            if (year || piece.is(Tag.PAST)) {
                return Optional.of(Tense.PAST);
            }
        }
        return opensWithDate(line) || recalled(line, from) ? Optional.of(Tense.PAST) : Optional.empty();
    }

    /** "since 2011", also inside a phrase of a running count: "since the start of 2011". */
    private static boolean baseline(Line line) {
        for (int i = 0; i < line.size(); i++) {
            if (line.is(i, Tag.SINCE)
                    || line.is(i, Tag.RUNNING) && line.at(i).word().startsWith("since ")) {
                return true;
            }
        }
        return false;
    }

    /** "an attack last week that left 14 dead", "the worst since 2010, when 29 died": an event other than the one reported. */
    private static boolean apart(Line line, Mention mention) {
        int first = Math.min(mention.from, mention.trigger < 0 ? mention.from : mention.trigger);
        int at = first - 1;
        while (at > 0
                && at > first - 3
                && (line.is(at, Tag.ADVERB) || line.is(at, Tag.HAVE) || line.is(at, Tag.LEFT))) {
            at--;
        }
        boolean when = line.at(at).word().equals("when") && line.at(at - 1).mark(",");
        if (line.is(at, Tag.RELATIVE) && line.has(Tag.ELSEWHEN, mention.to, clauseEnd(line, mention.to))) {
            return line.has(Tag.EVENT, at - 4, at);
        }
        if (!when && !(line.is(at, Tag.RELATIVE) && !line.is(at, Tag.PARTITIVE))) {
            return false;
        }
        for (int i = at - 1; i >= 0 && i > at - APART; i--) {
            var piece = line.at(i);
            if (piece.isNumber() && Context.isYear(piece) || piece.is(Tag.ELSEWHEN)) {
                return when || line.has(Tag.EVENT, Math.max(0, i - REACH), at);
            }
            if (piece.is(Tag.SAY) || piece.mark(";")) {
                return false;
            }
        }
        return false;
    }

    /** "Twenty years ago, …" opens with the past and tells of it. */
    private static boolean agoFirst(Line line) {
        for (int i = 0; i < 4; i++) {
            if (line.is(i, Tag.PAST) && line.at(i).word().endsWith(" ago")) {
                return line.at(i + 1).mark(",");
            }
        }
        return false;
    }

    /** "the anniversary of the crash, which killed 88": the clause tells of what is recalled before it. */
    private static boolean recalled(Line line, int from) {
        return line.is(from, Tag.RELATIVE) && line.has(Tag.PAST, from - REACH, from);
    }

    /** "On March 3, 2009, gunmen …" sets the whole sentence in that year. */
    private static boolean opensWithDate(Line line) {
        for (int i = 1; i < 6 && line.is(0, Tag.PREPOSITION); i++) {
            if (line.at(i).isNumber() && Context.isYear(line.at(i))) {
                return line.at(i + 1).mark(",") && !dateline(line, i);
            }
        }
        return false;
    }

    /** "(Published Oct. 28, 2013)", "as of May 2015": when it was written or counted, not when it happened. */
    private static boolean dateline(Line line, int year) {
        for (int i = year - 1; i >= 0 && i > year - 6; i--) {
            if (line.at(i).mark("(")
                    || line.is(i, Tag.AS_OF)
                            && (line.at(i).word().startsWith("as ")
                                    || line.at(i).word().endsWith("end of"))) {
                return true;
            }
        }
        return false;
    }

    private static int clauseStart(Line line, int at) {
        int i = at;
        while (i > 0
                && !line.at(i - 1).mark(";")
                && !(line.at(i - 1).mark(",")
                        && !line.at(i).isNumber()
                        && !(line.at(i - 2).isNumber() || line.is(i - 2, Tag.MONTH)))) {
            i--;
        }
        return i;
    }

    private static int clauseEnd(Line line, int at) {
        int i = at;
        while (i < line.size()
                && !(line.at(i).mark(",") && !Context.isYear(line.at(i + 1)))
                && !line.at(i).mark(";")
                && !line.is(i, Tag.SAY)) {
            i++;
        }
        return i;
    }
}
