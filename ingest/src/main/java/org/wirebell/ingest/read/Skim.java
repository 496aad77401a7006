package org.wirebell.ingest.read;

import java.util.List;
import java.util.Set;
import org.wirebell.model.Ids;

/**
 * A document of which only the entries were read that were not read before: most feeds show an entry some twenty times,
 * and reading it costs more than all else of a poll. What the document says of itself is always read.
 *
 * @param reading its items are those that were read now
 * @param passed hashes of the entries that were not
 * @param read of each item of the reading; empty when the entries of the document cannot be told apart in its bytes
 */
public record Skim(Reading reading, List<String> passed, List<String> read) {
    public Skim {
        passed = List.copyOf(passed);
        read = List.copyOf(read);
    }

    /** @param known hashes of entries that need not be read */
    public static Skim of(byte[] raw, Hints hints, Set<String> known) {
        var entries = Entries.in(raw);
        var fresh = entries.beside(known);
        if (fresh.size() < entries.spans().size()) {
            var reading = Reader.read(entries.without(known), () -> Ids.hash(raw), hints);
            if (reading.problem().isEmpty() && reading.items().size() == fresh.size()) {
                return new Skim(
                        reading,
                        entries.spans().stream()
                                .map(Entries.Span::hash)
                                .filter(known::contains)
                                .toList(),
                        fresh);
            }
        }
        var reading = Reader.read(raw, hints);
        var all = entries.beside(Set.of());
        return new Skim(reading, List.of(), reading.items().size() == all.size() ? all : List.of());
    }
}
