package org.wirebell.processor.extract.figures;

import java.util.List;
import java.util.Optional;
import org.wirebell.model.Figure.Tense;
import org.wirebell.processor.extract.figures.Trigger.Form;

/** Whether a figure is said to be so, or only feared, planned, demanded, alleged or denied; and what is yet to come. */
final class Assertion {
    private static final int REACH = 8;
    /** How far behind the word for a tale its plot is looked for. */
    private static final int TALE = 9;

    private Assertion() {}

    /** Looks where the trigger stands: between the two, before them, and at an infinitive of purpose. */
    static void judge(Mention mention) {
        var line = mention.line;
        if (mention.quantity.low() == 0 && mention.quantity.isCount()) {
            mention.asserted = false;
            return;
        }
        if (line.is(mention.from - 1, Tag.NEGATION) && !mention.more) {
            mention.asserted = false; // "and not ten dead"
            return;
        }
        if (leftNone(line, mention.from - 1) || negated(line, mention)) {
            mention.asserted = false;
            return;
        }
        int trigger = mention.trigger;
        int open = -1;
        if (trigger >= mention.to) {
            open = between(line, mention.to, trigger);
            if (open < 0) {
                open = behind(line, trigger);
            }
            open = open < 0 ? rightBefore(line, trigger) : open;
            open = open < 0 ? before(line, mention.from, false) : open;
        } else if (trigger >= 0 && trigger < mention.from) {
            boolean series = line.at(trigger).entry().hasForm(Form.SERIES)
                    || line.is(trigger, Tag.COUNT_OF)
                    || line.is(trigger, Tag.TOTAL);
            open = between(line, trigger + 1, mention.from);
            open = open < 0 && series ? mayReach(line, mention.from) : open;
            if (open < 0) {
                open = before(line, trigger, series || acts(mention.rule));
            }
            if (open < 0 && infinitive(line, trigger)) {
                open = trigger - 1;
            }
        } else {
            boolean event = mention.head == Mention.Head.EVENT;
            open = before(line, mention.from, event);
            open = event || open >= mention.from - 2 ? open : -1;
        }
        if (open >= 0 && asNow(line, mention)) {
            return;
        }
        if (open < 0 && (untrue(line, mention) || retold(line, mention))) {
            mention.asserted = false;
            return;
        }
        open = open < 0 ? denied(line, Math.min(mention.from, trigger < 0 ? mention.from : trigger)) : open;
        if (open >= 0) {
            mention.asserted = false;
            if (line.is(open, Tag.MODAL) || line.is(open, Tag.UNASSERTED)) {
                mention.tense = Optional.of(Tense.FUTURE);
            }
        }
        if (mention.trigger < 0 && mention.parent.isPresent() && !mention.parent.get().asserted) {
            mention.asserted = false;
        }
    }

    /** "could kill 90 and leave 500 homeless": a bare verb behind "and" goes on with what may be. */
    static void carry(Line line, List<Mention> mentions) {
        for (int i = 1; i < mentions.size(); i++) {
            var before = mentions.get(i - 1);
            var mention = mentions.get(i);
            int and = line.first(Tag.AND, before.to, mention.from);
            boolean open = !before.asserted && before.tense.equals(Optional.of(Tense.FUTURE)) && and > 0;
            if (open && mention.asserted && bare(line, and + 1) && !line.has(Tag.PRONOUN, before.to, mention.from)) {
                mention.asserted = false;
                mention.tense = before.tense;
            }
        }
    }

    /** "leave", "kill": neither past nor third person. */
    private static boolean bare(Line line, int at) {
        var piece = line.at(at);
        boolean verb = piece.entry().hasForm(Form.ACTIVE) || piece.is(Tag.LEFT);
        return verb
                && !piece.word().endsWith("s")
                && !piece.word().endsWith("ed")
                && !piece.word().equals("left");
    }

