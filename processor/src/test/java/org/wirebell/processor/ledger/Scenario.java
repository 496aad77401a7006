package org.wirebell.processor.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.wirebell.model.Figure;
import org.wirebell.model.Finding;
import org.wirebell.model.Item;
import org.wirebell.model.Json;
import org.wirebell.model.Place;
import org.wirebell.model.Update;

/**
 * Findings from lines that a person can read: {@code moment | source/item#version [verb] | text | figures}, for instance
 *
 * <pre>1 06:00 | coast/f1 | At least 20 people died, the harbour office said. | killed >=20 people @the harbour office</pre>
 *
 * <p>A moment is the day of March and the time. Numbers: {@code 20 >=20 >20 <=20 <20 ~20 ^20 20-30 vague24}; after a number
 * the subject, then {@code @claimant}, {@code =place}, {@code ^since}, {@code part:INDEX}, {@code increment}, {@code feared};
 * figures are separated by semicolons. An origin that is not the source follows it in brackets.
 */
public final class Scenario {
    private static final Pattern FIGURE =
            Pattern.compile("(?<category>\\w+) (?<number>\\S+)(?<subject>[^@=;]*?)(?<rest>(?: @[^=;]*?)?(?: =[^;]*?)?)"
                    + "(?: since (?<since>[^;@=]*?))?(?: part:(?<part>\\d+))?(?<flags>(?: increment| feared| total)*)");
    private static final Pattern WHERE = Pattern.compile("(\\w+)(?:\\((\\w+)\\))?/(\\w+)(?:#(\\d+))?(?: (\\w+))?");

    private Scenario() {}

    /** Invented places: the town of Port Adel in Adelland, and the countries Norvia and Sudria. */
    public static final Places PLACES = new Places() {
        private final Map<String, Place> known = Map.of(
                "port adel", new Place("al/port-adel", "Port Adel", "al", List.of("al"), "Port Adel"),
                "adelland", new Place("al", "Adelland", "al", List.of(), "Adelland"),
                "norvia", new Place("nv", "Norvia", "nv", List.of(), "Norvia"),
                "sudria", new Place("sd", "Sudria", "sd", List.of(), "Sudria"));

        @Override
        public Optional<Place> find(String words) {
            return Optional.ofNullable(known.get(words.toLowerCase(Locale.ROOT)));
        }

        @Override
        public Optional<String> home(String people) {
            return people.startsWith("Adelland") ? Optional.of("al") : Optional.empty();
        }

        @Override
        public boolean compatible(String idA, String idB) {
            return idA.equals(idB) || within(idA, idB) || within(idB, idA);
        }

        @Override
        public boolean within(String inner, String outer) {
            return inner.startsWith(outer + "/");
        }
    };

    public static Finding finding(String line) {
        var cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        var where = WHERE.matcher(cells.get(1));
        if (!where.matches()) {
            throw new IllegalArgumentException("no source/item: " + cells.get(1));
        }
        var version = Optional.ofNullable(where.group(4)).orElse("1");
        var verb = Optional.ofNullable(where.group(5)).orElse("");
        var text = cells.get(2);
        var item = item(where.group(3), where.group(1), version, verb, text, moment(cells.get(0)));
        var figures = Arrays.stream(cells.get(3).split(";"))
                .map(String::strip)
                .filter(f -> !f.isEmpty())
                .map(f -> figure(f, text))
                .toList();
        var origin = Optional.ofNullable(where.group(2)).orElse(where.group(1));
        var place = PLACES.find("port adel").stream().toList();
        return new Finding(item, "en", place, List.of(), figures, "", "", origin, Map.of());
    }

    private static Item item(String id, String source, String version, String verb, String text, Instant at) {
        var fields = new java.util.HashMap<String, Object>(Map.of(
                "id",
                id,
                "version",
                version,
                "source",
                source,
                "headline",
                "",
                "body",
                text,
                "published",
                at.toString(),
                "received",
                at.plusSeconds(30).toString()));
        if (!verb.isEmpty()) {
            fields.put("signals", List.of(verb));
        }
        return Json.read(Json.plain(fields), Item.class);
    }

