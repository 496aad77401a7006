package org.wirebell.processor.extract.figures;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.wirebell.model.Figure.Category;
import org.wirebell.processor.extract.figures.Mention.Head;
import org.wirebell.processor.extract.figures.Trigger.Form;

/** Which number is part of which: "including 40 children", "of whom 12 were medics", "9 of them women", "half of them". */
final class Subsets {
    private static final Set<String> ABOARD = Set.of("on", "aboard", "inside", "present");

    private static final Pattern AMONG_THEM = Pattern.compile("^(among|parmi|entre|من بين|بين) ");

    private final Line line;
    private final List<Mention> mentions;
    private final Optional<Mention> lastBefore;
    private final int harmedLead;

    private Subsets(Line line, List<Mention> mentions, Optional<Mention> lastBefore) {
        this.line = line;
        this.mentions = mentions;
        this.lastBefore = lastBefore;
        this.harmedLead = harmedLead();
    }

    /** {@code lastBefore}: the last whole figure of the sentence before, which "of them" may mean. */
    static void link(Line line, List<Mention> mentions, Optional<Mention> lastBefore) {
        var subsets = new Subsets(line, mentions, lastBefore);
        for (int i = 0; i < mentions.size(); i++) {
            if (!subsets.amongTheHarmed(i)) { // "Of the dead, 113 …" whatever was told last
                subsets.link(i);
            }
            subsets.placed(i);
            subsets.sum(i);
        }
    }

    /** "11 dead - seven rebels and four soldiers": what follows a dash or colon adds up to the whole. */
    private void sum(int i) {
        var whole = mentions.get(i);
        boolean opens = i + 2 < mentions.size() && whole.governed() && opensList(mentions.get(i + 1));
        long rest = whole.quantity.low();
        int end = i + 1;
        while (opens && rest > 0 && end < mentions.size() && mentions.get(end).head != Head.THING) {
            rest -= mentions.get(end++).quantity.low();
        }
        if (opens && rest == 0 && end > i + 2) {
            for (var part : mentions.subList(i + 1, end)) {
                if (!part.governed() || part.trigger < 0) {
                    part.governedBy(whole.category.orElseThrow(), -1, whole.cost, "sums-up");
                }
                part.parent = Optional.of(whole);
            }
        }
    }

    private boolean opensList(Mention part) {
        var mark = line.at(part.from - 1);
        return mark.mark("-") || mark.mark(":") || mark.mark("(");
    }

    /** Tries the ways in which a number can be part of another, the plainest first. */
    private void link(int i) {
        var mention = mentions.get(i);
        if (mention.head == Head.THING) {
            return;
        }
        if (mention.partitive
                && line.at(mention.at + 1).word().equals("of those")
                && (line.is(mention.to, Tag.EXPOSURE)
                        || ABOARD.contains(line.at(mention.to).word()))) {
            return; // "97 of those on the plane were Zogans"
        }
        boolean included = follows(mention, Tag.INCLUDING) || parenthesised(mention) || includedBehind(mention);
        boolean coordinated = i > 0
                && mentions.get(i - 1).parent.isPresent()
                && joined(mentions.get(i - 1), mention)
                && sameSide(mentions.get(i - 1), mention);
        boolean ofThem = mention.partitive && line.has(Tag.PARTITIVE, mention.at, mention.to)
                || follows(mention, Tag.PARTITIVE)
                || line.is(mention.to, Tag.BE) && line.is(mention.to + 1, Tag.PARTITIVE) // "two were among them"
                || areSuch(mention);
        if (included || ofThem || coordinated) {
            boolean likewise =
                    i > 0 && saysWho(mention) && saysWho(mentions.get(i - 1)); // "40 were men and 12 were women"
            boolean next = coordinated && !included && !ofThem || likewise;
            (next ? mentions.get(i - 1).parent : whole(i, ofThem)).ifPresent(w -> attach(mention, w));
        } else if (i > 0
                && mention.head == Head.NONE
                && line.at(mention.from - 1).mark(",")
                && severe(mention)) {
            attach(mention, mentions.get(i - 1));
        } else if (i > 0 && oneOfThem(mentions.get(i - 1), mention)) {
            attach(mention, mentions.get(i - 1));
        } else if (i > 0
                && ofThe(mentions.get(i - 1))
                && mention.head == Head.NONE
                && line.at(mention.from - 1).mark(",")) {
            attach(mention, mentions.get(i - 1));
        } else if (i + 1 < mentions.size() && amongst(mention, mentions.get(i + 1))) {
            attach(mention, mentions.get(i + 1));
        } else if (mention.partitive
                && mention.noun < 0
                && i + 1 < mentions.size()
                && mentions.get(i + 1).from <= mention.at + 6
                && line.first(Tag.OF, mention.at, mentions.get(i + 1).at) > 0) {
            attach(mention, mentions.get(i + 1));
        }
    }

