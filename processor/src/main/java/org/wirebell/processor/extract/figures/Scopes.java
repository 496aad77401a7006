package org.wirebell.processor.extract.figures;

import java.util.Optional;
import org.wirebell.model.Figure.Scope;

/** Whether a figure counts one incident (a quake, a strike, a day) or runs over many (a war, a year, an epidemic). */
final class Scopes {
    /** A count that no single incident reaches. */
    private static final long MANY = 100_000;
    /** How far before its verb a subject may begin, and how long the words of a stretch are. */
    private static final int REACH = 8;

    private static final int STRETCH = 6;

    private final Line line;
    private final Mention mention;

    private Scopes(Line line, Mention mention) {
        this.line = line;
        this.mention = mention;
    }

    static Scope of(Line line, Mention mention) {
        return new Scopes(line, mention).scope();
    }

    private Scope scope() {
        if (!series() && period()) {
            return Scope.INCIDENT;
        }
        return subject().or(this::disaster).orElseGet(this::named);
    }

    private boolean series() {
        return mention.rule.contains("series");
    }

    /** Cumulative with a baseline or words of a running count, or in a war where no single event is named. */
    private Scope named() {
        boolean running = line.has(Tag.RUNNING, 0, line.size()) || line.has(Tag.SINCE, 0, line.size());
        boolean background = (line.has(Tag.BACKGROUND, 0, line.size()) || goesOn() || grown())
                && !line.has(Tag.EVENT, 0, line.size());
        boolean event = line.has(Tag.EVENT, 0, mention.from) && !running;
        return (running || background) && !event ? Scope.CUMULATIVE : Scope.INCIDENT;
    }

    /** What the count is of, or what did it: "the toll of the war", "a strike killed 12", "a war that has killed 90". */
    private Optional<Scope> subject() {
        if (mention.trigger < 0 || mention.trigger >= mention.from) {
            return Optional.empty();
        }
        if (series()) {
            for (int i = mention.trigger - 2; i < mention.from; i++) {
                if (line.is(i, Tag.BACKGROUND)) {
                    return Optional.of(Scope.CUMULATIVE);
                }
            }
            return Optional.empty();
        }
        for (int i = mention.trigger - 1; i >= 0 && i > mention.trigger - REACH; i--) {
            var piece = line.at(i);
            boolean within = line.is(i - 1, Tag.PREPOSITION) || line.is(i - 2, Tag.PREPOSITION);
            if (piece.is(Tag.BACKGROUND) && !within) {
                return Optional.of(Scope.CUMULATIVE);
            }
            if (piece.is(Tag.EVENT) && (line.is(i - 1, Tag.ARTICLE) || line.is(i - 2, Tag.ARTICLE))) {
                return Optional.of(Scope.INCIDENT);
            }
            if (piece.isNumber() || piece.isMark() && !line.is(i + 1, Tag.RELATIVE)) {
                break;
            }
        }
        return Optional.empty();
    }

    /** The toll of a disaster rises as long as the dead are found, and is still that of one incident. */
    private Optional<Scope> disaster() {
        for (int i = 0; i < line.size(); i++) {
            var piece = line.at(i);
            boolean many = piece.is(Tag.RUNNING) && !piece.is(Tag.SO_FAR)
                    || piece.is(Tag.BACKGROUND)
                    || piece.is(Tag.STRIFE)
                    || piece.is(Tag.DISEASE) && !piece.is(Tag.SOURCE);
            if (many) {
                return Optional.empty();
            }
        }
        return line.has(Tag.DISASTER, 0, line.size()) ? Optional.of(Scope.INCIDENT) : Optional.empty();
    }

    /** "43 killed in the past 24 hours": a count of a stretch, which starts anew. */
    private boolean period() {
        int from =
                Times.clauseStart(line, Math.min(mention.from, mention.trigger < 0 ? mention.from : mention.trigger));
        int to = Times.clauseEnd(line, Math.max(mention.to, mention.trigger + 1));
        return period(0, Math.min(from, REACH)) || period(from, to);
    }

    private boolean period(int from, int to) {
        for (int i = from; i < to; i++) {
            boolean opens = line.is(i, Tag.PREPOSITION) || line.is(i, Tag.RUNNING) || line.is(i, Tag.AT);
            for (int j = i + 1; opens && j < i + STRETCH && stretches(j); j++) {
                if (line.is(j, Tag.PERIOD)) {
                    return !line.is(j + 1, Tag.OF);
                }
            }
        }
        return false;
    }

    private boolean stretches(int i) {
        var piece = line.at(i);
        return piece.isNumber()
                || piece.is(Tag.DETERMINER)
                || piece.is(Tag.ARTICLE)
                || piece.is(Tag.ADJECTIVE)
                || piece.is(Tag.PERIOD)
                || piece.is(Tag.OF)
                || piece.is(Tag.ADVERB)
                || piece.isUnknown() && !piece.capital();
    }

    /** "have died in the clashes": a single clash is an incident, "the" clashes go on. */
    private boolean goesOn() {
        int strife = line.first(Tag.STRIFE, 0, line.size());
        return strife > 0
                && (line.is(strife - 1, Tag.DETERMINER) || line.is(strife - 2, Tag.DETERMINER))
                && line.has(Tag.HAVE, 0, line.size());
    }

    /** So many are no single incident; nor is the count of an epidemic. */
    private boolean grown() {
        boolean epidemic = mention.rule.startsWith("series")
                && line.pieces().stream().anyMatch(p -> p.is(Tag.DISEASE) && !p.is(Tag.SOURCE));
        return epidemic || mention.quantity.isCount() && mention.quantity.low() >= MANY;
    }
}
