package org.wirebell.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is not to be told for a while. All conditions that are given must hold. What takes back or amends is told all the same.
 *
 * @param desk empty for every desk
 * @param rules ids of rules; empty for any
 * @param places gazetteer ids or names; one must be the place or an ancestor of it; empty for anywhere
 * @param query Lucene syntax over the item
 * @param series key of one series
 * @param reason why, for colleagues
 * @param from inclusive
 * @param until exclusive; silences always end
 */
public record Silence(
        String id,
        String desk,
        List<String> rules,
        List<String> places,
        Optional<String> query,
        Optional<String> series,
        String by,
        String reason,
        Instant from,
        Instant until,
        Map<String, Object> more) {
    public static final Duration LONGEST = Duration.ofDays(30);

    public Silence {
        rules = List.copyOf(rules);
        places = List.copyOf(places);
        more = Map.copyOf(more);
        if (id.isBlank() || by.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException("a silence needs an id, an owner and a reason");
        }
        if (rules.isEmpty() && places.isEmpty() && query.isEmpty() && series.isEmpty()) {
            throw new IllegalArgumentException("silence " + id + " must name rules, places, a query or a series");
        }
        if (until.isBefore(from) || Duration.between(from, until).compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("silence " + id + " must end after it begins and within " + LONGEST);
        }
    }

    public boolean covers(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(until);
    }
}