    /** "Forty-eight were men", "some 90 per cent are women". */
    private boolean areSuch(Mention mention) {
        return saysWho(mention) && (mention.isShare() || !mention.governed());
    }

    private boolean saysWho(Mention mention) {
        return mention.noun < 0 && line.is(mention.to, Tag.BE) && line.is(mention.to + 1, Tag.HUMAN);
    }

    /** "19 died, five attackers included". */
    private boolean includedBehind(Mention mention) {
        int next = mention.to + 1;
        return line.at(mention.from - 1).mark(",")
                && line.at(mention.to).word().equals("included")
                && (line.ends(next) || line.is(next, Tag.AND));
    }

    /** "affected 900, most of them in Zogo (600) and Dolo (200)": parts by place, two at least. */
    private void placed(int i) {
        var mention = mentions.get(i);
        if (!inBrackets(mention)) {
            return;
        }
        long others = mentions.stream().filter(this::inBrackets).count();
        for (int j = i - 1; j >= 0 && others > 1; j--) {
            var whole = mentions.get(j);
            if (whole.governed() && whole.parent.isEmpty() && !inBrackets(whole)) {
                boolean alike = !mention.governed() || mention.category.equals(whole.category);
                if (alike && whole.quantity.high() >= mention.quantity.low()) {
                    attach(mention, whole);
                }
                return;
            }
        }
    }

    private boolean inBrackets(Mention mention) {
        return mention.head == Head.NONE
                && line.at(mention.from - 1).mark("(")
                && line.at(mention.to).mark(")")
                && line.at(mention.from - 2).capital();
    }

    /** "two critically", "four in critical condition". */
    private boolean severe(Mention mention) {
        return line.has(Tag.SEVERITY, mention.at + 1, mention.to + 1)
                || line.at(mention.to).isTrigger() && line.at(mention.to).word().endsWith(" condition");
    }

    /** Whether the number stands in the list that a word such as "including" opens. */
    private boolean follows(Mention mention, Tag tag) {
        int i = mention.from - 1;
        while (i > 0
                && (line.is(i, Tag.ADVERB)
                        || line.is(i, Tag.DETERMINER)
                        || line.at(i).mark("\"")
                        || line.at(i).mark(","))
                && !line.is(i, tag)) {
            i--;
        }
        if (line.is(i, tag)) {
            return true;
        }
        // "including a baby and two women"
        for (int j = i; j > 0 && j > i - 7; j--) {
            if (line.is(j, tag)) {
                boolean household = line.is(mention.from - 1, Tag.OF) && line.is(mention.from - 2, Tag.HOUSEHOLD);
                return household || line.has(Tag.AND, j, mention.from);
            }
            if (line.at(j).isNumber() || line.at(j).isTrigger() || line.at(j).mark(",")) {
                return false;
            }
        }
        return false;
    }

    /** "Two teens shot, one dead": the dead were among those shot. */
    private boolean oneOfThem(Mention before, Mention mention) {
        boolean shot = before.trigger >= before.to && line.is(before.trigger, Tag.MAYBE_FATAL);
        return shot
                && mention.head == Head.NONE
                && mention.from == before.trigger + 2
                && line.at(mention.from - 1).mark(",")
                && mention.category.equals(Optional.of(Category.KILLED))
                && mention.quantity.low() <= before.quantity.high();
    }

    /** "Of the five new cases, four …". */
    private boolean ofThe(Mention mention) {
        int i = mention.from - 1;
        while (i > 0 && line.is(i, Tag.DETERMINER)) {
            i--;
        }
        return (line.is(i, Tag.OF) || line.is(i, Tag.AMONG))
                && (i == 0 || line.at(i - 1).isMark());
    }

    /** "two aid workers were among five people killed". */
    private boolean amongst(Mention mention, Mention whole) {
        int among = line.first(Tag.AMONG, mention.to, whole.from);
        return among >= 0
                && among >= whole.from - 2
                && among - mention.to <= 5
                && !line.at(mention.to).mark(",");
    }

    private boolean parenthesised(Mention mention) {
        return line.at(mention.from - 1).mark("(") && !line.at(mention.to).mark(")");
    }

    /** "40 women and 12 children", "40 were women and 12 children": only "and", commas and describing words between. */
    private boolean joined(Mention before, Mention mention) {
        for (int i = described(before.to); i < mention.from; i++) {
            var piece = line.at(i);
            if (!(piece.is(Tag.AND) || piece.mark(",") || piece.is(Tag.ADJECTIVE) || piece.isUnknown())) {
                return false;
            }
        }
        return mention.from - before.to <= 6;
    }

