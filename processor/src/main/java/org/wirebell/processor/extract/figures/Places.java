package org.wirebell.processor.extract.figures;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.wirebell.model.Figure.Category;

/** The place named for a figure: the name behind a preposition of place, nearest after it, else before it. */
final class Places {
    /** Where people go rather than where it happened; for the displaced alone that is the same. */
    private static final Set<String> WAYS = Set.of("from", "to", "into", "between", "over", "through");

    /** What parts one event from another told in the same sentence. */
    private static final Set<String> CONTRASTS = Set.of("while", "whereas", "but");

    /** What people are on when they are at a place. */
    private static final Set<String> LAND = Set.of(
            "river", "island", "islands", "lake", "highway", "sea", "border", "coast", "mount", "peninsula", "strait");

    /** What only people do to a place. */
    private static final Set<String> ASSAULTS = Set.of(
            "attacked",
            "attack",
            "stormed",
            "raided",
            "shelled",
            "bombed",
            "bombarded",
            "overran",
            "invaded",
            "besieged");

    private static final Set<String> UNNAMED =
            Set.of("country", "capital", "region", "north", "south", "east", "west", "northeast", "northwest");

    private Places() {}

    /** Looks behind the number and its trigger first, then before them. */
    static String of(Line line, Mention mention) {
        int start = Math.max(mention.to, mention.trigger + 1);
        boolean left = mention.category.equals(Optional.of(Category.DISPLACED)) && mention.trigger == start - 1;
        int land = line.is(start, Tag.DETERMINER) ? start + 1 : start;
        if (left && PlaceName.opens(line.at(land))) {
            return PlaceName.behind(line, land - 1); // "fled Zogo"
        }
        for (int i = start; i < line.size(); i++) {
            boolean said = line.is(i, Tag.SAY) && !line.is(i, Tag.HEDGED) && i > start + 1;
            if (line.at(i).mark(";") || said || contrasts(line, i)) {
                break;
            }
            var place = hit(line, i, start).orElse(at(line, i, mention));
            if (!place.isEmpty()) {
                return place;
            }
        }
        for (int i = mention.trigger > mention.at ? mention.trigger : mention.from; i >= 0; i--) {
            if (i < mention.from || i >= mention.to) {
                var place = at(line, i, mention);
                if (!place.isEmpty()) {
                    return place;
                }
            }
        }
        return Stream.of(counted(line, mention), struck(line), crossed(line), unnamed(line))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** "Zogo death toll at 40", "Zogo's war dead now number 90": the name before a running count. */
    private static String counted(Line line, Mention mention) {
        if (!mention.rule.startsWith("series") && !mention.rule.startsWith("level-series")) {
            return "";
        }
        int at = mention.trigger - 1;
        while (at >= 0 && at > mention.trigger - 5 && beforeCount(line.at(at))) {
            at--;
        }
        int from = at + 1;
        while (from > 0 && named(line, from - 1)) {
            from--;
        }
        boolean longer = from > 1 && line.at(from - 1).capital(); // "Ministry of National Zogo"
        return from > at || longer ? "" : line.words(from, at + 1);
    }

    /** Whether the piece is part of a name of a place, hyphens and all: "Port-au-Zogo". */
    private static boolean named(Line line, int i) {
        if (line.at(i).mark("-")) {
            boolean small = PlaceName.inName(line, i + 1) || PlaceName.inName(line, i - 1);
            return small
                    || line.at(i).glued()
                            && line.at(i + 1).glued()
                            && line.at(i + 1).capital();
        }
        boolean name = line.at(i).isUnknown() && PlaceName.opens(line.at(i));
        return name && (PlaceName.inName(line, i - 2) || PlaceName.isPlace(line, i, i + 1))
                || PlaceName.inName(line, i);
    }

    /** What may stand between the name and the count. */
    private static boolean beforeCount(Piece piece) {
        return piece.word().equals("'s")
                || !piece.isUnknown()
                        && (piece.is(Tag.EVENT)
                                || piece.is(Tag.BACKGROUND)
                                || piece.is(Tag.STRIFE)
                                || piece.is(Tag.DISEASE)
                                || piece.is(Tag.THING)
                                || piece.is(Tag.HUMAN) && !piece.is(Tag.SOURCE));
    }

    /** "horsemen rode into Zogo, killing nine". */
    private static String crossed(Line line) {
        for (int i = 0; i < line.size(); i++) {
            var word = line.at(i).word();
            if (word.equals("into") || word.equals("through")) {
                var place = PlaceName.behind(line, i);
                if (!place.isEmpty()) {
                    return place;
                }
            }
        }
        return "";
    }

    private static boolean contrasts(Line line, int i) {
        return line.at(i - 1).mark(",") && CONTRASTS.contains(line.at(i).word());
    }

    /** "12 died when a quake hit Zogo". */
    private static Optional<String> hit(Line line, int i, int start) {
        boolean hit = line.is(i, Tag.STRIKES) && line.has(Tag.EVENT, start, i);
        return hit ? Optional.of(PlaceName.behind(line, i)).filter(name -> !name.isEmpty()) : Optional.empty();
    }

    /** Without a preposition: what a disaster "hit", or the name before its word: "Zogo blast". */
    private static String struck(Line line) {
        for (int i = 0; i < line.size(); i++) {
            if (line.is(i, Tag.STRIKES)
                    && (line.has(Tag.EVENT, 0, i)
                            || ASSAULTS.contains(line.at(i).word()))
                    && !line.at(i + 1).isNumber()) {
                var place = PlaceName.behind(line, i);
                if (!place.isEmpty()) {
                    return place;
                }
            }
        }
        return owner(line);
    }

    /** "Zogo's civil war", "the Zogo ferry disaster", "Zogo floods kill 12": the name before the word for what happened. */
    private static String owner(Line line) {
        for (int i = 0; i < line.size(); i++) {
            var piece = line.at(i);
            boolean name = piece.isUnknown() && PlaceName.opens(piece);
            boolean owns = line.at(i + 1).word().equals("'s") && has(line, i + 2, i + 4);
            int first = PlaceName.inName(line, i - 2) ? i - 4 : i;
            boolean led = first == 0 && line.is(i + 1, Tag.EVENT) || i > 0 && line.is(first - 1, Tag.DETERMINER);
            boolean within = led && !line.at(i + 1).capital() && has(line, i + 1, i + 3);
            if (name && (owns || within)) {
                int from = first;
                while (from > 0 && PlaceName.opens(line.at(from - 1)) && partOfName(line, from - 1)) {
                    from--;
                }
                return line.words(from, i + 1);
            }
        }
        return "";
    }

    /** "in the country": the place has no name here. */
    private static String unnamed(Line line) {
        for (int i = 0; i < line.size(); i++) {
            if (line.is(i, Tag.PLACE_PREPOSITION)
                    && line.at(i + 1).word().equals("the")
                    && UNNAMED.contains(line.at(i + 2).word())) {
                return line.words(i + 1, i + 3);
            }
        }
        return "";
    }

    private static boolean partOfName(Line line, int i) {
        return line.at(i).isUnknown() || i > 0 && (line.is(i, Tag.MORE) || line.is(i, Tag.ADJECTIVE)); // "New Zogo"
    }

    private static boolean has(Line line, int from, int to) {
        return line.has(Tag.EVENT, from, to) || line.has(Tag.BACKGROUND, from, to);
    }

    /** "in the port city of Zogo", "an attack on Zogo": the name behind the preposition at this piece, or nothing. */
    private static String at(Line line, int i, Mention mention) {
        if (!line.is(i, Tag.PLACE_PREPOSITION) && !on(line, i)
                || line.is(i - 1, Tag.SAY)
                || PlaceName.inName(line, i)) {
            return "";
        }
        boolean way = WAYS.contains(line.at(i).word());
        return way && !goes(mention, i) ? "" : PlaceName.behind(line, i);
    }

    /** "an attack on Zogo", "on the Zogo River". */
    private static boolean on(Line line, int i) {
        if (!line.at(i).word().equals("on")) {
            return false;
        }
        boolean land = false;
        for (int j = i + 1; j < i + 6 && !line.at(j).isMark(); j++) {
            land |= LAND.contains(line.at(j).word());
        }
        return land || line.is(i - 1, Tag.EVENT) || line.is(i - 1, Tag.BACKGROUND);
    }

    /** "fled to Zogo", "evacuated from Zogo": the way is the place. */
    private static boolean goes(Mention mention, int i) {
        return mention.category.equals(Optional.of(Category.DISPLACED)) && Math.abs(i - mention.trigger) < 3;
    }
}
