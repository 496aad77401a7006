package org.wirebell.processor.extract.figures;

/** The place named for a figure: the capitalised name behind a preposition of place, nearest after it, else before it. */
final class Places {
    private static final int REACH = 9;

    private Places() {}

    /** Looks behind the number and its trigger first, then before them. */
    static String of(Line line, Mention mention) {
        int start = Math.max(mention.to, mention.trigger + 1);
        for (int i = start; i < line.size(); i++) {
            if (line.at(i).mark(";") || line.is(i, Tag.SAY) && i > start + 1) {
                break;
            }
            var place = at(line, i);
            if (!place.isEmpty()) {
                return place;
            }
        }
        int end = mention.trigger >= 0 ? Math.min(mention.from, mention.trigger) : mention.from;
        for (int i = mention.trigger > mention.at ? mention.trigger : Math.max(mention.from, mention.trigger);
                i >= 0;
                i--) {
            if (i < end || i >= mention.to) {
                var place = at(line, i);
                if (!place.isEmpty()) {
                    return place;
                }
            }
        }
        return "";
    }

    /** "in the port city of Zogo": the name behind the preposition at this piece, or nothing. */
    private static String at(Line line, int i) {
        if (!line.is(i, Tag.PLACE_PREPOSITION) || line.is(i - 1, Tag.SAY)) {
            return "";
        }
        int from = -1;
        int to = -1;
        for (int j = i + 1; j < Math.min(line.size(), i + REACH); j++) {
            var piece = line.at(j);
            if (names(piece)) {
                boolean runs = from >= 0 && (to == j || to == j - 1 && joins(line.at(j - 1)));
                from = runs ? from : j;
                to = j + 1;
            } else if (ends(piece)) {
                break;
            }
        }
        return from < 0 || line.is(from - 1, Tag.NAMED) ? "" : line.words(from, to);
    }

    private static boolean names(Piece piece) {
        return piece.isWord()
                && (piece.capital() || piece.word().equals("al"))
                && !piece.is(Tag.MONTH)
                && !piece.is(Tag.WEEKDAY)
                && !piece.is(Tag.DETERMINER)
                && !piece.is(Tag.ARTICLE);
    }

    private static boolean joins(Piece piece) {
        return piece.mark("-") && piece.glued() || piece.is(Tag.OF);
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
