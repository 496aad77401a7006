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

/** Rules, guards and word sets of one language, read from {@code <language>.txt} beside this class. */
final class Lexicon {
    private static final Map<String, Integer> LEVELS = levels();

    private final Map<String, String> sets = new HashMap<>();
    private final List<Rule> rules = new ArrayList<>();
    private final List<Guard> guards = new ArrayList<>();
    private final Map<String, List<Pattern>> settings = new HashMap<>();
    private final Elements elements = new Elements();
    private final Meanings meanings;

    Lexicon(String language) {
        var file = language + ".txt";
        for (var line : lines(file)) {
            try {
                line(language, line);
            } catch (IllegalArgumentException e) {
                throw new IllegalStateException(file + ": " + line + ": " + e.getMessage(), e);
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

    /** Whether one of the rule's guards takes the match back. */
    boolean takenBack(Rule rule, Sentence sentence, int from, int to, int year) {
        return rule.guards().contains("history") && sentence.tellsOfYearBefore(year)
                || guards.stream().anyMatch(g -> rule.guards().contains(g.name()) && g.holds(sentence, from, to));
    }

    /** Sport, fiction, opinion: how often words of one such setting stand in the text, at most. */
    int unreal(List<Token> words) {
        int most = 0;
        for (var patterns : settings.values()) {
            int count = 0;
            for (int i = 0; i < words.size(); i++) {
                if (!words.get(i).meaning().elements().isEmpty() && stand(patterns, words, i)) {
                    count++;
                }
            }
            most = Math.max(most, count);
        }
        return most;
    }

    private static boolean stand(List<Pattern> patterns, List<Token> words, int at) {
        for (var pattern : patterns) {
            if (pattern.match(words, at) >= 0) {
                return true;
            }
        }
        return false;
    }

    private void line(String language, String line) {
        var row = line.split(";", -1);
        switch (row[0]) {
            case "set" -> sets.put(columns(row, 3)[1], row[2]);
            case "setting" ->
                settings.computeIfAbsent(columns(row, 3)[1], _ -> new ArrayList<>())
                        .add(Pattern.of(row[2], sets, elements));
            case "guard" -> guards.add(guard(columns(row, 4)));
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
        for (var name : row[4].split(",")) {
            if (name.equals("std")) {
                guards.addAll(Set.of("negation", "hypothesis", "history", "figure"));
            } else if (!name.isEmpty()) {
                guards.add(name);
            }
        }
        return new Rule(row[0], language, Pattern.of(row[2], sets, elements), row[3], level, guards);
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
