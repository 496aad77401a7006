package org.wirebell.processor.extract.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Who says so: "X said that 7 …", "7 …, X said", "…, said X", "according to X". The innermost frame that covers a number wins;
 * speech does not spread into a background clause ("…, where the conflict has killed 6,000").
 */
final class Claimants {
    private enum Side {
        FRONT,
        BEHIND,
        ALL
    }

    /** One frame: {@code at} is its verb, {@code from} and {@code to} the pieces of the whole frame. */
    private record Frame(String claimant, int at, int from, int to, Side side) {}

    /** Who tells by seeing. */
    private static final Pattern EYES =
            Pattern.compile("reporter|witness|correspondent|photographer|journalist|resident");

    /** What an event does to a count as well. */
    private static final Pattern MOVES =
            Pattern.compile("(rais|increas|cut|reduc|port|relev|relèv|élev|elev|augment|rédui|redu|aument|sub|baj).*");

    private final Line line;
    private final String lastClaimant;
    private final List<Frame> frames = new ArrayList<>();

    private Claimants(Line line, String lastClaimant) {
        this.line = line;
        this.lastClaimant = lastClaimant;
    }

    /** Sets the claimant of each mention; returns the last one named, for "he added" in the next sentence. */
    static String attribute(Line line, List<Mention> mentions, String lastClaimant) {
        var claimants = new Claimants(line, lastClaimant);
        claimants.find();
        for (var mention : mentions) {
            mention.claimant = claimants.of(mention);
        }
        return claimants.frames.isEmpty() ? "" : claimants.frames.getLast().claimant();
    }

    private void find() {
        for (int i = 0; i < line.size(); i++) {
            if (line.is(i, Tag.ACCORDING)
                    || line.at(i).word().equals("per") && line.at(i - 1).mark(",")) {
                according(i);
            } else if (line.is(i, Tag.SAY_FIRST)) {
                sayFirst(i);
            } else if (line.is(i, Tag.SAY)) {
                say(i);
            }
            if (frames.isEmpty() && line.is(i, Tag.REVISES)) {
                revise(i);
            }
        }
        headline();
    }

    /** "24 killed in raid: officials", "Police: 1 dead in shooting". */
    private void headline() {
        passedOn();
        for (int i = 1; i < Math.min(line.size(), 5); i++) {
            if (line.at(i).mark(":") && line.has(Tag.SOURCE, 0, i)) {
                add(0, i, Side.FRONT);
                return;
            }
        }
        for (int i = line.size() - 2; i > line.size() - 6 && i > 0; i--) {
            boolean parts =
                    line.at(i).mark(":") || line.at(i).mark("-") && !line.at(i).glued();
            if (parts && line.has(Tag.SOURCE, i + 1, line.size())) {
                add(i + 1, line.size(), Side.BEHIND);
                return;
            }
        }
    }

    /** "RT @zogo_news: …": whoever is passed on says so. */
    private void passedOn() {
        if (!line.at(0).word().equals("rt") || !line.at(1).mark("@")) {
            return;
        }
        for (int i = 3; i < 8; i++) {
            if (line.at(i).mark(":")) {
                frames.add(new Frame(line.words(2, i), i, 0, i, Side.FRONT));
                return;
            }
        }
    }

    private void add(int from, int to, Side side) {
        var name = ClaimantName.of(line, from, to);
        boolean plain = true;
        for (int i = from; i < to; i++) {
            plain &= !line.at(i).isNumber() && !line.is(i, Tag.SAY);
        }
        if (plain && !name.isEmpty()) {
            frames.add(new Frame(name, side == Side.FRONT ? to : from, from, to, side));
        }
    }

    private void according(int at) {
        int from = at + 1;
        while (line.is(from, Tag.SAY_FIRST)
                || line.is(from, Tag.WEEKDAY)
                || line.is(from, Tag.SAY) && !line.is(from, Tag.SOURCE)) {
            from++; // "according to what … announced", "según informaron ayer …"
        }
        int end = ClaimantName.end(line, from);
        var known = ClaimantName.of(line, from, end);
        if (known.isEmpty() && line.at(end).mark(",")) {
            known = ClaimantName.of(line, end + 1, ClaimantName.end(line, end + 1)); // "the head of the unit, Ann Dolo"
        }
        var name = known.isEmpty() ? ClaimantName.unlisted(line, from, end) : known;
        if (!name.isEmpty()) {
            frames.add(new Frame(name, at, at, end, opens(at) ? Side.FRONT : Side.ALL));
        }
    }

