package org.wirebell.ingest.read;

import java.util.LinkedHashMap;
import java.util.Locale;
import org.wirebell.model.Json;

/** The line that {@code wirebell read} prints for a document. */
public final class Readings {
    private Readings() {}

    /** One JSON object on one line: {@code file, format, problem (null when there is none), notes, items}. */
    public static String line(String file, Reading reading) {
        var problem = reading.problem().map(p -> Json.plain(problem(p))).orElse("null");
        var items = new StringBuilder();
        for (var item : reading.items()) {
            items.append(items.isEmpty() ? "" : ",").append(Json.plain(item));
        }
        return "{\"file\":" + Json.plain(file) + ",\"format\":" + Json.plain(reading.format()) + ",\"problem\":"
                + problem + ",\"notes\":" + Json.plain(reading.notes()) + ",\"items\":[" + items + "]}";
    }

    private static LinkedHashMap<String, String> problem(Problem problem) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("why", problem.why().name().toLowerCase(Locale.ROOT));
        fields.put("detail", problem.detail());
        return fields;
    }
}
