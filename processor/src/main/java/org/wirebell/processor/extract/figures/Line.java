package org.wirebell.processor.extract.figures;

import java.util.List;

/** One sentence as pieces. Places beyond its ends hold {@link Piece#EDGE}, so that rules may look around freely. */
record Line(String text, List<Piece> pieces) {
    Piece at(int i) {
        return i >= 0 && i < pieces.size() ? pieces.get(i) : Piece.EDGE;
    }

    int size() {
        return pieces.size();
    }

    boolean is(int i, Tag tag) {
        return at(i).is(tag);
    }

    /** The words from piece {@code from} to before piece {@code to}, as written. */
    String words(int from, int to) {
        return from >= to ? "" : text.substring(at(from).start(), at(to - 1).end());
    }

    /** The place of the nearest piece with the tag in {@code [from, to)}, or -1. */
    int first(Tag tag, int from, int to) {
        for (int i = Math.max(0, from); i < Math.min(to, size()); i++) {
            if (at(i).is(tag)) {
                return i;
            }
        }
        return -1;
    }

    boolean has(Tag tag, int from, int to) {
        return first(tag, from, to) >= 0;
    }

    /** Whether a clause ends here, at a mark or with the line. */
    boolean ends(int at) {
        return at >= size() || at(at).isMark();
    }

    /** Past what helps a verb, and adverbs: "have also been", from here on. */
    int pastHelpers(int from) {
        int at = from;
        while (is(at, Tag.HAVE) || is(at, Tag.BE) || is(at, Tag.ADVERB)) {
            at++;
        }
        return at;
    }
}
