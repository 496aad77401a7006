package org.wirebell.bench.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Casualty figures by a handful of regular expressions, as {@code bench/peers/figures.regex} has them. */
final class PlainRules implements FigureEngine {
    private static final int FIRST_TEN = 20;

    private final List<Rule> rules = new ArrayList<>();
    private final List<String> units;
    private final List<String> tens;

    private record Rule(String category, Pattern pattern) {}

    /** A number in the text, and what befell the people. */
    record Found(String category, long value, String quote, int start) {}

    private PlainRules(List<String> lines) {
        var names = new LinkedHashMap<String, String>();
        for (var line : lines) {
            var pair = line.split(" = ", 2);
            if (line.startsWith("$")) {
                names.put(pair[0], filled(pair[1], names));
            } else if (!line.startsWith("#")) {
                rules.add(new Rule(pair[0], Pattern.compile(filled(pair[1], names), Pattern.CASE_INSENSITIVE)));
            }
        }
        units = List.of(names.getOrDefault("$UNIT", "").split("\\|"));
        tens = List.of(names.getOrDefault("$TEN", "").split("\\|"));
    }

    static PlainRules read(Path file) throws IOException {
        return new PlainRules(Files.readAllLines(file));
    }

    private static String filled(String pattern, Map<String, String> names) {
        var filled = pattern;
        for (var name : names.entrySet()) {
            filled = filled.replace(name.getKey(), "(?:" + name.getValue() + ")");
        }
        return filled;
    }

    @Override
    public List<Found> read(String headline, String body) {
        return read(headline + "\n" + body);
    }

    /** A number that two rules find is told once. */
    private List<Found> read(String text) {
        var found = new ArrayList<Found>();
        var starts = new HashSet<Integer>();
        for (var rule : rules) {
            for (var match = rule.pattern().matcher(text); match.find(); ) {
                if (starts.add(match.start("n"))) {
                    found.add(found(rule, match));
                }
            }
        }
        return found;
    }

    private Found found(Rule rule, Matcher match) {
        var quote = match.group("n");
        return new Found(rule.category(), value(quote.toLowerCase(Locale.ROOT)), quote, match.start("n"));
    }

    private long value(String number) {
        if (Character.isDigit(number.charAt(0))) {
            return Long.parseLong(number.replace(",", ""));
        }
        long value = 0;
        for (var word : number.split("-", 2)) {
            value += units.contains(word) ? units.indexOf(word) + 1 : FIRST_TEN + 10L * tens.indexOf(word);
        }
        return value;
    }
}
