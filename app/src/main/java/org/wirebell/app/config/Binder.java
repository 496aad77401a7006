package org.wirebell.app.config;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Binds YAML nodes to records. A component {@code idleAfter} is written {@code idle-after}. Absent ones: Optional, List and
 * Map are empty; others come from the record's static {@code defaults()}, if it has one; else they are missing. What a
 * record's constructor refuses becomes a complaint at the place of its node.
 */
final class Binder {
    private final String file;
    private final Environment environment;
    private final List<Complaint> complaints = new ArrayList<>();

    Binder(String file, Environment environment) {
        this.file = file;
        this.environment = environment;
    }

    /** All of them, in the order of the lines. */
    List<Complaint> complaints() {
        return complaints.stream()
                .sorted(Comparator.comparingInt(Complaint::line))
                .toList();
    }

    <T> Optional<T> bind(Node node, Class<T> type) {
        return value(node, type, "").map(type::cast);
    }

    private Optional<Object> value(Node node, Type type, String path) {
        if (type instanceof ParameterizedType generic) {
            var inner = generic.getActualTypeArguments();
            if (generic.getRawType() == Optional.class) {
                return isNull(node)
                        ? Optional.of(Optional.empty())
                        : value(node, inner[0], path).map(Optional::of);
            }
            return generic.getRawType() == List.class ? list(node, inner[0], path) : map(node, inner[1], path);
        }
        var plain = (Class<?>) type;
        return plain.isRecord() ? record(node, plain, path) : scalar(node, plain, path);
    }

    private Optional<Object> list(Node node, Type element, String path) {
        if (isNull(node)) {
            return Optional.of(List.of());
        }
        if (!(node instanceof SequenceNode sequence)) {
            return complain(node, path, "must be a list, was " + kind(node));
        }
        var values = new ArrayList<Object>();
        int i = 0;
        for (var child : sequence.getValue()) {
            value(child, element, path + "[" + i++ + "]").ifPresent(values::add);
        }
        return Optional.of(List.copyOf(values));
    }

    private Optional<Object> map(Node node, Type element, String path) {
        if (isNull(node)) {
            return Optional.of(Map.of());
        }
        var values = new LinkedHashMap<String, Object>();
        for (var entry : entries(node, path).entrySet()) {
            value(entry.getValue().getValueNode(), element, join(path, entry.getKey()))
                    .ifPresent(v -> values.put(entry.getKey(), v));
        }
        return Optional.of(values);
    }

    private Optional<Object> record(Node node, Class<?> type, String path) {
        int before = complaints.size();
        if (!isNull(node) && !(node instanceof MappingNode)) {
            return complain(node, path, "must be a block of settings, was " + kind(node));
        }
        var entries = isNull(node) ? Map.<String, NodeTuple>of() : entries(node, path);
        var components = type.getRecordComponents();
        var known = Arrays.stream(components).map(c -> kebab(c.getName())).toList();
        entries.forEach((key, entry) -> {
            if (!known.contains(key)) {
                complain(
                        entry.getKeyNode(),
                        join(path, key),
                        "is not a setting; known here: "
                                + known.stream().sorted().collect(Collectors.joining(", ")));
            }
        });
        var defaults = defaults(type);
        var arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            var key = kebab(components[i].getName());
            var entry = entries.get(key);
            var value = entry == null
                    ? absent(components[i], defaults)
                    : value(entry.getValueNode(), components[i].getGenericType(), join(path, key));
            if (value.isPresent()) {
                arguments[i] = value.get();
            } else if (entry == null) {
                complain(node, join(path, key), "is missing");
            }
        }
        return complaints.size() > before ? Optional.empty() : construct(node, type, components, arguments, path);
    }

    private Optional<Object> construct(
            Node node, Class<?> type, RecordComponent[] components, Object[] arguments, String path) {
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            var constructor = type.getDeclaredConstructor(types);
            return Optional.of(constructor.newInstance(arguments));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                return complain(node, path, String.valueOf(refused.getMessage()));
            }
            throw new IllegalStateException(type + " threw while binding " + path, e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " must be a public record", e);
        }
    }

    private static Optional<Object> defaults(Class<?> type) {
        try {
            var method = type.getDeclaredMethod("defaults");
            return Modifier.isStatic(method.getModifiers()) ? Optional.of(method.invoke(null)) : Optional.empty();
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + ".defaults() must be public and must not throw", e);
        }
    }

    private static Optional<Object> absent(RecordComponent component, Optional<Object> defaults) {
        if (defaults.isPresent()) {
            try {
                return Optional.of(component.getAccessor().invoke(defaults.get()));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(component + " must be readable", e);
            }
        }
        var type = component.getType();
        return type == Optional.class
                ? Optional.of(Optional.empty())
                : type == List.class
                        ? Optional.of(List.of())
                        : type == Map.class ? Optional.of(Map.of()) : Optional.empty();
    }

    private Optional<Object> scalar(Node node, Class<?> type, String path) {
        if (!(node instanceof ScalarNode scalar)) {
            return complain(node, path, "must be " + Scalars.name(type) + ", was " + kind(node));
        }
        String text;
        try {
            text = environment.fill(scalar.getValue());
        } catch (IllegalArgumentException e) {
            return complain(node, path, String.valueOf(e.getMessage()));
        }
        try {
            return Optional.of(Scalars.read(text, type));
        } catch (IllegalArgumentException e) {
            return complain(node, path, "must be " + Scalars.name(type) + ", was " + scalar.getValue());
        }
    }

    private Map<String, NodeTuple> entries(Node node, String path) {
        var entries = new LinkedHashMap<String, NodeTuple>();
        if (!(node instanceof MappingNode mapping)) {
            complain(node, path, "must be a block of settings, was " + kind(node));
            return entries;
        }
        for (var entry : mapping.getValue()) {
            var key = entry.getKeyNode() instanceof ScalarNode scalar
                    ? scalar.getValue()
                    : entry.getKeyNode().toString();
            if (entries.put(key, entry) != null) {
                complain(entry.getKeyNode(), join(path, key), "is given twice");
            }
        }
        return entries;
    }

    private Optional<Object> complain(Node node, String path, String what) {
        int line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
        complaints.add(new Complaint(file, line, path, what));
        return Optional.empty();
    }

    private static boolean isNull(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    private static String kind(Node node) {
        return switch (node.getNodeType()) {
            case MAPPING -> "a block of settings";
            case SEQUENCE -> "a list";
            case SCALAR -> isNull(node) ? "nothing" : "'" + ((ScalarNode) node).getValue() + "'";
            case ANCHOR -> "a reference";
        };
    }

    private static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    static String kebab(String component) {
        return component.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
