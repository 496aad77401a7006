package org.wirebell.processor.extract.figures;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.wirebell.model.Figure.Category;
import org.wirebell.processor.extract.figures.Trigger.Form;

/** Who set people free: their holder releases them, a raid rescues them, and prisoners who break out are no figure. */
final class Freedom {
    private static final int NEAR = 6;
    /** Held by right, so that an escape is none of the figures asked for. */
    private static final Pattern JAILED = Pattern.compile("prisoner|inmate|convict|detainee");

    private Freedom() {}

    /** Reads "freed" beside a raid, and "evacuated" off a ship, as rescue. */
    static void settle(Line line, List<Mention> mentions, Told told) {
        boolean seized = line.has(Tag.SEIZURE, 0, line.size()) || told.ofSeized();
        boolean freedBefore = told.of(Category.RELEASED);
        boolean swapped = freedBefore || line.has(Tag.SWAP, 0, line.size());
        for (var mention : mentions) {
            home(line, mention, swapped);
            if (freedBefore) {
                remaining(line, mention);
            }
            if (seized) {
                escape(line, mention);
                taken(line, mention);
            }
            if (mention.trigger < 0) {
                continue;
            }
            var word = line.at(mention.trigger).word();
            if (is(mention, Category.RESCUED) && word.startsWith("pick") && byForce(line, mention)) {
                mention.category = Optional.of(Category.ARRESTED); // "picked up by police"
            }
            int held = mention.trigger;
            boolean news = held == mention.to && (line.ends(held + 1));
            if (is(mention, Category.CAPTIVE) && news && !seized && word.equals("held")) {
                mention.category = Optional.of(Category.ARRESTED); // "Fire: 20 held"
            }
            boolean freed = is(mention, Category.RELEASED)
                    && (word.startsWith("free") || word.startsWith("liberat"))
                    && (line.has(Tag.RAID, 0, line.size()) || seized && byForce(line, mention));
            boolean taken = is(mention, Category.DISPLACED) && word.startsWith("evacuat") && offCraft(line, mention);
            if (freed || taken) {
                mention.category = Optional.of(Category.RESCUED);
            }
        }
    }

    /** "Nine of them escaped", of people who were kidnapped. */
    private static void escape(Line line, Mention mention) {
        int verb = mention.to;
        while (line.is(verb, Tag.HAVE) || line.is(verb, Tag.ADVERB) || line.is(verb, Tag.RELATIVE)) {
            verb++;
        }
        var word = line.at(verb).word();
        boolean people = mention.isPeople() || mention.partitive || mention.head == Mention.Head.NONE;
        if (people
                && (word.startsWith("escaped")
                        || word.equals("managed") && line.at(verb + 2).word().startsWith("escape"))
                && !JAILED.matcher(line.at(Math.max(0, mention.noun)).word()).lookingAt()) {
            mention.governedBy(Category.RELEASED, verb, 0.2, "escape");
        }
    }

    /** "178 came home", "returned 195 prisoners": in a swap. */
    private static void home(Line line, Mention mention, boolean swapped) {
        int verb = line.pastHelpers(mention.to);
        boolean prisoners = mention.noun >= 0 && line.at(mention.noun).entry().hasForm(Trigger.Form.STATUS);
        var before = line.at(mention.from - 1).word();
        if (prisoners
                && (before.startsWith("return") || before.equals("brought home") || before.startsWith("repatriat"))) {
            mention.governedBy(Category.RELEASED, mention.from - 1, 0.2, "home");
        }
        boolean home = line.is(verb, Tag.HOMEWARD) && line.at(verb + 1).word().equals("home");
        if (swapped && home && mention.head != Mention.Head.THING) {
            mention.governedBy(Category.RELEASED, verb, 0.2, "home");
        }
    }

    /** "The remaining 15 were in good health", where others were freed. */
    private static void remaining(Line line, Mention mention) {
        boolean rest = false;
        for (int i = Math.max(0, mention.from - 1); i < mention.at; i++) {
            rest |= line.at(i).word().endsWith("remaining");
        }
        boolean open = !mention.governed()
                || is(mention, Category.RELEASED) && line.has(Tag.UNASSERTED, mention.to, mention.trigger);
        boolean people = mention.isPeople() || mention.head == Mention.Head.NONE;
        if (rest && open && people) {
            mention.governedBy(Category.CAPTIVE, mention.at, 0.5, "remaining");
        }
    }

    /** "Twenty-nine villagers were taken", of a kidnapping. */
    private static void taken(Line line, Mention mention) {
        int verb = line.pastHelpers(mention.to);
        boolean ends = line.ends(verb + 1);
        boolean took = line.at(mention.from - 1).word().equals("took") && line.ends(mention.to);
        if (took && mention.isPeople()) {
            mention.governedBy(Category.CAPTIVE, mention.from - 1, 0.2, "taken");
        }
        if (verb > mention.to
                && ends
                && mention.isPeople()
                && line.at(verb).word().equals("taken")) {
            mention.governedBy(Category.CAPTIVE, verb, 0.2, "taken");
        }
    }

    /** "Troops have freed 12 of the pupils": who guards the law frees by force. */
    private static boolean byForce(Line line, Mention mention) {
        for (int i = mention.trigger - 1; i >= Math.max(0, mention.trigger - NEAR); i--) {
            if (line.is(i, Tag.FORCE)) {
                return true;
            }
        }
        int by = mention.trigger + 1;
        return line.is(by, Tag.BY) && (line.is(by + 1, Tag.FORCE) || line.is(by + 2, Tag.FORCE));
    }

    private static boolean offCraft(Line line, Mention mention) {
        int from = Math.max(mention.trigger + 1, mention.to);
        int off = from;
        while (off < from + 2 && !line.is(off, Tag.FROM) && !line.at(off).word().equals("off")) {
            off++;
        }
        return off < from + 2 && line.has(Tag.CRAFT, off, off + NEAR);
    }

    /** "Three inmates escaped from jail", "stormed a jail and freed 300". */
    static boolean selfMade(Line line, Mention mention) {
        boolean prisoners = is(mention, Category.RELEASED)
                || is(mention, Category.CAPTIVE)
                        && mention.noun == mention.trigger
                        && mention.noun >= 0
                        && line.at(mention.noun).entry().hasForm(Form.STATUS);
        boolean fled = mention.noun >= 0
                && line.at(mention.noun + 1).word().startsWith("escape")
                && JAILED.matcher(line.at(mention.noun).word()).lookingAt();
        boolean discharged = is(mention, Category.RELEASED)
                && line.has(Tag.WARD, 0, line.size())
                && !line.has(Tag.SEIZURE, 0, line.size()); // "holding 700 hostages in a hospital"
        return discharged || prisoners && (fled || line.has(Tag.JAILBREAK, 0, line.size()));
    }

    private static boolean is(Mention mention, Category category) {
        return mention.category.equals(Optional.of(category));
    }
}
