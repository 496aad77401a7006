package org.wirebell.ingest.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;

/** HTML to clean text: paragraphs separated by a blank line, nothing that is not meant to be read. */
public final class Html {
    private static final Pattern MARKUP = Pattern.compile("<[a-zA-Z/!?][^<>]*>|&[#a-zA-Z]");
    /** What an HTML parser would take for a comment and drop, though it is none. */
    private static final Pattern NO_COMMENT = Pattern.compile("<!(?!--|\\[|(?i:doctype\\s+html))");

    /** Tags that nobody writes about in a story. */
    private static final Pattern ESCAPED =
            Pattern.compile("(?i)</(?:p|div|b|i|em|strong|a|h[1-6]|ul|ol|li|table|script)>|<(?:br ?/?|p|/p)>");

    /** A fragment with more is an attack, or a whole site. */
    private static final int MAX_ELEMENTS = 500_000;
    /** What browsers run, play or fill in rather than show as text. */
    private static final Set<String> SILENT = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "head",
            "iframe",
            "object",
            "embed",
            "select",
            "textarea",
            "button",
            "audio",
            "video",
            "canvas",
            "map",
            "applet");
    /** Elements that begin a line of their own: of HTML, and those of NITF and its dialects. */
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "table",
            "tr",
            "caption",
            "blockquote",
            "pre",
            "hr",
            "section",
            "article",
            "header",
            "footer",
            "aside",
            "nav",
            "main",
            "figure",
            "figcaption",
            "address",
            "form",
            "fieldset",
            "details",
            "summary",
            "center",
            "body",
            "hl1",
            "hl2",
            "block",
            "para",
            "byttl",
            "body.content",
            "body.head",
            "body.end",
            "media-caption");

    private Html() {}

    /** Text of an HTML fragment as feeds and pages carry it; a text without any markup comes back as it is, tidied. */
    public static String text(String html) {
        return MARKUP.matcher(html).find() ? text(parse(html).body(), Set.of()) : Text.paragraphs(html);
    }

    /** Text that still has markup in it, since somebody escaped it twice: without. Paragraphs stay what they are. */
    static String unescaped(String text) {
        return ESCAPED.matcher(text).find()
                ? Stream.of(text.split("\n\n"))
                        .map(Html::text)
                        .filter(paragraph -> !paragraph.isEmpty())
                        .collect(Collectors.joining("\n\n"))
                : text;
    }

    /** As {@link #text}, on one line: for headlines and names. */
    static String line(String html) {
        return Text.fold(MARKUP.matcher(html).find() ? text(parse(html).body(), Set.of()) : html);
    }

    static Document parse(String html) {
        var open = Swallowers.opened(html);
        return parse(
                open.contains("<![CDATA[") ? open.replace("<![CDATA[", "").replace("]]>", "") : open, MAX_ELEMENTS);
    }

    /** The tree of a page or fragment, of bounded depth, up to so many tags. */
    public static Document parse(String html, int tags) {
        var safe = NO_COMMENT.matcher(Tags.limited(html, tags)).replaceAll("&lt;!");
        return Parser.htmlParser().setMaxDepth(Xml.MAX_DEPTH).parseInput(safe, "");
    }

    /** Text below an element of HTML or XML, leaving out the elements whose local names are given. */
    static String text(Element root, Set<String> without) {
        var walk = new Walk(without);
        root.filter(walk);
        return walk.text();
    }

    /** The paragraphs below an element, each on one line. */
    public static List<String> paragraphs(Element root) {
        var walk = new Walk(Set.of());
        root.filter(walk);
        return walk.all();
    }

    /** Addresses of the pictures in a fragment. */
    static List<String> pictures(String html) {
        if (!html.contains("<img") && !html.contains("<IMG")) {
            return List.of();
        }
        return parse(html).select("img[src]").stream()
                .map(image -> image.attr("src").strip())
                .filter(src -> !src.isEmpty() && !src.startsWith("data:"))
                .toList();
    }

    private static final class Walk implements NodeFilter {
        private final Set<String> without;
        private final List<String> paragraphs = new ArrayList<>();
        private final StringBuilder line = new StringBuilder();
        private boolean broken;

        Walk(Set<String> without) {
            this.without = without;
        }

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode text) {
                text(text.getWholeText());
            } else if (node instanceof Element element) {
                var name = Xml.name(element);
                if (depth > 0 && (SILENT.contains(name) || without.contains(name))) {
                    return FilterResult.SKIP_ENTIRELY;
                }
                if (BLOCKS.contains(name)) {
                    end();
                } else if (name.equals("br")) {
                    lineBreak();
                } else if (name.equals("td") || name.equals("th")) {
                    line.append(' ');
                }
            } else if (!(node instanceof TextNode)) {
                return FilterResult.SKIP_ENTIRELY; // comments, declarations
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element && BLOCKS.contains(Xml.name(element))) {
                end();
            }
            return FilterResult.CONTINUE;
        }

        private void text(String text) {
            if (!text.isBlank()) {
                broken = false;
            }
            line.append(text);
        }

        /** One break is a line of the same paragraph, two in a row end it. */
        private void lineBreak() {
            if (broken) {
                end();
            } else {
                line.append(' ');
                broken = true;
            }
        }

        private void end() {
            var paragraph = Text.fold(line.toString());
            if (!paragraph.isEmpty()) {
                paragraphs.add(paragraph);
            }
            line.setLength(0);
            broken = false;
        }

        String text() {
            return String.join("\n\n", all());
        }

        List<String> all() {
            end();
            return List.copyOf(paragraphs);
        }
    }
}
