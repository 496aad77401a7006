package org.wirebell.processor.extract.figures;

import org.wirebell.processor.extract.figures.Mention.Head;

/** Numbers without a noun that look like people: part of a name ("the Zogo 650"), a round of golf ("shot 65"), "millions of them". */
final class Impostors {
    private static final long SWARM = 1_000_000;
    private static final int LOWEST_ROUND = 55;
    private static final int HIGHEST_ROUND = 99;

    private Impostors() {}

    static boolean is(Line line, Mention mention) {
        if (mention.partitive && mention.noun < 0 && mention.quantity.low() >= SWARM) {
            return true; // "killed millions of them": whoever they are, they are no people
        }
        boolean bare = mention.head == Head.NONE && line.at(mention.at).kind() == Token.Kind.DIGITS;
        return bare && (named(line, mention) || played(line, mention));
    }

    /** The last word of a name, in a line whose capitals tell something. */
    private static boolean named(Line line, Mention mention) {
        var before = line.at(mention.at - 1);
        var after = line.at(mention.to);
        return mention.at > 1
                && before.isUnknown()
                && before.capital()
                && !after.isTrigger()
                && !after.is(Tag.BE)
                && !after.is(Tag.HAVE)
                && !titled(line, mention.at);
    }

    /** Whether the words around stand in capitals as in a headline. */
    private static boolean titled(Line line, int at) {
        for (int i = at - 6; i < at + 6; i++) {
            var piece = line.at(i);
            if (piece.isWord() && !piece.capital() && piece.word().length() > 3) {
                return false;
            }
        }
        return true;
    }

    private static boolean played(Line line, Mention mention) {
        long score = mention.quantity.low();
        return score >= LOWEST_ROUND
                && score <= HIGHEST_ROUND
                && line.has(Tag.SCORECARD, 0, line.size())
                && !line.at(mention.to).isTrigger() // "the latest round to 97 dead"
                && !countsOn(line);
    }

    /** "fired live rounds, and the toll reached 64". */
    private static boolean countsOn(Line line) {
        return line.pieces().stream()
                .anyMatch(piece -> piece.entry().hasForm(Trigger.Form.SERIES) && !piece.is(Tag.NEUTRAL));
    }
}
