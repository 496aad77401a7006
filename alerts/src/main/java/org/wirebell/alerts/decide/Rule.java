package org.wirebell.alerts.decide;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.wirebell.model.Priority;
import org.wirebell.query.Queries;

/**
 * What a desk wants to hear of. With a figure condition it speaks of series, else of items; all conditions that are given
 * must hold.
 *
 * @param id part of every alert's id: changing it makes new alerts
 * @param name for people; the id when absent
 * @param query Lucene syntax over the item, see docs/configuration.md
 * @param priority {@code normal} when absent
 * @param receivers names of receivers beside the page, which shows everything
 * @param places gazetteer ids or names; one of them must be the place or an ancestor of it
 * @param maxAge older news rings no bell; 30 minutes for a flash and 3 hours for others when absent
 * @param note for people, shown with the explanation
 */
public record Rule(
        String id,
        Optional<String> name,
        Optional<String> query,
        Optional<FigureCondition> figure,
        Optional<Priority> priority,
        List<String> receivers,
        List<String> places,
        Optional<Duration> maxAge,
        Optional<String> note) {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final Duration FLASH_AGE = Duration.ofMinutes(30);
    private static final Duration OTHER_AGE = Duration.ofHours(3);

    public Rule {
        receivers = List.copyOf(receivers);
        places = List.copyOf(places);
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "id must be lower-case letters, digits, '.', '-' and '_', was '" + id + "'");
        }
        if (query.isEmpty() && figure.isEmpty() && places.isEmpty()) {
            throw new IllegalArgumentException("rule " + id + " needs a query, a figure or places");
        }
        if (figure.isPresent() && !figure.get().rings()) {
            throw new IllegalArgumentException("figure of rule " + id + " must ask for at least one of first, new-high,"
                    + " rise-by, rise-percent, crosses, every, falls, conflict, retracted");
        }
        if (maxAge.isPresent() && !maxAge.get().isPositive()) {
            throw new IllegalArgumentException("max-age must be positive, was " + maxAge.get());
        }
        query.ifPresent(Queries::parse);
    }

    public String title() {
        return name.orElse(id);
    }

    public Priority loudness() {
        return priority.orElse(Priority.NORMAL);
    }

    /** How old news may be when it reaches us and still ring. */
    public Duration freshness() {
        return maxAge.orElse(loudness() == Priority.FLASH ? FLASH_AGE : OTHER_AGE);
    }
}
