package org.wirebell.app.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.wirebell.alerts.decide.Rule;

/** Rules as persons write them in files: one rule, or a list under {@code rules}; each with its own text. */
public final class RuleFile {
    private RuleFile() {}

    /** A file with a list of rules. */
    public record Listed(List<Rule> rules) {
        public Listed {
            rules = List.copyOf(rules);
            var ids = new HashSet<String>();
            rules.stream().map(Rule::id).filter(id -> !ids.add(id)).findFirst().ifPresent(id -> {
                throw new IllegalArgumentException("rule id " + id + " is used twice");
            });
        }
    }

    /**
     * A rule with the text that it was read from.
     *
     * @param text the rule alone, as it would stand in a file of its own
     * @param line of the file at which it begins
     */
    public record Written(Rule rule, String text, int line) {}

    /** All rules of a file, or all that is wrong with it. */
    public static Loaded<List<Written>> load(Path file) {
        var yaml = text(file);
        var root = root(yaml);
        if (root.flatMap(node -> child(node, "id")).isPresent()) {
            return switch (ConfigFile.load(file, Rule.class)) {
                case Loaded.Good<Rule>(var rule) -> new Loaded.Good<>(List.of(new Written(rule, yaml, 1)));
                case Loaded.Bad<Rule>(var complaints) -> new Loaded.Bad<>(complaints);
            };
        }
        return switch (ConfigFile.load(file, Listed.class)) {
            case Loaded.Good<Listed>(var listed) ->
                written(file, yaml, listed.rules(), items(root.flatMap(node -> child(node, "rules"))));
            case Loaded.Bad<Listed>(var complaints) -> new Loaded.Bad<>(complaints);
        };
    }

    /** The same at this desk, when one is given. */
    public static List<Written> atDesk(List<Written> rules, Optional<String> desk) {
        return rules.stream()
                .map(it -> new Written(it.rule().at(desk.orElse(""), false), it.text(), it.line()))
                .toList();
    }

    /** The text of a rule of a configuration; empty when it has none of that id. */
    public static Optional<String> inConfiguration(Path file, String id) {
        var yaml = text(file);
        var rules = root(yaml).flatMap(node -> child(node, "alerts")).flatMap(node -> child(node, "rules"));
        return items(rules).stream()
                .filter(node -> child(node, "id")
                        .filter(it -> it instanceof ScalarNode scalar
                                && scalar.getValue().equals(id))
                        .isPresent())
                .findFirst()
                .map(node -> text(yaml.codePoints().toArray(), node));
    }

    private static Loaded<List<Written>> written(Path file, String yaml, List<Rule> rules, List<Node> nodes) {
        var all = new ArrayList<Written>();
        var complaints = new ArrayList<Complaint>();
        var letters = yaml.codePoints().toArray();
        for (int i = 0; i < rules.size(); i++) {
            var node = nodes.get(i);
            var rule = new Written(rules.get(i), text(letters, node), line(node));
            all.add(rule);
            if (!standsAlone(rule)) {
                complaints.add(new Complaint(
                        file.toString(),
                        rule.line(),
                        "rules[" + i + "]",
                        "must not refer to other parts of the file (& and *)"));
            }
        }
        return complaints.isEmpty() ? new Loaded.Good<>(List.copyOf(all)) : new Loaded.Bad<>(complaints);
    }

    private static boolean standsAlone(Written written) {
        try {
            return ConfigFile.rule(written.text()).equals(written.rule());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** What the node was read from, moved to the left margin. */
    private static String text(int[] letters, Node node) {
        var start = node.getStartMark().orElseThrow();
        int end = node.getEndMark().orElseThrow().getIndex();
        var own = new String(letters, start.getIndex(), end - start.getIndex());
        var moved = start.getColumn() == 0 ? own : own.replaceAll("(?m)^ {1," + start.getColumn() + "}", "");
        return moved.stripTrailing() + "\n";
    }

    private static int line(Node node) {
        return node.getStartMark().orElseThrow().getLine() + 1;
    }

    /** Empty when it cannot be read: whoever loads it is told why. */
    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }

    private static Optional<Node> root(String yaml) {
        try {
            return new Compose(LoadSettings.builder().build()).composeString(yaml);
        } catch (YamlEngineException e) {
            return Optional.empty();
        }
    }

    private static Optional<Node> child(Node node, String key) {
        return node instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .filter(entry -> entry.getKeyNode() instanceof ScalarNode scalar
                                && scalar.getValue().equals(key))
                        .map(entry -> entry.getValueNode())
                        .findFirst()
                : Optional.empty();
    }

    private static List<Node> items(Optional<Node> list) {
        return list.filter(SequenceNode.class::isInstance)
                .map(node -> ((SequenceNode) node).getValue())
                .orElse(List.of());
    }
}
