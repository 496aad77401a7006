package org.wirebell.processor.extract.places;

import java.util.List;
import java.util.Set;
import org.wirebell.processor.extract.words.Word;

/** Tells "Paris" from "Paris Hilton": a name that is also a person's does not count beside another capitalised word. */
final class Doubts {
    /** Words that may stand before a place with a capital, at the start of a sentence. */
    private static final Set<String> BEFORE = Set.of(
            "in",
            "at",
            "near",
            "from",
            "to",
            "of",
            "the",
            "for",
            "and",
            "but",
            "with",
            "outside",
            "across",
            "around",
            "west",
            "east",
            "north",
            "south",
            "northern",
            "southern",
            "eastern",
            "western",
            "central",
            "en",
            "a",
            "de",
            "dans",
            "pres",
            "du",
            "la",
            "le",
            "y",
            "et",
            "desde",
            "cerca",
            "upper",
            "lower",
            "greater",
            "downtown");
    /** Words that may follow a place with a capital and still leave it a place. */
    private static final Set<String> AFTER = Set.of(
            "valley",
            "river",
            "province",
            "state",
            "region",
            "city",
            "university",
            "airport",
            "hospital",
            "international",
            "district",
            "governorate",
            "county",
            "port",
            "police",
            "government",
            "army",
            "harbour",
            "harbor",
            "station",
            "and",
            "on",
            "in",
            "at",
            "as",
            "street",
            "metro",
            "bridge",
            "says",
            "after");
    /** A headline in which most words have capitals says nothing by them. */
    private static final double TITLE_CASE = 0.7;

    private final String text;
    private final List<Word> words;

    Doubts(String text, List<Word> words) {
        this.text = text;
        this.words = words;
    }

    List<Mention> without(List<Mention> mentions) {
        boolean harmless = mentions.stream().noneMatch(Doubts::namesake) || titled();
        return harmless ? mentions : mentions.stream().filter(m -> !person(m)).toList();
    }

    private boolean person(Mention mention) {
        return namesake(mention) && (before(mention.firstWord()) || after(mention.lastWord()));
    }

    private static boolean namesake(Mention mention) {
        return mention.candidates().stream().allMatch(n -> n.kind() == Name.Kind.PERSON);
    }

    private boolean titled() {
        return words.stream().filter(Word::capital).count() > words.size() * TITLE_CASE;
    }

    private boolean before(int at) {
        return at > 0 && beside(at - 1) && doubtful(words.get(at - 1), BEFORE);
    }

    private boolean after(int at) {
        return at + 1 < words.size() && beside(at) && doubtful(words.get(at + 1), AFTER);
    }

    private static boolean doubtful(Word word, Set<String> harmless) {
        return word.capital() && !word.number() && !harmless.contains(word.key()) && !word.shouted();
    }

    /** One blank and nothing else between this word and the next. */
    private boolean beside(int at) {
        int end = words.get(at).end();
        return words.get(at + 1).start() == end + 1 && text.charAt(end) == ' ';
    }
}
