package org.wirebell.processor.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wirebell.model.Claim;
import org.wirebell.model.LedgerEntry;
import org.wirebell.model.Ruling;
import org.wirebell.model.Update;

/** The ledger: a pure fold of postings over the books of a scene. */
public final class Ledger {
    /** As-of time orders the ledger; within one version of an item, the text. */
    static final Comparator<Claim> ORDER = Comparator.comparing(Claim::asOf)
            .thenComparing(c -> c.evidence().family())
            .thenComparing(c -> c.evidence().version(), Versions.ORDER)
            .thenComparing(Claim::received) // of one item only: feeds seldom count versions
            .thenComparing(c -> c.evidence().part())
            .thenComparing(c -> c.evidence().start())
            .thenComparing(Claim::id);

    /** More books than these are not looked at again for the sake of one posting. */
    private static final int TOUCHED = 4;

    private final LedgerConfig config;
    private final SeriesFinder finder;
    private final RoundNumbers roundNumbers;

    public Ledger(LedgerConfig config, Places places) {
        this.config = config;
        this.finder = new SeriesFinder(config, places);
        this.roundNumbers = new RoundNumbers(config.roundNumbers());
    }

    /**
     * Applies a posting to its book. {@code shelf} gives any book of the scene, {@link OpenBook} of {@link Book#EMPTY} for one that is not there;
     * {@code scene} holds the recent numbers of all of them.
     */
    public Outcome apply(Function<String, OpenBook> shelf, Posting posting, Scene scene) {
        var now = scene.strike(posting.strikes()).put(posting.puts(), posting.parts());
        var books = new LinkedHashMap<String, OpenBook>();
        var entries = new LinkedHashMap<String, Optional<LedgerEntry>>();
        var updates = new ArrayList<Update>();
        post(shelf.apply(posting.book()), posting, now, books, entries, updates);
        touched(posting, now).forEach((book, claims) -> {
            var other = shelf.apply(book);
            var again = doubted(other.book(), claims, now);
            if (!again.notes().equals(other.book().notes())) {
                lookAgain(other, again, book, posting, claims, books, entries, updates);
            }
        });
        return new Outcome(books, now, entries, updates);
    }

    private void post(
            OpenBook open,
            Posting posting,
            Scene scene,
            Map<String, OpenBook> books,
            Map<String, Optional<LedgerEntry>> entries,
            List<Update> updates) {
        var book = open.book();
        var before = open.found(finder);
        var struck = book.claims().stream()
                .filter(c -> posting.strikes().contains(c.id()))
                .toList();
        var put = book.strike(posting.strikes())
                .put(posting.puts(), posting.parts())
                .ruled(posting.rulings());
        var looked = Stream.concat(
                        posting.puts().stream().map(Claim::id),
                        posting.rulings().stream().map(Ruling::claim))
                .collect(Collectors.toCollection(HashSet::new));
        var later = later(put, posting.puts());
        looked.addAll(later);
        var full = doubted(put, later, scene);
        var whole = finder.of(full, before);
        var thin = Thinning.thinned(full, whole.series());
        var after = finder.thinned(thin, whole);
        var pairs = Pair.of(before.series(), after.series());
        var changed = thin.withdrawn(withdrawn(posting, struck, pairs));
        for (var pair : pairs) {
            if (!pair.untouched(looked)) {
                updates.addAll(new Changes(config, roundNumbers, posting, pair, book).updates(struck));
            }
        }
        entries.putAll(gone(before.series(), whole.series(), book, changed));
        entries.putAll(changed(pairs, looked, changed));
        books.put(posting.book(), OpenBook.of(settled(changed, after.series(), posting), after));
    }

    /** A new number of another book casts doubt on claims, or takes a doubt from them. */
    private void lookAgain(
            OpenBook other,
            Book again,
            String key,
            Posting posting,
            List<String> claims,
            Map<String, OpenBook> books,
            Map<String, Optional<LedgerEntry>> entries,
            List<Update> updates) {
        var before = other.found(finder);
        var after = finder.of(again);
        var pairs = Pair.of(before.series(), after.series());
        var looked = new HashSet<>(claims);
        for (var pair : pairs) {
            if (!pair.untouched(looked)) {
                updates.addAll(new Changes(config, roundNumbers, posting, pair, other.book()).doubts(claims));
            }
        }
        entries.putAll(gone(before.series(), after.series(), other.book(), again));
        entries.putAll(changed(pairs, looked, again));
        books.put(key, OpenBook.of(again, after));
    }

