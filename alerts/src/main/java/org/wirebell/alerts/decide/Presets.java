package org.wirebell.alerts.decide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.wirebell.model.Json;
import org.wirebell.model.Priority;

/** Conditions under the names that editors use; {@code presets.json} beside this class holds them. */
public final class Presets {
    private static final Map<String, Preset> ALL = load();

    private Presets() {}

    /** All of them by name, in order. */
    public static Map<String, Preset> all() {
        return ALL;
    }

    static Preset named(String name) {
        check(name);
        return Objects.requireNonNull(ALL.get(name));
    }

    static void check(String name) {
        if (!ALL.containsKey(name)) {
            throw new IllegalArgumentException(
                    "preset " + name + " is not known; known are " + String.join(", ", ALL.keySet()));
        }
    }

    private static Map<String, Preset> load() {
        try (var in = Objects.requireNonNull(Presets.class.getResourceAsStream("presets.json"))) {
            var all = new TreeMap<String, Preset>();
            Json.read(in.readAllBytes(), Listed.class).presets().forEach(preset -> all.put(preset.name(), preset));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Listed(List<Preset> presets) {}

    /**
     * A ready condition.
     *
     * @param name what a rule calls it by
     * @param title the name that an editor would use
     * @param note when it rings, in one sentence
     */
    public record Preset(
            String name,
            String title,
            String note,
            Optional<String> query,
            Optional<FigureCondition> figure,
            Optional<Priority> priority,
            Optional<Rule.Per> per) {}
}
