package org.wirebell.app.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.wirebell.alerts.decide.Rule;

/** Reads a YAML file into a record of type {@code T}. Nothing is started before everything in it is understood. */
public final class ConfigFile {
    /** For what comes from the page: nobody reads our environment through it. */
    private static final Environment NONE = new Environment(_ -> Optional.empty());

    private ConfigFile() {}

    public static <T extends Record> Loaded<T> load(Path file, Class<T> type) {
        try {
            return read(file.toString(), Files.readString(file), type);
        } catch (NoSuchFileException e) {
            return bad(file.toString(), 1, "does not exist");
        } catch (CharacterCodingException e) {
            return bad(file.toString(), 1, "is not UTF-8");
        } catch (IOException e) {
            return bad(file.toString(), 1, "cannot be read: " + e.getMessage());
        }
    }

    /** As {@link #load}, from text; {@code file} is what complaints name. */
    public static <T extends Record> Loaded<T> read(String file, String yaml, Class<T> type) {
        return read(file, yaml, type, Environment.ofProcess());
    }

    static <T extends Record> Loaded<T> read(String file, String yaml, Class<T> type, Environment environment) {
        Optional<Node> root;
        try {
            root = new Compose(LoadSettings.builder().setLabel(file).build()).composeString(yaml);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            return bad(file, line, "is not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            return bad(
                    file,
                    1,
                    "is not YAML: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
        if (root.isEmpty()) {
            return bad(file, 1, "is empty");
        }
        var binder = new Binder(file, environment);
        var value = binder.bind(root.get(), type);
        return value.isPresent() && binder.complaints().isEmpty()
                ? new Loaded.Good<>(value.get())
                : new Loaded.Bad<>(binder.complaints());
    }

    /** A rule as a person wrote it, in YAML or JSON. Throws {@link IllegalArgumentException} with all that is wrong. */
    public static Rule rule(String text) {
        return switch (read("rule", text, Rule.class, NONE)) {
            case Loaded.Good<Rule>(var rule) -> rule;
            case Loaded.Bad<Rule>(var complaints) ->
                throw new IllegalArgumentException(
                        complaints.stream().map(Complaint::toString).collect(Collectors.joining("; ")));
        };
    }

    private static <T> Loaded<T> bad(String file, int line, String what) {
        return new Loaded.Bad<>(List.of(new Complaint(file, line, "", what)));
    }
}
