package org.wirebell.ingest.read;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** A text construct of Atom 0.3 or 1.0: plain, escaped HTML, inline XHTML or base64, as its type and mode say. */
final class AtomText {
    /** Writers forget the type; a closing tag of HTML in a "plain" text is none of the text. */
    private static final Pattern LOOKS_HTML =
            Pattern.compile("(?i)</(p|a|b|i|em|div|span|strong|ul|li)>|<br\\s*/?>|<p>|<img ");

    /** Writers forget the encoding too, and send JSON or the like as it is. */
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/\\s]{16,}+=?\\s*+=?\\s*+");

    private AtomText() {}

    static String paragraphs(Element element) {
        if (Xml.hasMarkup(element)) {
            return Html.text(element, Set.of());
        }
        var type = Xml.attr(element, "type").toLowerCase(Locale.ROOT);
        var text = isBase64(element, type) ? decoded(element.wholeText()) : element.wholeText();
        return isHtml(element, type, text) ? Html.text(text) : Text.paragraphs(text);
    }

    static String line(Element element) {
        return Text.fold(paragraphs(element));
    }

    private static boolean isHtml(Element element, String type, String text) {
        if (type.contains("html")
                || Xml.attr(element, "mode").equalsIgnoreCase("escaped") && !type.equals("text/plain")) {
            return true;
        }
        return !type.equals("text") && LOOKS_HTML.matcher(text).find();
    }

    /** Atom 1.0 sends what is neither text nor XML as base64; Atom 0.3 says so in its mode. */
    private static boolean isBase64(Element element, String type) {
        if (Xml.attr(element, "mode").equalsIgnoreCase("base64")) {
            return true;
        }
        boolean textual = type.isEmpty()
                || type.equals("text")
                || type.startsWith("text/")
                || type.contains("html")
                || type.contains("xml");
        return !textual
                && type.contains("/")
                && BASE64.matcher(element.wholeText()).matches();
    }

    /** Binary content is no text: better empty than garbage. */
    private static String decoded(String text) {
        try {
            var bytes = Base64.getMimeDecoder().decode(text.strip());
            var decoded = new String(bytes, StandardCharsets.UTF_8);
            return decoded.indexOf('\uFFFD') >= 0 || decoded.indexOf('\u0000') >= 0 ? "" : decoded;
        } catch (IllegalArgumentException notBase64) {
            return text;
        }
    }
}
