package org.wirebell.alerts.decide;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.wirebell.model.Finding;
import org.wirebell.model.Ids;
import org.wirebell.model.Item;
import org.wirebell.model.Json;
import org.wirebell.model.RuleVersion;
import org.wirebell.model.Story;
import org.wirebell.model.Update;
import org.wirebell.model.WireSignal;
import org.wirebell.query.Matcher;

/**
 * All rules at once: which of them have to be asked about a happening. Only those are looked at that match or may have told of it. Knows no
 * state but which rules ran away.
 */
public final class RuleBook implements AutoCloseable {
    /** Letters of the name of a version that nobody has numbered. */
    private static final int VERSION = 12;

    private final Map<String, Rule> rules = new LinkedHashMap<>();
    private final RuleIndex ofItems;
    private final RuleIndex ofSeries;
    private final Map<Home, Rule> gone = new LinkedHashMap<>();
    private final Map<Home, RuleVersion> versions = new ConcurrentHashMap<>();
    private final Matcher matcher;

    public RuleBook(List<Rule> all) {
        this(all, List.of(), Map.of());
    }

    /**
     * @param retired rules that ask nothing any more, or not at this desk; what they told there is taken back and amended all the
     *     same
     * @param written versions of those that have one, by id
     */
    public RuleBook(List<Rule> all, List<Rule> retired, Map<String, RuleVersion> written) {
        var queries = new HashMap<String, String>();
        for (var given : all) {
            var rule = given.resolved();
            rules.put(rule.id(), rule);
            rule.query().ifPresent(query -> queries.put(rule.id(), query));
            Optional.ofNullable(written.get(rule.id())).ifPresent(version -> versions.put(Home.of(rule), version));
        }
        matcher = new Matcher(queries);
        matcher.broken().keySet().forEach(rules::remove);
        retired.stream()
                .map(Rule::resolved)
                .filter(rule -> rule(rule.id(), rule.deskName()).isEmpty())
                .forEach(rule -> gone.put(Home.of(rule), rule));
        ofItems = new RuleIndex(
                rules.values().stream().filter(rule -> rule.figure().isEmpty()));
        ofSeries = new RuleIndex(
                rules.values().stream().filter(rule -> rule.figure().isPresent()));
    }

    /** Where a rule is or was in force. */
    private record Home(String desk, String rule) {
        static Home of(Rule rule) {
            return new Home(rule.deskName(), rule.id());
        }
    }

    /** Rules whose query cannot be read, with its fault; they answer nothing, the others do. */
    public Map<String, String> broken() {
        return matcher.broken();
    }

    /** Rules whose query took too long and is asked no more, with the reason; the others go on. */
    public Map<String, String> quarantined() {
        return matcher.quarantined();
    }

    /** A rule that can be asked. */
    public Optional<Rule> rule(String id) {
        return Optional.ofNullable(rules.get(id));
    }

    /** A rule of this desk, also one that is retired there. */
    Optional<Rule> rule(String id, String desk) {
        return rule(id).filter(rule -> rule.deskName().equals(desk))
                .or(() -> Optional.ofNullable(gone.get(new Home(desk, id))));
    }

    /** How a rule stands, for whoever asks later. */
    public RuleVersion version(Rule rule) {
        return versions.computeIfAbsent(Home.of(rule), _ -> {
            var text = Json.plain(rule);
            return new RuleVersion(Ids.hash(text).substring(0, VERSION), text);
        });
    }

    /** All that can be asked, in their order. */
    public Collection<Rule> all() {
        return List.copyOf(rules.values());
    }

    /** Every rule that is about such a happening held against it, whether or not it is one to ask. */
    List<Question> held(Happening happening) {
        return switch (happening) {
            case Happening.Found found -> {
                var finding = found.finding();
                var matching = matcher.matches(finding);
                yield held(false, rule -> Question.of(rule, about(rule, finding), matched(rule, matching), found));
            }
            case Happening.Changed changed -> {
                var update = changed.update();
                var matching = matcher.matches(update);
                yield held(true, rule -> Question.of(rule, update.series().key(), matched(rule, matching), changed));
            }
        };
    }

