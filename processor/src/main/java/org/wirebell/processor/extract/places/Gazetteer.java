package org.wirebell.processor.extract.places;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.wirebell.model.Place;
import org.wirebell.processor.extract.words.Passage;
import org.wirebell.processor.extract.words.Word;
import org.wirebell.processor.extract.words.Words;

/** The places that we know, with their names in several languages. Built once, shared by all threads. */
public final class Gazetteer {
    /** Thousands of people: what counts for a country, for a place of whose people we know nothing, for a town known everywhere. */
    private static final int COUNTRY = 100_000;

    private static final int USUAL = 300;
    private static final int KNOWN = 300;
    /** Powers of ten of thousands of people from which on a town is meant though others share its name. */
    private static final double WELL_KNOWN = 2;

    private final Map<String, Place> places;
    private final Map<String, Standing> standings = new HashMap<>();
    private final Names names;

    /** How well a place is known; {@code weight} is ten to the power of its prominence. */
    private record Standing(Place place, double prominence, double weight, boolean known) {}

    private Gazetteer(GazetteerFiles files) {
        places = Map.copyOf(files.complete());
        places.values().forEach(place -> standings.put(place.id(), standing(place, files)));
        names = new Names(files.names);
    }

    private static Standing standing(Place place, GazetteerFiles files) {
        var people = Optional.ofNullable(files.people.get(place.id()));
        int counted = place.ancestors().isEmpty() ? COUNTRY : Math.max(1, people.orElse(USUAL));
        double prominence = Math.log10(counted) + (files.hand.contains(place.id()) ? 1 : 0);
        return new Standing(place, prominence, Math.pow(10, prominence), people.orElse(0) >= KNOWN);
    }

    /** The gazetteer that comes with Wirebell; read at the first call. */
    public static Gazetteer standard() {
        return Standard.GAZETTEER;
    }

    /**
     * The most specific place that the words name ("Rafah, in southern Gaza" is Rafah); empty when they name none that we know.
     * Case does not matter where the words are nothing but the name.
     */
    public Optional<Place> find(String words) {
        var list = Words.of(words);
        boolean small = list.stream().noneMatch(Word::capital);
        var beside = new Beside(new Passage(words, list));
        var mentions = names.in(words, list, Names.ANY, small || whole(words, list)).stream()
                .filter(m -> !m.demonym() && !(m.doubtful() && beside.person(m)))
                .toList();
        var countries = mentions.stream()
                .filter(m -> m.candidates().size() == 1)
                .map(m -> place(m.candidates().getFirst()).country())
                .collect(Collectors.toSet());
        var best = Optional.<Place>empty();
        for (var mention : mentions) {
            var here = among(mention, countries);
            if (small(mention) && !countries.contains(here.country())) {
                continue; // may as well be a town that nobody lists
            }
            if (best.isEmpty() || here.ancestors().contains(best.get().id())) {
                best = Optional.of(named(here, mention.quote()));
            }
        }
        return best;
    }

    /** Both ids mean the same place, or one lies within the other. Ids that we do not know are compatible with themselves only. */
    public boolean compatible(String idA, String idB) {
        return idA.equals(idB) || within(idA, idB) || within(idB, idA);
    }

    /** The place with this id. */
    public Optional<Place> byId(String id) {
        return Optional.ofNullable(places.get(id));
    }

    /** How many places there are. */
    public int size() {
        return places.size();
    }

    List<Mention> mentions(String text, List<Word> words, String language) {
        return names.in(text, words, language, false);
    }

    Place place(Name name) {
        return standing(name.id()).place;
    }

    private Standing standing(String id) {
        var standing = standings.get(id);
        if (standing == null) {
            throw new IllegalStateException("no place " + id);
        }
        return standing;
    }

    /** How likely the place is meant among others of its name: powers of ten of people, one more for a place written by hand. */
    double prominence(Place place) {
        return standing(place.id()).prominence;
    }

    /** What that makes the place count for among them. */
    double weight(Name name) {
        return standing(name.id()).weight;
    }

    /** A town large enough to be named without a word on where it lies. */
    boolean known(Place place) {
        return standing(place.id()).known;
    }

    /** Several towns have the name, and none of them is well known. */
    boolean small(Mention mention) {
        return mention.candidates().size() > 1
                && mention.candidates().stream().noneMatch(name -> prominence(place(name)) >= WELL_KNOWN);
    }

    static Place named(Place place, String quote) {
        return new Place(place.id(), place.name(), place.country(), place.ancestors(), quote);
    }

    /** Whether the first lies within the second, and is not the same. */
    public boolean within(String inner, String outer) {
        var place = places.get(inner);
        return place != null && place.ancestors().contains(outer);
    }

    /** The whole phrase is one name. */
    private boolean whole(String text, List<Word> words) {
        return names.in(text, words, Names.ANY, true).stream()
                .anyMatch(m -> m.firstWord() == 0 && m.lastWord() == words.size() - 1);
    }

    /** Of several places with this name the first in one of these countries, else the first. */
    private Place among(Mention mention, Set<String> countries) {
        return mention.candidates().stream()
                .map(this::place)
                .filter(p -> countries.contains(p.country()))
                .findFirst()
                .orElseGet(() -> place(mention.candidates().getFirst()));
    }

    private static final class Standard {
        private static final Gazetteer GAZETTEER = new Gazetteer(new GazetteerFiles());
    }
}
