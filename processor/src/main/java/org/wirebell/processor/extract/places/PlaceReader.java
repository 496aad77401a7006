package org.wirebell.processor.extract.places;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
    private static final double DATELINE = 4000;
    private static final double HEADLINE = 3000;
    private static final double FOREIGN_DATELINE = 2500;
    private static final double HINT = 2000;
    private static final double BODY = 1000;
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

    /** The texts of one story; empty where there is none. {@code hints} are place words that the provider sent along. */
    public record Story(String dateline, List<String> hints, Passage headline, Passage body, String language) {
        public Story {
            hints = List.copyOf(hints);
        }

        public Story(String dateline, List<String> hints, String headline, String body, String language) {
            this(dateline, hints, Passage.of(headline), Passage.of(body), language);
        }

        String reading() {
            return LANGUAGES.contains(language) ? language : "en";
        }
    }

    /** The places of the story, each once, main place first. */
    public List<Place> read(Story story) {
        var dateline = sure(Passage.of(story.dateline()), story, true);
        var headline = sure(story.headline(), story, false);
        var body = sure(story.body(), story, false);
        var hints = new ArrayList<Mention>();
        story.hints().forEach(h -> hints.addAll(sure(Passage.of(h), story, true)));
        var evidence = new Evidence();
        evidence.add(dateline, 5);
        evidence.add(hints, 3);
        evidence.add(headline, 2);
        evidence.add(body, 1);

        var found = new Found(evidence);
        double datelined = foreign(dateline, headline, body, evidence) ? FOREIGN_DATELINE : DATELINE;
        found.add(dateline, datelined, Integer.MAX_VALUE);
        found.add(headline, HEADLINE, Integer.MAX_VALUE);
        found.add(hints, HINT, Integer.MAX_VALUE);
        found.add(body, BODY, LEAD);
        return found.ranked();
    }

    /** Mentions in a text, those that look like people or ordinary words left out unless the text is nothing but a place. */
    private List<Mention> sure(Passage passage, Story story, boolean only) {
        var mentions = gazetteer.mentions(passage.text(), passage.words(), story.reading());
        return only ? mentions : wholes(passage.text(), new Doubts(passage.text(), passage.words()).without(mentions));
    }

    /** Of two places joined by a hyphen the second counts: the "Norvia-Sudria war" is named for its sides and fought in the latter. */
    private static List<Mention> wholes(String text, List<Mention> mentions) {
        var kept = new ArrayList<Mention>();
        for (int i = 0; i < mentions.size(); i++) {
            var mention = mentions.get(i);
            int end = mention.end();
            boolean joined = i + 1 < mentions.size()
                    && mentions.get(i + 1).start() == end + 1
                    && "-\u2010\u2011\u2013".indexOf(text.charAt(end)) >= 0;
            kept.add(joined ? mention.weaker() : mention);
        }
        return kept;
    }

    /** The headline names another country, and the body agrees with it. */
    private boolean foreign(List<Mention> dateline, List<Mention> headline, List<Mention> body, Evidence evidence) {
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

    /** Which countries the story speaks of, to choose between places of one name. */
    private final class Evidence {
        private final Map<String, Double> countries = new HashMap<>();

        void add(List<Mention> mentions, double weight) {
            for (var mention : mentions) {
                if (mention.candidates().size() == 1 && mention.kind() != Name.Kind.WORD) {
                    var country =
                            gazetteer.place(mention.candidates().getFirst()).country();
                    countries.merge(country, mention.demonym() ? weight / 2 : weight, Double::sum);
                }
            }
        }

        double of(Place place) {
            return place.country().isEmpty() ? 0 : countries.getOrDefault(place.country(), 0.0);
        }

        /** The candidate in the country most spoken of; the first where nothing tells. */
        Place choose(Mention mention) {
            var best = gazetteer.place(mention.candidates().getFirst());
            for (var name : mention.candidates()) {
                var place = gazetteer.place(name);
                if (of(place) > of(best)) {
                    best = place;
                }
            }
            return best;
        }
    }

    /** The places chosen so far, with their points. */
    private final class Found {
        private final Map<String, Place> places = new LinkedHashMap<>();
        private final Map<String, Double> points = new HashMap<>();
        private final Evidence evidence;

        Found(Evidence evidence) {
            this.evidence = evidence;
        }

        void add(List<Mention> mentions, double rank, int lead) {
            for (int i = 0; i < mentions.size(); i++) {
                var mention = mentions.get(i);
                var place = evidence.choose(mention);
                if (mention.kind() == Name.Kind.WORD && evidence.of(place) == 0 && (rank == HEADLINE || rank == BODY)) {
                    continue; // "nice" without a word of France
                }
                double early = (mention.start() < lead ? 1.5 : 0) - i * 0.001;
                double points = mention.demonym() ? 1 : rank + early + 1;
                score(Gazetteer.named(place, mention.quote()), points, rank, mention.demonym());
            }
        }

        private void score(Place place, double plus, double rank, boolean demonym) {
            var before = points.getOrDefault(place.id(), 0.0);
            boolean better = !demonym && before < BODY;
            if (before == 0.0 || better) {
                places.put(place.id(), place);
            }
            // The best rank counts once; each further mention adds one.
            points.put(place.id(), before >= rank && !demonym || demonym && before > 0 ? before + 1 : before + plus);
        }

        /** A place stands before those that it lies in, when it is named in as prominent a spot. */
        List<Place> ranked() {
            var order = new HashMap<String, Double>(points);
            for (var place : places.values()) {
                for (var up : place.ancestors()) {
                    double above = points.getOrDefault(up, 0.0);
                    double here = points.getOrDefault(place.id(), 0.0);
                    if (above > here && (int) (above / 500) == (int) (here / 500)) {
                        order.merge(place.id(), above + 0.01 * place.ancestors().size(), Math::max);
                    }
                }
            }
            Comparator<Place> byPoints = Comparator.comparingDouble(p -> -order.getOrDefault(p.id(), 0.0));
            return places.values().stream().sorted(byPoints).toList();
        }
    }
}
