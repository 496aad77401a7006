package org.wirebell.ingest.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.internal.StringUtil;

/** JSON Feed 1.0 and 1.1. */
final class JsonFeed {
    private final JsonNode item;
    private final Draft draft;

    private JsonFeed(JsonNode item, Draft draft) {
        this.item = item;
        this.draft = draft;
    }

    static Documents read(ObjectNode root, Hints hints, List<String> notes) {
        var drafts = new ArrayList<Draft>();
        for (var item : JsonTree.values(root.path("items"))) {
            if (drafts.size() < hints.maxItems() && item.isObject()) {
                Guard.attempt(
                                "item " + (drafts.size() + 1),
                                () -> new JsonFeed(item, new Draft(hints)).read(root),
                                notes)
                        .ifPresent(drafts::add);
            }
        }
        var hubs = JsonTree.values(root.path("hubs")).stream()
                .filter(hub -> !JsonTree.text(hub, "type").equalsIgnoreCase("rssCloud")) // speaks another protocol
                .map(hub -> JsonTree.text(hub, "url"))
                .filter(Links::isWeb)
                .toList();
        return new Documents(
                Format.JSON_FEED,
                drafts.isEmpty() && !notes.isEmpty() ? Optional.of(Problem.Why.BROKEN) : Optional.empty(),
                notes,
                Html.line(JsonTree.text(root, "title")),
                Optional.empty(),
                Pauses.NONE,
                hubs,
                Links.isWeb(JsonTree.text(root, "feed_url")) ? JsonTree.text(root, "feed_url") : "",
                drafts);
    }

    private Draft read(ObjectNode feed) {
        // Version 1 has no base address; what was fetched beats what the feed says of itself, which may be a
        // template's.
        var base = Text.first(draft.hints().baseUrl(), JsonTree.text(feed, "feed_url", "home_page_url"));
        draft.id = JsonTree.text(item, "id");
        draft.link = Links.resolve(base, JsonTree.text(item, "url", "external_url"));
        if (!JsonTree.text(item, "external_url").isEmpty()) {
            draft.more.put("externalUrl", JsonTree.text(item, "external_url"));
        }
        draft.headline = Html.line(JsonTree.text(item, "title"));
        var html = JsonTree.text(item, "content_html");
        var plain = JsonTree.text(item, "content_text");
        draft.body = html.isEmpty() ? Text.paragraphs(plain) : Html.text(html);
        draft.summary = Text.paragraphs(JsonTree.text(item, "summary"));
        draft.published = draft.date(JsonTree.text(item, "date_published"), "published");
        draft.updated = draft.date(JsonTree.text(item, "date_modified"), "updated");
        if (draft.published.isEmpty()) {
            draft.published = draft.updated;
        }
        draft.language = Text.first(JsonTree.text(item, "language"), JsonTree.text(feed, "language"));
        people(item);
        if (draft.authors.isEmpty()) {
            people(feed);
        }
        if (item.path("tags").isTextual()) {
            MediaRss.keywords(item.path("tags").asText(), draft);
        } else {
            JsonTree.values(item.path("tags")).forEach(tag -> draft.keyword(tag.asText()));
        }
        media(base);
        return draft;
    }

    /** Version 1.0 has one author, version 1.1 a list; writers mix them. */
    private void people(JsonNode holder) {
        var people = new ArrayList<>(some(holder.path("authors")));
        if (people.isEmpty()) {
            people.addAll(some(holder.path("author")));
        }
        people.stream()
                .map(person -> person.isTextual() ? People.name(person.asText()) : JsonTree.text(person, "name"))
                .filter(name -> !StringUtil.isBlank(name))
                .forEach(draft.authors::add);
    }

    /** A list, or the one that stands where a list should. */
    private static List<JsonNode> some(JsonNode node) {
        return node.isObject() ? List.of(node) : JsonTree.values(node);
    }

    private void media(String base) {
        for (var attachment : some(item.path("attachments"))) {
            draft.medium(base, JsonTree.text(attachment, "url"), JsonTree.text(attachment, "mime_type"));
        }
        for (var picture : List.of("image", "banner_image")) {
            draft.medium(base, JsonTree.text(item, picture), "image");
        }
    }
}
