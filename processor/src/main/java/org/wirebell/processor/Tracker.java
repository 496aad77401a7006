package org.wirebell.processor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.wirebell.model.Finding;
import org.wirebell.model.Item;
import org.wirebell.model.LedgerEntry;
import org.wirebell.model.Ruling;
import org.wirebell.model.Update;
import org.wirebell.processor.cluster.Joiner;
import org.wirebell.processor.cluster.StoriesConfig;
import org.wirebell.processor.extract.Extractor;
import org.wirebell.processor.extract.places.Gazetteer;
import org.wirebell.processor.ledger.Book;
import org.wirebell.processor.ledger.Claims;
import org.wirebell.processor.ledger.FamilyClaims;
import org.wirebell.processor.ledger.Ledger;
import org.wirebell.processor.ledger.LedgerConfig;
import org.wirebell.processor.ledger.OpenBook;
import org.wirebell.processor.ledger.Places;
import org.wirebell.processor.ledger.Posting;
import org.wirebell.processor.ledger.Scene;

/**
 * The whole processor in memory and in one thread, for {@code wirebell track} and back-tests: the same pure functions. An
 * embargo is taken to be over.
 */
public final class Tracker {
    private final Function<Item, Finding> extract;
    private final Claims claims;
    private final Ledger ledger;
    private final Joiner joiner = Joiner.inMemory(StoriesConfig.defaults());
    private final Set<String> seen = new HashSet<>();
    private final Map<String, FamilyClaims> families = new HashMap<>();
    private final Map<String, OpenBook> books = new HashMap<>();
    private final Map<String, Scene> scenes = new HashMap<>();
    private final Map<String, LedgerEntry> entries = new LinkedHashMap<>();

    public Tracker(LedgerConfig config) {
        this(config, Extractor.standard()::extract, Places.of(Gazetteer.standard()));
    }

    Tracker(LedgerConfig config, Function<Item, Finding> extract, Places places) {
        this.extract = extract;
        this.claims = new Claims(config, places);
        this.ledger = new Ledger(config, places);
    }

    /** What this item changes in the ledger; items may come in any order. */
    public List<Update> add(Item item) {
        var updates = new ArrayList<Update>();
        NamedKills.of(item).forEach(kill -> updates.addAll(add(kill)));
        if (seen.add(item.deliveryKey())) {
            updates.addAll(add(joined(item)));
        }
        return updates;
    }

    /** The item read and put among those that came before it. */
    public Finding joined(Item item) {
        return joiner.join(
                        extract.apply(item), item.received().or(item::published).orElse(Instant.EPOCH))
                .finding();
    }

    /** As {@link #add(Item)}, where the item is read and joined already. */
    public List<Update> add(Finding finding) {
        var family = finding.item().family();
        var next = families.getOrDefault(family, FamilyClaims.NONE).with(finding, claims.of(finding));
        families.put(family, next.claims());
        var updates = new ArrayList<Update>();
        next.postings().forEach(p -> updates.addAll(post(p)));
        return updates;
    }

    /** What a person's ruling changes in the ledger. */
    public List<Update> add(Ruling ruling) {
        return post(Posting.of(ruling));
    }

    private List<Update> post(Posting posting) {
        var outcome = ledger.apply(
                key -> Optional.ofNullable(books.get(key)).orElse(OpenBook.of(Book.EMPTY)),
                posting,
                scenes.getOrDefault(posting.scene(), Scene.EMPTY));
        books.putAll(outcome.books());
        scenes.put(posting.scene(), outcome.scene());
        outcome.entries()
                .forEach((key, entry) -> entry.ifPresentOrElse(e -> entries.put(key, e), () -> entries.remove(key)));
        return outcome.updates();
    }

    /** The ledger as it stands, by series key. */
    public Map<String, LedgerEntry> entries() {
        return Map.copyOf(entries);
    }

    /** An update as {@code wirebell track} prints it; what is unknown is left out. */
    public static Map<String, Object> line(Update update) {
        var line = new LinkedHashMap<String, Object>();
        line.put("claim", update.claim());
        line.put("item", update.item());
        line.put("version", update.version());
        line.put("kind", word(update.kind()));
        line.put("series", series(update));
        line.put("value", update.value());
        line.put("low", update.low());
        line.put("high", update.high());
        line.put("bound", word(update.bound()));
        line.put("previous", update.previous());
        line.put("claimant", update.claimant());
        line.put("origin", update.origin());
        line.put("quote", update.quote());
        line.put("start", update.start());
        line.put("end", update.end());
        line.put("why", update.why());
        line.put("sentence", update.evidence().sentence());
        line.values().removeIf(v -> v.equals("") || v.equals(Optional.empty()));
        return line;
    }

    private static Map<String, Object> series(Update update) {
        var series = new LinkedHashMap<String, Object>();
        series.put("category", word(update.series().category()));
        series.put("population", update.series().population());
        series.put("place", update.series().place());
        series.put("event", update.series().event());
        series.put("since", update.series().since());
        series.put("scope", word(update.series().scope()));
        series.put("day", update.series().day());
        series.values().removeIf(""::equals);
        return series;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
