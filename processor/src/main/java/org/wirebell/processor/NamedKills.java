package org.wirebell.processor;

import java.util.List;
import org.wirebell.model.Item;
import org.wirebell.model.Json;

/** A kill or hold often comes as an item of its own that names the ones it takes back: it becomes one for each of these. */
final class NamedKills {
    private NamedKills() {}

    /** Kills or holds in the name of the items that this one names; none for any other item. */
    static List<Item> of(Item item) {
        return item.killed() || item.held()
                ? item.replaces().stream()
                        .filter(id -> !id.isBlank() && !id.equals(item.id()))
                        .distinct()
                        .map(id -> inTheNameOf(id, item))
                        .toList()
                : List.of();
    }

    private static Item inTheNameOf(String id, Item item) {
        var fields = Json.map(Json.plain(item));
        fields.put("id", id);
        fields.remove("version"); // the notice's own: it says nothing about the versions of the other item
        fields.remove("replaces");
        return Json.read(Json.plain(fields), Item.class);
    }
}
