package org.wirebell.ingest.read;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells the format from the first characters of the text, never from a name or a Content-Type. */
final class Sniff {
    /** Long comments and style sheets may stand first. */
    private static final int WITHIN = 64_000;

    private static final Pattern ELEMENT =
            Pattern.compile("<(?:([A-Za-z_][\\w.-]*):)?([A-Za-z_][\\w.-]*)(?:[\\s/][^<>]{0,4000})?");
    private static final Pattern INSIDE_PAGE =
            Pattern.compile("<(rss(?=\\s[^<>]{0,2000}version)|feed(?=\\s[^<>]{0,2000}/(?:2005/Atom|atom/ns)))");
    private static final Pattern FIELD = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,60}:");
    private static final Set<String> MAIL_NAMES = Set.of(
            "from", "subject", "date", "message-id", "received", "mime-version", "return-path", "delivered-to", "to");
    private static final Pattern ANPA = Pattern.compile("\\x16+\\x01|\\x01[A-Za-z]{1,2}\\d{3,5}[A-Za-z]{0,10}\\x1f");
    private static final Pattern IPTC = Pattern.compile("\\x01\\s*[A-Za-z]{0,6}\\s?\\d{1,5}\\s+\\S\\s");

    private static final Map<String, Format> ROOTS = Map.ofEntries(
            Map.entry("rss", Format.RSS),
            Map.entry("channel", Format.RSS),
            Map.entry("feed", Format.ATOM),
            Map.entry("entry", Format.ATOM),
            Map.entry("rdf", Format.RDF),
            Map.entry("newsitem", Format.NEWSML_G2),
            Map.entry("newsmessage", Format.NEWSML_G2),
            Map.entry("packageitem", Format.NEWSML_G2),
            Map.entry("conceptitem", Format.NEWSML_G2),
            Map.entry("knowledgeitem", Format.NEWSML_G2),
            Map.entry("planningitem", Format.NEWSML_G2),
            Map.entry("newsml", Format.NEWSML_1),
            Map.entry("nitf", Format.NITF),
            Map.entry("html", Format.HTML),
            Map.entry("head", Format.HTML),
            Map.entry("body", Format.HTML));

    private Sniff() {}

    static Format format(String text) {
        var head = text.length() > WITHIN ? text.substring(0, WITHIN) : text;
        // Control characters first: the text of a wire may begin with a brace, or with what looks like a header of
        // mail.
        if (isAnpa(head)) {
            return Format.ANPA;
        }
        if (isIptc7901(head)) {
            return Format.IPTC7901;
        }
        var start = head.stripLeading();
        if (start.startsWith("{") || start.startsWith("[")) {
            return Format.NINJS; // or a JSON Feed: the tree decides
        }
        if (isMail(head)) {
            return Format.RFC822;
        }
        var format = element(head);
        return format == Format.HTML ? wrapped(head).orElse(format) : format;
    }

    /** A feed that some program put a page around. */
    private static Optional<Format> wrapped(String head) {
        var root = INSIDE_PAGE.matcher(head);
        boolean entries = head.contains("<item") || head.contains("<entry");
        return entries && root.find() ? Optional.ofNullable(ROOTS.get(root.group(1))) : Optional.empty();
    }

    private static Format element(String head) {
        var elements = ELEMENT.matcher(head.substring(Prolog.of(head).end()));
        // Broken documents begin with stray elements; a page has its html among the first few.
        for (int seen = 0; seen < 40 && elements.find(); seen++) {
            var name = elements.group(2);
            var format = ROOTS.get(name.toLowerCase(Locale.ROOT));
            if (format == Format.HTML && elements.group(1) != null && !name.equalsIgnoreCase("html")) {
                continue; // the head or body of an envelope
            }
            if (name.equals("channel") && head.contains("purl.org/net/rss1.1")) {
                return Format.RDF;
            }
            if (name.equals("NewsItem") && head.contains("NewsIdentifier")) {
                return Format.NEWSML_1;
            }
            if (format != null) {
                return format;
            }
        }
        return head.toLowerCase(Locale.ROOT).contains("<!doctype html") ? Format.HTML : Format.UNKNOWN;
    }

    /** SOH, service letter and number, US; most often after some SYN. */
    private static boolean isAnpa(String head) {
        if (head.indexOf('\u0001')
                < 0) { // nearly all documents; the pattern would be tried at each of their characters
            return false;
        }
        var found = ANPA.matcher(head);
        return found.find() && found.start() < 200;
    }

    private static boolean isIptc7901(String head) {
        int soh = head.indexOf('\u0001');
        return Telex.isFramed(head)
                || soh >= 0
                        && soh < 200
                        && IPTC.matcher(head).region(soh, head.length()).lookingAt()
                        && head.indexOf('\u0002', soh) > 0;
    }

    /** At least three header fields in a row at the start, two of which only mails have. */
    private static boolean isMail(String head) {
        int fields = 0;
        int known = 0;
        for (var line : (Iterable<String>) head.stripLeading().lines()::iterator) {
            if (fields == 0 && line.startsWith("From ")
                    || fields > 0 && (line.startsWith(" ") || line.startsWith("\t"))) {
                continue;
            }
            if (!FIELD.matcher(line).lookingAt()) {
                break;
            }
            fields++;
            known += MAIL_NAMES.contains(line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT)) ? 1 : 0;
        }
        return fields >= 3 && known >= 2;
    }
}
