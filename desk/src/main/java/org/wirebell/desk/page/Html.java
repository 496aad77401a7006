package org.wirebell.desk.page;

import java.util.Set;

/** Writes trees as HTML; every text and attribute value is escaped here and nowhere else. */
public final class Html {
    private static final Set<String> EMPTY = Set.of("meta", "link", "input", "br", "hr", "img");

    private Html() {}

    public static String document(Node root) {
        var out = new StringBuilder(1 << 16).append("<!doctype html>\n");
        write(root, out);
        return out.append('\n').toString();
    }

    static String fragment(Node node) {
        var out = new StringBuilder();
        write(node, out);
        return out.toString();
    }

    private static void write(Node node, StringBuilder out) {
        switch (node) {
            case Node.Text t -> escape(t.text(), out);
            case Node.Element e -> {
                out.append('<').append(e.tag());
                e.attributes().forEach((name, value) -> {
                    out.append(' ').append(name).append("=\"");
                    escape(value, out);
                    out.append('"');
                });
                out.append('>');
                if (!EMPTY.contains(e.tag())) {
                    e.children().forEach(c -> write(c, out));
                    out.append("</").append(e.tag()).append('>');
                }
            }
        }
    }

    private static void escape(String text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c < ' ' && c != '\n' && c != '\t' ? '\ufffd' : c);
            }
        }
    }
}
