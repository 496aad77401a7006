package org.wirebell.processor.extract.figures;

import java.util.List;
import java.util.Set;
import org.wirebell.processor.extract.figures.Mention.Head;

/** Numbers without a word of their own share that of the number they are joined to: "killed 7 and, in Zogo, another 12". */
final class Coordination {
    private static final double LIMIT = 2.6;

    /** What others did instead. */
    private static final Set<String> ESCAPES =
            Set.of("surrendered", "defected", "deserted", "retreated", "live", "lives", "lived", "returned", "remain");

    private Coordination() {}

    static void lend(Line line, List<Mention> mentions) {
        for (int i = 1; i < mentions.size(); i++) {
            var mention = mentions.get(i);
            var before = mentions.get(i - 1);
            if (!mention.governed() && before.governed() && fits(mention)) {
                double cost = link(line, Math.max(before.to, before.trigger + 1), mention.from);
                if (cost <= LIMIT) {
                    mention.governedBy(before.category.orElseThrow(), -1, before.cost + cost, "coordinated");
                }
            }
        }
        for (int i = mentions.size() - 2; i >= 0; i--) {
            var mention = mentions.get(i);
            var after = mentions.get(i + 1);
            if (!mention.governed()
                    && !after.partitive
                    && !Exposure.opensParts(line, mention)
                    && after.governed()
                    && after.trigger >= after.to
                    && fits(mention)) {
                double cost = link(line, mention.to, after.from);
                if (cost <= 1.0) {
                    mention.governedBy(after.category.orElseThrow(), -1, after.cost + cost, "coordinated");
                }
            }
        }
    }

    private static boolean fits(Mention mention) {
        var line = mention.line;
        int next = mention.to;
        while (line.is(next, Tag.ADVERB) && !line.is(next, Tag.BE)) {
            next++;
        }
        boolean ownVerb = line.is(next, Tag.BE)
                || line.is(next, Tag.HAVE)
                || line.is(next, Tag.MODAL)
                || ESCAPES.contains(line.at(next).word());
        return !mention.exposed
                && mention.head != Head.THING
                && mention.head != Head.UNKNOWN
                && !mention.isShare()
                && !ownVerb;
    }

    /** Only "and", commas and places may stand between the two; any verb parts them. */
    private static double link(Line line, int from, int to) {
        double cost = 0;
        boolean joined = false;
        for (int i = from; i < to; i++) {
            var piece = line.at(i);
            if (piece.is(Tag.AND) || piece.is(Tag.OR)) {
                joined = true;
                cost += 0.1;
            } else if (piece.mark(",")) {
                joined = true;
                cost += 0.3;
            } else if (piece.isTrigger()
                    || piece.is(Tag.VERB)
                    || piece.is(Tag.BE)
                    || piece.is(Tag.SAY)
                    || piece.is(Tag.LEFT)
                    || piece.is(Tag.SUBORDINATE)
                    || piece.is(Tag.RELATIVE)
                    || piece.is(Tag.LEVEL) && !piece.is(Tag.TO) && !piece.is(Tag.AT) && !piece.is(Tag.OF)
                    || piece.isNumber()
                    || piece.mark(";")
                    || piece.is(Tag.INCLUDING)
                    || piece.is(Tag.PARTITIVE)) {
                return 9;
            } else if (piece.is(Tag.PREPOSITION) || piece.is(Tag.TO)) {
                cost += 0.5;
            } else {
                cost += 0.15;
            }
        }
        return joined ? cost : 9;
    }
}
