package org.wirebell.processor.extract.figures;

import java.util.List;
import java.util.Optional;
import org.wirebell.model.Figure.Bound;
import org.wirebell.model.Figure.Category;
import org.wirebell.processor.extract.figures.Mention.Head;
import org.wirebell.processor.extract.figures.Trigger.Form;

/** Words that are counts because a level follows: "deaths in Zogo reach 98", "Zogo's dead now number 412". */
final class Rising {
    /** So far behind the word its verb may stand. */
    private static final int LATE = 14;

    private final Line line;
    private final List<Mention> mentions;

    Rising(Line line, List<Mention> mentions) {
        this.line = line;
        this.mentions = mentions;
    }

    /** The category of the count at this piece, if it is one. */
    Optional<Category> at(int i) {
        if (mentions.stream().anyMatch(m -> i >= m.from && i < m.to)) {
            return Optional.empty();
        }
        var entry = line.at(i).entry();
        if (entry.hasForm(Form.NOUN)) {
            return plural(i) ? entry.category(Form.NOUN) : Optional.empty();
        }
        var state = entry.category(Form.STATE).or(() -> entry.category(Form.PARTICIPLE));
        return state.filter(s -> named(i - 1) && folk(i)).or(() -> status(i));
    }

    /** "Refugees in Zogo now number 9,000". */
    private Optional<Category> status(int i) {
        var status = line.at(i).entry().category(Form.STATUS);
        return status.filter(s -> level(i + 1, LATE, false));
    }

    /** "Deaths climbed to 98", "Ebola deaths pass 1,000", "the deaths from the dust storm have climbed to 27". */
    private boolean plural(int i) {
        int verb = line.is(i + 1, Tag.HAVE) ? i + 2 : i + 1;
        var next = line.at(verb);
        boolean moves = next.is(Tag.BE) && line.at(verb + 1).isNumber()
                || next.is(Tag.MORE_THAN)
                || next.is(Tag.NEARLY)
                || next.is(Tag.AT) && bare(verb + 1)
                || next.is(Tag.TO) && bare(verb + 1) && line.has(Tag.LEVEL, 0, i) // "cases rise to 40, deaths to 9"
                || next.is(Tag.LEVEL) && verb(next);
        boolean sickness = !line.is(i, Tag.WEAK) || line.has(Tag.DISEASE, 0, line.size());
        return moves || sickness && (level(i + 1, LATE, true) || verbFirst(line, i) && follows(i + 1));
    }

    /** In Arabic the verb of moving opens the clause: "بلغت الوفيات في زوغو 98". */
    static boolean verbFirst(Line line, int i) {
        return line.is(i - 1, Tag.LEVEL)
                && verb(line.at(i - 1))
                && Letters.isArabic(line.at(i).word());
    }

    private boolean follows(int from) {
        int i = from;
        while (i < from + LATE
                && (line.is(i, Tag.PLACE_PREPOSITION)
                        || line.is(i, Tag.TO)
                        || line.is(i, Tag.DISEASE)
                        || line.at(i).isUnknown())) {
            i++;
        }
        return bare(i);
    }

    /** Before the dead who are counted: "the", "'s", a name, "civilian", "war", or nothing. */
    private boolean named(int before) {
        var piece = line.at(before);
        return before < 0
                || piece.is(Tag.DETERMINER)
                || piece.word().equals("'s")
                || piece.mark(":")
                || piece.isUnknown() && piece.capital()
                || piece.is(Tag.ADJECTIVE)
                || piece.is(Tag.HUMAN) && line.is(before - 1, Tag.EVENT)
                || piece.is(Tag.BACKGROUND)
                || piece.is(Tag.LEVEL) && verb(piece)
                || piece.is(Tag.HUMAN) && (before == 0 || line.is(before - 1, Tag.DETERMINER))
                || piece.is(Tag.EVENT);
    }

    /** The dead as a noun: their number follows a verb of counting, or "at" when somebody puts it there. */
    private boolean folk(int i) {
        var next = line.at(i + 1);
        if (next.isUnknown() && !next.capital() || next.is(Tag.THING) && !next.is(Tag.EVENT) || next.is(Tag.HUMAN)) {
            return false; // "the missing money"
        }
        return level(i + 1, LATE, false) || put(i) && level(i + 1, LATE, true);
    }

    /** "Ministry puts Zogo dead at 900"; an actor who is dead at 90 is put nowhere. */
    private boolean put(int i) {
        for (int j = i - 1; j >= 0 && j > i - LATE; j--) {
            var word = line.at(j).word();
            if (line.is(j, Tag.LEVEL) && (word.startsWith("put") || word.startsWith("place"))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a number stands where a level stands, behind words of cause and place alone. */
    private boolean level(int from, int reach, boolean at) {
        for (int i = from; i < from + reach; i++) {
            var piece = line.at(i);
            if (piece.is(Tag.AT) && bare(i + 1)) {
                return at || i > from && line.is(i - 1, Tag.LEVEL);
            }
            boolean bound = piece.is(Tag.MORE_THAN) || piece.is(Tag.NEARLY);
            if (bound && (i > from || !piece.is(Tag.PREPOSITION)) && bare(i)) {
                return true;
            }
            if (piece.is(Tag.LEVEL) && verb(piece) && reaches(i)) {
                return true;
            }
            if (piece.mark(":") && i > from && bare(i + 1) && line.at(i + 2).isMark()) {
                return true; // "Deaths in Zogo: 40"
            }
            boolean stop = piece.isMark() && !(piece.mark("-") && piece.glued())
                    || piece.isNumber()
                    || piece.isTrigger() && !piece.is(Tag.NEUTRAL)
                    || piece.is(Tag.RELATIVE)
                    || piece.is(Tag.SAY) && !piece.is(Tag.LEVEL)
                    || piece.is(Tag.AND);
            if (stop) {
                return false;
            }
        }
        return false;
    }

    /** A verb of moving with a level behind it: "stand at 30", "rise to 30", "reach 30", "now number more than 30". */
    private boolean reaches(int verb) {
        int i = verb + 1;
        while (line.is(i, Tag.ADVERB) || line.is(i, Tag.LEVEL) && verb(line.at(i))) {
            i++;
        }
        var next = line.at(i);
        return next.is(Tag.TO) || (next.is(Tag.AT) || next.is(Tag.BY)) && bare(i + 1) || bare(i);
    }

    private static boolean verb(Piece piece) {
        return !piece.is(Tag.TO) && !piece.is(Tag.AT) && !piece.is(Tag.OF) && !piece.is(Tag.BE);
    }

    /** A number with its bound that counts nobody by name: "reach 98", but not "hit 98 families". */
    private boolean bare(int at) {
        for (var mention : mentions) {
            if (mention.from == at || mention.from <= at && mention.at >= at) {
                return mention.head == Head.NONE || mention.head == Head.UNKNOWN && mention.bound == Bound.MORE_THAN;
            }
        }
        return false;
    }
}
