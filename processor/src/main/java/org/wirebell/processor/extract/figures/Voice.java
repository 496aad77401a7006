package org.wirebell.processor.extract.figures;

import java.util.List;
import org.wirebell.processor.extract.figures.Mention.Head;
import org.wirebell.processor.extract.figures.Trigger.Form;

/** On which side of it a trigger looks for the people it tells of. */
enum Voice {
    /** "12 were killed", "12 died", "12 dead". */
    BEFORE,
    /** "killed 12", "the deaths of 12". */
    AFTER,
    BOTH,
    /** Counted itself, or not able to take anybody. */
    NEITHER;

    static Voice of(Line line, int at, Form form, List<Mention> mentions) {
        boolean described = form == Form.ACT
                && !line.at(at + 1).capital()
                && line.at(at + 1).isUnknown();
        boolean of = described && line.is(at + 2, Tag.OF)
                || line.is(at + 1, Tag.OF)
                || line.is(at + 1, Tag.BE) && line.is(at + 2, Tag.OF);
        return switch (form) {
            case ACTIVE -> line.is(at - 1, Tag.BE) ? BEFORE : AFTER;
            case GERUND -> line.is(at - 1, Tag.BE) && line.at(at - 1).word().equals("being") ? BEFORE : AFTER;
            case STATE -> joinedVerb(line, at) ? AFTER : BEFORE;
            case PASSIVE, GOES -> BEFORE;
            case PARTICIPLE -> acts(line, at) ? AFTER : participle(line, at, mentions);
            case NOUN, ACT -> of ? AFTER : NEITHER;
            case PARTITIVE -> of ? AFTER : NEITHER; // "learnt of the deaths of 12"
            case STATUS, SERIES -> NEITHER;
            case EITHER -> line.is(at - 1, Tag.AND) && line.at(at + 1).isNumber() ? AFTER : BOTH;
        };
    }

    /** "a strike by 3,000 nurses affected hospitals": things as object make those before the actors. */
    private static boolean acts(Line line, int at) {
        return line.is(at + 1, Tag.THING) && line.at(at).word().startsWith("affect") && !line.is(at - 1, Tag.BE);
    }

    /** "killed three and hurt nine": as much a verb as a state, and here a verb. */
    private static boolean joinedVerb(Line line, int at) {
        return line.at(at).entry().hasForm(Form.PARTICIPLE)
                && line.is(at - 1, Tag.AND)
                && line.at(at + 1).isNumber();
    }

    private static Voice participle(Line line, int at, List<Mention> mentions) {
        int left = at - 1;
        while (skipsLeft(line.at(left))) {
            if (line.is(left, Tag.TO_HAVE)) {
                return AFTER;
            }
            if (line.is(left, Tag.TO_BE)) {
                return BEFORE;
            }
            left--;
        }
        var before = line.at(left);
        if (before.is(Tag.BE)) {
            boolean first = opens(line, left) && nobodyBefore(mentions, left);
            return first && line.at(at + 1).isNumber() ? AFTER : BEFORE; // "Fueron detenidas 47 personas"
        }
        boolean coordinated = (before.is(Tag.AND) || before.is(Tag.OR) || before.mark(","))
                && line.at(left - 1).isTrigger();
        if (before.is(Tag.HAVE)) {
            return leaves(line, at) ? BEFORE : AFTER;
        }
        int right = at + 1;
        while ((line.is(right, Tag.AND) || line.is(right, Tag.OR))
                && line.at(right + 1).isTrigger()) {
            right += 2;
        }
        int last = right - 1; // of "shot and wounded"
        while (skipsRight(line.at(right)) || Bounds.opensRange(line, right)) {
            right++;
        }
        var next = line.at(right);
        var subject = endingAt(mentions, left + 1);
        if (next.isNumber() && !Context.rejects(line, right)) {
            if (subject.head == Head.THING || subject == NOBODY) {
                return AFTER;
            }
            return ownTrigger(line, right, mentions) || subject.head == Head.NONE ? BEFORE : AFTER;
        }
        if (subject != NOBODY) {
            return BEFORE;
        }
        if (coordinated && line.at(left - 1).isTrigger()) {
            return participle(line, left - 1, mentions);
        }
        boolean object = next.is(Tag.HUMAN)
                || next.is(Tag.HOUSEHOLD)
                || next.is(Tag.PRONOUN)
                || next.is(Tag.ARTICLE)
                || next.isUnknown() && next.capital() && !line.is(right - 1, Tag.PREPOSITION)
                || next.is(Tag.ADJECTIVE)
                || line.is(right - 1, Tag.DETERMINER) && next.isWord() && !next.is(Tag.PREPOSITION);
        return object && right - last <= 3 ? AFTER : BEFORE;
    }

    /** "Aún permanecen detenidas 47 personas", "informó de que fueron detenidas 47": nothing stands before that could be held. */
    private static boolean opens(Line line, int be) {
        int before = be - 1;
        while (line.is(before, Tag.ADVERB) && !line.is(before, Tag.DETERMINER)) {
            before--;
        }
        return before < 0
                || line.at(before).isMark()
                || line.is(before, Tag.SUBORDINATE)
                || line.is(before, Tag.RELATIVE) && (line.is(before - 1, Tag.SAY) || line.is(before - 1, Tag.OF));
    }

    /** "52 people, nine of them children, were plucked from two dinghies" is told of those people. */
    private static boolean nobodyBefore(List<Mention> mentions, int at) {
        return mentions.stream().noneMatch(mention -> mention.to <= at && mention.isPeople());
    }

    /** "half a million people have evacuated": without an object they did so themselves. */
    private static boolean leaves(Line line, int at) {
        var next = line.at(at + 1);
        return line.at(at).word().equals("evacuated")
                && (at + 1 >= line.size() || next.isMark() || next.is(Tag.PREPOSITION) || next.is(Tag.PARTITIVE));
    }

    private static final Mention NOBODY = new Mention(new Line("", List.of()), 0);

    private static Mention endingAt(List<Mention> mentions, int at) {
        for (var mention : mentions) {
            if (mention.to == at && mention.at < at) {
                return mention;
            }
        }
        return NOBODY;
    }

    /** "12 killed, 5 wounded": the second number has a word of its own right behind it. */
    private static boolean ownTrigger(Line line, int number, List<Mention> mentions) {
        for (var mention : mentions) {
            if (mention.at == number) {
                int i = mention.to;
                while (line.is(i, Tag.ADVERB)) {
                    i++;
                }
                return line.at(i).isTrigger() && !line.is(i, Tag.NEUTRAL) && mention.head != Head.EVENT;
            }
        }
        return false;
    }

    private static boolean skipsLeft(Piece piece) {
        return piece.is(Tag.ADVERB) && !piece.is(Tag.BE) && !piece.is(Tag.HAVE) || piece.is(Tag.NEGATION);
    }

    private static boolean skipsRight(Piece piece) {
        return piece.is(Tag.ADVERB)
                || piece.is(Tag.DETERMINER)
                || piece.is(Tag.MORE)
                || piece.is(Tag.ABOUT)
                || piece.is(Tag.AT_LEAST)
                || piece.is(Tag.WEEKDAY)
                || piece.is(Tag.MORE_THAN)
                || piece.is(Tag.AT_MOST)
                || piece.is(Tag.NEARLY)
                || piece.is(Tag.FEWER_THAN)
                || piece.mark("\"");
    }
}
