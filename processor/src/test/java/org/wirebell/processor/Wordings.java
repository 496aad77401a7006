package org.wirebell.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.wirebell.model.Item;
import org.wirebell.model.Json;

/** Wordings of {@code src/test/resources/tracking}: sections of lines with words in braces to fill in. */
final class Wordings {
    private final Map<String, List<String>> sections = new HashMap<>();

    private Wordings(List<String> lines) {
        var section = "";
        for (var line : lines) {
            if (line.startsWith("[")) {
                section = line.substring(1, line.indexOf(']'));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                sections.computeIfAbsent(section, _ -> new ArrayList<>()).add(line);
            }
        }
    }

    static Wordings read(String name) {
        return new Wordings(lines("/tracking/" + name));
    }

    /** The lines of a test resource. */
    static List<String> lines(String name) {
        try (var in = Objects.requireNonNull(Wordings.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> of(String section) {
        return Objects.requireNonNull(sections.get(section), section);
    }

    /** The lines of a section in turn. */
    String pick(String section, int index) {
        return of(section).get(index % of(section).size());
    }

    static String fill(String wording, Map<String, String> words) {
        var filled = wording;
        for (var word : words.entrySet()) {
            filled = filled.replace("{" + word.getKey() + "}", word.getValue());
        }
        return filled;
    }

    /** An item of {@code headline || body}, or of a headline alone. */
    static Item item(String id, String source, String moment, String told) {
        var parts = told.split(" \\|\\| ", 2);
        return Json.read(
                Json.plain(Map.of(
                        "id",
                        id,
                        "source",
                        source,
                        "headline",
                        parts[0],
                        "body",
                        parts.length > 1 ? parts[1] : "",
                        "published",
                        moment,
                        "received",
                        moment)),
                Item.class);
    }
}
