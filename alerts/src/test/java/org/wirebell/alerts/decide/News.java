package org.wirebell.alerts.decide;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirebell.model.Claim;
import org.wirebell.model.Evidence;
import org.wirebell.model.Figure;
import org.wirebell.model.Finding;
import org.wirebell.model.Ids;
import org.wirebell.model.Item;
import org.wirebell.model.Json;
import org.wirebell.model.Place;
import org.wirebell.model.Samples;
import org.wirebell.model.Series;
import org.wirebell.model.Update;
import org.wirebell.model.WireSignal;

/** Invented news for the tests of this room: a ferry off Port Adel, told by Coastwire. */
public final class News {
    public static final Instant T0 = Instant.parse("2026-03-01T06:00:00Z");

    private News() {}

    /** A version of an item, received {@code minutes} after it was published. */
    public static Item item(String id, String version, String headline, WireSignal... signals) {
        return item(id, version, headline, Duration.ofMinutes(1), false, signals);
    }

    public static Item item(
            String id, String version, String headline, Duration age, boolean backfill, WireSignal... signals) {
        var fields = new HashMap<String, Object>(Map.of(
                "id",
                id,
                "version",
                version,
                "source",
                "coastwire",
                "headline",
                headline,
                "language",
                "en",
                "published",
                T0.toString(),
                "received",
                T0.plus(age).toString(),
                "signals",
                List.of(signals)));
        fields.put("backfill", backfill);
        return Json.read(Json.plain(fields), Item.class);
    }

    public static Finding finding(Item item) {
        return finding(item, PLACE);
    }

    private static Finding finding(Item item, Place place) {
        return new Finding(item, "en", List.of(place), List.of(), List.of(), "", "", "coastwire", Map.of());
    }

    /** The same words as an earlier item. */
    public static Finding repeat(Item item, String of) {
        return new Finding(
                item, "en", List.of(PLACE), List.of(), List.of(), "", "coastwire|" + of, "coastwire", Map.of());
    }

    private static final Place PLACE = new Place("xa/port-adel", "Port Adel", "xa", List.of("xa"), "Port Adel");

    public static Series series(String population) {
        return series(population, PLACE.id());
    }

    private static Series series(String population, String place) {
        return new Series(Figure.Category.KILLED, population, place, "ferry", "", Figure.Scope.INCIDENT);
    }

    /** A change caused by an item; the evidence is of the same item unless {@code of} names another. */
    public static Change change(Update.Kind kind, Item cause) {
        return new Change(kind, cause);
    }

    /** A change in the making. */
    public static final class Change {
        private final Update.Kind kind;
        private final Item cause;
        private Optional<Long> value = Optional.empty();
        private Optional<Long> previous = Optional.empty();
        private Figure.Bound bound = Figure.Bound.EXACT;
        private String claimant = "the harbour office";
        private String population = "all";
        private String of;
        private String sentence = "the harbour office put the number of dead at that.";
        private List<Claim> against = new ArrayList<>();
        private Place place = PLACE;
        private int corroborated = 1;

        private Change(Update.Kind kind, Item cause) {
            this.kind = kind;
            this.cause = cause;
            this.of = cause.family();
        }

        public Change value(long number) {
            value = Optional.of(number);
            return this;
        }

        public Change previous(long number) {
            previous = Optional.of(number);
            return this;
        }

        public Change bound(Figure.Bound words) {
            bound = words;
            return this;
        }

        public Change claimant(String name) {
            claimant = name;
            return this;
        }

        public Change population(String who) {
            population = who;
            return this;
        }

        public Change corroborated(int origins) {
            corroborated = origins;
            return this;
        }

        public Change of(Item struck) {
            of = struck.family();
            return this;
        }

        /** Another place than the harbour, with what it lies in. */
        public Change place(String id, String... ancestors) {
            place = new Place(id, id.substring(id.lastIndexOf('/') + 1), "xa", List.of(ancestors), id);
            return this;
        }

        public Change noSentence() {
            sentence = "";
            return this;
        }

        public Change against(Claim claim) {
            against = List.of(claim);
            return this;
        }

        public Update update() {
            var evidence = new Evidence(
                    of,
                    cause.version(),
                    "coastwire",
                    cause.headline(),
                    "https://coastwire.example/a",
                    Optional.of(T0),
                    Figure.Part.BODY,
                    sentence,
                    "that",
                    45,
                    45,
                    49,
                    "toll");
            return new Update(
                    Ids.id(kind.name(), cause.contentHash(), population, value.toString(), claimant),
                    "",
                    cause.id(),
                    cause.version(),
                    kind,
                    series(population, place.id()),
                    value,
                    value,
                    value,
                    bound,
                    previous,
                    claimant,
                    "coastwire",
                    "that",
                    45,
                    49,
                    "because",
                    evidence,
                    against,
                    corroborated,
                    T0,
                    cause.received().orElse(T0),
                    cause.backfill(),
                    Optional.of(finding(cause, place)),
                    Map.of());
        }

        public Happening.Changed happening() {
            return new Happening.Changed(update());
        }
    }

    /** A rule over killed people near Port Adel with this condition. */
    public static Rule rule(FigureCondition figure) {
        return new Rule(
                "toll",
                Optional.of("Tolls"),
                Optional.empty(),
                Optional.of(figure),
                Optional.empty(),
                List.of("desk"),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** A rule over items. */
    public static Rule rule(String id, String query) {
        return new Rule(
                id,
                Optional.empty(),
                Optional.of(query),
                Optional.empty(),
                Optional.empty(),
                List.of("desk"),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** {@code first, rise 10, percent 20, crosses 1000, every 100, at-least 5, new-high, falls, conflict, new-claimant, corroborated 2, retracted}. */
    public static FigureCondition asking(String words) {
        var d = FigureCondition.defaults();
        var number = new HashMap<String, Long>();
        for (var word : words.split(", ")) {
            var parts = word.split(" ");
            number.put(parts[0], parts.length > 1 ? Long.valueOf(parts[1]) : 1L);
        }
        return new FigureCondition(
                d.category(),
                d.population(),
                d.scope(),
                d.claimants(),
                Optional.ofNullable(number.get("at-least")),
                number.containsKey("first"),
                number.containsKey("new-high"),
                Optional.ofNullable(number.get("rise")),
                Optional.ofNullable(number.get("percent")).map(Long::doubleValue),
                Optional.ofNullable(number.get("crosses")),
                Optional.ofNullable(number.get("every")),
                number.containsKey("falls"),
                number.containsKey("conflict"),
                number.containsKey("new-claimant"),
                Optional.ofNullable(number.get("corroborated")).map(Long::intValue),
                number.containsKey("retracted"));
    }

    public static Claim claim(long value, String claimant) {
        var sample = Samples.claim();
        var figure = new Figure(
                "x",
                0,
                Figure.Part.BODY,
                Optional.of(value),
                Optional.of(value),
                Optional.of(value),
                Optional.empty(),
                Figure.Bound.EXACT,
                Figure.Category.KILLED,
                "people",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                claimant,
                "",
                "",
                "",
                Figure.Scope.INCIDENT,
                true,
                "toll");
        return new Claim("c", series("all"), claimant, claimant, "coastwire", figure, sample.evidence(), T0, T0, false);
    }
}
