package org.wirebell.processor.extract.figures;

import java.util.List;
import java.util.Optional;
import org.wirebell.model.Figure.Category;
import org.wirebell.processor.extract.figures.Mention.Head;
import org.wirebell.processor.extract.figures.Trigger.Form;

/** Gives each number the word that owns it: the cheapest reading over all triggers of the sentence and their argument slots. */
final class Governors {
    /** Pieces beyond which no trigger can reach, whatever the price of what lies between. */
    private static final int FAR = 60;

    private final Line line;
    private final List<Mention> mentions;

    private Governors(Line line, List<Mention> mentions) {
        this.line = line;
        this.mentions = mentions;
    }

    static void choose(Line line, List<Mention> mentions) {
        var governors = new Governors(line, mentions);
        governors.own();
        for (int i = 0; i < line.size(); i++) {
            var piece = line.at(i);
            if (piece.isTrigger()
                    && !piece.is(Tag.NEUTRAL)
                    && !governors.describesThing(i)
                    && !governors.describesCounted(i)) {
                for (var trigger : piece.entry().triggers()) {
                    governors.slot(i, trigger);
                }
            }
        }
        governors.losses();
        governors.possessed();
        SplitVerbs.settle(line, mentions);
        Fates.settle(line, mentions);
        Freedom.settle(line, mentions);
        MixedHarm.merge(line, mentions);
    }

    /** The noun of the number, or an adjective before it, may itself be the trigger: "12 deaths", "12 hostages", "30 injured people". */
    private void own() {
        for (var mention : mentions) {
            for (int i = mention.at + 1; i < mention.to; i++) {
                var piece = line.at(i);
                if (!piece.isTrigger() || piece.is(Tag.NEUTRAL)) {
                    continue;
                }
                for (var trigger : piece.entry().triggers()) {
                    switch (trigger.form()) {
                        case NOUN ->
                            offer(mention, trigger.category(), i, piece.is(Tag.WEAK) ? 1.6 : 0.1, "counted-noun");
                        case STATUS -> {
                            if (!formerly(mention, i)) {
                                offer(mention, trigger.category(), i, 2.6, "status-noun");
                            }
                        }
                        case STATE, PARTICIPLE, PASSIVE, GERUND -> {
                            if (i != mention.noun || !piece.entry().hasForm(Form.STATUS)) {
                                offer(mention, trigger.category(), i, i < mention.noun ? 2.4 : 0.2, "adjective");
                            }
                        }
                        case PARTITIVE -> offer(mention, trigger.category(), i, 1.5, "part-of-the-harmed");
                        case ACTIVE, GOES, ACT, SERIES, EITHER -> {}
                    }
                }
            }
        }
    }

    /** "five former inmates", "12 survivors of abuse": no more, or of another kind. */
    private boolean formerly(Mention mention, int noun) {
        boolean survivors = line.at(noun).word().startsWith("survivor")
                && (line.is(noun + 1, Tag.OF)
                        || line.is(noun + 1, Tag.SAY)
                        || line.at(noun + 1).word().equals("interviewed"));
        boolean former = false;
        for (int i = mention.at + 1; i < noun; i++) {
            former |= line.at(i).word().equals("former");
        }
        return former || survivors;
    }

    /** "the six priests' murder", "12 people's deaths". */
    private void possessed() {
        for (var mention : mentions) {
            boolean owns = mention.noun >= 0
                    && (line.at(mention.to).mark("'")
                            || line.at(mention.to).word().equals("'s"));
            var thing = line.at(mention.to + 1);
            if (owns && thing.isTrigger() && !thing.is(Tag.NEUTRAL)) {
                thing.entry()
                        .category(Form.ACT)
                        .or(() -> thing.entry().category(Form.NOUN))
                        .ifPresent(c -> offer(mention, c, mention.to + 1, 0.1, "possessive"));
            }
        }
    }

    /** "claimed 25 lives", "lost 14 soldiers": verbs that kill only with such an object. */
    private void losses() {
        for (var mention : mentions) {
            sentToHospital(mention);
            if (mention.noun < 0) {
                claimed(mention);
                continue;
            }
            var noun = line.at(mention.noun);
            if (line.is(mention.from - 1, Tag.LOSE)
                    && line.is(mention.to, Tag.DETERMINER)
                    && line.is(mention.to + 1, Tag.LIVES)) {
                offer(mention, Category.KILLED, mention.from - 1, 0, "active-lives"); // "cost 14 workers their lives"
            }
            boolean lives = noun.is(Tag.LIVES);
            boolean fallen = noun.is(Tag.FALLEN);
            for (int i = mention.from - 1; i >= 0 && i >= mention.from - 2 && (lives || fallen); i--) {
                if (line.is(i, lives ? Tag.LOSE : Tag.LOST)) {
                    offer(mention, Category.KILLED, i, 0, "active-lives");
                }
            }
        }
    }

