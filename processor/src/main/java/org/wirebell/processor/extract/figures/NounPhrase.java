package org.wirebell.processor.extract.figures;

import java.util.regex.Pattern;
import org.wirebell.processor.extract.figures.Mention.Head;
import org.wirebell.processor.extract.figures.Quantity.Kind;
import org.wirebell.processor.extract.figures.Trigger.Form;

/** Finds what a number counts: the noun to its right, across adjectives, demonyms and compound nouns. */
final class NounPhrase {
    private static final int REACH = 9;
    /** Endings of Arabic words for people: "a Syrian", "volunteers". */
    private static final Pattern ARABIC_PEOPLE = Pattern.compile("..(يا|ين|ون)$");

    private final Line line;
    private final Mention mention;

    private NounPhrase(Mention mention) {
        this.line = mention.line;
        this.mention = mention;
    }

    static void read(Mention mention) {
        new NounPhrase(mention).read();
    }

    private void read() {
        int i = mention.at + 1;
        if (line.at(i).mark("+")) {
            i++;
        }
        if (Context.respelled(line, i + 1)) {
            i += 3; // "sixteen (16) pilgrims"
        }
        if (line.is(i, Tag.OR_MORE) || line.is(i, Tag.OR_FEWER) || line.is(i, Tag.OR_SO)) {
            i++;
        } else if (line.at(i).mark("-") && (line.is(i + 1, Tag.OR_MORE) || line.is(i + 1, Tag.OR_SO))) {
            i += 2;
        }
        mention.to = i;
        if (line.is(i, Tag.COUNT_OF) && line.at(i).word().startsWith("count")) {
            mention.head = Head.THING; // "one count of attempted murder"
            return;
        }
        if (line.is(i, Tag.PARTITIVE)) {
            mention.partitive = true;
            mention.to = i + 1;
            if (isNoun(line.at(i + 1)) && !line.at(i + 1).isTrigger()) {
                mention.noun = i + 1;
                mention.to = i + 2;
            }
            return;
        }
        if (line.is(i, Tag.OF)) {
            if (mention.quantity.kind() == Kind.EXACT || mention.isShare()) {
                mention.partitive = true;
            }
            i++;
            while (line.is(i, Tag.DETERMINER) || line.is(i, Tag.ARTICLE)) {
                mention.partitive = true;
                i++;
            }
            if (line.at(i).isNumber() || line.is(i, Tag.MORE_THAN) || possessed(i)) {
                return;
            }
        }
        while (mention.isShare() && line.is(i, Tag.DETERMINER)) {
            i++;
        }
        nouns(i);
    }

    /** "nine of the county's 16 deaths". */
    private boolean possessed(int from) {
        for (int i = from + 1; i < from + 4; i++) {
            if (line.at(i).word().equals("'s") || line.at(i).mark("'")) {
                return line.at(i + 1).isNumber();
            }
        }
        return false;
    }

    /** "three suspected pimps": only people are. */
    private boolean suspected(int noun) {
        for (int i = mention.at + 1; i < noun; i++) {
            var word = line.at(i).word();
            if (word.equals("suspected") || word.equals("alleged")) {
                return line.at(noun).word().endsWith("s");
            }
        }
        return false;
    }

    /** Walks right over describing words to the last noun of a compound. */
    private void nouns(int start) {
        int unknown = -1;
        int body = -1;
        int last = start + REACH;
        int i = start;
        for (; i < last; i++) {
            var piece = line.at(i);
            if (isNoun(piece)) {
                mention.noun = i;
                mention.more |= isNew(piece.word()) || piece.is(Tag.MORE) && compounds(i);
                if (describesPeople(i)) {
                    i++;
                } else if (!compounds(i)) {
                    i++;
                    break;
                }
            } else if (piece.is(Tag.MORE) || piece.is(Tag.OTHERS)) {
                mention.more |= piece.is(Tag.MORE);
                mention.to = i + 1;
            } else if (mention.noun >= 0) {
                break;
            } else if (describesThing(i, start)) {
                mention.head = Head.THING;
                return;
            } else if (!passes(i, start)) {
                break;
            } else if (piece.isUnknown()) {
                unknown = i;
            } else if (piece.is(Tag.SOURCE) && piece.word().endsWith("s")) {
                body = i;
            }
        }
        if (mention.noun >= 0
                && line.is(mention.noun, Tag.THING)
                && line.at(mention.noun + 1).isUnknown()
                && guess(line.at(mention.noun + 1)) == Head.LIKELY
                && !line.at(mention.noun + 1).capital()) {
            mention.noun++; // "three town councilmen"
            mention.to = Math.max(mention.to, mention.noun + 1);
            mention.head = Head.LIKELY;
        } else if (mention.noun >= 0) {
            mention.to = Math.max(mention.to, mention.noun + 1);
            mention.head = kind(line.at(mention.noun));
            if (line.is(mention.to, Tag.MORE) && !line.is(mention.to, Tag.MORE_THAN)) {
                mention.more = true; // "12 muertos más"
                mention.to++;
            }
        } else if (unknown >= 0) {
            mention.noun = unknown;
            mention.to = Math.max(mention.to, unknown + 1);
            mention.head = suspected(unknown) ? Head.LIKELY : guess(line.at(unknown));
        } else if (body >= 0 && mention.noun < 0) {
            mention.head = Head.THING; // "7 departments"
        } else {
            while (mention.to < i
                    && line.is(mention.to, Tag.ADJECTIVE)
                    && !line.at(mention.to).isTrigger()) {
                mention.to++;
            }
        }
    }

