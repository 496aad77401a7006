package org.wirebell.processor.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wirebell.model.Claim;
import org.wirebell.model.Finding;
import org.wirebell.model.LedgerEntry;
import org.wirebell.model.Ruling;
import org.wirebell.model.Series;

/**
 * What the ledger keeps of one category and population in one scene: the claims themselves. Everything else (which of them
 * belong to one series, what stands, what is disputed, the history) is worked out from them, so that the order of arrival
 * leaves no trace.
 *
 * <p>Bounded: see {@link Thinning}.
 *
 * @param claims in as-of order, see {@link Ledger#ORDER}
 * @param notes what was found about claims beside their own numbers
 * @param parts claims that are part of a larger figure of the same item
 * @param rulings of persons on claims, of those that are here and, newest {@value #AHEAD}, of those that are not (yet)
 * @param waiting the findings behind claims that are held, newest {@value #WAITING}, so that a release can ring
 * @param withdrawn steps of claims that were taken back, newest {@value #WITHDRAWN}
 * @param homes of claims whose neighbours were thinned out: these can no longer be sorted by what stood beside them
 */
public record Book(
        List<Claim> claims,
        List<Note> notes,
        List<Posting.Part> parts,
        List<Ruling> rulings,
        List<Waiting> waiting,
        List<Withdrawn> withdrawn,
        List<Home> homes) {
    static final int WITHDRAWN = 20;
    static final int WAITING = 8;
    static final int AHEAD = 16;

    public static final Book EMPTY =
            new Book(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    private static final Comparator<Withdrawn> BY_TIME = Comparator.<Withdrawn, Instant>comparing(
                    w -> w.step().asOf())
            .thenComparing(w -> w.step().claimant())
            .thenComparing(w -> w.step().sentence())
            .thenComparing(w -> w.step().link());

    public Book {
        claims = List.copyOf(claims);
        notes = List.copyOf(notes);
        parts = List.copyOf(parts);
        rulings = List.copyOf(rulings);
        waiting = List.copyOf(waiting);
        withdrawn = List.copyOf(withdrawn);
        homes = List.copyOf(homes);
    }

    /**
     * @param doubt why the claim waits for a person, empty when it need not
     * @param cues in its sentence
     */
    public record Note(String claim, String doubt, List<Cue> cues) {
        public Note {
            cues = List.copyOf(cues);
        }
    }

    /** @param root id of the claim with which the series of this claim began */
    public record Home(String claim, String root) {}

    /** The finding behind a claim that is held. */
    public record Waiting(String claim, Finding cause) {}

    /** A step that is history only. */
    public record Withdrawn(Series series, LedgerEntry.Step step) {}

    /**
     * What it is kept as: of each claim, by its id, a book with what belongs to it alone, and under "" one with all else. So one more claim
     * changes few of them.
     */
    public Map<String, Book> rows() {
        var notesOf = notes.stream().collect(Collectors.groupingBy(Note::claim));
        var partsOf = parts.stream().collect(Collectors.groupingBy(Posting.Part::claim));
        var homesOf = homes.stream().collect(Collectors.groupingBy(Home::claim));
        var rows = new LinkedHashMap<String, Book>();
        rows.put("", new Book(List.of(), List.of(), List.of(), rulings, waiting, withdrawn, List.of()));
        for (var claim : claims) {
            rows.put(
                    claim.id(),
                    new Book(
                            List.of(claim),
                            notesOf.getOrDefault(claim.id(), List.of()),
                            partsOf.getOrDefault(claim.id(), List.of()),
                            List.of(),
                            List.of(),
                            List.of(),
                            homesOf.getOrDefault(claim.id(), List.of())));
        }
        return rows;
    }

    /** The book of its {@link #rows}. */
    public static Book of(Collection<Book> rows) {
        return new Book(
                all(rows, Book::claims).stream().sorted(Ledger.ORDER).toList(),
                all(rows, Book::notes),
                all(rows, Book::parts),
                all(rows, Book::rulings),
                all(rows, Book::waiting),
                all(rows, Book::withdrawn),
                all(rows, Book::homes));
    }

    private static <T> List<T> all(Collection<Book> rows, Function<Book, List<T>> own) {
        return rows.stream().flatMap(row -> own.apply(row).stream()).toList();
    }

    /** The book in which claims of such a series are kept; all books of a scene lie in one place. */
    public static String of(Series series) {
        return series.category().name().toLowerCase(java.util.Locale.ROOT) + "|" + series.population() + "|"
                + Claims.scene(series);
    }

    Book strike(Collection<String> ids) {
        var gone = new HashSet<>(ids);
        var left = claims.stream().filter(c -> !gone.contains(c.id())).toList();
        return new Book(left, notes, parts, rulings, waiting, withdrawn, homes).tidied();
    }

    Book put(List<Claim> puts, List<Posting.Part> newParts) {
        var byId = new LinkedHashMap<String, Claim>();
        claims.forEach(c -> byId.put(c.id(), c));
        puts.forEach(c -> byId.put(c.id(), c));
        var all = byId.values().stream().sorted(Ledger.ORDER).toList();
        var ids = puts.stream().map(Claim::id).collect(Collectors.toSet());
        var noted = new ArrayList<>(notes);
        noted.removeIf(n -> ids.contains(n.claim()));
        puts.forEach(c -> noted.add(new Note(c.id(), "", Cue.of(c))));
        var joined = new ArrayList<>(parts);
        joined.removeIf(p -> ids.contains(p.claim()));
        newParts.stream().filter(p -> ids.contains(p.claim())).forEach(joined::add);
        return new Book(all, noted, joined, rulings, waiting, withdrawn, homes);
    }

    /** With the doubts that are given; claims that are not named keep theirs. */
    Book doubted(Map<String, String> doubts) {
        var noted = new LinkedHashMap<String, Note>();
        notes.forEach(n -> noted.put(n.claim(), n));
        doubts.forEach(
                (id, why) -> noted.merge(id, new Note(id, why, List.of()), (was, _) -> new Note(id, why, was.cues())));
        return new Book(claims, List.copyOf(noted.values()), parts, rulings, waiting, withdrawn, homes);
    }

    /** Of two rulings on one claim the newer one counts. */
    Book ruled(List<Ruling> news) {
        var byClaim = new LinkedHashMap<String, Ruling>();
        rulings.forEach(r -> byClaim.put(r.claim(), r));
        news.forEach(r -> byClaim.merge(r.claim(), r, (a, b) -> b.at().isBefore(a.at()) ? a : b));
        return new Book(claims, notes, parts, List.copyOf(byClaim.values()), waiting, withdrawn, homes);
    }

    Book withdrawn(List<Withdrawn> steps) {
        var all = new ArrayList<>(withdrawn);
        all.addAll(steps);
        all.sort(BY_TIME);
        var kept = all.subList(Math.max(0, all.size() - WITHDRAWN), all.size());
        return new Book(claims, notes, parts, rulings, waiting, kept, homes);
    }

    /** Keeps the findings of claims that are held, and lets go of the others. */
    Book waiting(Set<String> held, List<Claim> puts, Optional<Finding> cause) {
        var all = new LinkedHashMap<String, Finding>();
        waiting.forEach(w -> all.put(w.claim(), w.cause()));
        cause.ifPresent(finding -> puts.forEach(c -> all.put(c.id(), finding)));
        var kept = claims.reversed().stream()
                .filter(c -> held.contains(c.id()))
                .flatMap(c -> Optional.ofNullable(all.get(c.id())).stream().map(f -> new Waiting(c.id(), f)))
                .limit(WAITING)
                .toList();
        return new Book(claims, notes, parts, rulings, kept, withdrawn, homes);
    }

    Optional<Finding> cause(String claim) {
        return waiting.stream()
                .filter(w -> w.claim().equals(claim))
                .map(Waiting::cause)
                .findFirst();
    }

    Book only(List<Claim> kept, List<Home> settled) {
        var byClaim = new LinkedHashMap<String, Home>();
        homes.forEach(h -> byClaim.put(h.claim(), h));
        settled.forEach(h -> byClaim.put(h.claim(), h));
        return new Book(kept, notes, parts, rulings, waiting, withdrawn, List.copyOf(byClaim.values())).tidied();
    }

    /** Drops what belongs to claims that are no longer here. */
    private Book tidied() {
        var ids = claims.stream().map(Claim::id).collect(Collectors.toSet());
        var noted = notes.stream()
                .filter(n -> ids.contains(n.claim()))
                .filter(n -> !n.doubt().isEmpty() || !n.cues().isEmpty())
                .toList();
        var joined = parts.stream().filter(p -> ids.contains(p.claim())).toList();
        var ahead = rulings.stream()
                .filter(r -> !ids.contains(r.claim()))
                .sorted(Comparator.comparing(Ruling::at).reversed().thenComparing(Ruling::claim))
                .limit(AHEAD)
                .collect(Collectors.toSet());
        var ruled = rulings.stream()
                .filter(r -> ids.contains(r.claim()) || ahead.contains(r))
                .toList();
        var left = homes.stream().filter(h -> ids.contains(h.claim())).toList();
        return new Book(claims, noted, joined, ruled, waiting, withdrawn, left);
    }
}
