package org.wirebell.ingest.read;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a document from outside. Everything may be unknown (empty); the bytes have the last word on the format.
 *
 * @param name file name or address, for people
 * @param contentType as the server said
 * @param charset from the server's Content-Type
 * @param baseUrl the final address, which relative links are resolved against
 * @param source id of the configured source; becomes {@code Item.source}
 * @param zone of dates that carry none; without it such a date counts as UTC and the item says so
 * @param language of items that declare none
 * @param maxItems no more than this many items are read from one document
 * @param urgencies what the provider's own priority words mean, as urgency 1 to 9; others keep their usual meaning
 */
public record Hints(
        String name,
        String contentType,
        String charset,
        String baseUrl,
        String source,
        Optional<ZoneId> zone,
        String language,
        int maxItems,
        Map<String, Integer> urgencies) {
    public Hints {
        urgencies = Map.copyOf(urgencies);
    }

    /** As above, where the provider's priorities mean what they mean elsewhere. */
    public Hints(
            String name,
            String contentType,
            String charset,
            String baseUrl,
            String source,
            Optional<ZoneId> zone,
            String language,
            int maxItems) {
        this(name, contentType, charset, baseUrl, source, zone, language, maxItems, Map.of());
    }

    /** Enough for every feed that a newsroom meets; what lies beyond is left out with a note. */
    public static final int MAX_ITEMS = 50_000;

    /** A file of which nothing but the name is known. */
    public static Hints file(String name) {
        return new Hints(name, "", "", "", "", Optional.empty(), "", MAX_ITEMS);
    }

    /** What a configured source fetched from {@code baseUrl}; the charset is taken from the content type. */
    public static Hints fetched(String source, String baseUrl, String contentType) {
        return new Hints(baseUrl, contentType, "", baseUrl, source, Optional.empty(), "", MAX_ITEMS);
    }

    /** As this, with what the server or a mail part says of its charset. */
    Hints inCharset(String newCharset) {
        return new Hints(name, contentType, newCharset, baseUrl, source, zone, language, maxItems, urgencies);
    }

    /** As this, with the zone and language that the source's settings name. */
    public Hints with(Optional<ZoneId> newZone, String newLanguage) {
        return new Hints(name, contentType, charset, baseUrl, source, newZone, newLanguage, maxItems, urgencies);
    }

    /** As this, where relative links count from {@code newBaseUrl}. */
    Hints at(String newBaseUrl) {
        return new Hints(name, contentType, charset, newBaseUrl, source, zone, language, maxItems, urgencies);
    }

    /** As this, with what the provider's priority words mean. */
    public Hints meaning(Map<String, Integer> newUrgencies) {
        return new Hints(name, contentType, charset, baseUrl, source, zone, language, maxItems, newUrgencies);
    }
}
