package org.wirebell.ingest.due;

import java.util.Locale;
import org.wirebell.model.Ids;
import org.wirebell.model.Item;

/**
 * What is remembered of an item that was seen: hashes of what it may be known by again, and the identifier that its first
 * version came with. As a string {@code id.wording.link.title identifier}; the last three may be missing.
 *
 * @param id of the identifier it was last served with, blind to {@code http}/{@code https} and a trailing slash
 * @param wording of what a reader would see
 * @param link of its canonical address; empty when that is no story's own
 * @param title of headline and time together; empty when it has not both
 * @param first the identifier under which it is known; empty when that is too long to be kept
 */
record Mark(String id, String wording, String link, String title, String first) {
    /** 60 bits of a hash tell 10,000 items apart. */
    private static final int LENGTH = 12;
    /** 50 bits do for what only counts when the identifier fails: one pair in 20 million such feeds. */
    private static final int SECOND_LENGTH = 10;

    private static final int LONGEST_IDENTIFIER = 200;

    /** The marks of an item that was never seen. */
    static Mark of(String source, Item item) {
        var address =
                plain(item.more().getOrDefault("canonicalLink", item.link()).toString());
        var link = address.indexOf('/') > 0 ? brief(address, SECOND_LENGTH) : ""; // a bare host is the front page
        var headline = item.headline().strip().toLowerCase(Locale.ROOT);
        var title = headline.isEmpty() || item.published().isEmpty()
                ? ""
                : brief(headline + " " + item.published().get(), SECOND_LENGTH);
        return new Mark(id(source, item.id()), brief(item.contentHash(), LENGTH), link, title, kept(item.id()));
    }

    static Mark parse(String text) {
        var parts = text.split(" ", 2);
        var hashes = parts[0].split("\\.", -1);
        return new Mark(at(hashes, 0), at(hashes, 1), at(hashes, 2), at(hashes, 3), parts.length > 1 ? parts[1] : "");
    }

    /** As this, known by the identifier of an earlier version. */
    Mark knownAs(String identifier) {
        return new Mark(id, wording, link, title, kept(identifier));
    }

    static String id(String source, String identifier) {
        return brief(source + "|" + plain(identifier), LENGTH);
    }

    /** Hash of the identifier under which it is known. */
    String identity(String source) {
        return first.isEmpty() ? id : id(source, first);
    }

    private static String kept(String identifier) {
        return identifier.length() > LONGEST_IDENTIFIER ? "" : identifier;
    }

    private static String at(String[] hashes, int i) {
        return i < hashes.length ? hashes[i] : "";
    }

    /** A web address without scheme and trailing slash, its host in lower case; anything else as it is. */
    static String plain(String address) {
        var lower = address.toLowerCase(Locale.ROOT);
        int scheme = lower.startsWith("https://") ? 8 : lower.startsWith("http://") ? 7 : 0;
        if (scheme == 0) {
            return address;
        }
        int slash = address.indexOf('/', scheme);
        int host = slash < 0 ? address.length() : slash;
        int end = address.endsWith("/") ? address.length() - 1 : address.length();
        return lower.substring(scheme, host) + address.substring(host, Math.max(host, end));
    }

    private static String brief(String text, int length) {
        return Ids.id(text).substring(0, length);
    }

    @Override
    public String toString() {
        return id + '.' + wording + '.' + link + '.' + title + (first.isEmpty() ? "" : ' ' + first);
    }
}
