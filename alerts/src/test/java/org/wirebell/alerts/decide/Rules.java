package org.wirebell.alerts.decide;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.wirebell.model.Priority;

/** A rule in the making. */
final class Rules {
    private final String id;
    private Optional<String> preset = Optional.empty();
    private Optional<String> query = Optional.empty();
    private Optional<FigureCondition> figure = Optional.empty();
    private Optional<Priority> priority = Optional.empty();
    private List<Rule.Louder> louder = List.of();
    private List<String> receivers = List.of();
    private Optional<Rule.Per> per = Optional.empty();
    private Optional<Integer> corroborated = Optional.empty();
    private Optional<Duration> cooldown = Optional.empty();
    private List<String> inhibitedBy = List.of();

    private Rules(String id) {
        this.id = id;
    }

    static Rules named(String id) {
        return new Rules(id);
    }

    Rules preset(String name) {
        preset = Optional.of(name);
        return this;
    }

    Rules query(String text) {
        query = Optional.of(text);
        return this;
    }

    Rules figure(FigureCondition asked) {
        figure = Optional.of(asked);
        return this;
    }

    Rules priority(Priority loudness) {
        priority = Optional.of(loudness);
        return this;
    }

    Rules louder(long at, Priority loudness) {
        louder = List.of(new Rule.Louder(at, loudness));
        return this;
    }

    Rules to(String... names) {
        receivers = List.of(names);
        return this;
    }

    Rules perStory() {
        per = Optional.of(Rule.Per.STORY);
        return this;
    }

    Rules corroborated(int origins) {
        corroborated = Optional.of(origins);
        return this;
    }

    Rules cooldown(Duration pause) {
        cooldown = Optional.of(pause);
        return this;
    }

    Rules inhibitedBy(String... rules) {
        inhibitedBy = List.of(rules);
        return this;
    }

    Rule rule() {
        return new Rule(
                id,
                Optional.empty(),
                preset,
                query,
                figure,
                priority,
                louder,
                receivers,
                List.of(),
                per,
                corroborated,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                cooldown,
                Optional.empty(),
                inhibitedBy,
                Optional.empty(),
                Optional.empty());
    }
}