    /** Behind "were women", if that stands here. */
    private int described(int from) {
        int noun = from + 1;
        while (line.is(noun, Tag.ARTICLE) || line.is(noun, Tag.OF)) {
            noun++;
        }
        return line.is(from, Tag.BE) && line.is(noun, Tag.HUMAN) ? noun + 1 : from;
    }

    /** "Of those killed, 40 were children", "Parmi les morts, 40 …": the word of harm that opens it, or -1. */
    private int harmedLead() {
        for (int i = 0; i < 2; i++) {
            var piece = line.at(i);
            if (piece.entry().hasForm(Form.PARTITIVE)
                    || piece.isTrigger() && AMONG_THEM.matcher(piece.word()).find()) {
                return i;
            }
        }
        boolean among = line.is(0, Tag.AMONG)
                && line.is(1, Tag.DETERMINER)
                && line.at(2).isTrigger();
        return among && line.at(3).mark(",") ? 2 : -1;
    }

    /** Links a number behind such an opening to the count of the sentence before, if that is of the same harm. */
    private boolean amongTheHarmed(int i) {
        int lead = harmedLead;
        var mention = mentions.get(i);
        int first = line.at(lead + 1).mark(",") ? lead + 2 : lead + 1;
        boolean next = i > 0 && joined(mentions.get(i - 1), mention) && sameSide(mentions.get(i - 1), mention);
        boolean opens = lead >= 0 && (mention.from == first || next && mentions.getFirst().from == first);
        if (!opens || mention.head == Head.THING) {
            return false;
        }
        var category = line.at(lead).entry().triggers().getFirst().category();
        mention.governedBy(category, -1, 1.5, "part-of-the-harmed");
        mention.parent = lastBefore.filter(whole -> whole.category.equals(mention.category)
                && (mention.isShare() || whole.quantity.high() >= mention.quantity.low()));
        return true;
    }

    /** "killing 9, two of them children, and wounding 20": a trigger of its own ends the list of parts. */
    private static boolean sameSide(Mention part, Mention mention) {
        return !mention.governed() || mention.trigger < 0 || mention.category.equals(part.category);
    }

    /** The nearest number before that is no part itself and is large enough. */
    private Optional<Mention> whole(int i, boolean ofThem) {
        var mention = mentions.get(i);
        if (i > 0
                && !mention.isShare()
                && line.has(Tag.INCLUDING, mentions.get(i - 1).to, mention.from)
                && mentions.get(i - 1).parent.isPresent()
                && mentions.get(i - 1).quantity.high() >= mention.quantity.low()) {
            return Optional.of(mentions.get(i - 1));
        }
        Optional<Mention> found = Optional.empty();
        for (int j = i - 1; j >= 0 && found.isEmpty(); j--) {
            var candidate = mentions.get(j);
            boolean larger = mention.isShare() || candidate.quantity.high() >= mention.quantity.low();
            if (candidate.head != Head.THING && candidate.parent.isEmpty() && larger && !candidate.isShare()) {
                found = Optional.of(candidate);
            }
        }
        return found.isEmpty() && ofThem
                ? lastBefore.filter(w -> mention.isShare() || w.quantity.high() >= mention.quantity.low())
                : found;
    }

    /** Links part to whole; a part without a word of its own takes the fate of the whole. */
    private void attach(Mention part, Mention whole) {
        if (!whole.governed() && !part.governed()) {
            return;
        }
        boolean victims = part.rule.equals("part-of-the-harmed") && !part.category.equals(whole.category);
        if (victims) {
            return; // "six of the victims", where others are told to be hurt
        }
        boolean later = (part.partitive || line.is(part.from - 1, Tag.PARTITIVE))
                && part.trigger >= (whole.line == line ? whole.to : part.to);
        boolean ofWhole = part.rule.equals("part-of-the-harmed") && whole.governed(); // "78 of those killed"
        boolean ownWord =
                !ofWhole && part.governed() && part.trigger >= 0 && (part.cost < 0.9 || later || !whole.governed());
        if (!ownWord && whole.governed()) {
            part.governedBy(whole.category.orElseThrow(), -1, whole.cost, "part-of");
        }
        boolean mixed = whole.category.equals(Optional.of(Category.INJURED))
                && part.category.equals(Optional.of(Category.KILLED));
        if (mixed) {
            // "four shot, one fatally": the four are both.
            whole.category = Optional.of(Category.CASUALTIES);
        }
        if (whole.governed()) {
            part.parent = Optional.of(whole);
        }
    }
}
