package org.wirebell.processor.extract.figures;

import java.util.List;
import org.wirebell.processor.extract.figures.Numeral.Part;
import org.wirebell.processor.extract.figures.Numerals.Read;
import org.wirebell.processor.extract.figures.Quantity.Kind;

/** Adds up spelled numbers: "forty-two", "eleven thousand", "half a million", "two and a quarter million", "three dozen". */
final class SpelledNumber {
    /** The Arabic plural, which alone says no number: "thousands of families". */
    private static final String THOUSANDS = Letters.fold("آلاف", 0, 4);

    /** Pieces of a number below a hundred: "quatre-vingt-dix-sept". */
    private static final int LONGEST = 7;

    private final List<Piece> in;

    SpelledNumber(List<Piece> in) {
        this.in = in;
    }

    Read read(int from) {
        var part = part(from);
        return switch (part) {
            case NO, SUFFIX -> article(from);
            case ZERO -> new Read(from + 1, 0, Kind.EXACT);
            case VAGUE -> times(from, Kind.VAGUE);
            case LOOSE -> times(from, Kind.LOOSE);
            case SHARE -> share(from);
            case ORDINAL -> new Read(from + 1, worth(from), Kind.ORDINAL);
            case UNIT, TEEN, TEN, SCORE, HUNDRED, SCALE, DOZEN ->
                THOUSANDS.equals(in.get(from).word()) ? new Read(from + 1, 2 * worth(from), Kind.VAGUE) : sum(from);
        };
    }

    /** "a hundred", "a dozen": the article belongs to the number, but alone it counts nothing. */
    private Read article(int from) {
        if (is(from, Tag.ARTICLE)) {
            var next = part(from + 1);
            if (next == Part.HUNDRED || next == Part.SCALE || next == Part.DOZEN) {
                return sum(from + 1);
            }
        }
        return Read.none(from);
    }

    /** "several hundred", "a few dozen", "a couple thousand" multiply; "dozens" stands alone. */
    private Read times(int from, Kind kind) {
        double worth = worth(from);
        int i = from + 1;
        while (part(i) == Part.HUNDRED || part(i) == Part.SCALE || part(i) == Part.DOZEN) {
            worth *= worth(i);
            i++;
        }
        return new Read(i, worth, kind);
    }

    /** "half a million", "a quarter of a million" are counts; "half" alone is a share. */
    private Read share(int from) {
        int i = from + 1;
        if (is(i, Tag.OF)) {
            i++;
        }
        if (is(i, Tag.ARTICLE)) {
            i++;
        }
        var part = part(i);
        if (part == Part.SCALE || part == Part.DOZEN || part == Part.HUNDRED) {
            return new Read(i + 1, Math.rint(worth(from) * worth(i)), part == Part.DOZEN ? Kind.LOOSE : Kind.EXACT);
        }
        return new Read(from + 1, worth(from), Kind.SHARE);
    }

    /**
     * Walks over number words while they still fit. {@code below} holds the part under a thousand, {@code total} what larger
     * scales have closed; {@code free} is the largest place still open below the last word.
     */
    private Read sum(int start) {
        double total = 0;
        double below = 0;
        double free = 1000;
        double lastScale = Double.MAX_VALUE;
        boolean loose = false;
        int end = start;
        for (int i = start; i < in.size(); ) {
            int at = i == start ? i : skipJoint(i);
            var part = part(at);
            double worth = worth(at);
            if (part == Part.HUNDRED && worth > 100 && free > 100) {
                below += worth;
                free = 100;
            } else if (part == Part.HUNDRED && worth == 100 && below < 100) {
                below = Math.max(below, 1) * 100;
                free = 100;
            } else if ((part == Part.TEN || part == Part.SCORE) && free >= 100) {
                below += worth;
                free = part == Part.SCORE ? 20 : 10;
            } else if (part == Part.TEN && free == 1.5 && joined(i, at)) {
                below += worth;
                free = 1;
            } else if (part == Part.TEEN && free >= 20) {
                below += worth;
                free = 1;
            } else if (part == Part.UNIT && free >= 10) {
                below += worth;
                free = free >= 100 ? 1.5 : 1;
            } else if (part == Part.SCALE && worth < lastScale && (below > 0 || total == 0)) {
                total += Math.max(below, 1) * worth;
                below = 0;
                free = 1000;
                lastScale = place(worth);
            } else if (part == Part.DOZEN) {
                below = Math.max(below, 1) * worth;
                loose = true;
                free = 0;
            } else {
                break;
            }
            end = at + 1;
            i = end;
            int fraction = fraction(i);
            if (fraction > i && part == Part.SCALE && part(fraction) != Part.SCALE) {
                total += shareBefore(fraction) * worth;
                return done(fraction, total, loose);
            }
            if (fraction > i && part(fraction) == Part.SCALE && below > 0) {
                total += (below + shareBefore(fraction)) * worth(fraction);
                return done(fraction + 1, total, loose);
            }
        }
        if (ordinalFollows(end) && total + below >= 20) {
            return new Read(end + 2, total + below + worth(end + 1), Kind.ORDINAL);
        }
        if (part(end) == Part.VAGUE && worth(end) >= 20 && total + below < 100) {
            return new Read(end + 1, (total + below) * worth(end) / 2, Kind.LOOSE); // "tres decenas"
        }
        return done(end, total + below, loose);
    }