    /** "new cases", "nuevos casos", "nouveaux cas": counted so far and now more. */
    private static boolean isNew(String word) {
        return word.startsWith("new ")
                || word.startsWith("nuevos ")
                || word.startsWith("nouveaux ")
                || word.endsWith(" nuevos")
                || word.endsWith(" جديده");
    }

    private static boolean isNoun(Piece piece) {
        return piece.is(Tag.HUMAN)
                || piece.is(Tag.HOUSEHOLD)
                || piece.is(Tag.THING)
                || piece.is(Tag.SHELTER)
                || (!piece.isNumber()
                        && !piece.is(Tag.NEUTRAL)
                        && (piece.entry().hasForm(Form.NOUN) || piece.entry().hasForm(Form.STATUS)));
    }

    /** A noun right behind a noun takes over: "police officers", "fishing boats". */
    private boolean compounds(int i) {
        var next = line.at(i + 1);
        if (next.mark("'s") || next.word().equals("'s")) {
            return isNoun(line.at(i + 2)) || line.is(i + 2, Tag.ADJECTIVE);
        }
        boolean plainVerb = next.isTrigger()
                && !next.entry().hasForm(Form.NOUN)
                && !next.entry().hasForm(Form.STATUS);
        return isNoun(next) && !plainVerb && !next.is(Tag.VERB);
    }

    /** "village defence volunteers": a word that no list knows between a thing and people. */
    private boolean describesPeople(int i) {
        var next = line.at(i + 1);
        return line.is(i, Tag.THING)
                && (next.isUnknown() || next.is(Tag.ADJECTIVE) || next.is(Tag.ORGANISATION))
                && !next.capital()
                && line.is(i + 2, Tag.HUMAN);
    }

    /** Words that may stand between the number and its noun. */
    private boolean passes(int i, int start) {
        var piece = line.at(i);
        if (piece.isMark()) {
            boolean hyphen = piece.mark("-") && piece.glued() && line.at(i + 1).glued();
            boolean listComma =
                    piece.mark(",") && i > start && line.is(i - 1, Tag.ADJECTIVE) && line.is(i + 1, Tag.ADJECTIVE);
            boolean quote = piece.mark("\"") || piece.mark("'") || piece.mark("‘");
            return hyphen || listComma || quote && line.at(i + 1).isWord() && i == start;
        }
        if (piece.isNumber() || !piece.isWord() || piece.is(Tag.RELATIVE) || piece.is(Tag.PARTITIVE)) {
            return false;
        }
        if (piece.isTrigger() && !piece.is(Tag.NEUTRAL)) {
            return adjectival(i);
        }
        return piece.is(Tag.ADJECTIVE)
                || piece.is(Tag.MONTH) && isNoun(line.at(i + 1))
                || piece.isUnknown()
                || piece.is(Tag.OTHERS)
                || piece.is(Tag.HEDGED) && isNoun(line.at(i + 1))
                || piece.is(Tag.EVENT)
                || piece.is(Tag.SOURCE)
                || piece.is(Tag.DISEASE)
                || piece.word().equals("'s") && i > start;
    }

    /** "12 dead soldiers", "kidnapped women": a participle before the noun it describes. */
    private boolean adjectival(int i) {
        int next = i + 1;
        while (line.is(next, Tag.ADJECTIVE) || line.at(next).isUnknown() && next < i + 3) {
            next++;
        }
        var noun = line.at(next);
        return noun.is(Tag.HUMAN) && !noun.isNumber()
                || noun.is(Tag.HOUSEHOLD)
                || noun.entry().hasForm(Form.STATUS);
    }

    /** "2 dead phones", "14 missing drones": the state of a thing. */
    private boolean describesThing(int i, int start) {
        var piece = line.at(i);
        return i == start
                && piece.entry().hasForm(Form.STATE)
                && line.is(i + 1, Tag.THING)
                && !line.is(i + 1, Tag.EVENT)
                && !line.is(i + 2, Tag.EVENT);
    }

    private static Head kind(Piece piece) {
        if (piece.entry().hasForm(Form.NOUN) && !piece.is(Tag.NEUTRAL)) {
            return piece.is(Tag.WEAK) && piece.is(Tag.HUMAN) ? Head.HUMAN : Head.EVENT;
        }
        if (piece.is(Tag.HUMAN) || piece.entry().hasForm(Form.STATUS)) {
            return Head.HUMAN;
        }
        return piece.is(Tag.HOUSEHOLD) ? Head.HOUSEHOLD : Head.THING;
    }

    /** Whether a noun that no list knows looks like a word for people. */
    private static Head guess(Piece piece) {
        var word = piece.word();
        if (piece.capital()) {
            return Head.LIKELY;
        }
        if (ARABIC_PEOPLE.matcher(word).find()) {
            return Head.LIKELY;
        }
        if (word.endsWith("men")
                || word.endsWith("women")
                || word.endsWith("ists")
                || word.endsWith("ians")
                || word.endsWith("eers")
                || word.endsWith("folk")
                || word.endsWith("goers")
                || word.endsWith("mates")
                || word.endsWith("ees")
                || word.endsWith("ers")
                || word.endsWith("ors")) {
            return Head.LIKELY;
        }
        return Head.UNKNOWN;
    }
}