    /** "The registry lowered the number of people killed to 90": who moves a count vouches for it, unless by blast. */
    private void revise(int at) {
        int count = count(at + 1, at + 8);
        int start = ClaimantName.start(line, at);
        if (count < 0 || start >= at && !Letters.isArabic(line.at(at).word())) {
            revisedBy(at + 1);
            return;
        }
        if (start >= at) {
            var first = ClaimantName.of(line, at + 1, count);
            if (!first.isEmpty()) {
                frames.add(new Frame(first, at, at, count, Side.FRONT));
            }
            return;
        }
        if (line.has(Tag.EVENT, start, at) || line.is(at - 1, Tag.BE)) {
            return;
        }
        var known = ClaimantName.of(line, start, at);
        boolean keeps = !MOVES.matcher(line.at(at).word()).matches();
        var name = known.isEmpty() && keeps ? ClaimantName.unlisted(line, start, at) : known;
        if (!name.isEmpty()) {
            frames.add(new Frame(name, at, start, at + 1, Side.FRONT));
        }
    }

    /** "put at 90 by the ministry". */
    private void revisedBy(int from) {
        int by = line.first(Tag.BY, from, from + 6);
        int end = by < 0 ? by : ClaimantName.end(line, by + 1);
        if (by > 0 && line.at(by - 1).isNumber() && line.has(Tag.SOURCE, by, end)) {
            frames.add(new Frame(ClaimantName.of(line, by + 1, end), by, by, end, Side.ALL));
        }
    }

