package org.wirebell.processor.ledger;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wirebell.model.Claim;
import org.wirebell.model.Figure;

/**
 * Which claims of a book stay. Of each series the first, those that give it its name, the newest {@value #PER_SERIES} with no more than {@value #PER_VOICE}
 * of one claimant and origin, and before these the last exact one of each month, for {@value #MONTHS} months; of all series the newest
 * {@value #SERIES}. Within a series all this looks at as-of order only, so that thinning early or late leaves the same claims.
 */
final class Thinning {
    static final int PER_VOICE = 24;
    static final int PER_SERIES = 40;
    static final int MONTHS = 36;
    static final int SERIES = 24;
    private static final int IN_ALL = 160;

    private Thinning() {}

    /** The book with only the claims that stay; claims of a series that lost some remember where they belong. */
    static Book thinned(Book book, List<Standing> all) {
        var kept = kept(all);
        if (kept.size() == book.claims().size()) {
            return book;
        }
        var homes = all.stream()
                .filter(s -> s.claims().stream().anyMatch(c -> !kept.contains(c.id())))
                .flatMap(s -> s.claims().stream().map(c -> new Book.Home(c.id(), s.root())))
                .toList();
        return book.only(
                book.claims().stream().filter(c -> kept.contains(c.id())).toList(), homes);
    }

    /** @param all the series of a book */
    private static Set<String> kept(List<Standing> all) {
        var newest = all.stream()
                .sorted(Comparator.comparing(Standing::newest)
                        .reversed()
                        .thenComparing(s -> s.series().key()))
                .toList();
        var kept = new HashSet<String>();
        int series = 0;
        for (var standing : newest) {
            var own = claims(standing.claims());
            if (series >= SERIES || kept.size() + own.size() > IN_ALL) {
                break;
            }
            kept.addAll(own);
            series++;
        }
        return kept;
    }

    /** @param claims of one series in as-of order */
    static Set<String> claims(List<Claim> claims) {
        var kept = new HashSet<String>();
        if (claims.isEmpty()) {
            return kept;
        }
        kept.add(claims.getFirst().id());
        kept.addAll(namers(claims));
        var voices = new HashMap<String, Integer>();
        var months = new ArrayList<YearMonth>();
        int recent = 0;
        for (var claim : claims.reversed()) {
            var month = YearMonth.from(claim.asOf().atOffset(ZoneOffset.UTC));
            boolean lastOfMonth = claim.figure().bound() == Figure.Bound.EXACT
                    && (months.isEmpty() || !months.getLast().equals(month));
            boolean room = recent < PER_SERIES
                    && voices.merge(claim.claimant() + "|" + claim.origin(), 1, Integer::sum) <= PER_VOICE;
            if (lastOfMonth) {
                months.add(month);
            }
            if (room) {
                recent++;
            }
            if (room || lastOfMonth && months.size() <= MONTHS) {
                kept.add(claim.id());
            }
        }
        return kept;
    }

    /** The first claims to name the earliest baseline and the event: without them the series would change its name. */
    private static Set<String> namers(List<Claim> claims) {
        var dated = Optional.<LocalDate>empty();
        var event = "";
        var from = "";
        var named = "";
        for (var claim : claims) {
            var date = Baseline.date(claim.series().since());
            var best = dated;
            if (date.filter(d -> best.isEmpty() || d.isBefore(best.get())).isPresent()) {
                dated = date;
                from = claim.id();
            }
            var better = Events.first(event, claim.series().event());
            if (!better.equals(event)) {
                event = better;
                named = claim.id();
            }
        }
        return Stream.of(from, named).filter(id -> !id.isEmpty()).collect(Collectors.toSet());
    }
}
