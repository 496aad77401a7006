package org.wirebell.processor.extract.figures;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.wirebell.model.Figure.Tense;

/** Baseline ("since October 7"), moment of counting ("as of Friday"), and whether the event lies in the past. */
final class Times {
    private static final int REACH = 12;
    /** How far before a relative clause the time of its event is looked for. */
    private static final int APART = 10;

    private static final Pattern CLOCK = Pattern.compile("[ap]\\.?m\\.?|gmt|utc|local time|hours|heures|horas|h");

    private static final Pattern HOUR =
            Pattern.compile("(?i)^by (midday|noon|midnight|nightfall|evening|early morning)$");

    private static final Pattern SUPERLATIVES =
            Pattern.compile("\\b(worst|deadliest|bloodiest|biggest|largest|first|heaviest|highest)\\b");

    private static final Set<String> WHEN = Set.of("when", "in which");

    private static final Pattern COMES = Pattern.compile("came|comes|coming|follows|followed");

    private Times() {}

    /** The baseline in the words used: the date if one is near, else the words up to the next mark. */
    static String since(Line line) {
        int at = line.first(Tag.SINCE, 0, line.size());
        if (at < 0) {
            return "";
        }
        int last = beforeCount(line, at);
        for (int i = at + 1; i < Math.min(last, at + REACH); i++) {
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
        while (end < last && end < at + 8 && !line.at(end).isMark() && !line.is(end, Tag.AND)) {
            end++;
        }
        return line.words(at + 1, end);
    }

    /** "since the war began stands at 8,005": where the count that follows, with its verb, ends the baseline. */
    private static int beforeCount(Line line, int since) {
        for (int i = since + 2; i < since + REACH; i++) {
            if (line.at(i).quantity().isCount() && !Context.rejects(line, i)) {
                int from = i;
                while (leads(line.at(from - 1))) {
                    from--;
                }
                return from > since + 1 ? from : line.size();
            }
        }
        return line.size();
    }

    private static boolean leads(Piece piece) {
        return piece.is(Tag.LEVEL)
                || piece.is(Tag.HAVE)
                || piece.is(Tag.BE)
                || piece.is(Tag.BY)
                || piece.is(Tag.ADVERB)
                || piece.is(Tag.AT_LEAST)
                || piece.is(Tag.MORE_THAN)
                || piece.is(Tag.ABOUT)
                || piece.is(Tag.NEARLY);
    }

    /** Month with the day on either side and the year behind it, as written. */
    private static String date(Line line, int month) {
        int day = line.is(month - 1, Tag.OF) ? month - 2 : month - 1; // "4 de marzo"
        int from = line.at(day).quantity().isCount() && line.at(day).quantity().low() <= 31 ? day : month;
        int to = month + 1;
        if (from == month && line.at(to).quantity().isCount()) {
            to++;
        }
        int year = line.at(to).mark(",") || line.is(to, Tag.OF) ? to + 1 : to;
        if (line.at(year).isNumber() && Context.isYear(line.at(year))) {
            to = year + 1;
        }
        return line.words(from, to);
    }

    /** "as of Friday", "by 6 p.m.": the moment of counting, without the words that introduce it. */
    static String asOf(Line line) {
        for (int i = 0; i < line.size(); i++) {
            if (line.is(i, Tag.AS_OF)) {
                int end = momentEnd(line, i + 1);
                if (end > i + 1) {
                    return line.words(i + 1, end);
                }
                var hour = HOUR.matcher(line.words(i, i + 1));
                if (hour.find()) {
                    return hour.group(1); // "by midday"
                }
            }
        }
        return "";
    }

    /** Where the moment that begins here ends; the start itself when no day, month or hour is named. */
    private static int momentEnd(Line line, int start) {
        boolean time = false;
        int end = start;
        while (end < line.size() && end < start + 7 && !momentStops(line, end, time)) {
            boolean clock = line.at(end - 1).isNumber()
                    && CLOCK.matcher(line.at(end).word()).matches();
            time |= line.is(end, Tag.WEEKDAY) || line.is(end, Tag.MONTH) || clock && end > start;
            end++;
        }
        return time && !line.at(end).word().equals("'s") ? end : start; // "by Monday's blast"
    }

    private static boolean momentStops(Line line, int i, boolean time) {
        var piece = line.at(i);
        boolean colon =
                piece.mark(":") && line.at(i - 1).isNumber() && line.at(i + 1).isNumber();
        boolean on = time && piece.word().equals("on") && (line.is(i + 1, Tag.WEEKDAY) || line.is(i + 1, Tag.MONTH));
        boolean count = time && piece.isNumber() && !Context.isYear(piece) && !line.is(i - 1, Tag.MONTH);
        boolean verb = time && (piece.is(Tag.DETERMINER) || piece.is(Tag.LEVEL) || piece.is(Tag.COUNT_OF));
        return piece.isMark() && !colon
                || piece.is(Tag.HAVE)
                || piece.is(Tag.BE)
                || piece.is(Tag.HUMAN)
                || piece.word().equals("'s")
                || piece.is(Tag.RUNNING)
                || piece.is(Tag.PREPOSITION) && !piece.is(Tag.OF) && !on
                || count
                || verb
                || time && piece.isTrigger() && !piece.is(Tag.NEUTRAL);
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
            return sinceEvent(line, mention) ? Optional.of(Tense.PAST) : mention.tense;
        }
        int from = clauseStart(line, Math.min(mention.from, mention.trigger < 0 ? mention.from : mention.trigger));
        int to = clauseEnd(line, Math.max(mention.to, mention.trigger + 1));
        for (int i = from; i < to; i++) {
            var piece = line.at(i);
            boolean year = piece.isNumber() && Context.isYear(piece) && i != mention.at && !dateline(line, i);
            if (year || piece.is(Tag.PAST) && !recallsLater(piece, i, mention)) {
                return Optional.of(Tense.PAST);
            }
        }
        return comesAfter(line, from, mention)
                        || remembered(line, mention, from, to)
                        || opensWithDate(line)
                        || opensElsewhen(line)
                        || recalled(line, from)
                ? Optional.of(Tense.PAST)
                : Optional.empty();
    }

