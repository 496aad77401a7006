package org.wirebell.processor.extract.figures;

import java.util.List;
import java.util.Optional;
import org.wirebell.model.Figure.Role;
import org.wirebell.processor.extract.figures.Mention.Head;

/** What a number does besides standing for itself: adds to a count, was its old value, or is a rate. */
final class Roles {
    /** How many figures back a count may lie to which "another" adds. */
    private static final int RECENT = 40;

    private Roles() {}

    /** {@code before}: what was read earlier in the same text. */
    static void assign(Line line, List<Mention> mentions, List<Mention> before) {
        for (int i = 0; i < mentions.size(); i++) {
            var mention = mentions.get(i);
            if (rate(line, mention)) {
                mention.role = Optional.of(Role.RATE);
            } else if (previous(line, mention) || coordinatedPrevious(mentions, i)) {
                mention.role = Optional.of(Role.PREVIOUS);
            } else if (line.is(mention.from - 1, Tag.BY) && mention.rule.startsWith("series")) {
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

    /** "in a week", "took a week": a stretch of time, not a rate. */
    private static boolean lasts(Line line, int at) {
        var word = line.at(at).word();
        return word.equals("in") || word.equals("took") || word.equals("takes") || word.equals("lasted");
    }

    /** A phrase such as "down from" before the number, or the "from" of a count that moves. */
    private static boolean previous(Line line, Mention mention) {
        for (int i = mention.from - 1; i >= 0 && i >= mention.from - 5; i--) {
            var piece = line.at(i);
            if (piece.is(Tag.PREVIOUS)) {
                return true;
            }
            if (piece.isNumber() || piece.mark(",") || piece.is(Tag.TO)) {
                return false;
            }
            if (piece.is(Tag.FROM)) {
                return i == mention.from - 1 && moves(line, mention);
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
