package org.wirebell.alerts.decide;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.wirebell.model.Figure;
import org.wirebell.model.Series;

/**
 * Rules by what must be there for them to match: their query, else their places, else the kind of figure; so that none is looked at in vain.
 * Answers come in the order in which the rules were given.
 */
final class RuleIndex {
    private final List<Rule> rules;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, List<Integer>> byPlace = new HashMap<>();
    /** All that look at figures of a kind. */
    private final Map<Figure.Category, List<Integer>> byKind = new EnumMap<>(Figure.Category.class);
    /** Of those the ones without query and places. */
    private final Map<Figure.Category, List<Integer>> ofKindAlone = new EnumMap<>(Figure.Category.class);

    RuleIndex(Stream<Rule> given) {
        rules = given.toList();
        for (int i = 0; i < rules.size(); i++) {
            var rule = rules.get(i);
            numbers.put(rule.id(), i);
            boolean alone = rule.query().isEmpty() && rule.places().isEmpty();
            if (rule.query().isEmpty()) {
                for (var place : rule.places()) {
                    byPlace.computeIfAbsent(folded(place), _ -> new ArrayList<>())
                            .add(i);
                }
            }
            for (var kind : kinds(rule)) {
                byKind.computeIfAbsent(kind, _ -> new ArrayList<>()).add(i);
                if (alone) {
                    ofKindAlone.computeIfAbsent(kind, _ -> new ArrayList<>()).add(i);
                }
            }
        }
    }

    private static List<Figure.Category> kinds(Rule rule) {
        return rule.figure()
                .map(FigureCondition::category)
                .map(kinds -> kinds.isEmpty() ? List.of(Figure.Category.values()) : kinds)
                .orElse(List.of());
    }

    List<Rule> all() {
        return rules;
    }

    /** The rules that look at changes of this series. */
    Stream<Rule> about(Series series) {
        return byKind.getOrDefault(series.category(), List.of()).stream()
                .map(rules::get)
                .filter(rule -> covers(rule, series));
    }

    /** Rules that match, or have no query and a place that is there. */
    Stream<Rule> matching(Collection<String> found, Supplier<Where> where) {
        return among(numbers(found, where));
    }

    /** Of the rules that look at changes of this series those that match, or have no query and its place or none. */
    Stream<Rule> matching(Collection<String> found, Supplier<Where> where, Series series) {
        var asked = numbers(found, where);
        asked.addAll(ofKindAlone.getOrDefault(series.category(), List.of()));
        return among(asked).filter(rule -> covers(rule, series));
    }

    private Stream<Rule> among(TreeSet<Integer> asked) {
        return asked.stream().map(rules::get);
    }

    private TreeSet<Integer> numbers(Collection<String> found, Supplier<Where> where) {
        var asked = new TreeSet<Integer>();
        for (var id : found) {
            Optional.ofNullable(numbers.get(id)).ifPresent(asked::add);
        }
        if (!byPlace.isEmpty()) {
            for (var name : where.get().names()) {
                asked.addAll(byPlace.getOrDefault(folded(name), List.of()));
            }
        }
        return asked;
    }

    private static boolean covers(Rule rule, Series series) {
        return rule.figure().filter(figure -> figure.covers(series)).isPresent();
    }

    /** The same for names that {@link String#equalsIgnoreCase} holds to be equal. */
    private static String folded(String name) {
        var letters = name.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            letters[i] = Character.toLowerCase(Character.toUpperCase(letters[i]));
        }
        return new String(letters);
    }
}
