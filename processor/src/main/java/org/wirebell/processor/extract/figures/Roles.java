package org.wirebell.processor.extract.figures;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wirebell.model.Figure.Role;
import org.wirebell.processor.extract.figures.Mention.Head;

/** What a number does besides standing for itself: adds to a count, was its old value, or is a rate. */
final class Roles {
    /** How many figures back a count may lie to which "another" adds. */
    private static final int RECENT = 40;
    /** How far behind an earlier count its numbers may stand. */
    private static final int CLAUSE = 24;

    private static final Set<String> STRETCH = Set.of(
            "in", "took", "takes", "lasted", "during", "within", "than", "for", "over", "after", "about", "almost");

    private static final Set<String> STEPS = Set.of("up", "down");

    private static final Set<String> LATER = Set.of("earlier", "later", "ago", "long", "old");

    private Roles() {}

    /** {@code before}: what was read earlier in the same text. */
    static void assign(Line line, List<Mention> mentions, List<Mention> before) {
        for (int i = 0; i < mentions.size(); i++) {
            var mention = mentions.get(i);
            if (rate(line, mention)) {
                mention.role = Optional.of(Role.RATE);
            } else if (previous(line, mention, i > 0 && sameKind(mentions.get(i - 1), mention))
                    || coordinatedPrevious(mentions, i)) {
                mention.role = Optional.of(Role.PREVIOUS);
            } else if (step(line, mention)) {
                mention.role = Optional.of(Role.INCREMENT);
            } else if (mention.more && adds(mention, mentions.subList(0, i), before)) {
                mention.role = Optional.of(Role.INCREMENT);
            }
        }
    }

    /** "20 a day", "every 15 minutes" behind the number or its verb. */
    private static boolean rate(Line line, Mention mention) {
        int end = Math.max(mention.to, mention.trigger + 1);
        for (int i = mention.at + 1; i < end + 2; i++) {
            if (line.is(i, Tag.RATE) && !line.at(i).isNumber() && !lasts(line, i - 1)) {
                return true;
            }
            if (i >= end && line.at(i).isMark()) {
                return false;
            }
        }
        return line.is(mention.from - 1, Tag.RATE)
                && line.at(mention.from - 1).word().indexOf(' ') > 0;
    }

    /** "in a week", "took a week", "a day of rage", "a day earlier": a stretch of time, not a rate. */
    private static boolean lasts(Line line, int at) {
        var after = line.at(at + 2);
        return STRETCH.contains(line.at(at).word())
                || after.is(Tag.OF)
                || after.is(Tag.SUBORDINATE)
                || LATER.contains(after.word());
    }

    /** "rose by 40 to 340", "up 40 to 340", "a augmenté de 40 pour atteindre 340". */
    private static boolean step(Line line, Mention mention) {
        boolean series = mention.rule.startsWith("series");
        boolean up = STEPS.contains(line.at(mention.from - 1).word()) && line.is(mention.to, Tag.TO);
        boolean reaches =
                line.is(mention.to + 1, Tag.LEVEL) && line.at(mention.to + 2).isNumber();
        return line.is(mention.from - 1, Tag.BY) && (series || reaches && mention.head == Head.NONE) || series && up;
    }

    private static boolean sameKind(Mention before, Mention mention) {
        return before.category.equals(mention.category);
    }

    /**
     * A phrase such as "down from" before the number, or the "from" of a count that moves; {@code compared}: another count stands
     * before it, as a preposition ("contre 30 la veille") needs.
     */
    private static boolean previous(Line line, Mention mention, boolean compared) {
        for (int i = mention.from - 1; i >= 0 && i >= mention.from - 5; i--) {
            var piece = line.at(i);
            if (piece.is(Tag.PREVIOUS)) {
                boolean near = i == mention.from - 1 || !piece.word().equals("against");
                return near && (!piece.is(Tag.PREPOSITION) && !piece.is(Tag.PLACE_PREPOSITION) || compared);
            }
            if (piece.isNumber() || piece.mark(",") || piece.is(Tag.TO)) {
                return former(line, mention);
            }
            if (piece.is(Tag.FROM) && !line.is(i - 1, Tag.PREVIOUS)) {
                return i == mention.from - 1 && moves(line, mention) || former(line, mention);
            }
        }
        return former(line, mention);
    }

    /** "An earlier toll, given by the police, stood at 40 dead and 12 hurt." */
    private static boolean former(Line line, Mention mention) {
        for (int i = mention.from - 1; i >= 0 && i > mention.from - CLAUSE; i--) {
            if (line.is(i, Tag.FORMER)) {
                return true;
            }
            if (line.at(i).mark(";") || line.is(i, Tag.SUBORDINATE)) {
                return false;
            }
        }
        return false;
    }

    /** "from 30 to 34", or "to 993 from 1,276": the old value of a count that a verb of rising or falling moves. */
    private static boolean moves(Line line, Mention mention) {
        boolean onward = line.is(mention.to, Tag.TO)
                && line.at(mention.to + 1).quantity().isCount();
        for (int i = mention.from - 2; i >= 0 && i > mention.from - 14; i--) {
            if (line.is(i, Tag.LEVEL)
                    && !line.is(i, Tag.TO)
                    && !line.is(i, Tag.AT)
                    && !line.is(i, Tag.OF)
                    && !line.is(i, Tag.BE)) {
                return onward || mention.trigger >= 0 && mention.trigger < mention.from && mention.head != Head.HUMAN;
            }
        }
        return false;
    }

    private static boolean coordinatedPrevious(List<Mention> mentions, int i) {
        if (i == 0 || !mentions.get(i - 1).role.equals(Optional.of(Role.PREVIOUS))) {
            return false;
        }
        var before = mentions.get(i - 1);
        var line = before.line;
        return line.has(Tag.AND, before.to, mentions.get(i).from) && mentions.get(i).from - before.to <= 3;
    }

    /** "another 12 wounded" after a count of the dead adds nothing to it; "two more bodies" does even alone. */
    private static boolean adds(Mention mention, List<Mention> sentence, List<Mention> before) {
        boolean others = mention.line.is(mention.at + 1, Tag.OTHERS); // "des centaines d'autres blessés"
        if (mention.head == Head.EVENT && mention.line.is(mention.at + 1, Tag.MORE) && !others) {
            return true; // "three more deaths"
        }
        boolean other = false;
        for (int i = sentence.size() - 1; i >= 0; i--) {
            if (sentence.get(i).category.equals(mention.category)) {
                return true;
            }
            other = true;
        }
        for (var earlier : before.subList(Math.max(0, before.size() - RECENT), before.size())) {
            if (earlier.category.equals(mention.category)) {
                return true;
            }
        }
        return !other;
    }
}
