package org.wirebell.processor.extract.figures;

import java.util.Optional;
import java.util.Set;
import org.wirebell.model.Figure.Bound;
import org.wirebell.processor.extract.figures.Quantity.Kind;

/** How tightly the words around a number bind it: "at least", "tops", "or more", "-odd". A bound covers its own number only. */
final class Bounds {
    private static final Set<String> RANGE_OPENERS = Set.of("between", "from", "entre", "de", "بين", "من");

    private Bounds() {}

    static void read(Mention mention) {
        var before = before(mention);
        mention.bound = switch (mention.quantity.kind()) {
            case VAGUE -> Bound.VAGUE;
            case RANGE -> Bound.RANGE;
            case LOOSE -> before.or(() -> after(mention)).orElse(Bound.ABOUT);
            case NONE, EXACT, SHARE, ORDINAL, OTHER ->
                before.or(() -> after(mention)).orElse(Bound.EXACT);
        };
    }

    /** Steps left over bounds, determiners and the like, and widens the phrase by them. */
    private static Optional<Bound> before(Mention mention) {
        var line = mention.line;
        Optional<Bound> found = Optional.empty();
        for (int i = mention.at - 1; i >= 0 && i >= mention.at - 7; i--) {
            var piece = line.at(i);
            var bound = levels(line, i) ? Optional.<Bound>empty() : bound(piece);
            if (i == mention.at - 1 && opensRange(line, i)) {
                mention.from = i;
                continue;
            }
            if (bound.isPresent()) {
                found = found.isPresent() ? found : bound;
            } else if (piece.is(Tag.MORE)) {
                mention.more = true;
            } else if (!steps(line, i)) {
                break;
            }
            mention.from = i;
        }
        return found;
    }

    /** "between 15 and 20", "from 15 to 20": the word before a range belongs to it. */
    static boolean opensRange(Line line, int i) {
        return RANGE_OPENERS.contains(line.at(i).word())
                && line.at(i + 1).quantity().kind() == Kind.RANGE;
    }

    /** "subió hasta 42": where a count has come to, not the most that it may be. */
    private static boolean levels(Line line, int i) {
        return line.is(i, Tag.AT_MOST)
                && line.is(i, Tag.TO)
                && (line.is(i - 1, Tag.LEVEL) || line.at(i - 1).isNumber());
    }

    /** Small words between bound and number that may be stepped over. */
    private static boolean steps(Line line, int i) {
        var piece = line.at(i);
        if (piece.mark("\"")) {
            return bound(line.at(i - 1)).isPresent() || line.is(i - 1, Tag.DETERMINER);
        }
        return piece.is(Tag.DETERMINER) || piece.is(Tag.ARTICLE) && !piece.isNumber();
    }

    private static Optional<Bound> bound(Piece piece) {
        if (piece.is(Tag.AT_LEAST)) {
            return Optional.of(Bound.AT_LEAST);
        }
        if (piece.is(Tag.MORE_THAN)) {
            return Optional.of(Bound.MORE_THAN);
        }
        if (piece.is(Tag.AT_MOST)) {
            return Optional.of(Bound.AT_MOST);
        }
        if (piece.is(Tag.FEWER_THAN)) {
            return Optional.of(Bound.FEWER_THAN);
        }
        if (piece.is(Tag.NEARLY)) {
            return Optional.of(Bound.NEARLY);
        }
        return piece.is(Tag.ABOUT) ? Optional.of(Bound.ABOUT) : Optional.empty();
    }

    /** "12 or more", "12+", and behind the noun as other languages have it: "12 morts au moins". */
    private static Optional<Bound> after(Mention mention) {
        return after(mention, mention.at + 1).or(() -> after(mention, mention.to));
    }

    private static Optional<Bound> after(Mention mention, int place) {
        var line = mention.line;
        int i = place;
        if (line.at(i).mark("+")) {
            return Optional.of(Bound.AT_LEAST);
        }
        if (line.at(i).mark("-") && line.at(i).glued()) {
            i++;
        }
        if (line.is(i, Tag.OR_MORE)) {
            return Optional.of(Bound.AT_LEAST);
        }
        if (line.is(i, Tag.OR_FEWER)) {
            return Optional.of(Bound.AT_MOST);
        }
        return line.is(i, Tag.OR_SO) ? Optional.of(Bound.ABOUT) : Optional.empty();
    }
}
