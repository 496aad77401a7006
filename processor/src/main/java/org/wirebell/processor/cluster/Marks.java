package org.wirebell.processor.cluster;

import org.wirebell.model.Figure;

/** What means the same in every language, as one word that says of which kind it is. */
final class Marks {
    private static final String PLACE = "p:";
    private static final String FIGURE = "f:";
    private static final String NAME = "n:";

    private Marks() {}

    static String place(String id) {
        return PLACE + id;
    }

    static String figure(Figure.Category category, long number) {
        return FIGURE + category.name().toLowerCase(java.util.Locale.ROOT) + ":" + number;
    }

    static String name(String folded) {
        return NAME + folded;
    }

    /** A colon stands in no word. */
    static boolean isMark(String term) {
        return term.length() > 2 && term.charAt(1) == ':';
    }

    static boolean isFigure(String mark) {
        return mark.startsWith(FIGURE);
    }

    static boolean isPlace(String mark) {
        return mark.startsWith(PLACE);
    }
}
