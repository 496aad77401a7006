package org.wirebell.desk.archive;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.wirebell.model.Finding;
import org.wirebell.model.Item;
import org.wirebell.model.Json;

/** Invented items with what was read from them. */
public final class Shelf {
    private Shelf() {}

    public static Finding item(String id, String source, String language, String headline, Instant received) {
        var item = Json.read(
                Json.plain(Map.of(
                        "id", id,
                        "source", source,
                        "headline", headline,
                        "body", headline + ", the harbour office said.\n\nMore is to come.",
                        "language", language,
                        "link", "https://" + source + ".example/" + id,
                        "received", received.toString())),
                Item.class);
        return new Finding(item, language, List.of(), List.of(), List.of(), "", "", source, Map.of());
    }
}
