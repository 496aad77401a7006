package org.wirebell.processor.extract.figures;

import java.util.List;
import java.util.regex.Pattern;
import org.wirebell.model.Figure.Category;
import org.wirebell.processor.extract.figures.Mention.Head;
import org.wirebell.processor.extract.figures.Trigger.Form;

/** Harm that no single word tells but several together: "claimed 25 lives", "taken to a hospital", "in 31 shelters". */
final class Constructions {
    private static final Pattern HOLDS =
            Pattern.compile("h(eld|old|olding|olds).*|captured|seized|abducted|kidnapped|took|taken");

    private static final Pattern HURTS =
            Pattern.compile("injur|wound|burn|bruis|smoke|fractur|tear gas|shock|^cuts|hypotherm|frostbite|concuss");

    private final Line line;
    private final List<Mention> mentions;
    private final WeakWords weak;
    private final Offer offer;

    /** Takes what is found, if nothing cheaper is known of that number. */
    @FunctionalInterface
    interface Offer {
        void take(Mention mention, Category category, int at, double cost, String rule);
    }

    Constructions(Line line, List<Mention> mentions, WeakWords weak, Offer offer) {
        this.line = line;
        this.mentions = mentions;
        this.weak = weak;
        this.offer = offer;
    }

    void read() {
        losses();
        possessed();
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
                        .ifPresent(c -> offer.take(mention, c, mention.to + 1, 0.1, "possessive"));
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
                offer.take(
                        mention, Category.KILLED, mention.from - 1, 0, "active-lives"); // "cost 14 workers their lives"
            }
            boolean lives = noun.is(Tag.LIVES);
            boolean fallen = noun.is(Tag.FALLEN);
            for (int i = mention.from - 1; i >= 0 && i >= mention.from - 2 && (lives || fallen); i--) {
                if (line.is(i, lives ? Tag.LOSE : Tag.LOST)) {
                    offer.take(mention, Category.KILLED, i, 0, "active-lives");
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
                    offer.take(mention, Category.INJURED, mention.from - 1, 0, "sent-to-hospital");
                }
            }
        }
    }

    /** "Eight were rushed to the Dolo Memorial Hospital". */
    private void takenToHospital(Mention mention) {
        int verb = line.pastHelpers(mention.to);
        boolean taken = verb > mention.to
                && mention.head != Head.THING
                && mention.head != Head.EVENT // bodies
                && !mention.exposed;
        if (taken && line.is(verb, Tag.TO_HOSPITAL) && line.is(verb + 1, Tag.TO)) {
            for (int i = verb + 2; i < verb + 8 && !line.at(i).isMark(); i++) {
                if (line.is(i, Tag.HOSPITAL)) {
                    offer.take(mention, Category.INJURED, verb, 0, "taken-to-hospital");
                }
            }
        }
    }

    /** "treated 86 people for burns", "for cholera". */
    private void treated(Mention mention) {
        int passive = line.pastHelpers(mention.to);
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
                offer.take(mention, Category.INJURED, are ? passive : mention.from - 1, 0, "treated-for");
            } else if (line.is(i, Tag.DISEASE)) {
                offer.take(mention, Category.SICK, are ? passive : mention.from - 1, 0, "treated-for");
            }
        }
    }

    /** "freed 11 of the 26 oil workers they had held". */
    private void heldByThem(Mention mention) {
        int verb = line.pastHelpers(mention.to + 1);
        boolean they = line.at(mention.to).word().equals("they");
        if (they && mention.exposed && HOLDS.matcher(line.at(verb).word()).matches()) {
            offer.take(mention, Category.CAPTIVE, verb, 0.1, "held-by-them");
        }
    }

    /** "105,000 cases of cholera and 74,000 of diarrhoea". */
    private void ofDisease(Mention mention) {
        boolean of = line.is(mention.to - 1, Tag.OF) && line.is(mention.to, Tag.DISEASE)
                || line.is(mention.at + 1, Tag.OF) && line.is(mention.at + 2, Tag.DISEASE);
        if (of && mention.noun < 0 && !line.is(mention.at + 2, Tag.SOURCE)) {
            offer.take(mention, Category.SICK, mention.at + 1, 0, "of-a-disease");
        }
    }

    /** "Sixty-three others were hostages". */
    private void predicate(Mention mention) {
        int noun = line.pastHelpers(mention.to);
        boolean are = line.is(noun - 1, Tag.BE) && noun > mention.to && mention.head != Head.THING;
        int at = noun;
        if (are && !line.is(at, Tag.NEUTRAL) && !line.is(at + 1, Tag.HUMAN)) {
            line.at(at)
                    .entry()
                    .category(Form.STATUS)
                    .ifPresent(category -> offer.take(mention, category, at, 0.8, "status-predicate"));
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
                offer.take(mention, Category.DISPLACED, i, 0.3, "under-roofs");
            }
        }
    }

    /** "Two killed, assailants lose 15": beside the dead, people lose lives. */
    private void lost(Mention mention) {
        int verb = mention.from - 1;
        boolean ends = line.ends(mention.to) || line.is(mention.to, Tag.PREPOSITION);
        boolean fighters = line.is(verb - 1, Tag.HUMAN) || line.is(verb - 1, Tag.SAY) && line.is(verb - 2, Tag.HUMAN);
        if (ends && line.is(verb, Tag.LOST) && fighters && weak.strongElsewhere(verb)) {
            offer.take(mention, Category.KILLED, verb, 0, "active-lives");
        }
    }

    /** "Hotel blaze claims 14": a disaster claims nothing but lives. */
    private void claimed(Mention mention) {
        int verb = mention.from - 1;
        boolean ends = line.ends(mention.to) || line.is(mention.to, Tag.PREPOSITION);
        if (ends
                && line.is(verb, Tag.LOSE)
                && line.at(verb).word().startsWith("claim")
                && line.has(Tag.EVENT, 0, verb)) {
            offer.take(mention, Category.KILLED, verb, 0, "active-lives");
        }
    }
}
