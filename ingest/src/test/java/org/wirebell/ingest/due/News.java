package org.wirebell.ingest.due;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.wirebell.model.Item;
import org.wirebell.model.Json;

/** Items of which only a little matters. */
final class News {
    private News() {}

    static Item at(Instant published) {
        return item(Map.of("published", published.toString()));
    }

    static Item undated() {
        return item(Map.of());
    }

    static Item numbered(String sequence) {
        return item(Map.of("sequence", sequence));
    }

    private static Item item(Map<String, String> some) {
        var fields = new HashMap<>(some);
        fields.put("id", "i");
        fields.put("source", "coastwire");
        fields.put("headline", "Ferry back in service");
        return Json.read(Json.plain(fields), Item.class);
    }
}
