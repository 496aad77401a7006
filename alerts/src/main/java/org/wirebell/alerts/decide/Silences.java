package org.wirebell.alerts.decide;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wirebell.model.Silence;
import org.wirebell.query.Matcher;

/** All silences that are known, and which of them covers an answer. */
public final class Silences implements AutoCloseable {
    private final List<Silence> all;
    private final Matcher matcher;

    public Silences(Collection<Silence> all) {
        this.all = List.copyOf(all);
        var queries = new HashMap<String, String>();
        all.forEach(silence -> silence.query().ifPresent(query -> queries.put(silence.id(), query)));
        matcher = new Matcher(queries);
    }

    public static Silences none() {
        return new Silences(List.of());
    }

    /** Silences whose query cannot be read; they silence nothing. */
    public Map<String, String> broken() {
        return matcher.broken();
    }

    public List<Silence> all() {
        return all;
    }

    /** The silence that holds for this at this moment. */
    Optional<Silence> covering(Rule rule, String about, Happening happening, Instant now) {
        return covering(rule.deskName(), rule.id(), about, happening, now);
    }

    Optional<Silence> covering(String desk, String rule, String about, Happening happening, Instant now) {
        var candidates = all.stream()
                .filter(silence -> silence.covers(now)
                        && (silence.desk().isEmpty() || silence.desk().equals(desk))
                        && (silence.rules().isEmpty() || silence.rules().contains(rule))
                        && (silence.series().isEmpty() || silence.series().get().equals(about)))
                .toList();
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        var where = where(happening);
        var matching = candidates.stream().anyMatch(silence -> silence.query().isPresent())
                ? matching(happening)
                : Set.<String>of();
        return candidates.stream()
                .filter(silence ->
                        silence.places().isEmpty() || silence.places().stream().anyMatch(where::is))
                .filter(silence -> silence.query().isEmpty() || matching.contains(silence.id()))
                .findFirst();
    }

    private Set<String> matching(Happening happening) {
        return switch (happening) {
            case Happening.Found found -> matcher.match(found.finding());
            case Happening.Changed changed -> matcher.match(changed.update());
        };
    }

    private static Where where(Happening happening) {
        return switch (happening) {
            case Happening.Found found -> Where.of(found.finding());
            case Happening.Changed changed -> Where.of(changed.update());
        };
    }

    @Override
    public void close() {
        matcher.close();
    }
}
