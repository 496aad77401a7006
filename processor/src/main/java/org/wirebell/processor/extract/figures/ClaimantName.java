package org.wirebell.processor.extract.figures;

/** The words that name a claimant beside a verb of saying, and whether they can name one at all. */
final class ClaimantName {
    private static final int REACH = 14;
    /** Written onto the next word: "the office for …". */
    private static final String ARABIC_FOR = "ل";

    private ClaimantName() {}

    /** Where the subject that ends before {@code verb} begins. */
    static int start(Line line, int verb) {
        int end = verb;
        while (end > 0
                && (line.is(end - 1, Tag.HAVE)
                        || line.is(end - 1, Tag.ADVERB) && !line.is(end - 1, Tag.SOURCE)
                        || line.at(end - 1).word().equals("saying")
                        || line.is(end - 1, Tag.BE) && line.at(verb).word().equals("saying"))) {
            end--;
        }
        if (end == 0) {
            return verb;
        }
        if (line.at(end - 1).mark(",")) {
            return apposed(line, end - 1, verb);
        }
        int start = end;
        for (int i = end - 1; i >= 0 && i > end - REACH; i--) {
            var piece = line.at(i);
            if (stops(piece) || counts(piece) && !line.is(i + 1, Tag.SOURCE) && !line.is(i + 2, Tag.SOURCE)) {
                break;
            }
            start = i;
        }
        return start == end ? verb : start;
    }

    /** "Ann Dolo, head of the fire service, said": the name stands before the apposition. */
    private static int apposed(Line line, int comma, int verb) {
        for (int i = comma - 1; i > 0 && i > comma - REACH; i--) {
            var piece = line.at(i);
            boolean fate = piece.isTrigger() && !piece.is(Tag.NEUTRAL) && !piece.is(Tag.HUMAN);
            if (piece.isNumber() || fate || piece.is(Tag.VERB)) {
                return verb;
            }
            if (piece.mark(",")) {
                int start = start(line, i);
                if (comma - i > 2 && allCapital(line, i + 1, comma)) {
                    return i + 1;
                }
                boolean named = line.at(start).capital() || hasSource(line, start, i) || line.is(i + 1, Tag.RELATIVE);
                return start < i && named ? start : verb;
            }
        }
        return verb;
    }

