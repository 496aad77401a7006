package org.wirebell.desk.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/** A piece of the page. Texts are only ever text; nothing can put markup into a page but an {@link Element} made here. */
public sealed interface Node {

    /** Marks that turn or hold the direction of what follows are left out: they could rewrite the words beside this text. */
    record Text(String text) implements Node {
        private static final Pattern TURNS = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

        public Text {
            text = TURNS.matcher(text).replaceAll("");
        }
    }

    /**
     * @param attributes in the order of writing; a value is text too
     */
    record Element(String tag, SequencedMap<String, String> attributes, List<Node> children) implements Node {
        public Element {
            attributes = new LinkedHashMap<>(attributes);
            children = List.copyOf(children);
        }

        Element with(String name, String value) {
            var more = new LinkedHashMap<>(attributes);
            more.put(name, value);
            return new Element(tag, more, children);
        }

        /** As {@link #with} where the condition holds. */
        Element withIf(boolean condition, String name, String value) {
            return condition ? with(name, value) : this;
        }

        Element add(Node... more) {
            return add(Arrays.asList(more));
        }

        Element add(List<? extends Node> more) {
            var all = new ArrayList<>(children);
            all.addAll(more);
            return new Element(tag, attributes, all);
        }

        Element text(String text) {
            return add(new Text(text));
        }
    }

    static Node text(String text) {
        return new Text(text);
    }

    /**
     * @param tagAndClasses such as {@code p.title.big}
     */
    static Element el(String tagAndClasses, Node... children) {
        var parts = tagAndClasses.split("\\.", 2);
        var element = new Element(parts[0], new LinkedHashMap<>(), List.of(children));
        return parts.length == 1 ? element : element.with("class", parts[1].replace('.', ' '));
    }

    static Element el(String tagAndClasses, String text) {
        return el(tagAndClasses, new Text(text));
    }

    static Element el(String tagAndClasses, List<? extends Node> children) {
        return el(tagAndClasses).add(children);
    }

    /** Lists for the JSON mapper: a text is a string, an element is {@code [tag, {attributes}, child…]}. */
    static Object plain(Node node) {
        return switch (node) {
            case Text t -> t.text();
            case Element e -> {
                var list = new ArrayList<Object>();
                list.add(e.tag());
                list.add(named(e.attributes()));
                e.children().forEach(c -> list.add(plain(c)));
                yield list;
            }
        };
    }

    /** The mapper leaves out empty values, so an attribute without one gets its name, which means the same. */
    private static Map<String, String> named(Map<String, String> attributes) {
        var named = new LinkedHashMap<>(attributes);
        named.replaceAll((name, value) -> value.isEmpty() ? name : value);
        return named;
    }
}
