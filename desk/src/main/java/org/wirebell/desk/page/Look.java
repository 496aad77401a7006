package org.wirebell.desk.page;

import static org.wirebell.desk.page.Node.el;
import static org.wirebell.desk.page.Node.text;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * When and where a page is looked at: how times, texts in foreign scripts and links are shown.
 *
 * @param note what everybody should know who looks, such as that the desk is open; empty for nothing
 */
public record Look(String title, Instant now, ZoneId zone, String note) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);
    private static final Set<String> SCHEMES = Set.of("http", "https");

    public Look(String title, Instant now, ZoneId zone) {
        this(title, now, zone, "");
    }

    /** "2 min ago"; the live page keeps it true. */
    Node.Element ago(Instant at) {
        return el("time.ago", ago(Duration.between(at, now)))
                .with("data-ago", "")
                .with("datetime", at.toString());
    }

    /** The hour in the desk's zone and in UTC; the live page shows the reader's own zone instead. */
    Node.Element clock(Instant at) {
        var local = at.atZone(zone);
        var today = local.toLocalDate().equals(now.atZone(zone).toLocalDate());
        var shown = local.format(today ? CLOCK : DAY);
        var utc = at.atZone(ZoneOffset.UTC).format(today ? CLOCK : DAY) + " UTC";
        var same = local.getOffset().equals(ZoneOffset.UTC);
        return el("time.clock", same ? utc : shown + " \u00b7 " + utc)
                .with("data-clock", "")
                .with("datetime", at.toString())
                .with("title", at.toString());
    }

    /** "in 4 min", or "overdue" with how long. */
    Node.Element due(Instant at) {
        var left = Duration.between(now, at);
        var words = left.isNegative() ? "overdue by " + length(left.negated()) : "in " + length(left);
        return el("time.due", words).with("data-due", "").with("datetime", at.toString());
    }

    static String ago(Duration since) {
        return since.toSeconds() < 5 ? "just now" : length(since) + " ago";
    }

    /** The same steps as in live.js. */
    static String length(Duration length) {
        long seconds = Math.max(0, length.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3_600) {
            return seconds / 60 + " min";
        }
        if (seconds < 172_800) {
            return seconds / 3_600 + " h";
        }
        return seconds / 86_400 + " d";
    }

    /** A text in the language of its source, in whatever direction it runs. */
    static Node.Element foreign(Node.Element element, String language) {
        var known = !language.isEmpty() && !language.equals("und") && language.matches("[a-zA-Z]{2,3}(-[a-zA-Z0-9]+)*");
        return element.with("dir", "auto").withIf(known, "lang", language);
    }

    /** A link to the open web, or only the text where the address is none that a browser may follow. */
    static Node.Element link(String address, String text, String classes) {
        if (safe(address).isEmpty()) {
            return el("span" + classes, text);
        }
        return el("a" + classes, text)
                .with("href", address.strip())
                .with("rel", "noopener nofollow noreferrer")
                .with("target", "_blank");
    }

    static Optional<String> safe(String address) {
        var colon = address.strip().indexOf(':');
        return colon > 0 && SCHEMES.contains(address.strip().substring(0, colon).toLowerCase(Locale.ROOT))
                ? Optional.of(address.strip())
                : Optional.empty();
    }

    /** The sentence with the quote marked; without a mark where the quote does not stand there. */
    static Node.Element sentence(String sentence, String quote, int at, String language, String classes) {
        int start = !quote.isEmpty() && at >= 0 && sentence.startsWith(quote, at) ? at : sentence.indexOf(quote);
        if (quote.isEmpty() || start < 0) {
            return foreign(el("q" + classes, sentence), language);
        }
        int end = start + quote.length();
        return foreign(
                el("q" + classes, text(sentence.substring(0, start)), el("mark", quote), text(sentence.substring(end))),
                language);
    }
}
