package org.wirebell.ingest.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Repairs entries in which an end tag is missing: {@code <title>Ferry sinks<link>…} makes the link, and all that follows,
 * part of the title. Fields that no such element may hold are lifted out beside it.
 */
final class Unclosed {
    private static final Set<String> LINES = Set.of(
            "title",
            "link",
            "guid",
            "id",
            "pubdate",
            "published",
            "updated",
            "modified",
            "category",
            "enclosure",
            "comments");
    private static final Set<String> TEXTS =
            Set.of("description", "summary", "content", "encoded", "author", "creator", "date");
    /** Names that HTML has not, so that they are fields even inside a text. */
    private static final Set<String> SURE = Set.of(
            "guid",
            "pubdate",
            "published",
            "updated",
            "description",
            "enclosure",
            "comments",
            "category",
            "creator",
            "encoded");

    private static final Set<String> FIELDS =
            Set.of("title", "link", "id", "author", "summary", "content", "date", "item", "entry");

    private Unclosed() {}

    /** The children of an entry, with what an unclosed one swallowed lifted out; notes the repair. */
    static List<Element> children(Element entry, Draft draft) {
        var children = new ArrayList<Element>();
        add(entry, children, draft, 0);
        return children;
    }

    private static void add(Element parent, List<Element> children, Draft draft, int depth) {
        for (var child : Xml.children(parent)) {
            if (depth > 0 && !isField(child, parent)) {
                continue;
            }
            children.add(child);
            if (depth < Xml.MAX_DEPTH && Xml.children(child).stream().anyMatch(inner -> isField(inner, child))) {
                draft.notes.add("<" + child.tagName() + "> is not closed");
                add(child, children, draft, depth + 1);
                cut(child);
            }
        }
    }

    private static boolean isField(Element inner, Element outer) {
        var name = Xml.name(inner);
        if (Xml.vocabulary(outer).equals("media") && !LINES.contains(Xml.name(outer))) {
            return false; // media:content holds a description of its own
        }
        if (LINES.contains(Xml.name(outer))) {
            return SURE.contains(name)
                    || FIELDS.contains(name) && Xml.vocabulary(inner).equals(Xml.vocabulary(outer));
        }
        return TEXTS.contains(Xml.name(outer)) && SURE.contains(name);
    }

    /** Leaves an unclosed element with the text before the first field. */
    private static void cut(Element element) {
        boolean inside = true;
        for (Node node : List.copyOf(element.childNodes())) {
            inside &= !(node instanceof Element inner && isField(inner, element));
            if (!inside && node instanceof TextNode text) {
                text.text("");
            } else if (!inside && node instanceof Element) {
                node.remove();
            }
        }
    }
}