    static Instant moment(String words) {
        var parts = words.split(" ");
        return LocalDate.of(2026, 3, 1)
                .plusDays(Integer.parseInt(parts[0]) - 1L)
                .atTime(LocalTime.parse(parts[1]))
                .toInstant(ZoneOffset.UTC);
    }

    static Figure figure(String words, String text) {
        var m = FIGURE.matcher(words);
        if (!m.matches()) {
            throw new IllegalArgumentException("no figure: " + words);
        }
        var number = m.group("number");
        var digits = number.replaceAll("^\\D+", "");
        var bound = bound(number);
        long n = Long.parseLong(digits.split("-")[0]);
        var quote = List.of(String.format(Locale.ROOT, "%,d", n), Long.toString(n)).stream()
                .filter(text::contains)
                .findFirst()
                .orElse("");
        var rest = m.group("rest");
        var place = rest.contains(" =") ? rest.substring(rest.indexOf(" =") + 2) : "";
        var claimant = rest.startsWith(" @") ? rest.substring(2).replaceAll(" =.*", "") : "";
        var flags = Optional.ofNullable(m.group("flags")).orElse("");
        var since = Optional.ofNullable(m.group("since")).orElse("");
        boolean stated = bound != Figure.Bound.RANGE && bound != Figure.Bound.VAGUE;
        return new Figure(
                quote,
                Math.max(0, text.indexOf(quote)),
                Figure.Part.BODY,
                stated ? Optional.of(n) : Optional.empty(),
                Optional.of(n),
                digits.contains("-") ? Optional.of(Long.parseLong(digits.split("-")[1])) : Optional.empty(),
                Optional.empty(),
                bound,
                Figure.Category.valueOf(m.group("category").toUpperCase(Locale.ROOT)),
                m.group("subject").strip(),
                Optional.ofNullable(m.group("part")).map(Integer::parseInt),
                flags.contains("increment") ? Optional.of(Figure.Role.INCREMENT) : Optional.empty(),
                Optional.empty(),
                claimant.strip(),
                place.strip(),
                since.strip(),
                "",
                since.isEmpty() && !flags.contains("total") ? Figure.Scope.INCIDENT : Figure.Scope.CUMULATIVE,
                !flags.contains("feared"),
                "test");
    }

    private static Figure.Bound bound(String number) {
        if (number.startsWith("vague")) {
            return Figure.Bound.VAGUE;
        }
        if (number.contains("-")) {
            return Figure.Bound.RANGE;
        }
        return switch (number.replaceAll("\\d.*", "")) {
            case ">=" -> Figure.Bound.AT_LEAST;
            case ">" -> Figure.Bound.MORE_THAN;
            case "<=" -> Figure.Bound.AT_MOST;
            case "<" -> Figure.Bound.FEWER_THAN;
            case "~" -> Figure.Bound.ABOUT;
            case "^" -> Figure.Bound.NEARLY;
            default -> Figure.Bound.EXACT;
        };
    }

    /** "higher 31 from 20, confirmed 31 from 31"; the population is named where it is not everybody. */
    public static String show(List<Update> updates) {
        var said = new ArrayList<String>();
        for (var update : updates) {
            var who = update.series().population();
            var category = update.series().category();
            said.add(update.kind().name().toLowerCase(Locale.ROOT)
                    + (category == Figure.Category.KILLED
                            ? ""
                            : " " + category.name().toLowerCase(Locale.ROOT))
                    + (who.equals("all") ? "" : " " + who)
                    + update.value().map(v -> " " + v).orElse(" nothing")
                    + update.previous().map(p -> " from " + p).orElse(""));
        }
        return said.stream().collect(Collectors.joining(", "));
    }
}
