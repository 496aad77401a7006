package org.wirebell.processor.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.wirebell.model.Claim;
import org.wirebell.model.Figure;
import org.wirebell.model.Series;

/**
 * The recent numbers of all books of one scene, for checks across series. Holds the newest {@value #KEPT} by as-of time.
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

    /**
     * One number.
     *
     * @param said what the text says of its series
     * @param whole the book of the larger figure that it is part of, empty for none
     */
    public record Mark(
            String claim, String family, String origin, Series said, String whole, long value, Instant asOf) {
        String book() {
            return Book.of(said);
        }

        /** Whether a part and its total, or two parts, may be compared: one running count, or one incident that has no like. */
        boolean comparable(Series other) {
            boolean one = said.scope() == other.scope() && said.place().equals(other.place());
            return one
                    && (said.scope() == Figure.Scope.CUMULATIVE
                            ? Baseline.compatible(said.since(), other.since())
                            : !Events.recurs(said.event()) && Events.akin(said.event(), other.event()));
        }
    }

    /** What it is kept as: a scene for each number, by its claim, and an empty one under "". */
    public Map<String, Scene> rows() {
        var rows = new LinkedHashMap<String, Scene>();
        rows.put("", EMPTY);
        marks.forEach(mark -> rows.put(mark.claim(), new Scene(List.of(mark))));
        return rows;
    }

    /** The scene of its {@link #rows}. */
    public static Scene of(Collection<Scene> rows) {
        return new Scene(
                newest(rows.stream().flatMap(row -> row.marks().stream()).toList()));
    }

    Scene put(List<Claim> claims, List<Posting.Part> parts) {
        var byId = new LinkedHashMap<String, Mark>();
        marks.forEach(m -> byId.put(m.claim(), m));
        for (var claim : claims) {
            var whole = parts.stream()
                    .filter(p -> p.claim().equals(claim.id()))
                    .map(Posting.Part::whole)
                    .findFirst();
            byId.put(
                    claim.id(),
                    new Mark(
                            claim.id(),
                            claim.evidence().family(),
                            claim.origin(),
                            claim.series(),
                            whole.orElse(""),
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
        var book = Book.of(claim.series());
        boolean givenElsewhere = marks.stream()
                .filter(m -> m.value() == value && m.book().equals(book))
                .anyMatch(m -> !m.origin().equals(claim.origin()) && !m.asOf().isAfter(claim.asOf()));
        if (givenElsewhere) {
            return Optional.empty();
        }
        return marks.stream()
                .filter(m -> m.value() == value && !m.book().equals(book))
                .filter(m -> !m.family().equals(claim.evidence().family()))
                .filter(m -> mixedUp(m.said().category(), claim.series().category()))
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

    /** The numbers of a book in as-of order. */
    List<Mark> of(String book) {
        return marks.stream().filter(m -> m.book().equals(book)).toList();
    }

    /** Claims of other books that are to be looked at again, since this book has a new number, by book. */
    Map<String, List<String>> touchedBy(Claim claim) {
        var book = Book.of(claim.series());
        long value = Stated.of(claim);
        return marks.stream()
                .filter(m -> m.value() == value || m.whole().equals(book))
                .filter(m -> !m.book().equals(book) && !m.asOf().isBefore(claim.asOf()))
                .collect(Collectors.groupingBy(
                        Mark::book, TreeMap::new, Collectors.mapping(Mark::claim, Collectors.toList())));
    }

    private static List<Mark> newest(List<Mark> all) {
        var sorted = new ArrayList<>(all);
        sorted.sort(ORDER);
        return sorted.subList(Math.max(0, sorted.size() - KEPT), sorted.size());
    }
}
