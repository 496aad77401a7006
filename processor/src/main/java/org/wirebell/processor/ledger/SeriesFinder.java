package org.wirebell.processor.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.wirebell.model.Claim;
import org.wirebell.model.Figure;
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
    Found of(Book book) {
        var remarks = new Remarks(book);
        return found(book, remarks, sorted(book, List.of(), 0, remarks));
    }

    /** The same as {@link #of(Book)}, sooner where claims came on top of those in which series were found {@code before} and changed nothing else. */
    Found of(Book book, Found before) {
        var remarks = new Remarks(book);
        var held = before.book().claims();
        boolean onTop = book.claims().size() >= held.size()
                && IntStream.range(0, held.size())
                        .allMatch(i -> Objects.equals(book.claims().get(i), held.get(i)))
                && book.homes().equals(before.book().homes())
                && remarks.alike(before.remarks(), held);
        var all = onTop ? sorted(book, before.apart(), held.size(), remarks) : sorted(book, List.of(), 0, remarks);
        return found(book, remarks, all);
    }

    /** The same as {@link #of(Book)} for the book that thinning has left, sooner where it left each series whole or took it away. */
    Found thinned(Book thin, Found whole) {
        if (thin.claims().size() == whole.book().claims().size()) {
            return whole;
        }
        var left = thin.claims().stream().map(Claim::id).collect(Collectors.toSet());
        Predicate<Standing> stays =
                standing -> standing.claims().stream().map(Claim::id).allMatch(left::contains);
        boolean parted = whole.series().stream()
                .filter(stays.negate())
                .flatMap(standing -> standing.claims().stream())
                .anyMatch(claim -> left.contains(claim.id()));
        return parted
                ? of(thin)
                : found(
                        thin,
                        whole.remarks(),
                        whole.apart().stream().filter(stays).toList());
    }

    /** Goes on where the first {@code held} claims are sorted: series that have them stay as they are, and give way to one that goes further. */
    private List<Standing> sorted(Book book, List<Standing> before, int held, Remarks remarks) {
        var all = new ArrayList<>(before);
        var roots = book.homes().stream().collect(Collectors.toMap(Book.Home::claim, Book.Home::root));
        for (var claim : book.claims().subList(held, book.claims().size())) {
            var root = Optional.ofNullable(roots.get(claim.id()));
            var home = root.flatMap(r -> rooted(r, all)).or(() -> home(claim, remarks, all));
            var standing = home.filter(h -> !before.contains(h)).orElseGet(() -> {
                var anew = home.map(h -> through(h.claims(), remarks, h))
                        .orElseGet(() -> standing(claim, remarks, root.orElse(claim.id())));
                home.ifPresentOrElse(h -> all.set(all.indexOf(h), anew), () -> all.add(anew));
                return anew;
            });
            root.ifPresent(standing::root);
            standing.add(claim);
        }
        return all;
    }

    private Standing standing(Claim first, Remarks remarks, String root) {
        return new Standing(config, remarks, new Traits(first, places), root);
    }

    /** These claims gone through as a series that goes on {@code as} that one. */
    private Standing through(List<Claim> claims, Remarks remarks, Standing as) {
        var standing = standing(claims.getFirst(), remarks, as.root());
        as.roots().forEach(standing::root);
        claims.forEach(standing::add);
        return standing;
    }

    private Found found(Book book, Remarks remarks, List<Standing> apart) {
        var series = merged(apart, remarks);
        var names = names(series);
        var named = new HashMap<Standing, Standing>();
        for (int i = 0; i < series.size(); i++) {
            named.put(series.get(i), series.get(i).named(names.get(i)));
        }
        return new Found(
                book,
                remarks,
                apart.stream().map(s -> named.getOrDefault(s, s)).toList(),
                series.stream().flatMap(s -> Stream.ofNullable(named.get(s))).toList());
    }

    private List<Standing> merged(List<Standing> all, Remarks remarks) {
        var left = new ArrayList<>(all);
        for (var small : all) {
            var large = left.stream()
                    .filter(l -> left.contains(small) && merging.one(l, small))
                    .findFirst();
            large.ifPresent(l -> {
                left.set(left.indexOf(l), together(l, small, remarks));
                left.remove(small);
            });
        }
        return left;
    }

    private Standing together(Standing large, Standing small, Remarks remarks) {
        var claims = Stream.concat(large.claims().stream(), small.claims().stream())
                .sorted(Ledger.ORDER)
                .toList();
        var one = through(claims, remarks, large);
        one.root(small.root());
        return one;
    }

    private static Optional<Standing> rooted(String root, List<Standing> all) {
        return all.stream().filter(s -> s.rooted(root)).findFirst();
    }

    private Optional<Standing> home(Claim claim, Remarks remarks, List<Standing> all) {
        var best = Optional.<Standing>empty();
        var degree = Kinship.Degree.NONE;
        for (var standing : all) {
            var here = kinship.degree(claim, remarks, standing);
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

    private static List<Series> names(List<Standing> all) {
        var taken = new LinkedHashMap<String, Series>();
        for (var standing : all) {
            var series = standing.traits().series();
            for (int n = 2; taken.putIfAbsent(series.key(), series) != null; n++) {
                series = numbered(standing.traits().series(), n);
            }
        }
        return List.copyOf(taken.values());
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