    /** "no mató a 14": a negated verb before its people. */
    private static boolean negated(Line line, Mention mention) {
        return mention.trigger > 0
                && mention.trigger < mention.from
                && acts(mention.rule)
                && line.is(mention.trigger - 1, Tag.NEGATION);
    }

    /** "The blast did not leave 14 dead." */
    private static boolean leftNone(Line line, int verb) {
        int before = verb - 1;
        while (line.is(before, Tag.HAVE)) {
            before--;
        }
        return line.is(verb, Tag.LEFT) && line.is(before, Tag.NEGATION);
    }

    /** "feared that the toll, now at 61, could": what stands between commas is so. */
    private static boolean asNow(Line line, Mention mention) {
        int now = mention.from;
        while (now > mention.from - 3 && !line.at(now).word().equals("now")) {
            now--;
        }
        return line.at(now).word().equals("now") && line.at(now - 1).mark(",");
    }

    /** "Reports that 30 had died were false." */
    private static boolean untrue(Line line, Mention mention) {
        int from = Math.max(mention.to, mention.trigger + 1);
        for (int i = from; i < from + 4; i++) {
            if (line.at(i).isMark() || line.is(i, Tag.PREPOSITION)) {
                return false;
            }
            if (line.is(i, Tag.BE)) {
                int next = line.is(i + 1, Tag.ADVERB) ? i + 2 : i + 1;
                return line.is(next, Tag.DENIED) && !line.at(next).isTrigger();
            }
        }
        return false;
    }

    /** "a thriller with 14 murders", "the film, in which 30 people die": it befell nobody. */
    private static boolean retold(Line line, Mention mention) {
        for (int tale = mention.from - 1; tale >= 0 && tale >= mention.from - TALE; tale--) {
            if (line.is(tale, Tag.FICTION) && tells(line, tale)) {
                return true;
            }
        }
        return false;
    }

    private static boolean tells(Line line, int tale) {
        int next = tale + 1;
        while (line.at(next).isMark() || line.is(next, Tag.MODAL)) {
            next++;
        }
        return line.is(next, Tag.RETOLD)
                || line.at(tale).word().equals("fictional")
                || line.at(tale).word().contains(" game");
    }

    /** A verb, of which somebody may be accused, rather than a noun that states the fact. */
    private static boolean acts(String rule) {
        return rule.startsWith("active")
                || rule.startsWith("participle")
                || rule.startsWith("gerund")
                || rule.startsWith("either");
    }

    /** "denied reports that 40 …", "withdrew its claim that 30 …". */
    private static int denied(Line line, int at) {
        for (int i = at; i > 0 && i >= at - 6; i--) {
            if (line.is(i, Tag.RELATIVE)) {
                return line.first(Tag.DENIED, i - 6, i);
            }
            if (line.at(i).isMark()) {
                return -1;
            }
        }
        return -1;
    }

    /** The first word between number and trigger that leaves it open, or -1. */
    private static int between(Line line, int from, int to) {
        for (int i = from; i < to; i++) {
            var piece = line.at(i);
            if (piece.mark(",") || piece.is(Tag.SUBORDINATE) || piece.is(Tag.RELATIVE) && i > from + 1) {
                return -1;
            }
            boolean told = line.is(from, Tag.RELATIVE) && line.first(Tag.BE, i + 2, to) > 0;
            if (told && !piece.is(Tag.NEGATION)) {
                continue; // "migrants who tried to cross were rescued"
            }
            if (modal(line, i)
                            && !(piece.word().equals("would") && line.at(i + 1).is(Tag.LEVEL))
                    || piece.is(Tag.UNASSERTED_AFTER)
                    || piece.is(Tag.NEGATION)
                    || piece.is(Tag.UNASSERTED)) {
                return i;
            }
        }
        return -1;
    }

