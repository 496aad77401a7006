package org.wirebell.processor.ledger;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Who is counted, in words that can be compared: {@code all}, {@code children}, {@code norvian soldiers}. */
final class Populations {
    static final String ALL = "all";
    private static final Set<String> ARMED = Set.of("fighters", "soldiers");
    private static final WordList KINDS = WordList.read("populations.txt");
    private static final WordList GENERIC = WordList.read("generic.txt");

    private Populations() {}

    /**
     * The kind of people, with a side or nationality where the subject names one in front of it or alone. A nationality that is
     * that of the place itself says nothing more than "people".
     */
    static String of(String subject, String place, Places places) {
        var kind = KINDS.kind(subject);
        var side = side(subject, place, places);
        return kind.map(k -> side.isEmpty() ? k : side + " " + k).orElse(side.isEmpty() ? ALL : side);
    }

    /** The kind of people that the subject names, or {@link #ALL}. */
    static String kind(String subject) {
        return KINDS.kind(subject).orElse(ALL);
    }

    /** People who fight: whose they are makes another population of them. */
    static boolean armed(String population) {
        return ARMED.contains(population);
    }

    /** Capitalised words that are neither a kind of people nor generic. */
    private static String side(String subject, String place, Places places) {
        var rest = GENERIC.without("people", subject);
        var words = Arrays.stream(rest.split("[\\s,]+"))
                .filter(w -> !w.isEmpty() && Character.isUpperCase(w.codePointAt(0)))
                .filter(w -> KINDS.kind(w).isEmpty() && !GENERIC.has("filler", w))
                .map(w -> w.replaceAll("['’]s?$", ""))
                .collect(Collectors.joining(" "));
        var own = !words.isEmpty()
                && !place.isEmpty()
                && places.home(words)
                        .filter(home -> places.compatible(home, place))
                        .isPresent();
        return own ? "" : words.replace('|', ' ').toLowerCase(Locale.ROOT);
    }
}