    /** "sent three to the hospital". */
    private void sentToHospital(Mention mention) {
        boolean sent = line.is(mention.from - 1, Tag.SEND) && mention.head != Head.THING;
        if (sent && line.is(mention.to, Tag.TO)) {
            for (int i = mention.to + 1; i < mention.to + 4; i++) {
                if (line.at(i).word().startsWith("hospital")) {
                    offer(mention, Category.INJURED, mention.from - 1, 0, "sent-to-hospital");
                }
            }
        }
    }

    /** "Hotel blaze claims 14": a disaster claims nothing but lives. */
    private void claimed(Mention mention) {
        int verb = mention.from - 1;
        boolean ends =
                line.at(mention.to).isMark() || mention.to >= line.size() || line.is(mention.to, Tag.PREPOSITION);
        if (ends
                && line.is(verb, Tag.LOSE)
                && line.at(verb).word().startsWith("claim")
                && line.has(Tag.EVENT, 0, verb)) {
            offer(mention, Category.KILLED, verb, 0, "active-lives");
        }
    }

    /** "the missing flight", "a stranded ship". */
    private boolean describesThing(int at) {
        return line.is(at + 1, Tag.THING)
                && (line.is(at - 1, Tag.DETERMINER) || line.is(at - 1, Tag.ARTICLE) || line.is(at - 1, Tag.ADJECTIVE));
    }

    /** "two of three missing climbers": the adjective belongs to its own noun. */
    private boolean describesCounted(int at) {
        for (var mention : mentions) {
            if (at > mention.at && at < mention.noun) {
                return true;
            }
        }
        return false;
    }

    /** What happens to "239 people aboard" had better be said plainly. */
    private double aboard(Mention mention) {
        return line.is(mention.to, Tag.EXPOSURE) ? 2.0 : 0;
    }

    /** Offers a trigger to every number near it on the side where its voice looks. */
    private void slot(int at, Trigger trigger) {
        var voice = Voice.of(line, at, trigger.form(), mentions);
        double surcharge = line.is(at, Tag.WEAK) ? 0.8 : 0;
        boolean standing = trigger.form() == Form.STATE && trigger.category() == Category.CAPTIVE;
        for (var mention : mentions) {
            boolean own = at == mention.to && trigger.form() != Form.GOES // "14 of the 45 died"
                    || line.is(mention.to, Tag.RELATIVE) && at > mention.to && at <= mention.to + 3;
            boolean event = mention.head == Head.EVENT && trigger.form() == Form.EITHER; // "140 cas" did not die
            boolean idle = event || mention.exposed && (!own || mention.wholeOfPart) || Math.abs(at - mention.at) > FAR;
            if (at >= mention.from && at < mention.to || idle || partsFollow(mention, at)) {
                continue;
            }
            if (at >= mention.to && (voice == Voice.BEFORE || voice == Voice.BOTH) && !asNoun(at, trigger)) {
                offer(
                        mention,
                        trigger.category(),
                        at,
                        surcharge
                                + (standing && line.is(mention.from - 1, Tag.OF)
                                        ? 0.5
                                        : 0) // "deaths of 19 men in custody"
                                + aboard(mention)
                                + Reach.forward(line, mention.to, at),
                        name("before", trigger));
            } else if (at < mention.from && (voice == Voice.AFTER || voice == Voice.BOTH)) {
                offer(
                        mention,
                        trigger.category(),
                        at,
                        surcharge + 0.1 + Reach.backward(line, at, mention.from),
                        name("after", trigger));
            } else if (at < mention.from && (trigger.form() == Form.STATE || trigger.form() == Form.PARTICIPLE)) {
                stateFirst(mention, trigger, at);
            }
        }
    }

    /** "Of the 45 passengers, 14 died": what stands behind the comma befell the parts. */
    private boolean partsFollow(Mention mention, int at) {
        if (at < mention.to || !Exposure.opensParts(line, mention)) {
            return false;
        }
        for (int i = mention.to; i < at; i++) {
            if (line.at(i).mark(",")) {
                return true;
            }
        }
        return false;
    }

    /** "900 rescuers searched for the missing": with an article of its own it says nothing of those before it. */
    private boolean asNoun(int at, Trigger trigger) {
        boolean noun = line.at(at - 1).word().equals("the") && !line.is(at - 2, Tag.AMONG);
        return noun && trigger.form() == Form.PARTICIPLE
                || noun
                        && trigger.form() == Form.STATE
                        && (line.is(at - 2, Tag.PREPOSITION) || line.is(at - 2, Tag.VERB));
    }

    /** "Dead: 12", "the dead included 40", "the wounded included": the state stands first and a link follows. */
    private void stateFirst(Mention mention, Trigger trigger, int at) {
        boolean article = line.is(at - 1, Tag.DETERMINER);
        int link = mention.from - 1;
        boolean linked = link > at && link <= at + 6 && (line.is(link, Tag.INCLUDING) || line.is(link, Tag.BE));
        for (int i = at + 1; i < link; i++) {
            linked &= !line.at(i).isMark()
                    && !line.at(i).isTrigger()
                    && !line.at(i).isNumber();
        }
        if (line.at(at + 1).mark(":") && mention.from == at + 2 || article && linked) {
            offer(mention, trigger.category(), at, 0.2, name("state-first", trigger));
        }
    }

