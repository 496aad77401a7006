package org.wirebell.app;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wirebell.model.Item;
import org.wirebell.model.Json;

/** Invented news of accidents in invented towns. */
public final class News {
    private News() {}

    /** A toll with its claimant; each town is a series of its own. */
    public static Item toll(String town, int version, int dead) {
        return item(
                town,
                version,
                "Mine collapses in " + town,
                "A mine collapse in " + town + " killed " + dead + " people, the mine office said.",
                Map.of());
    }

    /** The same story taken back by its wire. */
    public static Item kill(String id, int version, String headline) {
        return item(id, version, headline, "", Map.of("status", "canceled", "signals", List.of("kill")));
    }

    public static Item item(String id, int version, String headline, String body, Map<String, Object> more) {
        var now = Instant.now();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("id", "urn:coast:" + id);
        fields.put("version", Integer.toString(version));
        fields.put("source", "coastwire");
        fields.put("headline", headline);
        fields.put("body", body);
        fields.put("language", "en");
        fields.put("published", now.toString());
        fields.put("received", now.toString());
        fields.putAll(more);
        return Json.read(Json.plain(fields), Item.class);
    }

    /** An RSS document. */
    public static String rss(String... entries) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <rss version="2.0"><channel><title>Pier Gazette</title><link>https://pier.example/</link>
                <description>Harbour news</description>
                """ + String.join("\n", entries) + "\n</channel></rss>\n";
    }

    public static String entry(String id, String headline, String text, Instant published) {
        return "<item><guid isPermaLink=\"false\">" + id + "</guid><title>" + headline + "</title><description>" + text
                + "</description><pubDate>"
                + DateTimeFormatter.RFC_1123_DATE_TIME.format(published.atOffset(ZoneOffset.UTC)) + "</pubDate></item>";
    }
}
