package org.wirebell.processor.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wirebell.model.Claim;
import org.wirebell.model.Figure;
import org.wirebell.model.Ruling;
import org.wirebell.model.Series;

/**
 * Sorts the claims of a book into series, in as-of order: each goes to the series that it fits best by its words and its
 * number, else it opens one; series that turn out to be one count are put together. Depends on nothing but the book.
 */
final class SeriesFinder {
    /** Of two that fit alike: a running count, from a day that is known, that was heard of last. */
    private static final Comparator<Standing> CLOSER = Comparator.<Standing, Boolean>comparing(
                    s -> s.traits().scope() == Figure.Scope.CUMULATIVE)
            .thenComparing(s -> s.traits().dated())
            .thenComparing(Standing::newest);

    private final LedgerConfig config;
    private final Places places;
    private final Kinship kinship;
    private final Merging merging;

    SeriesFinder(LedgerConfig config, Places places) {
        this.config = config;
        this.places = places;
        this.kinship = new Kinship(config, places);
        this.merging = new Merging(places);
    }

    /** All series of the book, each with a name of its own, in the order in which they began. */
    List<Standing> of(Book book) {
        var all = new ArrayList<Standing>();
        var rejected = book.rulings().stream()
                .filter(r -> r.verdict() == Ruling.Verdict.REJECT)
                .map(Ruling::claim)
                .collect(Collectors.toSet());
        var roots = book.homes().stream().collect(Collectors.toMap(Book.Home::claim, Book.Home::root));
        for (var claim : book.claims()) {
            var root = Optional.ofNullable(roots.get(claim.id()));
            var home = root.flatMap(r -> rooted(r, all)).or(() -> home(claim, all));
            if (home.isEmpty()) {
                home = Optional.of(new Standing(config, book, new Traits(claim, places), root.orElse(claim.id())));
                all.add(home.get());
            }
            root.ifPresent(home.get()::root);
            if (rejected.contains(claim.id())) {
                home.get().reject(claim);
            } else {
                home.get().add(claim);
            }
        }
        var merged = merged(all, book, rejected);
        name(merged);
        return merged;
    }

    private List<Standing> merged(List<Standing> all, Book book, Set<String> rejected) {
        var left = new ArrayList<>(all);
        for (var small : all) {
            var large = left.stream()
                    .filter(l -> left.contains(small) && merging.one(l, small))
                    .findFirst();
            large.ifPresent(l -> {
                left.set(left.indexOf(l), together(l, small, book, rejected));
                left.remove(small);
            });
        }
        return left;
    }

    private Standing together(Standing large, Standing small, Book book, Set<String> rejected) {
        var claims = Stream.concat(large.claims().stream(), small.claims().stream())
                .sorted(Ledger.ORDER)
                .toList();
        var one = new Standing(config, book, new Traits(claims.getFirst(), places), large.root());
        one.root(small.root());
        for (var claim : claims) {
            if (rejected.contains(claim.id())) {
                one.reject(claim);
            } else {
                one.add(claim);
            }
        }
        return one;
    }

    private static Optional<Standing> rooted(String root, List<Standing> all) {
        return all.stream().filter(s -> s.rooted(root)).findFirst();
    }

    private Optional<Standing> home(Claim claim, List<Standing> all) {
        var best = Optional.<Standing>empty();
        var degree = Kinship.Degree.NONE;
        for (var standing : all) {
            var here = kinship.degree(claim, standing);
            boolean closer = here.compareTo(degree) > 0
                    || here == degree
                            && best.filter(b -> CLOSER.compare(standing, b) >= 0)
                                    .isPresent();
            if (here != Kinship.Degree.NONE && closer) {
                best = Optional.of(standing);
                degree = here;
            }
        }
        return best;
    }

    private static void name(List<Standing> all) {
        Set<String> taken = new HashSet<>();
        for (var standing : all) {
            var series = standing.traits().series();
            for (int n = 2; !taken.add(series.key()); n++) {
                series = numbered(standing.traits().series(), n);
            }
            standing.named(series);
        }
    }

    private static Series numbered(Series series, int number) {
        return new Series(
                series.category(),
                series.population(),
                series.place(),
                series.event(),
                series.since(),
                series.scope(),
                series.day() + "#" + number);
    }
}
