package org.wirebell.ingest.due;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.wirebell.model.Item;

/**
 * Knows the items of a source again. The identifier comes first. Publishers change it, though, when they move to https or
 * to another system: an item with an unknown one is taken for an earlier item with the same canonical link, else with the
 * same headline and time, provided that nothing else shares these and that the earlier item has left the document.
 */
final class Memory {
    private static final String SHARED = "";

    private final String source;
    private final LinkedHashMap<String, Mark> marks = new LinkedHashMap<>();
    private final Map<String, Mark> byId = new HashMap<>();
    /** Hashed once; items by identity, since comparing them would read their texts. */
    private final Map<Item, Mark> ofDocument = new IdentityHashMap<>();

    private final Set<String> wordings = new HashSet<>();
    private final Set<String> identities = new HashSet<>();
    private final Map<String, String> byLink;
    private final Map<String, String> byTitle;
    private final Map<String, String> linksHere;
    private final Map<String, String> titlesHere;
    /** First identifiers of the earlier items that this document still serves. */
    private final Set<String> present = new HashSet<>();

    /**
     * @param seen marks of earlier documents, newest last
     * @param document items of this one
     * @param passed marks of what else it holds, all of it seen
     */
    Memory(String source, List<String> seen, List<Item> document, List<Mark> passed) {
        this.source = source;
        for (var text : seen) {
            var mark = Mark.parse(text);
            marks.put(mark.id() + mark.wording(), mark);
            byId.put(mark.id(), mark);
            var identity = mark.identity(source);
            wordings.add(identity + mark.wording());
            identities.add(identity);
        }
        document.forEach(item -> ofDocument.put(item, Mark.of(source, item)));
        var here = Stream.concat(ofDocument.values().stream(), passed.stream()).toList();
        byLink = owners(marks.values(), Mark::link, Mark::first);
        byTitle = owners(marks.values(), Mark::title, Mark::first);
        linksHere = owners(here, Mark::link, Mark::id);
        titlesHere = owners(here, Mark::title, Mark::id);
        here.stream()
                .map(mark -> byId.get(mark.id()))
                .flatMap(known -> Optional.ofNullable(known).stream())
                .forEach(known -> present.add(known.first()));
    }

    /** Who alone has each key; {@link #SHARED} where several have it. */
    private static Map<String, String> owners(
            Collection<Mark> marks, Function<Mark, String> key, Function<Mark, String> owner) {
        var owners = new HashMap<String, String>();
        for (var mark : marks) {
            if (!key.apply(mark).isEmpty()) {
                owners.merge(key.apply(mark), owner.apply(mark), (a, b) -> a.equals(b) ? a : SHARED);
            }
        }
        return owners;
    }

    /** The mark of an item of the document, with the identifier that it is known by. */
    Mark recognise(Item item) {
        var mark = ofDocument.computeIfAbsent(item, it -> Mark.of(source, it));
        var known = Optional.ofNullable(byId.get(mark.id()))
                .map(Mark::first)
                .or(() -> byLink(mark))
                .or(() -> earlier(mark, mark.title(), byTitle, titlesHere))
                .orElse("");
        var recognised = known.isEmpty() ? mark : mark.knownAs(known);
        ofDocument.put(item, recognised);
        return recognised;
    }

    /** Of these items of the document, as they were recognised. */
    List<String> marks(List<Item> items) {
        return items.stream()
                .flatMap(item -> Optional.ofNullable(ofDocument.get(item)).stream())
                .map(Mark::toString)
                .toList();
    }

    /** Where all items link to the same page, the link says nothing, unless the words are the same too. */
    private Optional<String> byLink(Mark mark) {
        return earlier(mark, mark.link(), byLink, linksHere)
                .filter(first -> linksHere.size() > 1 || wordings.contains(Mark.id(source, first) + mark.wording()));
    }

    private Optional<String> earlier(Mark mark, String key, Map<String, String> before, Map<String, String> here) {
        return Optional.ofNullable(before.get(key))
                .filter(first -> !first.equals(SHARED) && !present.contains(first))
                .filter(_ -> mark.id().equals(here.get(key)));
    }

    /** It was seen in this wording. */
    boolean knows(Mark mark) {
        return wordings.contains(mark.identity(source) + mark.wording());
    }

    /** It was seen, in whatever wording. */
    boolean met(Mark mark) {
        return identities.contains(mark.identity(source));
    }

    /** Takes note of an item of the document; what is still served counts as newest. */
    void note(Mark mark) {
        var key = mark.id() + mark.wording();
        marks.remove(key);
        marks.put(key, mark);
        identities.add(mark.identity(source));
    }

    /** The newest marks, newest last. */
    List<String> newest(int most) {
        return marks.values().stream()
                .skip(Math.max(0, marks.size() - most))
                .map(Mark::toString)
                .toList();
    }
}
