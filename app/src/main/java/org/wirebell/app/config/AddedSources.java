package org.wirebell.app.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Adds entries under {@code ingest.sources} to the text of a configuration, as a person with an editor would: nothing that
 * stands there changes, so that comments, order and spelling stay. The places come from YAML's own parser; whoever
 * calls this reads the new text once more, since not every spelling of YAML was foreseen.
 */
public final class AddedSources {
    private static final String STEP = "  ";

    private final String yaml;
    private final String newline;
    private final Map<String, String> entries;

    private AddedSources(String yaml, Map<String, String> entries) {
        this.yaml = yaml;
        this.newline = yaml.contains("\r\n") ? "\r\n" : "\n";
        this.entries = entries;
    }

    /**
     * The text with these entries; empty when no place for them was found.
     *
     * @param entries source id to its settings as a flow mapping on one line, such as <code>{url: "https://…"}</code>
     */
    public static Optional<String> to(String yaml, Map<String, String> entries) {
        return new AddedSources(yaml, entries).added();
    }

    /** The same entries as a text of their own. */
    public static String alone(Map<String, String> entries) {
        return new AddedSources("", entries).block("", 0, "ingest", "sources");
    }

    private Optional<String> added() {
        Optional<Node> root;
        try {
            root = new Compose(LoadSettings.builder().build()).composeString(yaml);
        } catch (YamlEngineException _) {
            return Optional.empty();
        }
        if (root.isEmpty() || isNothing(root.get())) {
            return Optional.of(appended(0));
        }
        return root.get() instanceof MappingNode top && isBlock(top) ? top(top) : Optional.empty();
    }

    private Optional<String> top(MappingNode top) {
        var ingest = entry(top, "ingest");
        if (ingest.isEmpty()) {
            return Optional.of(appended(column(top)));
        }
        return under(ingest.get(), "sources").or(() -> {
            if (!(ingest.get().getValueNode() instanceof MappingNode settings)) {
                return Optional.empty();
            }
            return entry(settings, "sources")
                    .map(sources -> under(sources, ""))
                    .orElseGet(() -> Optional.of(first(settings)));
        });
    }

    /** At the end of what the key holds; {@code missing} is the key that is to come between, when it holds nothing. */
    private Optional<String> under(NodeTuple key, String missing) {
        var value = key.getValueNode();
        int column = column(key.getKeyNode());
        if (isNothing(value)) {
            var block = missing.isEmpty() ? lines(column + STEP.length()) : block("", column + STEP.length(), missing);
            return index(value.getStartMark()) == index(value.getEndMark()) // and not a word like "null"
                    ? Optional.of(inserted(lineEnd(index(key.getKeyNode().getEndMark())), newline + block))
                    : Optional.empty();
        }
        if (!missing.isEmpty() || !(value instanceof MappingNode sources)) {
            return Optional.empty();
        }
        if (!isBlock(sources)) {
            return Optional.of(inFlow(sources, flow()));
        }
        return Optional.of(inserted(lineEnd(end(sources)), newline + lines(column(sources))));
    }

    /** Before the first setting of the room, since its end may be anywhere. */
    private String first(MappingNode settings) {
        if (!isBlock(settings)) {
            return inFlow(settings, "sources: {" + flow() + "}");
        }
        int column = column(settings);
        int at = index(settings.getStartMark());
        return inserted(at - column, block("", column, "sources") + newline);
    }

    private String inFlow(MappingNode mapping, String addition) {
        int brace = index(mapping.getEndMark()) - 1;
        int last = brace - 1;
        while (Character.isWhitespace(yaml.charAt(last))) {
            last--;
        }
        var between = switch (yaml.charAt(last)) {
            case '{' -> "";
            case ',' -> " ";
            default -> ", ";
        };
        return inserted(last + 1, between + addition);
    }

    private String appended(int column) {
        var gap = yaml.isEmpty() || yaml.endsWith("\n") ? "" : newline;
        return yaml + gap + block("", column, "ingest", "sources") + newline;
    }

    private String block(String before, int column, String... keys) {
        var block = new StringBuilder(before);
        int at = column;
        for (var key : keys) {
            block.append(" ".repeat(at)).append(key).append(':').append(newline);
            at += STEP.length();
        }
        return block.append(lines(at)).toString();
    }

    private String lines(int column) {
        return entries.entrySet().stream()
                .map(entry -> " ".repeat(column) + entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(newline));
    }

    private String flow() {
        return entries.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private String inserted(int at, String text) {
        return yaml.substring(0, at) + text + yaml.substring(at);
    }

    /** Where the line that holds this place ends, before its line break. */
    private int lineEnd(int at) {
        int from = at > 0 && yaml.charAt(at - 1) == '\n' ? at - 1 : at; // a block of text ends on the next line
        int end = yaml.indexOf('\n', from);
        if (end < 0) {
            return yaml.length();
        }
        return end > 0 && yaml.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    /** Where the last thing in it ends; the mark of a block lies beyond the comments after it. */
    private int end(Node node) {
        if (node instanceof CollectionNode<?> collection && isBlock(collection)) {
            var last = switch (collection) {
                case MappingNode mapping -> mapping.getValue().getLast().getValueNode();
                case SequenceNode sequence -> sequence.getValue().getLast();
                default -> node;
            };
            return end(last);
        }
        return index(node.getEndMark().or(node::getStartMark));
    }

    private static Optional<NodeTuple> entry(MappingNode mapping, String key) {
        return mapping.getValue().stream()
                .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode name
                        && name.getValue().equals(key))
                .findFirst();
    }

    private static boolean isBlock(CollectionNode<?> node) {
        return node.getFlowStyle() == FlowStyle.BLOCK && !node.getValue().isEmpty();
    }

    private static boolean isNothing(Node node) {
        return node instanceof ScalarNode scalar && List.of("", "~", "null").contains(scalar.getValue());
    }

    /** Marks count code points. */
    private int index(Optional<Mark> mark) {
        return yaml.offsetByCodePoints(0, mark.map(Mark::getIndex).orElse(0));
    }

    private static int column(Node node) {
        return node.getStartMark().map(Mark::getColumn).orElse(0);
    }
}
