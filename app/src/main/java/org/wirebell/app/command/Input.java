package org.wirebell.app.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.wirebell.model.Item;
import org.wirebell.model.Json;

/** JSON lines from standard input. A line that cannot be read is named on standard error, and the others go on. */
final class Input {
    private int line;
    private int broken;

    /** Hands over each JSON object; returns 0, or 1 when some could not be read. */
    int objects(Consumer<Map<String, Object>> each) {
        try (var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8), 1 << 16)) {
            for (var text = in.readLine(); text != null; text = in.readLine()) {
                line++;
                if (!text.isBlank()) {
                    one(text, each);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return broken == 0 ? 0 : 1;
    }

    /** Hands over each item; a line of {@code wirebell read} gives all the items of its file. */
    int items(Consumer<Item> each) {
        return objects(object -> items(object).forEach(each));
    }

    /** The item of an object, or the items of a line of {@code wirebell read}. */
    static List<Item> items(Map<String, Object> object) {
        var items = object.get("items") instanceof List<?> list ? list : List.of(object);
        return items.stream()
                .map(item -> Json.read(Json.plain(item), Item.class))
                .toList();
    }

    private void one(String text, Consumer<Map<String, Object>> each) {
        try {
            each.accept(Json.map(text));
        } catch (IllegalArgumentException e) {
            broken++;
            System.err.println("standard input, line " + line + ": " + e.getMessage());
        }
    }
}
