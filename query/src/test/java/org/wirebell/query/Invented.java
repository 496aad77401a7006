package org.wirebell.query;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.wirebell.model.Escalation;
import org.wirebell.model.Figure;
import org.wirebell.model.Finding;
import org.wirebell.model.Item;
import org.wirebell.model.Json;
import org.wirebell.model.Place;
import org.wirebell.model.Samples;
import org.wirebell.model.Signal;

/** Queries and items without end, of few words so that they meet; a seed makes the same ones again. */
final class Invented {
    private static final List<List<String>> LANGUAGES = List.of(
            List.of(
                    "ferry",
                    "ferries",
                    "Ferrol",
                    "toll",
                    "tolls",
                    "harbour",
                    "Harbour-master",
                    "quake",
                    "strike",
                    "striker",
                    "stricken",
                    "border",
                    "rain",
                    "vote",
                    "market",
                    "school",
                    "the",
                    "of",
                    "don't",
                    "U.N.",
                    "3,000",
                    "31"),
            List.of(
                    "Évacués",
                    "evacues",
                    "bogotá",
                    "Bogota",
                    "señal",
                    "niño",
                    "niños",
                    "naïve",
                    "Straße",
                    "strasse",
                    "port",
                    "portes",
                    "portuaire",
                    "l'eau",
                    "œuvre",
                    "1er"),
            List.of(
                    "القاهرة", "القاهره", "إلى", "الى", "حريق", "حـريق", "قتلى", "قتلي", "مدرسة", "مدارس", "الميناء",
                    "٣١", "مسؤول", "مسوول", "في"),
            List.of(
                    "паром",
                    "паромы",
                    "Ещё",
                    "еще",
                    "порт",
                    "порта",
                    "портовый",
                    "гавань",
                    "школа",
                    "школы",
                    "мост",
                    "моста"));
    private static final List<String> TAGS = List.of("mass.casualty", "crossborder.fire", "strike", "talks.begin");
    private static final List<String> PLACES = List.of("xa/tel-amar", "xa/port-adel", "xb/bogar", "xb/north/ulm");
    private static final List<String> SOURCES = List.of("coastwire", "harbor-post", "Nordpresse", "الساحل");

    private final Random random;
    private final List<String> words;

    Invented(long seed) {
        random = new Random(seed);
        words = LANGUAGES.get((int) (seed % LANGUAGES.size()));
    }

    /** One that can be read; now and then one of those that Lucene must answer. */
    String query() {
        for (int tries = 0; tries < 1_000; tries++) {
            var query = either(2 + random.nextInt(2));
            try {
                Queries.parse(query);
                return query;
            } catch (IllegalArgumentException e) {
                continue; // excludes only, or the like
            }
        }
        throw new IllegalStateException("no query can be read");
    }

    private String either(int depth) {
        int parts = 1 + random.nextInt(3);
        return IntStream.range(0, parts)
                .mapToObj(_ -> pick(List.of("", "", "", "+", "-", "NOT ")) + part(depth))
                .collect(Collectors.joining(pick(List.of(" ", " AND ", " OR "))));
    }

