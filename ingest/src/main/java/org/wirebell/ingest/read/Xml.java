package org.wirebell.ingest.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * A forgiving XML tree. jsoup's parser never resolves a DTD or an entity of the document's own, takes unclosed tags and
 * unbound prefixes, and keeps to {@link #MAX_DEPTH}; elements are found here by local name and vocabulary, so that
 * any prefix does.
 */
final class Xml {
    static final int MAX_DEPTH = 256;
    static final int MAX_ELEMENTS = 2_000_000;

    /** Vocabularies, and prefixes without a namespace, that say nothing but what a feed's own elements say. */
    private static final Set<String> OWN = Set.of("", "content", "wiki", "xhtml", "rss", "rdf");

    private Xml() {}

    static Document parse(String text, String baseUrl) {
        return Parser.xmlParser().setMaxDepth(MAX_DEPTH).parseInput(clean(text), baseUrl);
    }

    /** Without document type, forbidden characters, and whatever follows the {@link #MAX_ELEMENTS}th tag. */
    static String clean(String text) {
        var kept = Tags.mended(Prolog.withoutType(text), MAX_ELEMENTS);
        for (int i = 0; i < kept.length(); i++) {
            if (isIllegal(kept.charAt(i))) {
                return legal(kept);
            }
        }
        return kept;
    }

    private static String legal(String text) {
        var legal = new StringBuilder(text.length());
        text.chars().filter(c -> !isIllegal(c)).forEach(c -> legal.append((char) c));
        return legal.toString();
    }

    private static boolean isIllegal(int c) {
        return c < ' ' && c != '\t' && c != '\n' && c != '\r' || c >= 0xFFFE;
    }

    static String name(Element element) {
        return element.tag().localName().toLowerCase(Locale.ROOT);
    }

    /**
     * Short name of the vocabulary that an element is from: {@code dc}, {@code content}, {@code media}, {@code itunes},
     * {@code atom}, {@code xhtml} …; empty for a feed's own; the prefix where the namespace is not known here.
     */
    static String vocabulary(Element element) {
        var uri = element.tag().namespace().toLowerCase(Locale.ROOT);
        var prefix = element.tag().prefix();
        return uri.isEmpty() ? prefix.toLowerCase(Locale.ROOT) : known(uri, prefix);
    }

    private static String known(String uri, String prefix) {
        if (uri.contains("purl.org/dc/terms")) {
            return "dcterms";
        } else if (uri.contains("purl.org/dc/")) {
            return "dc";
        } else if (uri.contains("rss/1.0/modules/content")) {
            return "content";
        } else if (uri.contains("search.yahoo.com/mrss") || uri.contains("rssboard.org/media-rss")) {
            return "media";
        } else if (uri.contains("itunes.com/")) {
            return "itunes";
        } else if (uri.contains("/2005/atom") || uri.contains("purl.org/atom/")) {
            return "atom";
        } else if (uri.contains("w3.org/1999/xhtml")) {
            return "xhtml";
        } else if (uri.contains("rss/1.0/modules/wiki")) {
            return "wiki";
        } else if (uri.contains("rss/1.0/modules/syndication")) {
            return "sy";
        }
        boolean feed = uri.contains("purl.org/rss/1.0/") && !uri.contains("modules")
                || uri.contains("my.netscape.com/")
                || uri.contains("purl.org/net/rss1.1")
                || uri.contains("backend.userland.com/rss")
                || uri.contains("blogs.law.harvard.edu/tech/rss")
                || uri.contains("channel.netscape.com/");
        return feed ? "" : prefix.toLowerCase(Locale.ROOT);
    }

    /** Whether a child speaks the language of what it stands in, rather than that of a module. */
    static boolean isOwn(Element child, Element parent) {
        var vocabulary = vocabulary(child);
        return OWN.contains(vocabulary) || vocabulary.equals(vocabulary(parent));
    }

    static List<Element> children(Element parent) {
        var found = new ArrayList<Element>();
        for (Node node : parent.childNodes()) {
            if (node instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    /** Children with that local name, whatever their prefix. */
    static List<Element> children(Element parent, String name) {
        var found = new ArrayList<Element>();
        for (Node node : parent.childNodes()) {
            if (node instanceof Element element && name(element).equals(name)) {
                found.add(element);
            }
        }
        return found;
    }

    static Optional<Element> child(Element parent, String name) {
        return children(parent, name).stream().findFirst();
    }

    /** Walks down by local names, taking the first of each. */
    static Optional<Element> path(Element from, String... names) {
        var at = Optional.of(from);
        for (var name : names) {
            at = at.flatMap(element -> child(element, name));
        }
        return at;
    }

    /** Text of the first element on that path, tidied; empty when there is none. */
    static String textAt(Element from, String... names) {
        return path(from, names).map(Xml::text).orElse("");
    }

    /** All descendants with that local name, in document order. */
    static List<Element> all(Element root, String name) {
        return all(root, element -> name(element).equals(name));
    }

    static List<Element> all(Element root, Predicate<Element> wanted) {
        var found = new ArrayList<Element>();
        root.traverse((node, depth) -> {
            if (node instanceof Element element && element != root && wanted.test(element)) {
                found.add(element);
            }
        });
        return found;
    }

    static Optional<Element> first(Element root, String name) {
        return Optional.ofNullable(root.stream()
                .filter(element -> element != root && name(element).equals(name))
                .findFirst()
                .orElse(null));
    }

    /** Attribute by local name, whatever its prefix or letter case; empty when absent. */
    static String attr(Element element, String name) {
        var exact = element.attributes().getIgnoreCase(name);
        if (!exact.isEmpty() || element.attributes().isEmpty()) {
            return exact.strip();
        }
        for (Attribute attribute : element.attributes()) {
            var key = attribute.getKey();
            int colon = key.indexOf(':');
            if (colon > 0
                    && !key.startsWith("xmlns")
                    && key.substring(colon + 1).equalsIgnoreCase(name)) {
                return attribute.getValue().strip();
            }
        }
        return "";
    }

    /** The nearest {@code xml:lang} of the element or what it stands in; an empty one ends the search. */
    static String language(Element element) {
        for (Element at = element; at != null; at = at.parent()) {
            if (at.hasAttr("xml:lang")) {
                return at.attr("xml:lang").strip();
            }
        }
        return "";
    }

    /** All text below, white space folded. */
    static String text(Element element) {
        return Text.fold(element.wholeText());
    }

    /** What stands in the element, as HTML: its text when it only has text, else its markup. */
    static String markup(Element element) {
        for (Node node : element.childNodes()) {
            if (node instanceof Element) {
                return inner(element);
            }
        }
        return element.wholeText();
    }

    static boolean hasMarkup(Element element) {
        return element.childNodes().stream().anyMatch(Element.class::isInstance);
    }

    static boolean isBlank(Element element) {
        return element.childNodes().stream().allMatch(node -> node instanceof TextNode text && text.isBlank());
    }

    private static String inner(Element element) {
        var document = element.ownerDocument();
        if (document != null) {
            document.outputSettings().prettyPrint(false);
        }
        return element.html();
    }
}
