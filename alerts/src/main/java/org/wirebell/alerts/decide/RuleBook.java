package org.wirebell.alerts.decide;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.wirebell.model.Finding;
import org.wirebell.model.Item;
import org.wirebell.model.Story;
import org.wirebell.model.Update;
import org.wirebell.model.WireSignal;
import org.wirebell.query.Matcher;

/** All rules at once: which of them have to be asked about a happening. Knows no state. */
public final class RuleBook implements AutoCloseable {
    private final Map<String, Rule> rules = new LinkedHashMap<>();
    private final Matcher matcher;

    public RuleBook(List<Rule> all) {
        var queries = new HashMap<String, String>();
        for (var given : all) {
            var rule = given.resolved();
            rules.put(rule.id(), rule);
            rule.query().ifPresent(query -> queries.put(rule.id(), query));
        }
        matcher = new Matcher(queries);
        matcher.broken().keySet().forEach(rules::remove);
    }

    /** Rules whose query cannot be read, with its fault; they answer nothing, the others do. */
    public Map<String, String> broken() {
        return matcher.broken();
    }

    public Optional<Rule> rule(String id) {
        return Optional.ofNullable(rules.get(id));
    }

    /** All that can be asked, in their order. */
    public Collection<Rule> all() {
        return List.copyOf(rules.values());
    }

    /** One rule held against a happening, whether or not it is one to ask. */
    Question question(Rule rule, Happening happening) {
        return switch (happening) {
            case Happening.Found found -> {
                var finding = found.finding();
                var matched = matched(rule, matcher.match(finding), () -> matcher.explain(rule.id(), finding));
                yield Question.of(rule, about(rule, finding), matched, found);
            }
            case Happening.Changed changed -> {
                var update = changed.update();
                var matched = matched(rule, matcher.match(update), () -> matcher.explain(rule.id(), update));
                yield Question.of(rule, update.series().key(), matched, changed);
            }
        };
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
        return rules.values().stream()
                .filter(rule -> story.gone() && rule.ofStories())
                .map(rule -> Question.merged(rule, story.id(), story.into()))
                .toList();
    }

    private List<Question> items(Happening.Found found) {
        var finding = found.finding();
        var matching = matcher.match(finding);
        boolean follows = follows(finding.item());
        var questions = new ArrayList<Question>();
        for (var rule : rules.values()) {
            if (rule.figure().isPresent()) {
                continue;
            }
            var matched = matched(rule, matching, () -> matcher.explain(rule.id(), finding));
            if (matched.matches() || follows) {
                questions.add(Question.of(rule, about(rule, finding), matched, found));
            }
            if (follows) {
                earlier(finding.item())
                        .map(family -> Question.of(rule, family, Matched.NO, found))
                        .forEach(questions::add);
            }
        }
        return questions;
    }

    private List<Question> series(Happening.Changed changed) {
        var update = changed.update();
        var key = update.series().key();
        var matching = matcher.match(update);
        boolean follows = update.kind() == Update.Kind.RETRACTED
                || update.kind() == Update.Kind.LOWER
                || update.cause().map(Finding::item).filter(RuleBook::follows).isPresent();
        var questions = new ArrayList<Question>();
        for (var rule : rules.values()) {
            if (rule.figure().filter(asked -> asked.covers(update.series())).isEmpty()) {
                continue;
            }
            var matched = matched(rule, matching, () -> matcher.explain(rule.id(), update));
            if (matched.matches() || follows) {
                questions.add(Question.of(rule, key, matched, changed));
            }
        }
        return questions;
    }

    private static Matched matched(Rule rule, Set<String> matching, java.util.function.Supplier<List<String>> words) {
        return rule.query().isEmpty()
                ? Matched.NO_QUERY
                : matching.contains(rule.id()) ? new Matched(true, words.get()) : Matched.NO;
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
