package org.wirebell.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The audit as a chain of hashes: each record names those before it by the hash of their bytes, so that none can be changed or taken
 * away without the one after it telling. The last one is held by nothing: its hash is to be noted elsewhere. Records may be read
 * in any order.
 */
public final class AuditChain {
    /** Where in the topic a record stands, for people, and its hash. */
    public record Place(String where, String hash, Audit audit) {}

    /**
     * Something that does not hold.
     *
     * @param changed a record stands in the place of the one that was named; else there is none
     * @param named hash of the one that was there
     * @param by who names it
     */
    public record Fault(boolean changed, long number, String named, Place by) {}

    private final TreeMap<Long, List<Place>> byNumber = new TreeMap<>();
    private final Map<String, Long> numbers = new HashMap<>(); // by hash
    private final Set<String> named = new HashSet<>();
    private final Set<String> ends = new HashSet<>(); // records that nobody names
    private long before;

    /** Takes a record as it stands in the topic. Throws {@link IllegalArgumentException} when it is none. */
    public void take(String where, byte[] record) {
        var audit = Json.read(record, Audit.class);
        var link = audit.link();
        if (link.isEmpty()) {
            before++;
            return;
        }
        var hash = Ids.hash(record);
        if (numbers.putIfAbsent(hash, link.get().number()) != null) {
            return; // read once more
        }
        byNumber.computeIfAbsent(link.get().number(), _ -> new ArrayList<>()).add(new Place(where, hash, audit));
        named.addAll(link.get().previous());
        ends.removeAll(link.get().previous());
        if (!named.contains(hash)) {
            ends.add(hash);
        }
    }

    /** The record with its place after all that were taken. */
    public Audit next(Audit audit) {
        long number = byNumber.isEmpty() ? 1 : byNumber.lastKey() + 1;
        return audit.linked(new Audit.Link(number, ends.stream().sorted().toList()));
    }

    /** How many records have a place. */
    public int size() {
        return numbers.size();
    }

    /** How many are from before there was a chain. */
    public long before() {
        return before;
    }

    public Optional<Place> first() {
        return byNumber.values().stream().map(List::getFirst).findFirst();
    }

    /** The newest record: what it holds is safe only while its hash is known elsewhere. */
    public Optional<Place> last() {
        return Optional.ofNullable(byNumber.lastEntry()).map(e -> e.getValue().getLast());
    }

    public boolean holds(String hash) {
        return numbers.containsKey(hash);
    }

    /**
     * All that does not hold, in the order of the chain.
     *
     * @param aged records below this number may be gone: they are older than the topic keeps
     */
    public List<Fault> faults(long aged) {
        var faults = new ArrayList<Fault>();
        var told = new HashSet<String>();
        byNumber.values().stream().flatMap(List::stream).forEach(place -> {
            var link = place.audit().link().orElseThrow();
            for (var hash : link.previous()) {
                if (!numbers.containsKey(hash) && link.number() - 1 >= aged && told.add(hash)) {
                    faults.add(fault(link.number() - 1, hash, place));
                }
            }
        });
        return faults;
    }

    /** Changed, where a record has the number that the one before must have had and nobody names it. */
    private Fault fault(long number, String hash, Place by) {
        var changed = byNumber.getOrDefault(number, List.of()).stream().anyMatch(p -> ends.contains(p.hash()));
        return new Fault(changed, number, hash, by);
    }
}
