package org.wirebell.processor.extract.figures;

import java.util.List;
import java.util.Set;

/** Numbers of people who were merely there: "with 45 passengers aboard", "14 of the 45", "a city of 2 million". */
final class Exposure {
    private static final Set<String> SHARES = Set.of("many", "most", "some", "any", "none");

    private Exposure() {}

    static boolean of(Line line, Mention mention, List<Mention> before) {
        if (mention.head == Mention.Head.EVENT) {
            return false;
        }
        int lead = mention.from - 1;
        if (line.is(lead, Tag.EXPOSURE)) {
            return true;
        }
        if (line.is(lead, Tag.WITH) && aboard(line, mention)) {
            return true;
        }
        if (line.is(lead, Tag.OF) && SHARES.contains(line.at(lead - 1).word())) {
            mention.wholeOfPart = true;
            return true; // "how many of the 75 had survived"
        }
        if (opensParts(line, mention) && aboard(line, mention)) {
            return true;
        }
        if (before.isEmpty()) {
            return false;
        }
        var last = before.getLast();
        boolean partOf = partOf(line, mention, before);
        mention.wholeOfPart =
                partOf && mention.noun >= 0 && !line.at(mention.noun).isTrigger();
        boolean members = last.noun >= 0 && last.noun == lead - 1 && line.is(lead, Tag.OF) && !last.partitive;
        if (members && (mention.isPeople() || mention.head == Mention.Head.NONE) && line.is(last.noun, Tag.HUMAN)) {
            return true;
        }
        boolean listed = last.exposed && line.is(lead, Tag.AND) && lead == last.to;
        return partOf || listed;
    }

    /** "Of the 64 aboard, 41 died": the whole whose parts follow the comma. */
    static boolean opensParts(Line line, Mention mention) {
        int lead = mention.from - 1;
        return line.is(lead, Tag.OF) && (lead == 0 || line.at(lead - 1).isMark());
    }

    /** "14 of the 45": whether the number before counts a part of this one. */
    static boolean partOf(Line line, Mention mention, List<Mention> before) {
        if (before.isEmpty()) {
            return false;
        }
        var last = before.getLast();
        return last.partitive
                && last.noun < 0
                && mention.from <= last.to + (last.isShare() || line.has(Tag.OF, last.at, last.to + 1) ? 5 : 4)
                && line.has(Tag.OF, last.at, mention.from);
    }

    private static boolean aboard(Line line, Mention mention) {
        for (int i = mention.to; i < mention.to + 6; i++) {
            if (line.is(i, Tag.EXPOSURE)) {
                return true;
            }
            if (line.at(i).isMark() || line.at(i).isTrigger() && !line.is(i, Tag.NEUTRAL)) {
                return false;
            }
        }
        return false;
    }
}
