package org.wirebell.model;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One version of a story as a wire or a feed gave it. Texts that are unknown are empty, never {@code null}; the JSON form
 * leaves them out.
 *
 * @param id the provider's stable identifier (guid, uri, message id), the same for all versions
 * @param version as the provider counts it, empty when it does not
 * @param source the id of the configured source that it came through
 * @param format the reader that understood it, such as {@code rss} or {@code newsml-g2}
 * @param received when we got it; also the record's timestamp in Kafka
 * @param body plain text, paragraphs separated by a blank line
 * @param published as the provider says; absent when unreadable, never "now"
 * @param embargoed not to be used before; {@link #OPEN_EMBARGO} when the provider names no end
 * @param urgency 1 (highest) to 9
 * @param priority the provider's own priority word, raw
 * @param backfill arrived with the first poll of its source: fills state, rings no bell
 * @param notes what was repaired while reading, for people
 * @param rawHash SHA-256 of the raw bytes of the document that carried it
 * @param more fields that this version of the software does not know, kept as they came
 */
public record Item(
        String id,
        String version,
        String source,
        String format,
        Optional<Instant> received,
        String headline,
        String summary,
        String body,
        String language,
        String link,
        Optional<Instant> published,
        Optional<Instant> updated,
        Optional<Instant> embargoed,
        List<String> authors,
        String byline,
        String credit,
        String dateline,
        List<String> places,
        String slug,
        List<String> keywords,
        List<Subject> subjects,
        String genre,
        Optional<Integer> urgency,
        String priority,
        Status status,
        List<WireSignal> signals,
        String editorialNote,
        String usage,
        List<Media> media,
        List<String> replaces,
        boolean backfill,
        List<String> notes,
        String rawHash,
        Map<String, Object> more) {

    /** Stands for "embargoed until further notice". */
    public static final Instant OPEN_EMBARGO = Instant.parse("9999-12-31T23:59:59Z");

    public Item {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("an item needs an id");
        }
        status = Objects.requireNonNullElse(status, Status.USABLE); // absent in JSON
        authors = List.copyOf(authors);
        places = List.copyOf(places);
        keywords = List.copyOf(keywords);
        subjects = List.copyOf(subjects);
        signals = List.copyOf(signals);
        media = List.copyOf(media);
        replaces = List.copyOf(replaces);
        notes = List.copyOf(notes);
        more = Map.copyOf(more);
    }

    /** A subject code with the scheme it belongs to, e.g. {@code medtop}, {@code 20000062}, {@code war}. */
    public record Subject(String scheme, String code, String name) {}

    /** A picture, sound or film that goes with the story; the type is a MIME type or empty. */
    public record Media(String url, String type) {}

    /** What the provider lets us do with the item. */
    public enum Status {
        USABLE,
        WITHHELD,
        CANCELED
    }

    /** As this, with what only the receiving end knows. */
    public Item arrived(Instant at, boolean asBackfill) {
        return new Item(
                id,
                version,
                source,
                format,
                Optional.of(at),
                headline,
                summary,
                body,
                language,
                link,
                published,
                updated,
                embargoed,
                authors,
                byline,
                credit,
                dateline,
                places,
                slug,
                keywords,
                subjects,
                genre,
                urgency,
                priority,
                status,
                signals,
                editorialNote,
                usage,
                media,
                replaces,
                asBackfill,
                notes,
                rawHash,
                more);
    }

    /** As this, under the identifier that its earlier versions came with; {@code more.servedId} keeps the present one. */
    public Item identifiedAs(String known) {
        var served = new HashMap<>(more);
        served.put("servedId", id);
        return new Item(
                known,
                version,
                source,
                format,
                received,
                headline,
                summary,
                body,
                language,
                link,
                published,
                updated,
                embargoed,
                authors,
                byline,
                credit,
                dateline,
                places,
                slug,
                keywords,
                subjects,
                genre,
                urgency,
                priority,
                status,
                signals,
                editorialNote,
                usage,
                media,
                replaces,
                backfill,
                notes,
                rawHash,
                served);
    }

    /** As this, with its text from elsewhere than the document that carried it. */
    public Item told(String newSummary, String newBody, List<String> newNotes, Map<String, Object> newMore) {
        return new Item(
                id,
                version,
                source,
                format,
                received,
                headline,
                newSummary,
                newBody,
                language,
                link,
                published,
                updated,
                embargoed,
                authors,
                byline,
                credit,
                dateline,
                places,
                slug,
                keywords,
                subjects,
                genre,
                urgency,
                priority,
                status,
                signals,
                editorialNote,
                usage,
                media,
                replaces,
                backfill,
                newNotes,
                rawHash,
                newMore);
    }

    /** All versions of one story of one source share it; the key of the {@code items} topic. */
    public String family() {
        return source + "|" + id;
    }

    /** The text that figures and signals are read from: the body, or the summary where there is no body. */
    public String text() {
        return body.isEmpty() ? summary : body;
    }

    public boolean says(WireSignal signal) {
        return signals.contains(signal);
    }

    /** The item itself is taken back: killed, deleted, or its status says so. */
    public boolean killed() {
        return status == Status.CANCELED || says(WireSignal.KILL) || says(WireSignal.DELETE);
    }

    /** The provider asks to wait: not usable, but not taken back for good either. */
    public boolean held() {
        return !killed() && (status == Status.WITHHELD || says(WireSignal.HOLD));
    }

    /** Hash over what a reader would see; two versions with the same one say the same. */
    public String contentHash() {
        return Ids.hash(version, headline, summary, body, status.name(), signals.toString(), embargoed.toString());
    }

    /** Equal for two deliveries of one version of one item. */
    public String deliveryKey() {
        return family() + "|" + contentHash();
    }
}
