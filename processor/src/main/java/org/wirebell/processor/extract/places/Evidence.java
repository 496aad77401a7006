package org.wirebell.processor.extract.places;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirebell.model.Place;

/** Which countries a story speaks of, to choose between places of one name and to bear out names that could be something else. */
final class Evidence {
    /** How many powers of ten of people outweigh a country that all else in the story points to. */
    private static final double CONTEXT = 1;
    /** The same of a division, which few stories name without cause. */
    private static final double REGION = 3.5;
    /** A word on where it lies settles it. */
    private static final double TOLD = 10;
    /** Powers of ten of people between places that are about as well known. */
    private static final double ALIKE = 1;
    /** Less than this is too little to call the whole. */
    private static final double LITTLE = 0.5;

    private final Gazetteer gazetteer;
    private final Tally all = new Tally();
    private final Map<List<String>, Tally> byName = new HashMap<>();
    private final Map<List<String>, String> told = new HashMap<>();

    Evidence(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** The country has a say, such as that of the source. */
    void add(String country, double weight) {
        all.add(country, Optional.empty(), weight);
    }

    /** Each candidate has a say in the measure of its prominence; a name of several places has none about itself. */
    void add(Mention mention, double weight) {
        if (mention.kind().word()) {
            return;
        }
        double sum =
                mention.candidates().stream().mapToDouble(gazetteer::weight).sum();
        boolean several = mention.candidates().size() > 1;
        for (var name : mention.candidates()) {
            var place = gazetteer.place(name);
            double share = (mention.demonym() ? weight / 2 : weight) * gazetteer.weight(name) / sum;
            all.add(place.country(), region(place), share);
            if (several) {
                byName.computeIfAbsent(mention.keys(), _ -> new Tally()).add(place.country(), region(place), share);
            }
        }
    }

    /** The words right behind the mention name a place that one of its candidates lies in. */
    boolean tell(Mention mention, Mention by) {
        for (var outer : by.candidates()) {
            for (var inner : mention.candidates()) {
                if (gazetteer.within(inner.id(), outer.id())) {
                    told.put(mention.keys(), inner.id());
                    return true;
                }
            }
        }
        return false;
    }

    boolean told(Mention mention) {
        return told.containsKey(mention.keys());
    }

    /** Something else in the story speaks for the country of the place that was chosen. */
    boolean bearsOut(Mention mention) {
        return of(choose(mention), mention) > 0;
    }

    /** The candidate that people and context speak for; the first where nothing tells. */
    Place choose(Mention mention) {
        var first = gazetteer.place(mention.candidates().getFirst());
        if (mention.candidates().size() == 1) {
            return first;
        }
        var own = byName.getOrDefault(mention.keys(), Tally.NONE);
        double total = Math.max(LITTLE, all.total - own.total);
        var best = first;
        double most = Double.NEGATIVE_INFINITY;
        for (var name : mention.candidates()) {
            var place = gazetteer.place(name);
            double points = gazetteer.prominence(place)
                    + CONTEXT * of(place, mention) / total
                    + REGION
                            * region(place)
                                    .map(r -> all.region(r) - own.region(r))
                                    .orElse(0.0)
                            / total
                    + (place.id().equals(told.get(mention.keys())) ? TOLD : 0);
            if (points > most) {
                most = points;
                best = place;
            }
        }
        return best;
    }

    /** Another country has a place of this name that is about as well known, and nothing else in the story speaks for either. */
    boolean open(Mention mention) {
        var chosen = choose(mention);
        var others = mention.candidates().stream()
                .map(gazetteer::place)
                .filter(p -> !p.country().equals(chosen.country()))
                .toList();
        return !told(mention)
                && of(chosen, mention) <= 0
                && others.stream().anyMatch(p -> gazetteer.prominence(chosen) - gazetteer.prominence(p) < ALIKE);
    }

    private double of(Place place, Mention mention) {
        var own = byName.getOrDefault(mention.keys(), Tally.NONE);
        double rest = all.country(place.country()) - own.country(place.country());
        return place.country().isEmpty() || rest < Tally.NOTHING ? 0 : rest;
    }

    /** The division that the place lies in or is. */
    private static Optional<String> region(Place place) {
        var up = place.ancestors();
        return up.isEmpty() ? Optional.empty() : Optional.of(up.size() == 1 ? place.id() : up.get(up.size() - 2));
    }

    /** Weights by country and by division. */
    private static final class Tally {
        static final Tally NONE = new Tally();
        /** What is left by rounding. */
        static final double NOTHING = 1e-9;

        private final Map<String, Double> countries = new HashMap<>();
        private final Map<String, Double> regions = new HashMap<>();
        private double total;

        void add(String country, Optional<String> region, double weight) {
            if (!country.isEmpty()) {
                total += weight;
                countries.merge(country, weight, Double::sum);
                region.ifPresent(r -> regions.merge(r, weight, Double::sum));
            }
        }

        double country(String code) {
            return countries.getOrDefault(code, 0.0);
        }

        double region(String id) {
            return regions.getOrDefault(id, 0.0);
        }
    }
}
