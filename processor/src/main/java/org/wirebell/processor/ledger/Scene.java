package org.wirebell.processor.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.wirebell.model.Claim;
import org.wirebell.model.Figure;

/**
 * The recent numbers of all series of one place, for checks across series. Holds the newest {@value #KEPT} by as-of time.
 */
public record Scene(List<Mark> marks) {
    static final int KEPT = 256;
    private static final Comparator<Mark> ORDER =
            Comparator.comparing(Mark::asOf).thenComparing(Mark::claim);
    /** How old another metric's number may be to count as recent. */
    private static final Duration RECENT = Duration.ofDays(7);

    public static final Scene EMPTY = new Scene(List.of());

    public Scene {
        marks = List.copyOf(marks);
    }

    /** One number of one series. */
    public record Mark(
            String claim,
            String family,
            String origin,
            String series,
            Figure.Category category,
            long value,
            Instant asOf) {}

    Scene put(List<Claim> claims) {
        var byId = new LinkedHashMap<String, Mark>();
        marks.forEach(m -> byId.put(m.claim(), m));
        for (var claim : claims) {
            byId.put(
                    claim.id(),
                    new Mark(
                            claim.id(),
                            claim.evidence().family(),
                            claim.origin(),
                            claim.series().key(),
                            claim.series().category(),
                            Stated.of(claim),
                            claim.asOf()));
        }
        return new Scene(newest(byId.values().stream().toList()));
    }

    Scene strike(List<String> ids) {
        return new Scene(marks.stream().filter(m -> !ids.contains(m.claim())).toList());
    }

    /** Another item's number for something else that this number equals, when the two are easily mixed up. */
    Optional<Mark> twin(Claim claim) {
        long value = Stated.of(claim);
        boolean givenElsewhere = of(claim.series().key()).stream()
                .anyMatch(m -> m.value() == value && !m.origin().equals(claim.origin()));
        if (givenElsewhere) {
            return Optional.empty();
        }
        return marks.stream()
                .filter(m ->
                        m.value() == value && !m.series().equals(claim.series().key()))
                .filter(m -> !m.family().equals(claim.evidence().family()))
                .filter(m -> mixedUp(m.category(), claim.series().category()))
                .filter(m -> !m.asOf().isAfter(claim.asOf())
                        && Duration.between(m.asOf(), claim.asOf()).compareTo(RECENT) <= 0)
                .findFirst();
    }

    /** Missing people may turn out dead and captives be freed: there the same number is no surprise. */
    private static boolean mixedUp(Figure.Category a, Figure.Category b) {
        return a != b && (group(a) != group(b) || a == Figure.Category.INJURED || b == Figure.Category.INJURED);
    }

    private static int group(Figure.Category category) {
        return switch (category) {
            case KILLED, INJURED, CASUALTIES, MISSING, RESCUED -> 0;
            case CAPTIVE, ARRESTED, RELEASED -> 1;
            case DISPLACED, AFFECTED, SICK -> 2;
        };
    }

    /** The numbers of a series in as-of order. */
    List<Mark> of(String series) {
        return marks.stream().filter(m -> m.series().equals(series)).toList();
    }

    private static List<Mark> newest(List<Mark> all) {
        var sorted = new ArrayList<>(all);
        sorted.sort(ORDER);
        return sorted.subList(Math.max(0, sorted.size() - KEPT), sorted.size());
    }
}
