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
        for (int i = mention.trigger > mention.at ? mention.trigger : mention.from; i >= 0; i--) {
            if (i < mention.from || i >= mention.to) {
                var place = at(line, i);
                if (!place.isEmpty()) {
                    return place;
                }
            }
        }
        return struck(line);
    }

    /** Without a preposition: what a disaster "hit", or the name before its word: "Zogo blast". */
    private static String struck(Line line) {
        for (int i = 0; i < line.size(); i++) {
            if (line.is(i, Tag.STRIKES)
                    && line.has(Tag.EVENT, 0, i)
                    && !line.at(i + 1).isNumber()) {
                var place = behind(line, i);
                if (!place.isEmpty()) {
                    return place;
                }
            }
        }
        return owner(line);
    }

    /** "Zogo's civil war", "the Zogo ferry disaster": the name before the word for what happened. */
    private static String owner(Line line) {
        for (int i = 0; i < line.size(); i++) {
            var piece = line.at(i);
            boolean name = piece.isUnknown() && names(piece);
            boolean owns = line.at(i + 1).word().equals("'s") && has(line, i + 2, i + 4);
            boolean within =
                    i > 0 && !line.at(i + 1).capital() && line.is(i - 1, Tag.DETERMINER) && has(line, i + 1, i + 3);
            if (name && (owns || within)) {
                int from = i;
                while (from > 0 && line.at(from - 1).isUnknown() && names(line.at(from - 1))) {
                    from--;
                }
                return line.words(from, i + 1);
            }
        }
        return "";
    }

    private static boolean has(Line line, int from, int to) {
        return line.has(Tag.EVENT, from, to) || line.has(Tag.BACKGROUND, from, to);
    }

    /** "in the port city of Zogo": the name behind the preposition at this piece, or nothing. */
    private static String at(Line line, int i) {
        if (!line.is(i, Tag.PLACE_PREPOSITION) || line.is(i - 1, Tag.SAY)) {
            return "";
        }
        return behind(line, i);
    }

    private static String behind(Line line, int i) {
        int from = -1;
        int to = -1;
        for (int j = i + 1; j < Math.min(line.size(), i + REACH); j++) {
            var piece = line.at(j);
            if (names(piece) && !(from >= 0 && piece.is(Tag.EVENT))) {
                boolean runs = from >= 0 && (to == j || to == j - 1 && joins(line.at(j - 1)));
                from = runs ? from : j;
                to = j + 1;
            } else if (ends(piece)) {
                break;
            }
        }
        if (from < 0 && Letters.isArabic(line.at(i).word())) {
            return ArabicPlace.behind(line, i);
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
