package org.wirebell.ingest.read;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Tells the format from the first characters of the text, never from a name or a Content-Type. */
final class Sniff {
    private static final int WITHIN = 64_000;
    private static final Pattern ELEMENT = Pattern.compile("<(?:[A-Za-z_][\\w.-]*:)?([A-Za-z_][\\w.-]*)([\\s/>][^>]{0,4000}|>)?");
    private static final Pattern SKIPPED = Pattern.compile("<!--[\\s\\S]*?-->|<\\?[\\s\\S]*?\\?>|<!DOCTYPE\\s[^\\[>]*(?:\\[[\\s\\S]*?\\]\\s*)?>");
    private static final Pattern MAIL_HEADER = Pattern.compile("\\A(?:[A-Za-z][A-Za-z0-9-]*:[^\\n]*\\n(?:[ \\t][^\\n]*\\n)*){3,}");
    private static final Pattern MAIL_NAMES =
            Pattern.compile("(?im)^(from|subject|date|message-id|received|mime-version|return-path|delivered-to|to):");
    private static final Pattern IPTC = Pattern.compile("\\A[\\s\\x00]*\\x01[A-Za-z]{2,4}\\s?\\d{3,5}\\s");

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
        return element(head);
    }

    private static Format element(String head) {
        var bare = SKIPPED.matcher(head).replaceAll(" ");
        var elements = ELEMENT.matcher(bare);
        for (int seen = 0; seen < 40 && elements.find(); seen++) {
            var name = elements.group(1).toLowerCase(Locale.ROOT);
            var format = ROOTS.get(name);
            if (format == Format.RSS && name.equals("channel") && bare.contains("purl.org/net/rss1.1")) {
                return Format.RDF;
            }
            if (format != null) {
                return format;
            }
        }
        return head.toLowerCase(Locale.ROOT).contains("<!doctype html") ? Format.HTML : Format.UNKNOWN;
    }

    /** SYN SYN SOH before the header, or STX after a line with the priority letter. */
    private static boolean isAnpa(String head) {
        int soh = head.indexOf('\u0001');
        return soh >= 0 && soh < 40 && head.charAt(0) == '\u0016' || head.indexOf('\u0016') == 0 && soh > 0;
    }

    private static boolean isIptc7901(String head) {
        return IPTC.matcher(head).find() && head.indexOf('\u0002') > 0;
    }

    private static boolean isMail(String head) {
        var text = head.replace("\r\n", "\n");
        return MAIL_HEADER.matcher(text).find()
                && MAIL_NAMES.matcher(text.substring(0, Math.min(text.length(), 8000))).results().limit(3).count() >= 2;
    }
}
