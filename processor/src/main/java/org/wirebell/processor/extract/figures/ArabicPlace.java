package org.wirebell.processor.extract.figures;

/** Place names without capitals: the unknown words behind a preposition, or behind the event that it brings. */
final class ArabicPlace {
    private static final int LONGEST = 3;
    private static final String ARTICLE = "ال";

    private ArabicPlace() {}

    /** "في فيضانات وادي النور يوم الأحد": the name ends at any word that the lists know. */
    static String behind(Line line, int preposition) {
        int from = preposition + 1;
        boolean event = false;
        boolean definite = false;
        while (line.is(from, Tag.EVENT) || line.is(from, Tag.BACKGROUND)) {
            event = true;
            definite |= line.at(from).word().startsWith(ARTICLE);
            from++;
        }
        // "وادي النور": a common noun of place with a definite name behind it belongs to the name
        boolean common = line.is(from, Tag.THING)
                && names(line.at(from + 1))
                && line.at(from + 1).word().startsWith(ARTICLE);
        int to = common ? from + 1 : from;
        while (to < from + LONGEST && names(line.at(to))) {
            to++;
        }
        // behind an event, only a definite name is one: anything else may describe the event
        boolean named =
                !event || !definite && to > from && line.at(to - 1).word().startsWith(ARTICLE);
        return named ? line.words(from, to) : "";
    }

    private static boolean names(Piece piece) {
        return piece.isUnknown() && piece.word().length() > 2;
    }
}
