package org.wirebell.processor.extract.figures;

import java.util.List;
import java.util.Set;
import org.wirebell.model.Figure.Category;
import org.wirebell.processor.extract.figures.Mention.Head;
import org.wirebell.processor.extract.figures.Trigger.Form;

/** Gives each number the word that owns it: the cheapest reading over all triggers of the sentence and their argument slots. */
final class Governors {
    private static final Set<Form> MAY_STAND_FIRST = Set.of(Form.STATE, Form.PARTICIPLE, Form.NOUN, Form.STATUS);

    /** What lies on those who are buried and not dead for sure. */
    private static final Set<String> FALLEN = Set.of("under", "beneath", "alive", "by", "inside", "below");

    /** Pieces beyond which no trigger can reach, whatever the price of what lies between. */
    private static final int FAR = 60;

    private final Line line;
    private final List<Mention> mentions;
    private final Told told;
    private final WeakWords weak;

    private Governors(Line line, List<Mention> mentions, Told told) {
        this.line = line;
        this.mentions = mentions;
        this.told = told;
        this.weak = new WeakWords(line, mentions, told);
    }

    static void choose(Line line, List<Mention> mentions, Told told) {
        var governors = new Governors(line, mentions, told);
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
        new Constructions(line, mentions, governors.weak, governors::offer).read();
        SplitVerbs.settle(line, mentions);
        Fates.settle(line, mentions);
        Freedom.settle(line, mentions, told);
        governors.labels();
        MixedHarm.merge(line, mentions, told);
    }

    /** "Dead 34, missing 5, injured 12": with a word before each number and a mark behind it, two at least, the words are labels. */
    private void labels() {
        if (mentions.size() < 2 || !labelled(mentions.getFirst()) || !labelled(mentions.get(1))) {
            return;
        }
        for (var mention : mentions) {
            if (labelled(mention)) {
                var trigger = line.at(mention.from - 1).entry().triggers().getFirst();
                mention.governedBy(trigger.category(), mention.from - 1, 0, "labelled");
            }
        }
    }

    private boolean labelled(Mention mention) {
        var label = line.at(mention.from - 1);
        var before = line.at(mention.from - 2);
        boolean alone = mention.from == 1 || before.isMark() || before.is(Tag.ADJECTIVE) || before.is(Tag.ADVERB);
        return mention.head == Head.NONE
                && label.isTrigger()
                && !label.is(Tag.NEUTRAL)
                && (alone || before.capital())
                && line.ends(mention.to);
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
                            if (!formerly(mention, i) && !capacity(mention)) {
                                double price = piece.word().startsWith("survivor") ? 1.0 : 2.6;
                                offer(mention, trigger.category(), i, price, "status-noun");
                            }
                        }
                        case STATE, PARTICIPLE, PASSIVE, GERUND -> {
                            if (i != mention.noun || !piece.entry().hasForm(Form.STATUS)) {
                                offer(mention, trigger.category(), i, i < mention.noun ? 2.4 : 0.2, "adjective");
                            }
                        }
                        case PARTITIVE -> {
                            if (!piece.word().equals("of the victims") || !told.ofHeld()) {
                                offer(mention, trigger.category(), i, whole(trigger, piece), "part-of-the-harmed");
                            }
                        }
                        case ACTIVE, GOES, ACT, SERIES, EITHER -> {}
                    }
                }
            }
        }
    }

    /** "Three of the dead were shot in the head": whatever else befell them. "Victims" may be of anything. */
    private static double whole(Trigger trigger, Piece piece) {
        return trigger.category() == Category.KILLED && !piece.word().contains("victim") ? 0.05 : 1.5;
    }

    /** "built for 900 inmates". */
    private boolean capacity(Mention mention) {
        var before = line.at(mention.from - 1);
        return before.is(Tag.EXPOSURE)
                && (before.word().endsWith(" for") || before.word().contains("capacity"));
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
            boolean who = line.at(at).word().startsWith("surviv") && line.is(at - 1, Tag.RELATIVE);
            boolean count = line.is(at - 1, Tag.COUNT_OF) && at > mention.to;
            if (who || count) {
                continue; // "freed 42 who survived an attack"; "two officials put the number of dead at 70"
            }
            if (asideOf(mention, at) || inPassing(mention, at, trigger)) {
                continue;
            }
            boolean seized = own && trigger.form() == Form.PARTICIPLE && trigger.category() == Category.CAPTIVE;
            boolean whole = mention.wholeOfPart && !seized; // "freed 26 of the 45 pupils kidnapped"
            boolean idle = event || mention.exposed && (!own || whole) || Math.abs(at - mention.at) > FAR;
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
            } else if (at < mention.from && MAY_STAND_FIRST.contains(trigger.form())) {
                stateFirst(mention, trigger, at);
            }
        }
    }

    /** "killed twelve labourers sheltering under a tree": what they were doing then. */
    private boolean inPassing(Mention mention, int at, Trigger trigger) {
        boolean doing = at == mention.to && line.at(at).word().endsWith("ing") && line.is(mention.noun, Tag.HUMAN);
        var before = line.at(mention.from - 1);
        return doing
                && (trigger.category() == Category.DISPLACED || trigger.category() == Category.AFFECTED)
                && before.isTrigger()
                && !before.is(Tag.NEUTRAL)
                && !before.is(Tag.WEAK);
    }

    /** "The victims, 40 of whom have been named, are thought to have been shot": what follows the second comma is told of all. */
    private boolean asideOf(Mention mention, int at) {
        boolean aside = mention.partitive
                && line.at(mention.from - 1).mark(",")
                && line.is(mention.at + 1, Tag.PARTITIVE)
                && line.at(mention.at + 1).word().startsWith("of ");
        for (int i = mention.to; aside && i < at; i++) {
            if (line.at(i).mark(",")) {
                return true;
            }
        }
        return false;
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
        boolean state = trigger.form() == Form.STATE || trigger.form() == Form.PARTICIPLE;
        if (line.at(at + 1).mark(":") && mention.from == at + 2 || state && article && linked) {
            offer(mention, trigger.category(), at, 0.2, name("state-first", trigger));
        }
    }

    private static String name(String slot, Trigger trigger) {
        return trigger.form().name().toLowerCase(java.util.Locale.ROOT) + "-" + slot;
    }

    /** "Villagers buried 14 victims": a funeral, where people bury rather than a slide. */
    private Category buried(Mention mention, Category category, int at) {
        boolean grave =
                line.at(at).word().equals("buried") && line.pieces().stream().anyMatch(p -> p.is(Tag.GRAVE));
        if (category == Category.MISSING && (laidToRest(at) || grave)) {
            return Category.KILLED;
        }
        boolean funeral = category == Category.MISSING
                && line.at(at).word().startsWith("bur")
                && (victims(mention) || at < mention.from)
                && (victims(mention)
                        || line.is(at - 1, Tag.HUMAN)
                        || line.is(at - 1, Tag.PRONOUN)
                        || line.is(at - 1, Tag.SOURCE));
        return funeral ? Category.KILLED : category;
    }

    /** "74 had been buried", where nothing has fallen on anybody. */
    private boolean laidToRest(int at) {
        return line.at(at).word().equals("buried")
                && line.is(at - 1, Tag.BE)
                && !line.has(Tag.EVENT, 0, line.size())
                && !FALLEN.contains(line.at(at + 1).word());
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
        if (cheapest && !doomed(at) && !weak.tooWeak(mention, category, at) && !countsUnknown(mention, category)) {
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
