package org.wirebell.ingest.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.wirebell.model.Ids;
import org.wirebell.model.Item;

/** The front door: any document in, items out. Never throws, whatever the bytes are. */
public final class Reader {
    /** A document beyond this size is refused before anything is decoded. */
    public static final int MAX_BYTES = 32 << 20;

    private Reader() {}

    public static Reading read(byte[] raw, Hints hints) {
        return read(raw, () -> Ids.hash(raw), hints);
    }

    /** @param hash of the document, of which {@code raw} may be a part */
    static Reading read(byte[] raw, Supplier<String> hash, Hints hints) {
        if (raw.length == 0) {
            return Reading.failed(Format.UNKNOWN.label, Problem.Why.EMPTY, hints.name() + ": is empty");
        }
        if (raw.length > MAX_BYTES) {
            var detail = hints.name() + ": " + raw.length + " bytes, at most " + MAX_BYTES + " are read";
            return Reading.failed(Format.UNKNOWN.label, Problem.Why.TOO_LARGE, detail);
        }
        var notes = new ArrayList<String>();
        return Guard.attempt(hints.name(), () -> decoded(raw, hash, hints, notes), notes)
                .orElseGet(() -> Reading.failed(Format.UNKNOWN.label, Problem.Why.BROKEN, String.join("; ", notes)));
    }

    private static Reading decoded(byte[] raw, Supplier<String> hashOf, Hints hints, List<String> notes) {
        var decoded = Charsets.decode(raw, hints);
        notes.addAll(decoded.notes());
        var format = Sniff.format(decoded.text());
        var documents = Guard.attempt(format.label, () -> documents(format, raw, decoded.text(), hints), notes)
                .orElseGet(() -> Documents.none(format, Problem.Why.BROKEN));
        notes.addAll(documents.notes());
        var hash = hashOf.get();
        var items = new ArrayList<Item>();
        // Each on its own: an item that cannot be finished is noted and costs no other.
        for (var draft : documents.drafts()) {
            Guard.attempt("item " + (items.size() + 1), () -> draft.item(documents.format().label, hash), notes)
                    .ifPresent(items::add);
        }
        return new Reading(
                documents.format().label,
                problem(documents, items, hints, decoded.text(), notes),
                notes,
                documents.title(),
                documents.ttl(),
                documents.pauses(),
                documents.hubs(),
                documents.self(),
                items);
    }

    private static Documents documents(Format format, byte[] raw, String text, Hints hints) {
        return switch (format) {
            case RSS, ATOM, RDF -> FeedReader.read(format, text, hints);
            case JSON_FEED, NINJS -> JsonDocuments.read(text, hints);
            case NEWSML_G2 -> NewsMlG2.read(text, hints);
            case NEWSML_1 -> NewsMl1.read(text, hints);
            case NITF -> Nitf.read(text, hints);
            case IPTC7901 -> Iptc7901.read(text, hints);
            case ANPA -> Anpa.read(text, hints);
            case RFC822 -> Mail.read(raw, hints);
            case HTML -> Documents.none(format, Problem.Why.NOT_A_FEED);
            case UNKNOWN -> Documents.none(format, Problem.Why.UNKNOWN_FORMAT);
        };
    }

    private static Optional<Problem> problem(
            Documents documents, List<Item> items, Hints hints, String text, List<String> notes) {
        return documents.problem().filter(why -> items.isEmpty()).map(why -> {
            var start = Text.fold(text.substring(0, Math.min(80, text.length())));
            var what = switch (why) {
                case NOT_A_FEED -> WebPage.kind(text) + ", not a feed";
                case UNKNOWN_FORMAT -> "no known format";
                case EMPTY, BROKEN, TOO_LARGE, TOO_DEEP -> "can't be read as " + documents.format().label;
            };
            var more = notes.isEmpty() ? "" : " (" + String.join("; ", notes) + ")";
            return new Problem(why, hints.name() + ": " + what + more + "; begins with " + start);
        });
    }
}
