package org.wirebell.processor.ledger;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.wirebell.model.Claim;

/** Which voices of a series contradict each other. */
final class Disputes {
    private final Set<Set<Voice>> pairs = new HashSet<>();

    void add(Voice one, Voice other) {
        pairs.add(Set.of(one, other));
    }

    boolean none() {
        return pairs.isEmpty();
    }

    boolean between(Voice one, Voice other) {
        return !one.equals(other) && pairs.contains(Set.of(one, other));
    }

    boolean has(Voice voice) {
        return pairs.stream().anyMatch(pair -> pair.contains(voice));
    }

    /** Lets go of pairs whose numbers are no longer apart, or of whom one has fallen silent. */
    void settle(Map<Voice, Claim> voices, double tolerance) {
        pairs.removeIf(pair -> {
            var claims = pair.stream()
                    .flatMap(voice -> Stream.ofNullable(voices.get(voice)))
                    .toList();
            return claims.size() < 2 || !Stated.apart(claims.getFirst(), claims.getLast(), tolerance);
        });
    }
}
