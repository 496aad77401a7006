package org.wirebell.ingest.read;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Elements of HTML that take in all that follows until they are closed, as {@code <iframe src="…"/>} does: the slash means
 * nothing in HTML, and the rest of the story would be gone.
 */
final class Swallowers {
    private static final Pattern TAG = Pattern.compile(
            "(?i)<(iframe|object|audio|video|noscript|noembed|noframes|textarea|select|button|canvas|applet|map|title|xmp"
                    + "|template|plaintext|script|style)(?=[\\s/>])[^<>]{0,4000}>");

    private Swallowers() {}

    /** Without those tags that close themselves or are never closed; an unclosed script stays, being no text. */
    static String opened(String html) {
        var tags = TAG.matcher(html);
        if (!tags.find()) {
            return html;
        }
        var lower = html.toLowerCase(Locale.ROOT);
        return tags.replaceAll(tag -> isKept(lower, tag.group(), tag.group(1).toLowerCase(Locale.ROOT), tag.end())
                ? java.util.regex.Matcher.quoteReplacement(tag.group())
                : "");
    }

    private static boolean isKept(String lower, String tag, String name, int end) {
        boolean code = name.equals("script") || name.equals("style");
        return !tag.endsWith("/>") && (code || lower.lastIndexOf("</" + name) >= end);
    }
}