    private int count(int from, int to) {
        for (int i = from; i < to && !line.at(i).isMark(); i++) {
            if (line.is(i, Tag.COUNT_OF) || line.at(i).isTrigger() && !line.is(i, Tag.NEUTRAL)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether what follows, rather than what went before, is according to somebody. */
    private boolean opens(int at) {
        return at == 0 || line.at(at - 1).mark("\"") || line.is(at - 1, Tag.AND) || line.is(at - 1, Tag.SUBORDINATE);
    }

    private void sayFirst(int at) {
        int end = ClaimantName.end(line, at + 1);
        int origin = line.is(at, Tag.QUOTING) ? line.first(Tag.ORIGIN, at + 1, end + 1) : -1;
        int from = origin < 0 ? at + 1 : origin + 1;
        int to = origin < 0 ? end : ClaimantName.end(line, from);
        var known = ClaimantName.of(line, from, to);
        var name = known.isEmpty() ? ClaimantName.unlisted(line, from, to) : known;
        if (!name.isEmpty()) {
            frames.add(new Frame(name, at, at, to, Side.FRONT));
        }
    }

    /** "X said …", "…, X said", "…, said X": the mark before the verb tells which. */
    private void say(int at) {
        var before = line.at(at - 1);
        boolean opens = at > 0 && (before.mark(",") || before.mark("\"") || before.mark("-"));
        if (!tells(at) && (opens || parted(at))) {
            int from = behindHearer(at + 1);
            int end = ClaimantName.end(line, from);
            var known = ClaimantName.of(line, from, end);
            var name = known.isEmpty() && closes(at, end) ? ClaimantName.unlisted(line, from, end) : known;
            if (!name.isEmpty() && !counts(from)) {
                frames.add(new Frame(name, at, at, end, Side.BEHIND));
                return;
            }
        }
        int end = behindInitials(at);
        int start = ClaimantName.start(line, end) < end ? ClaimantName.start(line, end) : at;
        boolean hearsay = !line.at(at).word().startsWith("claim")
                && (line.is(at + 1, Tag.TO) || line.is(at + 1, Tag.TO_HAVE) || line.is(at + 1, Tag.TO_BE));
        boolean sees = line.at(at).word().equals("saw")
                && !EYES.matcher(line.words(start, at)).find();
        if (start >= at
                || sees
                || hearsay
                || line.is(at - 1, Tag.BE) && !line.at(at).word().equals("saying")
                || claimsLives(at)) {
            return;
        }
        var first = line.at(start).word();
        if (first.equals("we") || first.equals("i")) {
            return; // who is quoted is named elsewhere
        }
        if (line.is(start, Tag.PRONOUN)) {
            frames.add(new Frame(lastClaimant, at, start, at + 1, side(start, at)));
            return;
        }
        var known = ClaimantName.of(line, start, end);
        var name = known.isEmpty() && line.is(at, Tag.SPEECH) ? ClaimantName.unlisted(line, start, end) : known;
        if (!name.isEmpty()) {
            frames.add(new Frame(name, at, start, at + 1, side(start, at)));
        }
    }

    /** "a annoncé lundi la police", "dijo a la AFP el alcalde": the day, and who was told, stand before the subject. */
    private int behindHearer(int at) {
        int day = line.is(at, Tag.DETERMINER) ? at + 1 : at;
        int from = line.is(day, Tag.WEEKDAY) ? day + 1 : at;
        if (!line.is(from, Tag.TO)) {
            return from;
        }
        int hearer = from + 1;
        while (line.is(hearer, Tag.DETERMINER)) {
            hearer++;
        }
        boolean told = line.is(hearer, Tag.SOURCE) || line.at(hearer).capital();
        return told && line.at(hearer + 1).isWord() ? hearer + 1 : from;
    }

    /** ", officially said", ", a également déclaré": a comma before the verb and what belongs to it. */
    private boolean parted(int at) {
        int i = at - 1;
        while (line.is(i, Tag.ADVERB) || line.is(i, Tag.HAVE)) {
            i--;
        }
        return i < at - 1 && line.at(i).mark(",");
    }

    private boolean counts(int at) {
        return line.at(at).isNumber() && !line.is(at, Tag.ARTICLE);
    }

    /** "the Press Committee (PC) said": where the name ends before its initials. */
    private int behindInitials(int at) {
        if (line.at(at - 1).mark(")")) {
            for (int i = at - 2; i > 0 && i > at - 6; i--) {
                if (line.at(i).mark("(")) {
                    return i;
                }
            }
        }
        return at;
    }

    /** "…, say campaigners.": nothing but the claimant follows. */
    private boolean closes(int at, int end) {
        boolean inverts = line.is(at, Tag.SPEECH) && line.at(at).word().startsWith("sa");
        return (inverts || line.is(at, Tag.SPEECH_BEHIND))
                && !line.is(at + 1, Tag.PREPOSITION)
                && (end >= line.size() || line.at(end).isMark());
    }

    /** "Storm claims 25 lives", "claimed responsibility": the verb does not speak. */
    private boolean claimsLives(int at) {
        if (!line.is(at, Tag.LOSE)) {
            return false;
        }
        for (int i = at + 1; i < at + 7; i++) {
            var word = line.at(i).word();
            if (word.equals("lives")
                    || word.equals("life")
                    || word.equals("responsibility")
                    || word.equals("victory")) {
                return true;
            }
        }
        return false;
    }

    /** Behind what it reports when the subject follows a comma or quote and nothing but time or place follows the verb. */
    private Side side(int start, int at) {
        var before = line.at(start - 1);
        boolean parted = before.mark(",") || before.mark("\"") || before.mark("-");
        if (!parted) {
            return Side.FRONT;
        }
        int i = tells(at) ? afterHearer(at) : at + 1;
        var next = line.at(i);
        boolean closes = i >= line.size()
                || next.mark(",")
                || next.mark(".")
                || next.mark("\"")
                || next.mark("-")
                || next.mark(";")
                || next.is(Tag.PREPOSITION)
                || next.is(Tag.WEEKDAY)
                || next.is(Tag.ELSEWHEN)
                || next.is(Tag.SUBORDINATE)
                || next.is(Tag.AS_OF)
                || next.is(Tag.ADVERB) && line.at(i + 1).isMark();
        return closes ? Side.BEHIND : Side.FRONT;
    }

    /** "told": whom it was told stands behind the verb, never the claimant. */
    private boolean tells(int at) {
        return line.at(at).word().endsWith("told") || line.at(at).word().equals("tells");
    }

    /** Behind "the agency", "parliament", "Zogo Radio": whoever was told. */
    private int afterHearer(int at) {
        int i = at + 1;
        while (i < at + 6
                && (line.at(i).capital()
                        || line.is(i, Tag.SOURCE)
                        || line.is(i, Tag.DETERMINER)
                        || line.is(i, Tag.ARTICLE)
                        || line.is(i, Tag.HUMAN) && i == at + 1
                        || line.is(i, Tag.PRONOUN) && i == at + 1
                        || line.at(i).isUnknown())) {
            i++;
        }
        return i;
    }

    /** The claimant of the nearest frame that covers the number; empty when none does. */
    private String of(Mention mention) {
        var best = "";
        double nearest = Double.MAX_VALUE;
        for (var frame : frames) {
            double distance = distance(frame, mention);
            if (distance < nearest) {
                nearest = distance;
                best = frame.claimant();
            }
        }
        return best;
    }

    /** Ranks frames: one in front of the number first, then one behind it, then one that came before. */
    private double distance(Frame frame, Mention mention) {
        int at = mention.at;
        if (at >= frame.from() && at < frame.to()) {
            return Double.MAX_VALUE;
        }
        if (at > frame.at()) {
            if (frame.side() != Side.FRONT) {
                return 90 + at - frame.at();
            }
            return background(frame.to(), at) ? Double.MAX_VALUE : at - frame.at();
        }
        if (frame.side() == Side.FRONT) {
            return Double.MAX_VALUE;
        }
        return 100 + frame.at() - at;
    }

    /** ", where …", ", which …": told by the writer, not by the speaker. */
    private boolean background(int from, int at) {
        for (int i = from + 2; i < at; i++) {
            if (line.at(i - 1).mark(",") && line.is(i, Tag.ASIDE)) {
                return true;
            }
        }
        return false;
    }
}