    private static String name(String slot, Trigger trigger) {
        return trigger.form().name().toLowerCase(java.util.Locale.ROOT) + "-" + slot;
    }

    /** "Villagers buried 14 victims": a funeral, where people bury rather than a slide. */
    private Category buried(Mention mention, Category category, int at) {
        boolean funeral = category == Category.MISSING
                && line.at(at).word().startsWith("bur")
                && (victims(mention) || at < mention.from)
                && (victims(mention)
                        || line.is(at - 1, Tag.HUMAN)
                        || line.is(at - 1, Tag.PRONOUN)
                        || line.is(at - 1, Tag.SOURCE));
        return funeral ? Category.KILLED : category;
    }

    private boolean victims(Mention mention) {
        return mention.noun >= 0 && line.at(mention.noun).word().startsWith("victim");
    }

    /** Keeps the cheaper of what the number had and what is offered. */
    private void offer(Mention mention, Category category, int at, double cost, String rule) {
        if (mention.head == Head.NONE && line.is(mention.from - 1, Tag.BY) && at < mention.from) {
            return; // "leads by 3", "rose by 14": counts may move so, deeds may not
        }
        if (category == Category.RESCUED && mention.head == Head.EVENT) {
            return; // bodies are recovered, not rescued
        }
        double total = cost + penalty(mention);
        boolean cheapest = total <= Reach.LIMIT && total < mention.cost;
        if (cheapest && !doomed(at) && !tooWeak(mention, category, at) && !countsUnknown(mention, category)) {
            mention.governedBy(buried(mention, category, at), at, total, rule);
        }
    }

    /** "sentenced 12 men to death", "to life in prison". */
    private boolean doomed(int at) {
        boolean jail =
                line.at(at).word().endsWith("in prison") || line.at(at).word().endsWith("in jail");
        return (jail || line.at(at).word().equals("to death")) && line.has(Tag.DOOMED, 0, at);
    }

    /** "released 12 singles": only of death and injury does a noun that no list knows tell that people are meant. */
    private boolean countsUnknown(Mention mention, Category category) {
        return mention.head == Head.UNKNOWN
                && category != Category.KILLED
                && category != Category.INJURED
                && category != Category.CASUALTIES
                && line.at(mention.noun).word().endsWith("s");
    }

    /** Some words mean harm only beside people, or in a list of harm; "cases" only where a disease is named. */
    private boolean tooWeak(Mention mention, Category category, int at) {
        if (!line.is(at, Tag.WEAK)) {
            return false;
        }
        if (category == Category.INJURED && mention.head == Head.EVENT && line.has(Tag.SPORT, 0, line.size())) {
            return true;
        }
        if (category == Category.SICK && !line.has(Tag.DISEASE, 0, line.size()) && !strongElsewhere(Category.SICK)) {
            return true;
        }
        if (category == Category.CAPTIVE && mention.noun >= 0 && at < mention.from) {
            var state = line.at(mention.noun).entry().category(Form.STATUS);
            if (state.isPresent() && state.get() != category) {
                return true; // a camp that holds refugees keeps no captives
            }
        }
        if (category == Category.MISSING && mention.head == Head.NONE && line.has(Tag.EVENT, 0, at)) {
            return false; // "Landslide buries 30"
        }
        if (line.is(mention.from - 1, Tag.LEFT) && at == mention.to) {
            return false; // "left 5 million hungry"
        }
        int next = mention.to;
        while (line.is(next, Tag.BE) || line.is(next, Tag.ADVERB)) {
            next++;
        }
        boolean object = category == Category.INJURED && at == mention.from - 1 && mention.head == Head.NONE;
        if (object && strongElsewhere(at)) {
            return false; // "kills 9, hurts 17"
        }
        boolean listed = at == next
                && mention.head == Head.NONE
                && (next > mention.to || line.at(at).entry().hasForm(Form.PARTICIPLE))
                && strongElsewhere(at);
        return !mention.isPeople() && mention.head != Head.EVENT && !listed;
    }

    /** A word that names the disease along with the case: "casos de dengue". */
    private boolean strongElsewhere(Category category) {
        for (var piece : line.pieces()) {
            boolean plain = piece.isTrigger() && !piece.is(Tag.NEUTRAL) && !piece.is(Tag.WEAK);
            if (plain && piece.entry().category(Form.NOUN).equals(Optional.of(category))) {
                return true;
            }
        }
        return false;
    }

    private boolean strongElsewhere(int at) {
        for (int i = 0; i < line.size(); i++) {
            if (i != at && line.at(i).isTrigger() && !line.is(i, Tag.NEUTRAL) && !line.is(i, Tag.WEAK)) {
                return true;
            }
        }
        return false;
    }

    /** What the noun adds: a thing is out of reach, no noun at all asks for a close word. */
    private static double penalty(Mention mention) {
        return switch (mention.head) {
            case HUMAN, HOUSEHOLD, EVENT -> 0;
            case LIKELY -> 0.3;
            case NONE -> mention.partitive ? 0.2 : 0.6;
            case UNKNOWN -> 2.2;
            case THING -> 99;
        };
    }
}
