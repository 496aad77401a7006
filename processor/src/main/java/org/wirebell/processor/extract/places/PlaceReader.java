package org.wirebell.processor.extract.places;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wirebell.model.Place;
import org.wirebell.processor.extract.words.Passage;

/**
 * Reads which places a story means. The main place comes first: that of the dateline, then those of the headline, then those of the
 * body by how often they are named; places known only by a word for their people come last. A dateline in another country than the
 * headline's yields to the headline, since desks also file from neighbouring capitals.
 */
public final class PlaceReader {
    static final double BODY = 1000;
    private static final double DATELINE = 4000;
    private static final double HEADLINE = 3000;
    private static final double FOREIGN_DATELINE = 2500;
    private static final double HINT = 2000;
    /** What a mention in dateline, headline or the provider's words counts for the country of the story; one in the body is one. */
    private static final double PROMINENT = 2;
    /** How many characters of the body count as its beginning. */
    private static final int LEAD = 300;

    private static final Set<String> LANGUAGES =
            Set.of("en", "fr", "es", "ar", "de", "it", "pt", "tr", "ru", "uk", "he", "fa");

    private final Gazetteer gazetteer;

    private PlaceReader(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    public static PlaceReader standard() {
        return new PlaceReader(Gazetteer.standard());
    }

    /**
     * The texts of one story; empty where there is none.
     *
     * @param hints place words that the provider sent along
     * @param home ISO 3166-1 code of the source's country
     */
    public record Story(
            String dateline, List<String> hints, Passage headline, Passage body, String language, String home) {
        public Story {
            hints = List.copyOf(hints);
        }

        public Story(String dateline, List<String> hints, String headline, String body, String language) {
            this(dateline, hints, Passage.of(headline), Passage.of(body), language, "");
        }

        String reading() {
            return LANGUAGES.contains(language) ? language : "en";
        }
    }

    /**
     * What a story says of places.
     *
     * @param places each once, main place first
     * @param country ISO 3166-1 code in lower case of the country that the story is about; empty when it names none
     * @param open names that places of several countries share, where nothing tells which is meant
     */
    public record Reading(List<Place> places, String country, List<String> open) {
        public Reading {
            places = List.copyOf(places);
            open = List.copyOf(open);
        }
    }

    /** The places of the story, each once, main place first. */
    public List<Place> read(Story story) {
        return reading(story).places();
    }

    /** The places of the story and the country that it is about. */
    public Reading reading(Story story) {
        var parts = parts(story);
        var people = new HashSet<List<String>>();
        parts.forEach(p -> p.people(people));
        parts.forEach(p -> p.without(people));
        var evidence = new Evidence(gazetteer);
        evidence.add(story.home(), Part.WEIGHT_OF_HOME);
        parts.forEach(p -> p.bearOut(evidence, gazetteer));
        parts.forEach(p -> p.borneOut(evidence, gazetteer));
        return found(parts, evidence);
    }

    private List<Part> parts(Story story) {
        var parts = new ArrayList<Part>();
        parts.add(part(Passage.of(story.dateline()), story, DATELINE, 5));
        parts.add(part(story.headline(), story, HEADLINE, 2));
        story.hints().forEach(h -> parts.add(part(Passage.of(h), story, HINT, 3)));
        parts.add(part(story.body(), story, BODY, 1));
        return parts;
    }

    private Part part(Passage passage, Story story, double rank, double weight) {
        boolean only = rank == DATELINE || rank == HINT;
        return new Part(
                passage, gazetteer.mentions(passage.text(), passage.words(), story.reading()), only, rank, weight);
    }

    private Reading found(List<Part> parts, Evidence evidence) {
        boolean foreign = foreign(
                parts.getFirst().mentions(),
                parts.get(1).mentions(),
                parts.getLast().mentions(),
                evidence);
        var found = new Found();
        var countries = new LinkedHashMap<String, Double>();
        var open = new HashSet<String>();
        for (var part : parts) {
            double rank = foreign && part.rank() == DATELINE ? FOREIGN_DATELINE : part.rank();
            for (int i = 0; i < part.mentions().size(); i++) {
                var mention = part.mentions().get(i);
                var place = evidence.choose(mention);
                boolean early = rank != BODY || mention.start() < LEAD;
                found.add(place, mention, rank, (early ? 1.5 : 0) - i * 0.001);
                double points = rank == BODY ? 1 : rank == FOREIGN_DATELINE ? 0.5 : PROMINENT;
                countries.merge(place.country(), mention.demonym() ? points / 2 : points, Double::sum);
                if (evidence.open(mention)) {
                    open.add(mention.quote());
                }
            }
        }
        return new Reading(
                found.ranked(), most(countries), open.stream().sorted().toList());
    }

    private static String most(Map<String, Double> countries) {
        return countries.entrySet().stream()
                .filter(e -> !e.getKey().isEmpty())
                .max(Comparator.comparingDouble(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    /** The headline names another country, and the body agrees with it. */
    private static boolean foreign(
            List<Mention> dateline, List<Mention> headline, List<Mention> body, Evidence evidence) {
        if (dateline.isEmpty() || headline.stream().allMatch(Mention::demonym)) {
            return false;
        }
        var from = evidence.choose(dateline.getFirst()).country();
        var told = headline.stream()
                .filter(m -> !m.demonym())
                .map(m -> evidence.choose(m).country())
                .toList();
        return !told.contains(from)
                && body.stream().anyMatch(m -> told.contains(evidence.choose(m).country()));
    }
}
