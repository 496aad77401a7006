package org.wirebell.processor.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.wirebell.model.Claim;
import org.wirebell.model.Finding;
import org.wirebell.model.Series;
import org.wirebell.model.WireSignal;

/**
 * The claims that the versions of one item have put into the ledger, so that a later version can amend or strike them.
 *
 * @param version of the newest one seen
 * @param put newest last, at most {@value #KEPT}
 */
public record FamilyClaims(String version, List<Ref> put) {
    static final int KEPT = 200;
    public static final FamilyClaims NONE = new FamilyClaims("", List.of());

    public FamilyClaims {
        version = Objects.requireNonNullElse(version, ""); // absent in JSON
        put = List.copyOf(put);
    }

    /** @param latest the last that the item has said of its series */
    public record Ref(String id, Series series, String claimant, long value, boolean latest) {}

    /** The new state, and what changes in each series. */
    public record Next(FamilyClaims claims, List<Posting> postings) {
        public Next {
            postings = List.copyOf(postings);
        }
    }

    /** What a version of the item changes. An older version that comes late changes nothing. */
    public Next with(Finding finding, Claims.Reading reading) {
        var item = finding.item();
        var newest = Versions.ORDER.compare(item.version(), version) > 0 ? item.version() : version;
        if (item.killed()) {
            return new Next(new FamilyClaims(newest, List.of()), all(Posting.Because.KILL, finding));
        }
        if (Versions.ORDER.compare(item.version(), version) < 0
                && !item.version().isEmpty()) {
            return new Next(this, List.of());
        }
        if (item.held()) {
            return new Next(new FamilyClaims(newest, List.of()), all(Posting.Because.HOLD, finding));
        }
        var because = item.says(WireSignal.CORRECTION) ? Posting.Because.CORRECTION : Posting.Because.NEW_VERSION;
        var struck = new LinkedHashMap<String, List<String>>();
        put.stream()
                .filter(Ref::latest)
                .filter(old -> because == Posting.Because.CORRECTION || repeated(old, reading.claims()))
                .forEach(old -> struck.computeIfAbsent(Book.of(old.series()), _ -> new ArrayList<>())
                        .add(old.id()));
        return new Next(
                next(
                        item.version(),
                        struck.values().stream().flatMap(List::stream).toList(),
                        reading.claims()),
                postings(because, finding, reading, struck));
    }

    /**
     * The newer version says the same again and takes its place. Another number leaves the old one standing as true in its
     * time, and so does silence: a write-through drops details without taking them back; that is what corrections are for.
     */
    private static boolean repeated(Ref old, List<Claim> now) {
        return now.stream()
                .anyMatch(c -> c.series().equals(old.series())
                        && c.claimant().equals(old.claimant())
                        && Stated.of(c) == old.value());
    }

    private static boolean silent(Ref old, List<Claim> now) {
        return now.stream().noneMatch(c -> c.series().equals(old.series()));
    }

    private static List<Posting> postings(
            Posting.Because because,
            Finding finding,
            Claims.Reading reading,
            LinkedHashMap<String, List<String>> struck) {
        var all = new LinkedHashSet<>(struck.keySet());
        // totals before their parts, so that a part is compared with the total that it stands beside
        Stream.concat(
                        reading.claims().stream().filter(c -> !part(c, reading)),
                        reading.claims().stream().filter(c -> part(c, reading)))
                .forEach(c -> all.add(Book.of(c.series())));
        return all.stream()
                .map(book -> posting(
                        book,
                        reading.claims().stream()
                                .filter(c -> Book.of(c.series()).equals(book))
                                .toList(),
                        struck.getOrDefault(book, List.of()),
                        because,
                        reading.parts(),
                        finding))
                .toList();
    }

    private static Posting posting(
            String book,
            List<Claim> puts,
            List<String> strikes,
            Posting.Because because,
            List<Posting.Part> parts,
            Finding finding) {
        var scene = book.substring(book.indexOf('|', book.indexOf('|') + 1) + 1);
        return new Posting(book, scene, puts, strikes, because, parts, List.of(), Optional.of(finding));
    }

    private static boolean part(Claim claim, Claims.Reading reading) {
        return reading.parts().stream().anyMatch(p -> p.claim().equals(claim.id()));
    }

    private List<Posting> all(Posting.Because because, Finding finding) {
        return put.stream()
                .map(r -> Book.of(r.series()))
                .distinct()
                .map(book -> posting(
                        book,
                        List.of(),
                        put.stream()
                                .filter(r -> Book.of(r.series()).equals(book))
                                .map(Ref::id)
                                .toList(),
                        because,
                        List.of(),
                        finding))
                .toList();
    }

    private FamilyClaims next(String newest, List<String> struck, List<Claim> claims) {
        var refs = new ArrayList<Ref>();
        put.stream()
                .filter(r -> !struck.contains(r.id()))
                .forEach(r -> refs.add(
                        new Ref(r.id(), r.series(), r.claimant(), r.value(), r.latest() && silent(r, claims))));
        claims.forEach(c -> refs.add(new Ref(c.id(), c.series(), c.claimant(), Stated.of(c), true)));
        return new FamilyClaims(newest, refs.subList(Math.max(0, refs.size() - KEPT), refs.size()));
    }
}
