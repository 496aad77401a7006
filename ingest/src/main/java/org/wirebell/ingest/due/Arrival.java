package org.wirebell.ingest.due;

import java.time.Duration;
import java.util.List;
import org.wirebell.model.Item;

/**
 * What one answer of a source held, read.
 *
 * @param items that were read
 * @param passed marks of the entries that were not, since they were met in an earlier answer; each is among those of
 *     the state
 * @param url that it is to be asked at from now on
 * @param etag byte for byte, as {@code lastModified}
 * @param validatorsOf the address that gave the two, after redirects
 * @param bodyHash SHA-256 of the body
 * @param ttl how long the feed asks to wait; zero when it does not say
 * @param rest when it asks not to be polled
 */
public record Arrival(
        List<Item> items,
        List<String> passed,
        String title,
        String url,
        String etag,
        String lastModified,
        String validatorsOf,
        String bodyHash,
        Duration ttl,
        Rest rest) {
    public Arrival {
        items = List.copyOf(items);
        passed = List.copyOf(passed);
    }
}