    /** "The governor, Ann Dolo, said": here the apposition is the name. */
    private static boolean allCapital(Line line, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!line.at(i).capital()) {
                return false;
            }
        }
        return true;
    }

    private static boolean counts(Piece piece) {
        return piece.isNumber() && !piece.is(Tag.ARTICLE);
    }

    /** Where the subject of a verb of saying cannot reach further left. */
    private static boolean stops(Piece piece) {
        if (piece.isMark()) {
            return !piece.mark("-") || !piece.glued();
        }
        return piece.is(Tag.SUBORDINATE) && !piece.capital()
                || piece.is(Tag.RELATIVE)
                || piece.is(Tag.SAY) && !piece.is(Tag.SOURCE)
                || piece.is(Tag.BE)
                || piece.is(Tag.VERB)
                || piece.is(Tag.MODAL) && !piece.is(Tag.MONTH)
                || piece.is(Tag.ACCORDING)
                || piece.is(Tag.NEGATION)
                || piece.is(Tag.DENIED)
                || piece.isTrigger()
                        && !piece.capital()
                        && !piece.is(Tag.NEUTRAL)
                        && !piece.is(Tag.HUMAN)
                        && !piece.is(Tag.WEAK);
    }

    /** Where a claimant that begins at {@code from} ends. */
    static int end(Line line, int from) {
        int i = from;
        for (; i < line.size() && i < from + REACH; i++) {
            var piece = line.at(i);
            boolean mark = piece.isMark() && !(piece.mark("-") && piece.glued()) && !(piece.mark("\"") && i == from);
            boolean time = piece.is(Tag.WEEKDAY) || piece.is(Tag.AS_OF) && i > from;
            if (mark
                    || time
                    || piece.is(Tag.RELATIVE)
                    || piece.is(Tag.SUBORDINATE)
                    || piece.is(Tag.SAY) && !piece.is(Tag.SOURCE) && i > from
                    || piece.is(Tag.BE)
                    || counts(piece)
                    || piece.is(Tag.HAVE)
                    || piece.is(Tag.NEUTRAL) && piece.isTrigger()) {
                break;
            }
            if (piece.isTrigger() && i > from && !piece.is(Tag.SOURCE) && !piece.is(Tag.HUMAN) && !piece.capital()) {
                break;
            }
            boolean verbFollows = piece.is(Tag.AND)
                    && (line.is(i + 1, Tag.VERB) || line.at(i + 1).word().endsWith("ing"));
            if (verbFollows || i > from && ends(piece)) {
                break;
            }
        }
        return i;
    }

    /** A preposition of place or time closes a name; "of", "for", "from" and "by" do not. */
    private static boolean ends(Piece piece) {
        return piece.is(Tag.PLACE_PREPOSITION) && !piece.is(Tag.FROM)
                || piece.is(Tag.PREPOSITION)
                        && !piece.is(Tag.OF)
                        && !piece.word().equals("for")
                        && !piece.word().equals(ARABIC_FOR)
                        && !piece.is(Tag.FROM)
                        && !piece.word().equals("by");
    }

    /** The name in {@code [from, to)} without articles and trailing place or time; empty when these words name nobody. */
    static String of(Line line, int from, int to) {
        int start = line.is(from, Tag.PREPOSITION) ? afterLead(line, from, to) : from;
        int end = to;
        while (start < end
                && (line.is(start, Tag.DETERMINER)
                        || line.is(start, Tag.ARTICLE)
                        || line.is(start, Tag.ADVERB)
                        || line.is(start, Tag.AND)
                        || line.is(start, Tag.OR)
                        || line.at(start).isMark()
                        || line.is(start, Tag.WEEKDAY)
                        || line.is(start, Tag.SUBORDINATE)
                        || line.is(start, Tag.PREPOSITION) && skipsLead(line, start, end))) {
            start++;
        }
        for (int i = start + 1; i < end; i++) {
            boolean place = line.is(i, Tag.PLACE_PREPOSITION) && !line.is(i, Tag.FROM) && !line.is(i, Tag.TO);
            if (place || line.at(i).mark(",")) {
                end = i;
            }
        }
        while (end > start
                && (line.is(end - 1, Tag.ADVERB)
                        || line.is(end - 1, Tag.HAVE)
                        || line.at(end - 1).isMark()
                        || line.is(end - 1, Tag.WEEKDAY)
                        || line.is(end - 1, Tag.AND)
                        || line.is(end - 1, Tag.ELSEWHEN)
                        || line.is(end - 1, Tag.PREPOSITION))
                && !line.is(end - 1, Tag.SOURCE)) {
            end--;
        }
        if (start >= end || !(hasSource(line, start, end) || hasName(line, start, end))) {
            return "";
        }
        int person = person(line, start, end);
        return line.words(person, end);
    }

    /** "In a statement on Saturday the army": the words before the last comma are no part of the name. */
    private static boolean skipsLead(Line line, int start, int end) {
        return line.is(start, Tag.PREPOSITION) && end - start > 1;
    }

    /** "freed in recent weeks and Ann Dolo said": the claimant begins behind the "and". */
    private static int afterLead(Line line, int from, int to) {
        int and = line.first(Tag.AND, from, to);
        return and < 0 || hasSource(line, from, and) ? from : and + 1;
    }

    /**
     * The subject of a verb of telling that no list knows: "the harbour office", "village elders". It must be a plain noun
     * phrase: no pronoun, number, measure, event or tally speaks.
     */
    static String unlisted(Line line, int from, int to) {
        int start = from;
        for (int i = from; i < to; i++) {
            if (line.is(i, Tag.DETERMINER) || line.is(i, Tag.ARTICLE) || line.is(i, Tag.WEEKDAY)) {
                start = i + 1;
            }
        }
        int end = to;
        while (end > start && (line.is(end - 1, Tag.ADVERB) || line.is(end - 1, Tag.HAVE))) {
            end--;
        }
        for (int i = start; i < end; i++) {
            var piece = line.at(i);
            boolean bars = !piece.isWord() && !(piece.mark("-") && piece.glued())
                    || piece.is(Tag.PRONOUN)
                    || piece.is(Tag.PREPOSITION) && !piece.is(Tag.OF)
                    || piece.is(Tag.AND)
                    || piece.is(Tag.UNIT)
                    || piece.is(Tag.WEEKDAY)
                    || piece.is(Tag.MONTH)
                    || piece.is(Tag.BE)
                    || piece.is(Tag.TO)
                    || piece.is(Tag.TO_BE)
                    || piece.is(Tag.AT_LEAST)
                    || piece.is(Tag.MORE_THAN)
                    || piece.is(Tag.AT_MOST)
                    || piece.is(Tag.ABOUT)
                    || piece.is(Tag.RELATIVE)
                    || piece.is(Tag.NEGATION)
                    || piece.is(Tag.TOTAL)
                    || piece.is(Tag.COUNT_OF)
                    || piece.isTrigger() && !piece.is(Tag.NEUTRAL) && !piece.is(Tag.HUMAN);
            if (bars) {
                return "";
            }
        }
        var head = line.at(end - 1);
        boolean speaks = start < end
                && end - start <= 6
                && !head.is(Tag.THING)
                && !head.is(Tag.EVENT)
                && !head.is(Tag.VERB)
                && !head.word().endsWith("ly")
                && head.word().length() > 2;
        return speaks ? line.words(start, end) : "";
    }

    private static boolean hasSource(Line line, int from, int to) {
        return line.has(Tag.SOURCE, from, to);
    }

    /** A capitalised word that is neither date nor small word, as names have. */
    private static boolean hasName(Line line, int from, int to) {
        for (int i = from; i < to; i++) {
            var piece = line.at(i);
            if (piece.capital()
                    && !piece.entry().hasForm(Trigger.Form.NOUN)
                    && (i > 0 || !piece.is(Tag.DETERMINER))
                    && !piece.is(Tag.COUNT_OF)
                    && !piece.is(Tag.TOTAL)
                    && !piece.is(Tag.MONTH)
                    && !piece.is(Tag.WEEKDAY)
                    && !piece.is(Tag.PRONOUN)) {
                return true;
            }
        }
        return false;
    }

    /** "hospital official Ann Dolo" is Ann Dolo: two or more capitalised words at the end after a lower-case one. */
    private static int person(Line line, int from, int to) {
        int i = to;
        while (i > from && line.at(i - 1).capital()) {
            i--;
        }
        boolean lower = i > from
                && line.at(i - 1).isWord()
                && !line.is(i - 1, Tag.OF)
                && !line.is(i - 1, Tag.PREPOSITION)
                && !line.is(i - 1, Tag.AND)
                && !line.is(i - 1, Tag.DETERMINER);
        return lower && to - i >= 2 ? i : from;
    }
}
