package org.wirebell.processor.extract.figures;

import java.util.Set;
import java.util.regex.Pattern;

/** The words that name a place behind a preposition or verb; people, offices, ships and events only look like one. */
final class PlaceName {
    private static final int REACH = 9;
    /** What a nationality may describe and still name a place: "the Zogoan capital". */
    private static final Set<String> LAND = Set.of(
            "capital",
            "city",
            "province",
            "coast",
            "border",
            "region",
            "town",
            "village",
            "territory",
            "island",
            "state",
            "district",
            "governorate",
            "prefecture",
            "area",
            "camp",
            "valley",
            "county");

    private static final Pattern DEMONYM = Pattern.compile("\\p{L}+(ian|ese|ish|ani|oan)");

    private static final Set<String> PARTICLES = Set.of(
            "de", "del", "da", "do", "dos", "du", "la", "el", "al", "ez", "bin", "van", "von", "der", "e", "y", "sa");

    private PlaceName() {}

    /** "in the port city of Zogo": the name behind the piece, or nothing. */
    static String behind(Line line, int i) {
        int from = -1;
        int to = -1;
        int first = -1;
        int firstEnd = -1;
        boolean owner = false;
        for (int j = i + 1; j < Math.min(line.size(), i + REACH); j++) {
            var piece = line.at(j);
            if (opens(piece) && !(from >= 0 && happens(piece))) {
                boolean runs = from >= 0
                        && (to == j || to == j - 1 && joins(line.at(j - 1)) || to == j - 3 && inName(line, j - 2));
                if (from >= 0 && !runs && !owner && !leadsOn(line.at(j - 1))) {
                    break;
                }
                if (from >= 0 && !runs && first < 0) {
                    first = from;
                    firstEnd = to;
                }
                from = runs ? from : j;
                to = j + 1;
            } else if (ends(piece) && !inName(line, j)) {
                break;
            } else {
                owner |= piece.word().equals("'s");
            }
        }
        if (from < 0 && Letters.isArabic(line.at(i).word())) {
            return ArabicPlace.behind(line, i);
        }
        if (from >= 0 && isPlace(line, from, to)) {
            return words(line, from, to);
        }
        return first >= 0 && isPlace(line, first, firstEnd) ? words(line, first, firstEnd) : "";
    }

    /** The name, with the kind of land behind a nationality: "the Zogoan capital". */
    private static String words(Line line, int from, int to) {
        boolean folk = to == from + 1
                && (line.is(from, Tag.ADJECTIVE)
                        || DEMONYM.matcher(line.at(from).word()).matches());
        return line.words(from, folk && LAND.contains(line.at(to).word()) ? to + 1 : to);
    }

    /** A capitalised word that is neither date nor small word, as names have. */
    static boolean opens(Piece piece) {
        return piece.isWord()
                && (piece.capital() || piece.word().equals("al"))
                && !piece.is(Tag.MONTH)
                && !piece.is(Tag.WEEKDAY)
                && !piece.is(Tag.DETERMINER)
                && !piece.is(Tag.ARTICLE);
    }

    /** Between the land and the town: "Zogo's northern province of Marlo", "the Zogoan capital Marlo". */
    private static boolean leadsOn(Piece piece) {
        return piece.word().equals("'s")
                || joins(piece)
                || piece.word().endsWith(" of") // "city of"
                || piece.is(Tag.THING) && !piece.is(Tag.CRAFT)
                || LAND.contains(piece.word());
    }

    /** In a headline the capital words of what happened are no part of the name. */
    private static boolean happens(Piece piece) {
        return piece.is(Tag.EVENT)
                || piece.is(Tag.BACKGROUND)
                || piece.is(Tag.STRIFE)
                || piece.isTrigger() && !piece.is(Tag.NEUTRAL) && !piece.is(Tag.HUMAN)
                || piece.is(Tag.STRIKES);
    }

    static boolean isPlace(Line line, int from, int to) {
        var before = line.at(from - 1);
        var after = line.at(to);
        boolean person = before.is(Tag.TITLE) || line.is(from, Tag.TITLE);
        boolean tale = after.is(Tag.FICTION);
        boolean craft = before.is(Tag.NAMED) || after.is(Tag.CRAFT) || after.is(Tag.NAMED) && !after.is(Tag.EVENT);
        boolean common =
                to == from + 1 && (line.is(from, Tag.THING) || line.is(from, Tag.NAMED) || line.is(from, Tag.EVENT));
        boolean folk = to == from + 1
                && (line.is(from, Tag.HUMAN) || line.is(from, Tag.ADJECTIVE))
                && (after.isWord() && !LAND.contains(after.word()) && !ends(after) && !after.is(Tag.OF)
                        || !line.is(from, Tag.ADJECTIVE));
        return !person
                && !tale
                && !craft
                && !common
                && !folk
                && !line.has(Tag.ORGANISATION, from, to)
                && !after.is(Tag.ORGANISATION);
    }

    /** The small word of "Port-au-Zogo": lower case between two hyphens. */
    static boolean inName(Line line, int i) {
        boolean hyphens = line.at(i - 1).mark("-")
                && line.at(i - 1).glued()
                && line.at(i + 1).mark("-")
                && line.at(i + 1).glued();
        return hyphens
                && line.at(i).isWord()
                && !line.at(i).capital()
                && line.at(i - 2).capital()
                && line.at(i + 2).capital();
    }

    private static boolean joins(Piece piece) {
        return piece.mark("-") && piece.glued() || piece.is(Tag.OF) || PARTICLES.contains(piece.word());
    }

    private static boolean ends(Piece piece) {
        return piece.isMark() && !piece.mark("-")
                || piece.isNumber()
                || piece.is(Tag.MONTH)
                || piece.is(Tag.WEEKDAY)
                || piece.is(Tag.PLACE_PREPOSITION)
                || piece.is(Tag.RELATIVE)
                || piece.is(Tag.SUBORDINATE)
                || piece.is(Tag.SAY)
                || piece.is(Tag.BE)
                || piece.is(Tag.HAVE)
                || piece.is(Tag.AND)
                || piece.is(Tag.VERB);
    }
}