    /** Claims whose doubts a new number may change: itself, and those after it. */
    private static List<String> later(Book book, List<Claim> puts) {
        var first = puts.stream().map(Claim::asOf).min(Comparator.naturalOrder());
        return first.stream()
                .flatMap(from -> book.claims().stream().filter(c -> !c.asOf().isBefore(from)))
                .map(Claim::id)
                .toList();
    }

    private static Book doubted(Book book, List<String> ids, Scene scene) {
        var doubts = new HashMap<String, String>();
        var wanted = Set.copyOf(ids);
        book.claims().stream()
                .filter(c -> wanted.contains(c.id()))
                .forEach(c ->
                        doubts.put(c.id(), Doubts.across(c, book.parts(), scene).orElse("")));
        return book.doubted(doubts);
    }

    private static Map<String, List<String>> touched(Posting posting, Scene scene) {
        var touched = new TreeMap<String, List<String>>();
        posting.puts()
                .forEach(put -> scene.touchedBy(put)
                        .forEach((book, claims) -> touched.computeIfAbsent(book, _ -> new ArrayList<>())
                                .addAll(claims)));
        touched.remove(posting.book());
        while (touched.size() > TOUCHED) {
            touched.pollLastEntry();
        }
        return touched;
    }

    private static List<Book.Withdrawn> withdrawn(Posting posting, List<Claim> struck, List<Pair> pairs) {
        if (posting.because() == Posting.Because.NEW_VERSION) {
            return List.of();
        }
        var rejected = posting.rulings().stream()
                .filter(r -> r.verdict() == Ruling.Verdict.REJECT)
                .map(Ruling::claim)
                .collect(Collectors.toSet());
        var gone = new ArrayList<Book.Withdrawn>();
        for (var pair : pairs) {
            Stream.concat(
                            struck.stream()
                                    .filter(c -> pair.before()
                                            .filter(was -> was.has(c.id()))
                                            .isPresent()),
                            pair.after().stream()
                                    .flatMap(now -> now.claims().stream())
                                    .filter(c -> rejected.contains(c.id())))
                    .forEach(c -> gone.add(new Book.Withdrawn(pair.series(), Entries.step(c, Update.Kind.RETRACTED))));
        }
        return gone;
    }

    private static Map<String, Optional<LedgerEntry>> changed(List<Pair> pairs, HashSet<String> looked, Book now) {
        var entries = new LinkedHashMap<String, Optional<LedgerEntry>>();
        pairs.stream()
                .filter(pair -> !pair.untouched(looked))
                .flatMap(pair -> pair.after().stream())
                .forEach(after -> entries.put(after.series().key(), Optional.of(Entries.of(after, now))));
        return entries;
    }

    /**
     * Series whose claims were struck leave an empty entry with what was withdrawn, those whose claims found another series
     * none; those whose claims were thinned out keep their last one.
     */
    private static Map<String, Optional<LedgerEntry>> gone(
            List<Standing> before, List<Standing> whole, Book old, Book now) {
        var names = whole.stream().map(Standing::series).collect(Collectors.toSet());
        var entries = new LinkedHashMap<String, Optional<LedgerEntry>>();
        before.stream()
                .filter(was -> !names.contains(was.series()))
                .map(was -> Entries.empty(Entries.of(was, old), now))
                .forEach(entry -> entries.put(
                        entry.series().key(),
                        Optional.of(entry).filter(e -> !e.history().isEmpty())));
        return entries;
    }

    private static Book settled(Book book, List<Standing> standings, Posting posting) {
        var held = standings.stream()
                .flatMap(s -> s.tally().held().stream())
                .map(h -> h.claim().id())
                .collect(Collectors.toSet());
        return book.waiting(held, posting.puts(), posting.cause());
    }
}
