package org.wirebell.desk.feeds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wirebell.model.Json;

/** JSON Feed 1.1. It knows no tombstones: a withdrawn alert says so in its title and in {@code _wirebell}. */
public final class JsonFeed {
    public static final String TYPE = "application/feed+json";

    private JsonFeed() {}

    public static String of(Entries feed) {
        var document = new LinkedHashMap<String, Object>();
        document.put("version", "https://jsonfeed.org/version/1.1");
        document.put("title", feed.title());
        document.put("home_page_url", feed.home());
        document.put("feed_url", feed.self());
        var items = new ArrayList<Map<String, Object>>();
        feed.entries().forEach(e -> items.add(item(e)));
        var text = Json.plain(document);
        return text.substring(0, text.length() - 1) + ",\"items\":" + Json.plain(items)
                + "}"; // the mapper leaves out an empty list
    }

    private static Map<String, Object> item(Entries.Entry entry) {
        var item = new LinkedHashMap<String, Object>();
        item.put("id", entry.id());
        item.put("url", entry.page());
        item.put("external_url", entry.link());
        item.put("title", entry.withdrawn() ? "Withdrawn: " + entry.title() : entry.title());
        item.put("content_text", entry.withdrawn() ? "This alert was withdrawn." : entry.text());
        item.put("date_published", entry.opened().toString());
        item.put("date_modified", entry.updated().toString());
        item.put("tags", List.of(entry.priority()));
        item.put("_wirebell", Map.of("withdrawn", entry.withdrawn()));
        return item;
    }
}