    /** "Twelve people, three of them children, may have died": the verb's own helpers, whatever stands before. */
    private static int rightBefore(Line line, int trigger) {
        int i = trigger - 1;
        while (line.is(i, Tag.BE) || line.is(i, Tag.HAVE) || line.is(i, Tag.ADVERB) && !line.is(i, Tag.NEGATION)) {
            i--;
        }
        return modal(line, i) || line.is(i, Tag.NEGATION) || line.is(i, Tag.UNASSERTED_AFTER) ? i : -1;
    }

    /** "stood at 368, but could rise above 2,000". */
    private static int mayReach(Line line, int number) {
        int i = number - 1;
        while (line.is(i, Tag.LEVEL) || line.is(i, Tag.TO) || line.is(i, Tag.AT)) {
            i--;
        }
        boolean may = modal(line, i) && !line.at(i).word().equals("would");
        return i < number - 1 && may ? i : -1;
    }

    /** "may", unless it is the month. */
    private static boolean modal(Line line, int i) {
        var piece = line.at(i);
        boolean month = piece.is(Tag.MONTH)
                && (piece.capital()
                        || line.at(i - 1).isNumber()
                        || line.at(i + 1).isNumber());
        return piece.is(Tag.MODAL) && !month;
    }

    /** "12 dead, feared": nothing yet reaches back over a comma, but the trigger itself may be "feared dead". */
    private static int behind(Line line, int trigger) {
        var word = line.at(trigger).word();
        return word.startsWith("feared") ? trigger : -1;
    }

    /** Looks left from a number or trigger to the start of its clause. */
    private static int before(Line line, int at, boolean verb) {
        for (int i = at - 1; i >= 0 && i >= at - REACH; i--) {
            var piece = line.at(i);
            if (piece.is(Tag.RELATIVE) && line.is(i - 1, Tag.UNASSERTED_AFTER)) {
                return i - 1;
            }
            if (piece.is(Tag.UNASSERTED_AFTER) && line.is(i + 1, Tag.RELATIVE)) {
                return i; // "it was feared that up to 80": the bound begins with "that"
            }
            if (piece.mark(";")
                    || piece.mark(":")
                    || piece.mark(",")
                    || piece.is(Tag.SUBORDINATE) && !piece.is(Tag.UNASSERTED)
                    || piece.is(Tag.RELATIVE) && !line.is(i - 1, Tag.UNASSERTED) && !line.is(i - 1, Tag.DENIED)) {
                return -1;
            }
            if (piece.isTrigger()
                    && !piece.is(Tag.NEUTRAL)
                    && !piece.is(Tag.WEAK)
                    && i < at - 1
                    && !piece.entry().hasForm(Form.STATUS)) {
                return -1;
            }
            if (piece.is(Tag.UNASSERTED)
                    || piece.is(Tag.DENIED) && (verb || line.at(at).entry().hasForm(Form.ACT))
                    || piece.is(Tag.ACCUSED) && verb
                    || modal(line, i) && !line.at(i + 1).word().equals("bring")) {
                return i;
            }
            if (piece.isNumber()) {
                return -1;
            }
            if (piece.is(Tag.SAY) && !piece.is(Tag.UNASSERTED)) {
                return -1;
            }
        }
        return -1;
    }

    /** "used helicopters to rescue 12". */
    private static boolean used(Line line, int trigger) {
        for (int i = trigger - 2; i >= 0 && i > trigger - 6; i--) {
            if (line.at(i).word().equals("used")) {
                return true;
            }
        }
        return false;
    }

    /** "to free 12 hostages": an aim, unless it was managed. */
    private static boolean infinitive(Line line, int trigger) {
        return line.is(trigger - 1, Tag.TO)
                && !Letters.isArabic(line.at(trigger).word()) // "led to the killing of", a fact
                && line.at(trigger).entry().hasForm(Form.ACTIVE)
                && !line.is(trigger - 2, Tag.HEDGED) // "said to have", "reported to"
                && !line.is(trigger - 2, Tag.MANAGED)
                && !used(line, trigger);
    }
}
