package org.wirebell.alerts.edge;

import java.util.LinkedHashMap;
import java.util.Map;

/** JSON objects with their fields in the given order. */
final class Fields {
    private Fields() {}

    /** Names and values in turn. */
    static Map<String, Object> of(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    /** The text at a path of names, empty when there is none; numbers are written out. */
    static String text(Map<String, Object> json, String... path) {
        Object at = json;
        for (var name : path) {
            at = at instanceof Map<?, ?> map && map.containsKey(name) ? map.get(name) : "";
        }
        return at instanceof String || at instanceof Number ? at.toString() : "";
    }
}