    private String part(int depth) {
        if (depth > 0 && random.nextInt(4) == 0) {
            return "(" + either(depth - 1) + ")" + (random.nextInt(6) == 0 ? "^2.5" : "");
        }
        return switch (random.nextInt(14)) {
            case 0, 1, 2 -> field() + word();
            case 3 -> field() + quoted(2);
            case 4 -> field() + quoted(2 + random.nextInt(3)) + "~" + random.nextInt(12);
            case 5 -> field() + start(3) + "*";
            case 6 -> field() + pattern();
            case 7 ->
                random.nextInt(4) > 0
                        ? field() + word()
                        : field() + pick(words).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "") + "~"
                                + (random.nextInt(4) > 0 ? 1 : 2);
            case 8 -> field() + "/" + start(3) + pick(List.of("(s|es)?", ".*", "[a-zа-я]{1,4}", "\\w+", ".?.?")) + "/";
            case 9 -> number();
            case 10, 11 -> name();
            case 12 ->
                pick(List.of("*:*", "text:[f TO s]", "headline:[* TO порт]", "place:[xa TO xb]", "slug:{a TO z}"));
            default -> time();
        };
    }

    private String field() {
        return pick(List.of("", "", "", "headline:", "body:", "summary:", "claimant:", "slug:", "keyword:"));
    }

    private String quoted(int length) {
        return IntStream.range(0, length).mapToObj(_ -> word()).collect(Collectors.joining(" ", "\"", "\""));
    }

    private String start(int letters) {
        var word = word();
        return word.substring(0, Math.min(word.length(), letters + random.nextInt(2)));
    }

    private String pattern() {
        var word = word();
        int at = word.length() <= 3 ? word.length() : 3 + random.nextInt(word.length() - 3);
        return word.substring(0, at) + pick(List.of("?", "*", "?*", "*?")) + word.substring(at);
    }

    private String number() {
        var field = pick(List.of("level", "figure", "urgency", "rise", "story-level"));
        return field
                + pick(List.of(
                        ":" + random.nextInt(8),
                        ":-1",
                        ":[" + random.nextInt(5) + " TO *]",
                        ":{2 TO " + random.nextInt(40) + "]",
                        ":[* TO 3}"));
    }

    private String time() {
        return pick(List.of(
                "published:2026-03-01",
                "received:[2026-03-02 TO *]",
                "published:[* TO 2026-03-02T00:00:00Z}",
                "copy:no"));
    }

    private String name() {
        return pick(List.of(
                "place:" + pick(PLACES),
                "place:\"tel amar\"",
                "place:xa",
                "place:xb/*",
                "place:x?/port-adel",
                "country:xa",
                "signal:" + pick(TAGS),
                "signal:mass.*",
                "category:killed",
                "category:/(kil|inj).*/",
                "source:" + pick(SOURCES),
                "source:coastwier~2",
                "language:en",
                "first:strike",
                "wire:kill",
                "story:urn*"));
    }

    Finding finding(int n) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("id", "i" + n);
        fields.put("version", "1");
        fields.put("source", pick(SOURCES));
        fields.put("headline", sentence(random.nextInt(8)));
        fields.put("summary", sentence(random.nextInt(10)));
        fields.put("body", sentence(random.nextInt(40)));
        fields.put("slug", sentence(random.nextInt(3)).replace(' ', '-'));
        fields.put("keywords", some(2, this::word));
        fields.put("genre", pick(List.of("", "Opinion")));
        fields.put(
                "published",
                Samples.T0.plus(Duration.ofHours(random.nextInt(72))).toString());
        fields.put(
                "received",
                Samples.T0.plus(Duration.ofHours(random.nextInt(72))).toString());
        fields.put("signals", random.nextInt(8) == 0 ? List.of("kill") : List.of());
        if (random.nextBoolean()) {
            fields.put("urgency", 1 + random.nextInt(9));
        }
        var item = Json.read(Json.plain(fields), Item.class);
        return new Finding(
                item,
                pick(List.of("en", "ar", "ru", "")),
                some(3, this::place),
                some(2, () -> new Signal(pick(TAGS), random.nextInt(9) - 2, "", 0, 0, Figure.Part.BODY, "r")),
                some(3, this::figure),
                pick(List.of("", "urn:a", "urn:b")),
                pick(List.of("", "coastwire|other")),
                "coastwire",
                1,
                random.nextBoolean()
                        ? Optional.of(new Escalation(
                                random.nextInt(6),
                                random.nextInt(4),
                                some(2, () -> new Escalation.First(pick(TAGS), "xa", 30))))
                        : Optional.empty(),
                Map.of());
    }

    private Place place() {
        var id = pick(PLACES);
        var country = id.substring(0, 2);
        return new Place(
                id, id.substring(id.lastIndexOf('/') + 1).replace('-', ' '), country, List.of(country), word());
    }

    private Figure figure() {
        var known = Samples.figure();
        return new Figure(
                known.quote(),
                known.start(),
                known.part(),
                Optional.of((long) random.nextInt(40)),
                known.low(),
                known.high(),
                known.fraction(),
                known.bound(),
                pick(List.of(Figure.Category.KILLED, Figure.Category.INJURED, Figure.Category.MISSING)),
                word(),
                known.subsetOf(),
                known.role(),
                known.time(),
                sentence(2),
                known.place(),
                known.since(),
                known.asOf(),
                known.scope(),
                random.nextBoolean(),
                known.rule());
    }

    private String sentence(int length) {
        return IntStream.range(0, length).mapToObj(_ -> word()).collect(Collectors.joining(" "));
    }

    private String word() {
        return pick(words);
    }

    private <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private <T> List<T> some(int most, Supplier<T> of) {
        var all = new ArrayList<T>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            all.add(of.get());
        }
        return all;
    }
}
