package org.wirebell.processor.extract.places;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wirebell.processor.extract.words.Word;
import org.wirebell.processor.extract.words.Words;

/** All names by their first word and the second; finds the longest one at each word of a text. */
final class Names {
    /** Stands for any language: what a caller says who does not know it. */
    static final String ANY = "*";

    private static final int WIDEST_GAP = 3;
    private static final int PLACES = 1 << 19;
    /** Their capital at the start of a sentence makes no name: "La paz" is peace. */
    private static final Set<String> ARTICLES = Set.of("the", "la", "le", "les", "el", "los", "las");

    private static final Set<String> OFFICE = Set.of(
            "troops",
            "forces",
            "soldiers",
            "envoy",
            "envoys",
            "official",
            "officials",
            "president",
            "military",
            "army",
            "navy",
            "diplomats",
            "officers",
            "government",
            "intelligence",
            "weapons",
            "aid",
            "sanctions",
            "citizens",
            "secretary",
            "ambassador");

    private final Map<String, Beginning> byFirst;
    /** Where first words fall, by their hashes: most words of a text fall nowhere, and small as it is this stays near the processor. */
    private final BitSet begins = new BitSet(PLACES);

    Names(Collection<Name> names) {
        byFirst = grouped(names.stream(), 0, Beginning::of);
        byFirst.keySet().forEach(word -> begins.set(place(word)));
    }

    private static int place(String word) {
        return word.hashCode() * 0x9e3779b9 >>> Integer.SIZE - Integer.numberOfTrailingZeros(PLACES);
    }

    /** Names that begin with one word: those of no other, and those of more by the second one, for hundreds begin with "La". */
    private record Beginning(List<Name> alone, Map<String, List<Name>> bySecond) {
        static Beginning of(List<Name> names) {
            var alone = names.stream().filter(name -> name.keys().size() == 1).toList();
            var more = names.stream().filter(name -> name.keys().size() > 1);
            return new Beginning(
                    alone, Map.copyOf(grouped(more, 1, List::copyOf))); // tens of thousands, most of them empty
        }
    }

    /** By the word at this place. */
    private static <T> Map<String, T> grouped(Stream<Name> names, int place, Function<List<Name>, T> each) {
        return names.collect(Collectors.groupingBy(
                name -> name.keys().get(place), Collectors.collectingAndThen(Collectors.toList(), each)));
    }

    /** Longest matches from left to right, in this language; those that are no places left out. */
    List<Mention> in(String text, List<Word> words, String language, boolean anyCase) {
        var mentions = new ArrayList<Mention>();
        for (int i = 0; i < words.size(); ) {
            var names = at(text, words, i, language, anyCase);
            if (names.isEmpty()) {
                i++;
            } else {
                int last = i + names.getFirst().keys().size() - 1;
                if (names.getFirst().kind() != Name.Kind.NOTHING) {
                    int start = words.get(i).start();
                    int end = words.get(last).end();
                    boolean weak = attributive(text, words, last, names.getFirst());
                    mentions.add(new Mention(start, end, text.substring(start, end), i, last, names, weak));
                }
                i = last + 1;
            }
        }
        return mentions;
    }

    /** Folded words of a name. */
    static List<String> keys(String name) {
        return Words.of(name).stream().map(Word::key).toList();
    }

    private List<Name> at(String text, List<Word> words, int from, String language, boolean anyCase) {
        var key = words.get(from).key();
        var best = longest(key, text, words, from, language, anyCase);
        if (best.isEmpty()) { // the word as written before its basic form
            for (var basic : Inflected.basic(words.get(from), language)) {
                best = longest(basic, text, words, from, language, anyCase);
                if (!best.isEmpty()) {
                    break;
                }
            }
        }
        return best;
    }

    private List<Name> longest(
            String first, String text, List<Word> words, int from, String language, boolean anyCase) {
        var names = begins.get(place(first)) ? byFirst.get(first) : null;
        if (names == null) {
            return List.of();
        }
        var more = from + 1 < words.size()
                ? names.bySecond.getOrDefault(words.get(from + 1).key(), List.of())
                : List.<Name>of();
        var best = longest(more, text, words, from, language, anyCase);
        return best.isEmpty() ? longest(names.alone, text, words, from, language, anyCase) : best;
    }

    private static List<Name> longest(
            List<Name> names, String text, List<Word> words, int from, String language, boolean anyCase) {
        if (names.isEmpty()) {
            return List.of();
        }
        var best = new ArrayList<Name>(2);
        int longest = 0;
        for (var name : names) {
            int length = name.keys().size();
            if (length >= longest
                    && (language.equals(ANY) || name.in(language))
                    && matches(name, text, words, from)
                    && (anyCase && name.kind().anyCase() || written(name, words, from))) {
                if (length > longest) {
                    best.clear();
                    longest = length;
                }
                if (best.stream().noneMatch(b -> b.id().equals(name.id()))) {
                    best.add(name);
                }
            }
        }
        return best;
    }

    private static boolean matches(Name name, String text, List<Word> words, int from) {
        var keys = name.keys();
        if (from + keys.size() > words.size()) {
            return false;
        }
        for (int k = 1; k < keys.size(); k++) {
            if (!words.get(from + k).key().equals(keys.get(k)) || !close(text, words, from + k - 1)) {
                return false;
            }
        }
        return true;
    }

    /** "US-led", "UK envoy": the short name does an adjective's work. */
    private static boolean attributive(String text, List<Word> words, int last, Name name) {
        return name.kind() == Name.Kind.SHOUTED
                && last + 1 < words.size()
                && close(text, words, last)
                && (text.charAt(words.get(last).end()) == '-'
                        || OFFICE.contains(words.get(last + 1).key()));
    }

    /** Nothing but blanks, hyphens and the like between this word and the next. */
    static boolean close(String text, List<Word> words, int at) {
        int from = words.get(at).end();
        int to = words.get(at + 1).start();
        if (to - from > WIDEST_GAP) {
            return false;
        }
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c) && "-–‑'’&/.s".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Names begin with a capital somewhere; French and Spanish write adjectives of countries small. */
    private static boolean written(Name name, List<Word> words, int from) {
        var span = words.subList(from, from + name.keys().size());
        return switch (name.kind()) {
            case SHOUTED -> span.stream().allMatch(Word::shouted);
            case NOTHING -> true;
            case DEMONYM -> name.language().equals("fr") || name.language().equals("es") || capital(span);
            case PLAIN, PERSON, WORD, LESSER, LESSER_WORD -> capital(span);
        };
    }

    private static boolean capital(List<Word> span) {
        for (var word : span) {
            if (word.capital() && (span.size() == 1 || !ARTICLES.contains(word.key()))) {
                return true;
            }
        }
        return false;
    }
}
