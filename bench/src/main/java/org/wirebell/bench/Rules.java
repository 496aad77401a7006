package org.wirebell.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.wirebell.model.Escalation;
import org.wirebell.model.Figure;
import org.wirebell.model.Finding;
import org.wirebell.model.Place;
import org.wirebell.model.Signal;

/**
 * Invented findings and the rules of desks. Words of a text are as common as Zipf's law has them, each item speaks of one of 400 topics
 * (a sixth of its words) and names four of 8,000 names again and again; rules ask for names and topic words, seldom for common ones.
 */
final class Rules {
    private static final int WORDS = 40_000;
    private static final int NAMES = 8_000;
    private static final int TOPICS = 400;
    private static final int TOPIC_WORDS = 30;
    private static final int NAMES_AN_ITEM = 4;
    private static final int COUNTRIES = 120;
    private static final List<String> TAGS = List.of(
            "mass.casualty",
            "crossborder.fire",
            "strike",
            "talks.begin",
            "ceasefire",
            "evacuation",
            "arrest",
            "attack");
    private static final Instant MOMENT = Instant.parse("2026-03-01T06:00:00Z");

    private final SplittableRandom random;

    Rules(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Rules by id: phrases, phrases with conditions, several words, proximity, beginnings, many alternatives, fields. */
    Map<String, String> rules(int count) {
        var rules = new TreeMap<String, String>();
        for (int i = 0; i < count; i++) {
            rules.put("rule-" + i, rule());
        }
        return rules;
    }

    private String rule() {
        int kind = random.nextInt(100);
        int topic = random.nextInt(TOPICS);
        if (kind < 18) {
            return "\"" + name() + " " + name() + "\" OR \"" + name() + " " + topicWord(topic) + "\"";
        }
        if (kind < 48) {
            return "\"" + name() + " " + name() + "\" OR (" + name() + " AND (" + topicWord(topic) + " OR "
                    + topicWord(topic) + ") AND NOT headline:" + topicWord(random.nextInt(TOPICS)) + ")";
        }
        if (kind < 60) {
            return topicWord(topic) + " AND " + topicWord(topic) + " AND " + name();
        }
        if (kind < 70) {
            return "\"" + name() + " " + topicWord(topic) + "\"~8";
        }
        if (kind < 78) {
            return name().substring(0, 4) + "* AND headline:" + topicWord(topic);
        }
        if (kind < 85) {
            return IntStream.range(0, 8 + random.nextInt(16))
                    .mapToObj(_ -> name())
                    .collect(Collectors.joining(" OR "));
        }
        if (kind < 95) {
            return "place:" + country() + " AND signal:" + tag() + " AND level:[" + (3 + random.nextInt(3)) + " TO *]";
        }
        return "category:killed AND figure:[" + (10 + random.nextInt(90)) + " TO *] AND place:" + town();
    }

    /** As it would leave the processor, with places, signals and a figure. */
    Finding finding(int n, int words) {
        int topic = random.nextInt(TOPICS);
        var names = IntStream.range(0, NAMES_AN_ITEM).mapToObj(_ -> name()).toList();
        var item = News.item(n, MOMENT, text(10, topic, names), text(words - 10, topic, names));
        return new Finding(
                item,
                "en",
                IntStream.range(0, 3).mapToObj(_ -> place()).toList(),
                random.nextInt(3) == 0 ? List.of(signal()) : List.of(),
                random.nextInt(5) == 0 ? List.of(figure()) : List.of(),
                "urn:story:" + n / 5,
                "",
                "bench",
                1,
                Optional.of(new Escalation(random.nextInt(6), random.nextInt(3), List.of())),
                Map.of());
    }

    private String text(int words, int topic, List<String> names) {
        var text = new ArrayList<String>();
        for (int i = 0; i < words; i++) {
            int kind = random.nextInt(100);
            text.add(
                    kind < 16
                            ? topicWord(topic)
                            : kind < 20 ? capital(names.get(random.nextInt(names.size()))) : common());
            if (i % 19 == 18) {
                text.add(text.removeLast() + (i % 95 == 94 ? ".\n\n" : "."));
            }
        }
        return String.join(" ", text);
    }

    private String common() {
        double share = random.nextDouble();
        return News.town((int) Math.pow(WORDS, share) * 7).toLowerCase(Locale.ROOT); // rank r as often as 1 / r
    }

    private String topicWord(int topic) {
        int word = (int) Math.pow(TOPIC_WORDS, random.nextDouble()) - 1;
        return "t" + News.town((topic * 131 + word * 17) % 12_000).toLowerCase(Locale.ROOT);
    }

    private String name() {
        int name = (int) (Math.pow(random.nextDouble(), 1.5) * NAMES); // the first ones are more often in the news
        return "n" + News.town(name * 11).toLowerCase(Locale.ROOT);
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private String country() {
        int n = (int) Math.pow(COUNTRIES, random.nextDouble()) - 1;
        return "" + (char) ('a' + n / 26) + (char) ('a' + n % 26);
    }

    private String town() {
        return country() + "/" + News.town(random.nextInt(40)).toLowerCase(Locale.ROOT);
    }

    private Place place() {
        var id = town();
        var country = id.substring(0, 2);
        return new Place(id, id.substring(3), country, List.of(country + "/north", country), id.substring(3));
    }

    private Signal signal() {
        return new Signal(tag(), random.nextInt(9) - 2, "", 0, 0, Figure.Part.BODY, "bench");
    }

    private Figure figure() {
        return new Figure(
                "12",
                0,
                Figure.Part.BODY,
                Optional.of((long) random.nextInt(120)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Figure.Bound.EXACT,
                Figure.Category.KILLED,
                "people",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "the " + name() + " office",
                "",
                "",
                "",
                Figure.Scope.INCIDENT,
                true,
                "bench");
    }

    private String tag() {
        return TAGS.get(random.nextInt(TAGS.size()));
    }
}
