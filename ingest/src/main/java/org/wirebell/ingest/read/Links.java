package org.wirebell.ingest.read;

import java.util.ArrayDeque;
import java.util.Locale;
import org.jsoup.internal.StringUtil;
import org.jsoup.nodes.Element;

/** Addresses: tidied, resolved against {@code xml:base} and the document's own. */
final class Links {
    private Links() {}

    static boolean isWeb(String link) {
        var lower = link.toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") || lower.startsWith("https://");
    }

    /** The absolute form; what can't be resolved stays as it came. */
    static String resolve(String base, String link) {
        var tidy = tidy(link);
        if (tidy.isEmpty() || base.isEmpty() || hasScheme(tidy)) {
            return tidy;
        }
        var absolute = StringUtil.resolve(base, tidy);
        return absolute.isEmpty() ? tidy : absolute;
    }

    /** The base address that holds at an element: all {@code xml:base} above it, outermost first. */
    static String base(Element element, String documentBase) {
        var bases = new ArrayDeque<String>();
        for (Element at = element; at != null; at = at.parent()) {
            if (at.hasAttr("xml:base")) {
                bases.addFirst(at.attr("xml:base"));
            }
        }
        var base = documentBase;
        for (var next : bases) {
            base = resolve(base, next);
        }
        return base;
    }

    private static String tidy(String link) {
        var tidy = new StringBuilder(link.length());
        link.strip().chars().filter(c -> c != '\n' && c != '\r' && c != '\t').forEach(c -> tidy.append((char) c));
        return tidy.toString();
    }

    private static boolean hasScheme(String link) {
        int colon = link.indexOf(':');
        if (colon < 2) {
            return false;
        }
        for (int i = 0; i < colon; i++) {
            char c = link.charAt(i);
            if (!(Character.isLetterOrDigit(c) || c == '+' || c == '-' || c == '.')) {
                return false;
            }
        }
        return true;
    }
}
