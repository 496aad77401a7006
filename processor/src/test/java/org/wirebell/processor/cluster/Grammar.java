package org.wirebell.processor.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Invents news in one language from a file of rules in {@code copies/}, with words that nobody has used before. */
final class Grammar {
    private static final Pattern SYMBOL = Pattern.compile("<(\\w+)>");
    private static final int VOCABULARY = 5_000;

    private static final Map<String, Grammar> GRAMMARS = new ConcurrentHashMap<>();

    private final Map<String, List<String>> rules = new HashMap<>();
    private final Map<Integer, String> words = new ConcurrentHashMap<>();
    private List<String> syllables = List.of();

    private Grammar() {}

    static Grammar of(String language) {
        return GRAMMARS.computeIfAbsent(language, Grammar::read);
    }

    private static Grammar read(String language) {
        var grammar = new Grammar();
        try (InputStream in =
                Objects.requireNonNull(Grammar.class.getResourceAsStream("/copies/" + language + ".txt"), language)) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" = ", 2))
                    .forEach(rule -> grammar.rules.put(rule[0], List.of(rule[1].split(" \\| "))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        grammar.syllables = List.of(Objects.requireNonNull(grammar.rules.get("syllables"))
                .getFirst()
                .split(" "));
        return grammar;
    }

    /** Who and what a story is about: the same names come again and again in it. */
    Map<String, List<String>> cast(Random random) {
        return Map.of(
                "person",
                invented(4, () -> capital(word(random.nextInt())) + " " + capital(word(random.nextInt()))),
                "place",
                invented(3, () -> capital(word(random.nextInt()))),
                "office",
                invented(
                        3,
                        () -> expand(pick("office", random), Map.of("place", List.of("?")), random)
                                .replace("?", capital(word(random.nextInt())))));
    }

    String sentence(Map<String, List<String>> cast, Random random) {
        return capital(expand("<sentence>", cast, random));
    }

    String headline(Map<String, List<String>> cast, Random random) {
        return capital(expand("<headline>", cast, random));
    }

    /** A word of the vocabulary, the common ones more often. */
    String noun(Random random) {
        return words.computeIfAbsent((int) (VOCABULARY * Math.pow(random.nextDouble(), 2.5)), this::word);
    }

    private String expand(String text, Map<String, List<String>> cast, Random random) {
        return SYMBOL.matcher(text)
                .replaceAll(symbol -> expand(symbol, cast, random).replace("$", ""));
    }

    private String expand(MatchResult symbol, Map<String, List<String>> cast, Random random) {
        var name = symbol.group(1);
        return switch (name) {
            case "noun", "verb", "adj" -> noun(random);
            case "Noun" -> capital(noun(random));
            case "n" -> Integer.toString(2 + (int) Math.pow(10, 3 * random.nextDouble()));
            case "person", "place", "office" -> {
                var known = cast.getOrDefault(name, List.of(""));
                yield known.get(random.nextInt(known.size()));
            }
            default -> expand(pick(name, random), cast, random);
        };
    }

    private String pick(String rule, Random random) {
        var alternatives = Objects.requireNonNull(rules.get(rule), rule);
        return alternatives.get(random.nextInt(alternatives.size()));
    }

    /** The same word for the same number. */
    private String word(int number) {
        var random = new Random(number * 7_919L + 13);
        return IntStream.range(0, 2 + random.nextInt(3))
                .mapToObj(_ -> syllables.get(random.nextInt(syllables.size())))
                .collect(Collectors.joining());
    }

    private static String capital(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static List<String> invented(int count, Supplier<String> one) {
        var invented = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            invented.add(one.get());
        }
        return invented;
    }
}