    /** What the words that end here multiply by: 100,000 for "four hundred thousand", 1 for "four". */
    double tail(int end) {
        double product = 1;
        for (int i = end - 1;
                i >= 0
                        && (part(i) == Part.HUNDRED && worth(i) == 100
                                || part(i) == Part.SCALE
                                || part(i) == Part.DOZEN);
                i--) {
            product *= worth(i);
        }
        return product;
    }

    private static Read done(int end, double worth, boolean loose) {
        return new Read(end, worth, loose ? Kind.LOOSE : Kind.EXACT);
    }

    /** Where "and a half" or "and a quarter" ends, or {@code i} if it does not stand here. */
    private int fraction(int i) {
        if (!is(i, Tag.AND)) {
            return i;
        }
        int at = is(i + 1, Tag.ARTICLE) ? i + 2 : i + 1;
        return part(at) == Part.SHARE ? at + 1 : i;
    }

    private double shareBefore(int end) {
        return worth(end - 1);
    }

    /** Hyphens join; "and" (or its like) joins only if a smaller number word follows. */
    private int skipJoint(int i) {
        if (i + 1 < in.size()
                && in.get(i).mark("-")
                && in.get(i).glued()
                && in.get(i + 1).glued()) {
            return is(i + 1, Tag.AND) && is(i + 2, "-") ? i + 3 : i + 1; // "vingt-et-un"
        }
        if (is(i, Tag.AND)) {
            var before = part(i - 1);
            boolean closed = before == Part.HUNDRED
                    || before == Part.SCALE
                    || (before == Part.TEN || before == Part.SCORE)
                            && !in.get(i).word().equals("and");
            boolean arabic = before == Part.UNIT && part(i + 1) == Part.TEN;
            return (closed || arabic) && part(i + 1) != Part.DOZEN && !opensAnother(i + 1) ? i + 1 : i;
        }
        return i;
    }

    /** "between five thousand and ten thousand": a hundred or scale that is not below the one before the "and" begins anew. */
    private boolean opensAnother(int from) {
        int hundred = group(from);
        if (part(hundred) == Part.HUNDRED && part(from - 2) == Part.HUNDRED) {
            return true;
        }
        int scale = part(hundred) == Part.HUNDRED ? group(hundred + 1) : hundred;
        return part(scale) == Part.SCALE && part(from - 2) == Part.SCALE && worth(scale) >= place(worth(from - 2));
    }

    /** Where the words below a hundred end that begin here. */
    private int group(int from) {
        int i = from;
        while (i < from + LONGEST && (is(i, Tag.AND) || is(i, "-") || isSmall(part(i)))) {
            i++;
        }
        return i;
    }

    private static boolean isSmall(Part part) {
        return part == Part.UNIT || part == Part.TEEN || part == Part.TEN || part == Part.SCORE;
    }

    /** The power of ten of a scale: 1,000 for the Arabic dual, which is worth 2,000. */
    private static double place(double worth) {
        return Math.pow(10, Math.floor(Math.log10(worth)));
    }

    private static boolean joined(int i, int at) {
        return at > i;
    }

    private boolean ordinalFollows(int i) {
        return is(i, "-") && part(i + 1) == Part.ORDINAL;
    }

    private boolean is(int i, String mark) {
        return i < in.size() && in.get(i).mark(mark);
    }

    private boolean is(int i, Tag tag) {
        return i < in.size() && in.get(i).entry().is(tag);
    }

    private Part part(int i) {
        return i < in.size() && in.get(i).kind() == Token.Kind.WORD
                ? in.get(i).entry().numeral().part()
                : Part.NO;
    }

    private double worth(int i) {
        return i < in.size() ? in.get(i).entry().numeral().worth() : 0;
    }
}