    /** "drove out scores and revived memories of a flood": what is recalled stands behind such words. */
    private static boolean recallsLater(Piece piece, int i, Mention mention) {
        return i >= mention.to && piece.word().endsWith("memories of");
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

    /** "the worst wreck since a barge sank and 46 drowned": the event since which nothing was as bad. */
    private static boolean sinceEvent(Line line, Mention mention) {
        int since = line.first(Tag.SINCE, 0, mention.from);
        return since > 0
                && line.is(since + 1, Tag.ARTICLE)
                && mention.from - since < APART + REACH
                && SUPERLATIVES.matcher(line.words(0, since)).find();
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
        boolean when = line.at(at - 1).mark(",") && WHEN.contains(line.at(at).word());
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
        for (int i = 0; i < 5; i++) {
            if (line.is(i, Tag.PAST)) {
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

    /** "The slide came two days after eight were killed": what came before is no news. */
    private static boolean comesAfter(Line line, int from, Mention mention) {
        int after = -1;
        for (int i = from; i < mention.from; i++) {
            after = line.at(i).word().equals("after") ? i : line.is(i, Tag.SAY) ? -1 : after;
        }
        for (int i = after - 1; i >= 0 && i > after - 5; i--) {
            if (COMES.matcher(line.at(i).word()).matches()) {
                return true;
            }
        }
        return false;
    }

    /** "where a fire killed 18 in March": a clause that only recalls. */
    private static boolean remembered(Line line, Mention mention, int from, int to) {
        for (int i = from; i < from + 2; i++) {
            boolean clause = line.is(i, Tag.RELATIVE) || line.at(i).word().equals("where");
            if (clause && !comma(line, i, mention.from)) {
                for (int j = i; j < to; j++) {
                    if (line.is(j, Tag.MONTH)
                            && line.at(j).capital()
                            && line.at(j - 1).word().equals("in")) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean comma(Line line, int from, int to) {
        for (int i = from; i < to; i++) {
            if (line.at(i).mark(",")) {
                return true;
            }
        }
        return false;
    }

    /** "In May of last year, …" opens with another time. */
    private static boolean opensElsewhen(Line line) {
        for (int i = 0; i < 5; i++) {
            if (line.at(i).word().equals("last year")) {
                return line.at(i + 1).mark(",") && line.has(Tag.EVENT, i, line.size());
            }
        }
        return false;
    }

    /** "(Published Oct. 28, 2013)", "as of May 2015": when it was written or counted, not when it happened. */
    private static boolean dateline(Line line, int year) {
        if (opensWire(line, year)) {
            return true;
        }
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

    /** "PORT ZOGO, 3 May 2004 --": the date of the wire. */
    private static boolean opensWire(Line line, int year) {
        var after = line.at(year + 1);
        boolean parts = after.mark("-") && !after.glued() || after.mark("(") || after.mark(":");
        boolean dated = line.has(Tag.MONTH, year - 4, year);
        return parts && dated && year < 14;
    }

    static int clauseStart(Line line, int at) {
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

    static int clauseEnd(Line line, int at) {
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
