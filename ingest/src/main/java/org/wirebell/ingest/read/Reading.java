package org.wirebell.ingest.read;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.wirebell.model.Item;

/**
 * What a document held. A problem means that there are no items although there should be; a feed without items and without
 * a problem is simply empty. What was lost of a document that gave some items stands in the notes.
 *
 * @param format one of rss, atom, rdf, json-feed, newsml-g2, newsml-1.2, nitf, ninjs, iptc7901, anpa, rfc822, html, unknown
 * @param notes what was repaired, for people
 * @param title of the feed, empty when it has none
 * @param ttl how long the publisher asks to wait between polls
 * @param pauses when the publisher asks not to be polled
 * @param hubs WebSub hubs
 * @param self the address that the feed calls its own, which is its name at a hub; empty when it has none
 */
public record Reading(
        String format,
        Optional<Problem> problem,
        List<String> notes,
        String title,
        Optional<Duration> ttl,
        Pauses pauses,
        List<String> hubs,
        String self,
        List<Item> items) {
    public Reading {
        notes = List.copyOf(notes);
        hubs = List.copyOf(hubs);
        items = List.copyOf(items);
    }

    /** A document that gave nothing. */
    public static Reading failed(String format, Problem.Why why, String detail) {
        return new Reading(
                format,
                Optional.of(new Problem(why, detail)),
                List.of(),
                "",
                Optional.empty(),
                Pauses.NONE,
                List.of(),
                "",
                List.of());
    }
}
