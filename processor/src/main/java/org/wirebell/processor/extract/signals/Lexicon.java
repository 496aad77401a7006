package org.wirebell.processor.extract.signals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.wirebell.processor.extract.words.Word;

/**
 * Rules, guards and word sets of one language, read from {@code <language>-scopes.txt}, {@code <language>.txt} and
 * {@code <language>-down.txt} beside this class.
 */
final class Lexicon {
    private static final Map<String, Integer> LEVELS = levels();

    private final Map<String, String> sets = new HashMap<>();
    private final List<Rule> rules = new ArrayList<>();
    private final Map<String, List<Guard>> guards = new HashMap<>();
    private final Settings settings = new Settings();
    private final Parties parties = new Parties();
    private final List<Pattern> labels = new ArrayList<>();
    private final Elements elements = new Elements();
    private final Meanings meanings;

    Lexicon(String language) {
        for (var file : List.of(language + "-scopes.txt", language + ".txt", language + "-down.txt")) {
            for (var line : lines(file)) {
                try {
                    line(language, line);
                } catch (IllegalArgumentException e) {
                    throw new IllegalStateException(file + ": " + line + ": " + e.getMessage(), e);
                }
            }
        }
        meanings = new Meanings(elements.all(), rules);
    }

    /** The words with what this lexicon knows of them. */
    List<Token> tokens(List<Word> words) {
        var tokens = new ArrayList<Token>(words.size());
        for (var word : words) {
            tokens.add(Token.of(word, meanings));
        }
        return tokens;
    }

    /** Which of two rules stands first. */
    int compare(Rule a, Rule b) {
        return rules.indexOf(a) - rules.indexOf(b);
    }

    /** Whether one of the rule's guards takes the match back, or what the rule asks for is not there. */
    boolean takenBack(Rule rule, Sentence sentence, int from, int to, int year) {
        return rule.guards().contains("history") && sentence.tellsOfYearBefore(year)
                || rule.guards().contains("hypothesis") && sentence.asks()
                || rule.guards().stream().anyMatch(name -> holds(name, sentence, from, to))
                || !rule.needs().stream().allMatch(name -> holds(name, sentence, from, to));
    }

    private boolean holds(String guard, Sentence sentence, int from, int to) {
        for (var one : guards.getOrDefault(guard, List.of())) {
            if (one.holds(sentence, from, to)) {
                return true;
            }
        }
        return false;
    }

    Parties parties() {
        return parties;
    }

    Settings settings() {
        return settings;
    }

    /** Whether one of these words is such a label: "Opinion" as the genre of an item. */
    boolean labels(List<Token> words) {
        for (int i = 0; i < words.size(); i++) {
            for (var label : labels) {
                if (label.match(words, i) > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the text calls itself opinion, analysis or the like at its beginning or end: "Analysis: …", "… | Opinion". */
    boolean labelled(String text, List<Token> words) {
        int last = words.size() - 1;
        if (last < 1) {
            return false;
        }
        for (var label : labels) {
            int end = label.match(words, 0);
            if (end > 0 && end < words.size() && Sentence.colon(text, words, end)) {
                return true;
            }
            if (label.match(words, last) > 0 && Sentence.colon(text, words, last)) {
                return true;
            }
        }
        return false;
    }

    private void line(String language, String line) {
        var row = line.split(";", -1);
        switch (row[0]) {
            case "set" -> sets.merge(columns(row, 3)[1], row[2], (known, more) -> known + "|" + more);
            case "setting", "hint" ->
                settings.add(columns(row, 3)[1], row[0].equals("setting"), Pattern.of(row[2], sets, elements));
            case "role" -> parties.add(columns(row, 3)[1], Pattern.of(row[2], sets, elements));
            case "label" -> labels.add(Pattern.of(columns(row, 2)[1], sets, elements));
            case "guard" ->
                guards.computeIfAbsent(columns(row, 4)[1], _ -> new ArrayList<>())
                        .add(guard(row));
            default -> rules.add(rule(language, columns(row, 5)));
        }
    }

    private static String[] columns(String[] row, int count) {
        if (row.length != count) {
            throw new IllegalArgumentException("has " + row.length + " columns, needs " + count);
        }
        return row;
    }

    private Guard guard(String[] row) {
        var where = row[2].split(" ");
        int words = where.length > 1 ? Integer.parseInt(where[1]) : 0;
        return new Guard(
                row[1],
                Guard.Reach.valueOf(where[0].toUpperCase(Locale.ROOT)),
                words,
                Pattern.of(row[3], sets, elements));
    }

    private Rule rule(String language, String[] row) {
        var level = LEVELS.get(row[3]);
        if (level == null || !row[1].equals(language)) {
            throw new IllegalArgumentException("unknown tag or wrong language");
        }
        var guards = new HashSet<String>();
        var needs = new HashSet<String>();
        for (var name : row[4].split(",")) {
            if (name.equals("std")) {
                guards.addAll(Set.of("negation", "hypothesis", "history", "figure"));
            } else if (name.startsWith("+")) {
                needs.add(name.substring(1));
            } else if (!name.isEmpty()) {
                guards.add(name);
            }
        }
        return new Rule(row[0], language, Pattern.of(row[2], sets, elements), row[3], level, guards, needs);
    }

    private static Map<String, Integer> levels() {
        var levels = new HashMap<String, Integer>();
        for (var line : lines("tags.txt")) {
            var row = line.split(";", -1);
            levels.put(row[0], Integer.parseInt(row[1]));
        }
        return Map.copyOf(levels);
    }

    private static List<String> lines(String file) {
        try (var in = Lexicon.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("resource " + file + " is missing");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
