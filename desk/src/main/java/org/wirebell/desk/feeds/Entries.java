package org.wirebell.desk.feeds;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.wirebell.model.Alert;

/**
 * What a feed holds. An alert is one entry for as long as it lives: its id is fixed, its time moves with each revision, and when
 * it is withdrawn a tombstone takes its place.
 *
 * @param self address of the feed, also its id
 * @param home address of what it is about
 */
public record Entries(String title, String self, String home, List<Entry> entries) {
    private static final int MOST = 100;

    public Entries {
        entries = List.copyOf(entries);
    }

    /**
     * @param text the sentence behind it and who says so, plain
     * @param link where the item stands; empty when it has no address on the web
     */
    public record Entry(
            String id,
            String title,
            String text,
            String page,
            String link,
            Instant opened,
            Instant updated,
            String priority,
            boolean withdrawn) {}

    /**
     * @param site address of the desk, without a slash at its end
     */
    public static Entries of(String title, String site, String self, String home, List<Alert> alerts) {
        return new Entries(
                title,
                site + self,
                site + home,
                alerts.stream()
                        .sorted(Comparator.comparing(Alert::received).reversed().thenComparing(Alert::id))
                        .limit(MOST)
                        .map(a -> entry(a, site))
                        .toList());
    }

    /** When anything in it changed last. */
    public Instant updated() {
        return entries.stream()
                .map(Entry::updated)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    private static Entry entry(Alert alert, String site) {
        var evidence = alert.evidence();
        var held = alert.state() == Alert.State.HELD ? "Held. " : "";
        return new Entry(
                "urn:wirebell:alert:" + encoded(alert.id()),
                visible(alert.title()),
                visible(held + evidence.sentence() + " \u2014 " + evidence.source() + ": " + evidence.headline()),
                site + "/alerts/" + encoded(alert.id()),
                evidence.link().matches("(?i)https?://\\S+") ? visible(evidence.link()) : "",
                alert.opened(),
                alert.received(),
                alert.priority().name().toLowerCase(Locale.ROOT),
                alert.state() == Alert.State.WITHDRAWN);
    }

    public static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Without what XML cannot hold, and without the marks that turn the direction of what follows. */
    private static String visible(String text) {
        return text.codePoints()
                .filter(c -> c >= ' ' || c == '\n' || c == '\t')
                .filter(c -> c < 0xD800 || c > 0xDFFF && c != 0xFFFE && c != 0xFFFF)
                .filter(c -> !(c >= 0x202A && c <= 0x202E) && !(c >= 0x2066 && c <= 0x2069))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
