package org.wirebell.alerts.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebell.alerts.decide.News.change;
import static org.wirebell.alerts.decide.News.finding;
import static org.wirebell.alerts.decide.News.item;
import static org.wirebell.alerts.decide.News.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebell.model.Figure;
import org.wirebell.model.Update;
import org.wirebell.model.WireSignal;
import org.wirebell.query.Matcher;

class RuleBookTest {
    private static final List<String> QUERIES =
            List.of("ferry", "train AND late", "tanker OR crane", "category:killed");
    private static final List<String> PLACES = List.of("xa", "XA/Port-Adel", "port adel", "xb", "Ulm");
    private static final List<String> HEADLINES =
            List.of("Ferry sinks", "Train late", "Crane falls on ferry", "Nothing new", "Tanker and train");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void asksThoseThatAWalkOverAllWouldAsk(long seed) {
        var random = new Random(seed);
        var rules = IntStream.range(0, 60).mapToObj(n -> invented(n, random)).toList();
        try (var book = new RuleBook(rules)) {
            for (int i = 0; i < 40; i++) {
                var cause = item("i" + i, "1", pick(HEADLINES, random));
                var found = new Happening.Found(finding(cause));
                assertThat(asked(book.ask(found))).isEqualTo(walked(rules, found));
                var changed = change(pick(List.of(Update.Kind.FIRST, Update.Kind.HIGHER), random), cause)
                        .value(10)
                        .population(pick(List.of("all", "children"), random))
                        .happening();
                assertThat(asked(book.ask(changed))).isEqualTo(walked(rules, changed));
            }
        }
    }

    @Test
    void whatIsTakenBackIsAskedOfAllThatMayHaveToldIt() {
        var rules =
                List.of(rule("a", "train"), placed("b", "xb"), rule("c", "ferry"), series("d", Figure.Category.KILLED));
        try (var book = new RuleBook(rules)) {
            var killed = item("i", "2", "Kill", WireSignal.KILL);
            assertThat(asked(book.ask(new Happening.Found(finding(killed))))).containsExactly("a", "b", "c");
            var lower = change(Update.Kind.LOWER, item("i", "2", "Fewer")).value(3);
            assertThat(asked(book.ask(lower.happening()))).containsExactly("d");
        }
    }

    @Test
    void placesAreAskedForInAnyCase() {
        try (var book = new RuleBook(List.of(placed("a", "PORT ADEL"), placed("b", "xa"), placed("c", "xb")))) {
            var found = new Happening.Found(finding(item("i", "1", "Ferry sinks")));
            assertThat(asked(book.ask(found))).containsExactly("a", "b");
        }
    }

    @Test
    void aRunawayRuleIsNamedWhileOthersAnswer() {
        var runaway = IntStream.range(0, 500)
                .mapToObj(n -> "\"crane quay\"~" + (1 + n % 90))
                .collect(Collectors.joining(" "));
        try (var book = new RuleBook(List.of(rule("runaway", runaway), rule("ferries", "ferry")))) {
            var text = "crane ".repeat(3_000) + "stone ".repeat(200) + "quay ".repeat(3_000) + "ferry";
            for (int i = 0; i < 3; i++) {
                assertThat(asked(book.ask(new Happening.Found(finding(item("i" + i, "1", text))))))
                        .containsExactly("ferries");
            }
            assertThat(book.quarantined()).containsOnlyKeys("runaway");
            assertThat(book.quarantined().get("runaway")).contains("steps");
            assertThat(book.rule("runaway")).isPresent();
        }
    }

    /** As it was done before there was an index. */
    private static List<String> walked(List<Rule> rules, Happening happening) {
        var asked = new ArrayList<String>();
        for (var rule : rules) {
            boolean ofSeries = happening instanceof Happening.Changed changed
                    && rule.figure()
                            .filter(it -> it.covers(changed.update().series()))
                            .isPresent();
            boolean ofItems =
                    happening instanceof Happening.Found && rule.figure().isEmpty();
            if ((ofSeries || ofItems)
                    && (rule.query().isPresent() ? queried(rule, happening) : placed(rule, happening))) {
                asked.add(rule.id());
            }
        }
        return asked;
    }

    private static boolean queried(Rule rule, Happening happening) {
        try (var matcher = new Matcher(Map.of("q", rule.query().orElseThrow()))) {
            return switch (happening) {
                case Happening.Found found -> !matcher.match(found.finding()).isEmpty();
                case Happening.Changed changed ->
                    !matcher.match(changed.update()).isEmpty();
            };
        }
    }

    private static boolean placed(Rule rule, Happening happening) {
        var where = switch (happening) {
            case Happening.Found found -> Where.of(found.finding());
            case Happening.Changed changed -> Where.of(changed.update());
        };
        return rule.places().isEmpty() || rule.places().stream().anyMatch(where::is);
    }

    private static List<String> asked(List<Question> questions) {
        return questions.stream().map(Question::rule).toList();
    }

    private static Rule invented(int n, Random random) {
        Optional<FigureCondition> figure = random.nextBoolean()
                ? Optional.of(
                        condition(random.nextBoolean() ? List.of() : List.of(pick(Figure.Category.values(), random))))
                : Optional.empty();
        boolean queried = random.nextBoolean();
        boolean placed = !queried && figure.isEmpty() || random.nextInt(3) == 0;
        return made(
                "r" + (n * 37 % 60),
                queried ? Optional.of(pick(QUERIES, random)) : Optional.empty(),
                figure,
                placed ? List.of(pick(PLACES, random)) : List.of());
    }

    private static Rule placed(String id, String place) {
        return made(id, Optional.empty(), Optional.empty(), List.of(place));
    }

    private static Rule series(String id, Figure.Category kind) {
        return made(id, Optional.empty(), Optional.of(condition(List.of(kind))), List.of());
    }

    private static Rule made(String id, Optional<String> query, Optional<FigureCondition> figure, List<String> places) {
        return new Rule(
                id,
                Optional.empty(),
                query,
                figure,
                Optional.empty(),
                List.of(),
                places,
                Optional.empty(),
                Optional.empty());
    }

    private static FigureCondition condition(List<Figure.Category> kinds) {
        var first = News.asking("first");
        return new FigureCondition(
                kinds,
                first.population(),
                first.scope(),
                first.claimants(),
                first.atLeast(),
                first.first(),
                first.newHigh(),
                first.riseBy(),
                first.risePercent(),
                first.crosses(),
                first.every(),
                first.falls(),
                first.conflict(),
                first.newClaimant(),
                first.corroborated(),
                first.retracted());
    }

    private static <T> T pick(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    private static <T> T pick(T[] of, Random random) {
        return of[random.nextInt(of.length)];
    }
}
