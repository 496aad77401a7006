package org.wirebell.processor;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.wirebell.model.Item;
import org.wirebell.model.Json;

/**
 * A story of {@code ledger-stories.txt}; the head of that file says what the lines hold.
 *
 * @param end what stands in the ledger when all is told
 */
record Story(String name, List<Line> lines, Answer end) {
    private static final Pattern WHERE = Pattern.compile("(\\w+)(?:\\((\\w+)\\))?/(\\w+)(?:#(\\d+))?(?: (\\w+))?");

    /** One item, and what it does. */
    record Line(String words, Item item, Answer answer) {}

    /** Answers that are all right, in words. */
    record Answer(String words) {
        boolean admits(String said) {
            return Arrays.stream(words.split(" / "))
                    .map(answer -> Arrays.stream(answer.strip().split("\\*", -1))
                            .map(Pattern::quote)
                            .collect(Collectors.joining(".*?")))
                    .anyMatch(said::matches);
        }
    }

    static List<Story> read(List<String> lines) {
        var stories = new ArrayList<Story>();
        var name = "";
        var told = new ArrayList<Line>();
        for (var line : lines) {
            if (line.startsWith("## ")) {
                name = line.substring(3);
            } else if (line.startsWith("=> ")) {
                stories.add(new Story(name, List.copyOf(told), new Answer(line.substring(3))));
                told.clear();
            } else if (!line.isBlank() && !line.startsWith("#")) {
                int arrow = line.lastIndexOf(" -> ");
                told.add(new Line(
                        line.substring(0, arrow),
                        item(line.substring(0, arrow)),
                        new Answer(line.substring(arrow + 4))));
            }
        }
        return stories;
    }

    List<Item> items() {
        return lines.stream().map(Line::item).toList();
    }

    @Override
    public String toString() {
        return name;
    }

    static Item item(String line) {
        var cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        var where = WHERE.matcher(cells.get(1));
        if (!where.matches()) {
            throw new IllegalArgumentException("no source/item: " + cells.get(1));
        }
        var at = moment(cells.getFirst());
        var fields = new HashMap<String, Object>();
        fields.put("id", where.group(3));
        fields.put("version", Optional.ofNullable(where.group(4)).orElse("1"));
        fields.put("source", where.group(1));
        fields.put("credit", Optional.ofNullable(where.group(2)).orElse(""));
        fields.put("signals", Optional.ofNullable(where.group(5)).stream().toList());
        fields.put("headline", cells.get(2));
        fields.put("body", cells.size() > 3 ? cells.get(3) : "");
        fields.put("published", at.toString());
        fields.put("received", at.plusSeconds(30).toString());
        return Json.read(Json.plain(fields), Item.class);
    }

    private static Instant moment(String words) {
        var parts = words.split(" ");
        return LocalDate.of(2026, 3, 1)
                .plusDays(Integer.parseInt(parts[0]) - 1L)
                .atTime(LocalTime.parse(parts[1]))
                .toInstant(ZoneOffset.UTC);
    }
}
