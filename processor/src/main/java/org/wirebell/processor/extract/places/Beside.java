package org.wirebell.processor.extract.places;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wirebell.processor.extract.words.Fold;
import org.wirebell.processor.extract.words.Passage;
import org.wirebell.processor.extract.words.Word;

/** What the words beside a name in one text say of it; the lists are in {@code beside.txt}. */
final class Beside {
    private static final Map<String, Set<String>> LISTS = lists();
    /** A headline in which most words have capitals says nothing by them. */
    private static final double TITLE_CASE = 0.7;

    private final String text;
    private final List<Word> words;
    private final boolean titled;
    private final boolean cased;

    Beside(Passage passage) {
        text = passage.text();
        words = passage.words();
        int capitals = 0;
        boolean upper = false;
        for (var word : words) {
            capitals += word.capital() ? 1 : 0;
            upper |= Character.isUpperCase(word.form().codePointAt(0));
        }
        titled = capitals > words.size() * TITLE_CASE;
        cased = upper;
    }

    /** Another capitalised word or a title stands beside it: "Paris Hadley", "Judge Houston". */
    boolean person(Mention mention) {
        int before = mention.firstWord() - 1;
        int after = mention.lastWord() + 1;
        return !titled
                && (before >= 0 && beside(before) && doubtful(words.get(before), "before")
                        || after < words.size() && beside(after - 1) && doubtful(words.get(after), "after"));
    }

    /** A title stands before it: "Gen. Jackson". */
    boolean addressed(Mention mention) {
        int before = mention.firstWord() - 1;
        return before >= 0 && in("person", words.get(before)) && Names.close(text, words, before);
    }

    /** A word for "in" or "near" stands before it. */
    boolean located(Mention mention) {
        return follows("where", mention);
    }

    /** A word for "from" or "to" stands before it, as it may before a person. */
    boolean reached(Mention mention) {
        return follows("reach", mention);
    }

    private boolean follows(String list, Mention mention) {
        int before = mention.firstWord() - 1;
        return before >= 0 && !(titled && cased) && in(list, words.get(before)) && Names.close(text, words, before);
    }

    /** Stands alone with its capital at the start of a sentence or of the text, where each word has one. */
    boolean opens(Mention mention) {
        int at = mention.start() - 1;
        while (at >= 0 && (Character.isWhitespace(text.charAt(at)) || "\"“”‘’'«»(".indexOf(text.charAt(at)) >= 0)) {
            at--;
        }
        return at < 0 || ".!?:;•—–\n".indexOf(text.charAt(at)) >= 0;
    }

    /** A comma or an opening bracket and nothing else between the two: "Reading, England". */
    boolean explained(Mention mention, Mention by) {
        int gap = by.start() - mention.end();
        return by.firstWord() == mention.lastWord() + 1
                && gap >= 1
                && gap <= 2
                && ",(،".indexOf(text.substring(mention.end(), by.start()).strip()) >= 0;
    }

    private static boolean doubtful(Word word, String harmless) {
        return word.capital() && !word.number() && !in(harmless, word) && !word.shouted();
    }

    private static boolean in(String list, Word word) {
        return LISTS.getOrDefault(list, Set.of()).contains(word.key());
    }

    /** One blank and nothing else between this word and the next. */
    private boolean beside(int at) {
        int end = words.get(at).end();
        return words.get(at + 1).start() == end + 1 && text.charAt(end) == ' ';
    }

    private static Map<String, Set<String>> lists() {
        var lists = new HashMap<String, Set<String>>();
        for (var row : GazetteerFiles.rows("beside.txt", 2)) {
            for (var word : row[1].split(" ")) {
                lists.computeIfAbsent(row[0], _ -> new HashSet<>()).add(Fold.fold(word));
            }
        }
        return lists;
    }
}