    private List<Question> held(boolean ofFigures, Function<Rule, Question> question) {
        return rules.values().stream()
                .filter(rule -> rule.figure().isPresent() == ofFigures)
                .map(question)
                .toList();
    }

    /**
     * The rules to ask: those that match, and all that may have told of something that is now taken back, corrected, on hold
     * or released.
     */
    public List<Question> ask(Happening happening) {
        return switch (happening) {
            case Happening.Found found -> items(found);
            case Happening.Changed changed -> series(changed);
        };
    }

    /** Rules that speak of whole stories, when one was found to be part of another. */
    public List<Question> ask(Story story) {
        return Stream.concat(rules.values().stream(), gone.values().stream())
                .filter(rule -> story.gone() && rule.ofStories())
                .map(rule -> Question.merged(rule, story.id(), story.into()))
                .toList();
    }

    private List<Question> items(Happening.Found found) {
        var finding = found.finding();
        var matching = matcher.matches(finding);
        if (!follows(finding.item())) {
            return ofItems.matching(matching.keySet(), () -> Where.of(finding))
                    .map(rule -> Question.of(rule, about(rule, finding), matched(rule, matching), found))
                    .toList();
        }
        var questions = new ArrayList<Question>();
        for (var rule : ofItems.all()) {
            questions.add(Question.of(rule, about(rule, finding), matched(rule, matching), found));
            follow(rule, found).forEach(questions::add);
        }
        gone.values().stream().filter(rule -> rule.figure().isEmpty()).forEach(rule -> {
            questions.add(Question.of(rule, about(rule, finding), Matched.NO, found));
            follow(rule, found).forEach(questions::add);
        });
        return questions;
    }

    private static Stream<Question> follow(Rule rule, Happening.Found found) {
        return earlier(found.finding().item()).map(family -> Question.of(rule, family, Matched.NO, found));
    }

    private List<Question> series(Happening.Changed changed) {
        var update = changed.update();
        var series = update.series();
        var matching = matcher.matches(update);
        boolean follows = update.kind() == Update.Kind.RETRACTED
                || update.kind() == Update.Kind.LOWER
                || update.cause().map(Finding::item).filter(RuleBook::follows).isPresent();
        var asked =
                follows ? ofSeries.about(series) : ofSeries.matching(matching.keySet(), () -> Where.of(update), series);
        var told = gone.values().stream()
                .filter(rule -> follows
                        && rule.figure().filter(figure -> figure.covers(series)).isPresent());
        return Stream.concat(
                        asked.map(rule -> Question.of(rule, series.key(), matched(rule, matching), changed)),
                        told.map(rule -> Question.of(rule, series.key(), Matched.NO, changed)))
                .toList();
    }

    private static Matched matched(Rule rule, Map<String, List<String>> matching) {
        if (rule.query().isEmpty()) {
            return Matched.NO_QUERY;
        }
        var words = matching.get(rule.id());
        return words == null ? Matched.NO : new Matched(true, words);
    }

    /** Repeats belong to the alert of the item that said the same words first. */
    private static String about(Rule rule, Finding finding) {
        if (rule.ofStories() && !finding.story().isEmpty()) {
            return finding.story();
        }
        return finding.duplicateOf().isEmpty() ? finding.item().family() : finding.duplicateOf();
    }

    private static boolean follows(Item item) {
        return item.killed() || item.held() || item.says(WireSignal.CORRECTION) || item.says(WireSignal.RELEASE);
    }

    /** Families of the items that this one stands in for. */
    private static Stream<String> earlier(Item item) {
        return item.replaces().stream()
                .map(id -> item.source() + "|" + id)
                .filter(family -> !family.equals(item.family()));
    }

    @Override
    public void close() {
        matcher.close();
    }
}
