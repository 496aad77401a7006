package org.wirebell.processor.extract.figures;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.wirebell.model.Figure.Category;
import org.wirebell.processor.extract.figures.Mention.Head;
import org.wirebell.processor.extract.figures.Trigger.Form;

/** Gives each number the word that owns it: the cheapest reading over all triggers of the sentence and their argument slots. */
final class Governors {
    private static final Pattern HOLDS =
            Pattern.compile("h(eld|old|olding|olds).*|captured|seized|abducted|kidnapped|took|taken");

    private static final Set<Form> MAY_STAND_FIRST = Set.of(Form.STATE, Form.PARTICIPLE, Form.NOUN, Form.STATUS);

    private static final Pattern HURTS =
            Pattern.compile("injur|wound|burn|bruis|smoke|fractur|tear gas|shock|^cuts|hypotherm|frostbite|concuss");

    /** What lies on those who are buried and not dead for sure. */
    private static final Set<String> FALLEN = Set.of("under", "beneath", "alive", "by", "inside", "below");

    /** Pieces beyond which no trigger can reach, whatever the price of what lies between. */
    private static final int FAR = 60;

    private final Line line;
    private final List<Mention> mentions;
    private final Told told;

    private Governors(Line line, List<Mention> mentions, Told told) {
        this.line = line;
        this.mentions = mentions;
        this.told = told;
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
        governors.losses();
        governors.possessed();
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
                && ends(mention.to);
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
            takenToHospital(mention);
            treated(mention);
            predicate(mention);
            heldByThem(mention);
            ofDisease(mention);
            sheltered(mention);
            if (mention.noun < 0) {
                claimed(mention);
                lost(mention);
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
        boolean sends = line.is(mention.from - 1, Tag.SEND) || line.is(mention.from - 1, Tag.TAKES);
        boolean sent = sends && mention.head != Head.THING && mention.head != Head.EVENT;
        if (sent && line.is(mention.to, Tag.TO)) {
            for (int i = mention.to + 1; i < mention.to + 5; i++) {
                if (line.is(i, Tag.HOSPITAL)) {
                    offer(mention, Category.INJURED, mention.from - 1, 0, "sent-to-hospital");
                }
            }
        }
    }

    /** "Eight were rushed to the Dolo Memorial Hospital". */
    private void takenToHospital(Mention mention) {
        int verb = mention.to;
        while (line.is(verb, Tag.HAVE) || line.is(verb, Tag.BE) || line.is(verb, Tag.ADVERB)) {
            verb++;
        }
        boolean taken = verb > mention.to
                && mention.head != Head.THING
                && mention.head != Head.EVENT // bodies
                && !mention.exposed;
        if (taken && line.is(verb, Tag.TO_HOSPITAL) && line.is(verb + 1, Tag.TO)) {
            for (int i = verb + 2; i < verb + 8 && !line.at(i).isMark(); i++) {
                if (line.is(i, Tag.HOSPITAL)) {
                    offer(mention, Category.INJURED, verb, 0, "taken-to-hospital");
                }
            }
        }
    }

    /** "treated 86 people for burns", "for cholera". */
    private void treated(Mention mention) {
        int passive = mention.to;
        while (line.is(passive, Tag.HAVE) || line.is(passive, Tag.BE) || line.is(passive, Tag.ADVERB)) {
            passive++;
        }
        boolean are = passive > mention.to && line.at(passive).word().equals("treated");
        int why = are ? passive + 1 : mention.to;
        boolean treats = (are || line.at(mention.from - 1).word().startsWith("treat"))
                && line.at(why).word().equals("for")
                && mention.head != Head.THING;
        for (int i = why + 1;
                treats
                        && i < why + 6
                        && !line.at(i).isMark()
                        && !line.at(i).word().equals("mock");
                i++) {
            if (HURTS.matcher(line.at(i).word()).find()) {
                offer(mention, Category.INJURED, are ? passive : mention.from - 1, 0, "treated-for");
            } else if (line.is(i, Tag.DISEASE)) {
                offer(mention, Category.SICK, are ? passive : mention.from - 1, 0, "treated-for");
            }
        }
    }

    /** "freed 11 of the 26 oil workers they had held". */
    private void heldByThem(Mention mention) {
        int verb = mention.to + 1;
        while (line.is(verb, Tag.HAVE) || line.is(verb, Tag.BE)) {
            verb++;
        }
        boolean they = line.at(mention.to).word().equals("they");
        if (they && mention.exposed && HOLDS.matcher(line.at(verb).word()).matches()) {
            offer(mention, Category.CAPTIVE, verb, 0.1, "held-by-them");
        }
    }

    /** "105,000 cases of cholera and 74,000 of diarrhoea". */
    private void ofDisease(Mention mention) {
        boolean of = line.is(mention.to - 1, Tag.OF) && line.is(mention.to, Tag.DISEASE)
                || line.is(mention.at + 1, Tag.OF) && line.is(mention.at + 2, Tag.DISEASE);
        if (of && mention.noun < 0 && !line.is(mention.at + 2, Tag.SOURCE)) {
            offer(mention, Category.SICK, mention.at + 1, 0, "of-a-disease");
        }
    }

    /** "Sixty-three others were hostages". */
    private void predicate(Mention mention) {
        int noun = mention.to;
        while (line.is(noun, Tag.BE) || line.is(noun, Tag.ADVERB)) {
            noun++;
        }
        boolean are = line.is(noun - 1, Tag.BE) && noun > mention.to && mention.head != Head.THING;
        int at = noun;
        if (are && !line.is(at, Tag.NEUTRAL) && !line.is(at + 1, Tag.HUMAN)) {
            line.at(at)
                    .entry()
                    .category(Form.STATUS)
                    .ifPresent(category -> offer(mention, category, at, 0.8, "status-predicate"));
        }
    }

    /** "1,100 residents were spending a second night in 31 shelters". */
    private void sheltered(Mention mention) {
        if (!mention.isPeople() || !line.has(Tag.SHELTER, mention.to, line.size())) {
            return;
        }
        for (int i = mention.to; i < mention.to + 12 && !line.at(i).mark(","); i++) {
            if (line.at(i).isTrigger() && !line.is(i, Tag.NEUTRAL)) {
                return;
            }
            boolean in = line.at(i).word().equals("in") || line.at(i).word().equals("at");
            if (in && line.at(i + 1).isNumber() && (line.is(i + 2, Tag.SHELTER) || line.is(i + 3, Tag.SHELTER))) {
                offer(mention, Category.DISPLACED, i, 0.3, "under-roofs");
            }
        }
    }

    /** "Two killed, assailants lose 15": beside the dead, people lose lives. */
    private void lost(Mention mention) {
        int verb = mention.from - 1;
        boolean ends =
                line.at(mention.to).isMark() || mention.to >= line.size() || line.is(mention.to, Tag.PREPOSITION);
        boolean fighters = line.is(verb - 1, Tag.HUMAN) || line.is(verb - 1, Tag.SAY) && line.is(verb - 2, Tag.HUMAN);
        if (ends && line.is(verb, Tag.LOST) && fighters && strongElsewhere(verb)) {
            offer(mention, Category.KILLED, verb, 0, "active-lives");
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
        if (category == Category.SICK
                && (recovered(mention)
                        || !line.has(Tag.DISEASE, 0, line.size())
                                && !strongElsewhere(Category.SICK)
                                && !told.ofDisease())) {
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
        boolean again = switch (category) {
            case RELEASED, CAPTIVE -> told.ofHeld() || heldElsewhere(at);
            case RESCUED -> told.of(category) || ofThose(mention);
            case DISPLACED, AFFECTED -> told.of(category) || elsewhere(category, at);
            case SICK -> told.ofDisease() || line.has(Tag.DISEASE, 0, line.size());
            default -> false;
        };
        if (mention.head == Head.NONE && again) {
            return false; // "Three have since been let go"
        }
        if (at == mention.to && ends(at + 1) && category == Category.INJURED && strongElsewhere(at)) {
            return false; // "death toll 12, 15 critical"
        }
        int next = mention.to;
        while (line.is(next, Tag.BE) || line.is(next, Tag.ADVERB) || line.is(next, Tag.HAVE)) {
            next++;
        }
        boolean ofThem = mention.partitive && told.any() && line.has(Tag.PARTITIVE, mention.at, mention.to);
        boolean harms = category == Category.INJURED || category == Category.AFFECTED || category == Category.DISPLACED;
        boolean object = harms && at == mention.from - 1 && mention.head == Head.NONE;
        if (object && strongElsewhere(at)) {
            return false; // "kills 9, hurts 17"
        }
        boolean listed = at == next
                && mention.head == Head.NONE
                && (next > mention.to || line.at(at).entry().hasForm(Form.PARTICIPLE))
                && strongElsewhere(at);
        return !mention.isPeople() && mention.head != Head.EVENT && !listed && !ofThem;
    }

    /** "Gunmen free 18; six still held". */
    private boolean heldElsewhere(int at) {
        for (int i = 0; i < line.size(); i++) {
            if (i != at && line.at(i).isTrigger() && !line.is(i, Tag.NEUTRAL)) {
                var category = line.at(i).entry().triggers().getFirst().category();
                if (category == Category.CAPTIVE || category == Category.RELEASED || category == Category.ARRESTED) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean elsewhere(Category category, int at) {
        for (int i = 0; i < line.size(); i++) {
            var piece = line.at(i);
            boolean plain = i != at && piece.isTrigger() && !piece.is(Tag.NEUTRAL) && !piece.is(Tag.WEAK);
            if (plain && piece.entry().triggers().stream().anyMatch(t -> t.category() == category)) {
                return true;
            }
        }
        return false;
    }

    /** "Of the 310 people on the list, 47 are alive". */
    private boolean ofThose(Mention mention) {
        return mentions.stream().anyMatch(m -> m.to < mention.from && m.isPeople() && Exposure.opensParts(line, m));
    }

    /** "204 patients have recovered": they are not ill any more. */
    private boolean recovered(Mention mention) {
        for (int i = mention.to; i < mention.to + 4; i++) {
            if (line.is(i, Tag.RECOVERED)) {
                return true;
            }
        }
        return false;
    }

    private boolean ends(int at) {
        return at >= line.size() || line.at(at).isMark();
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
