package org.wirebell.ingest.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** JSON documents: tells a JSON Feed from ninjs, and both from anything else. */
final class JsonDocuments {
    private JsonDocuments() {}

    static Documents read(String text, Hints hints) {
        var notes = new ArrayList<String>();
        var root = JsonTree.read(text, notes);
        if (isFeed(root)) {
            return JsonFeed.read(root, hints, notes);
        }
        var stories = stories(root);
        if (stories.isEmpty()) {
            return new Documents(
                    Format.UNKNOWN,
                    Optional.of(Problem.Why.UNKNOWN_FORMAT),
                    notes,
                    "",
                    Optional.empty(),
                    List.of(),
                    List.of());
        }
        var drafts = new ArrayList<Draft>();
        for (var story : stories) {
            if (drafts.size() < hints.maxItems()) {
                Guard.attempt("story " + (drafts.size() + 1), () -> Ninjs.read(story, new Draft(hints)), notes)
                        .ifPresent(drafts::add);
            }
        }
        return Documents.wire(Format.NINJS, notes, drafts);
    }

    /** The version names the format; many writers leave it out, or carry ninjs in a list called "items" too. */
    private static boolean isFeed(ObjectNode root) {
        return JsonTree.text(root, "version").contains("jsonfeed.org")
                || root.path("items").isArray()
                        && (root.has("home_page_url") || root.has("feed_url") || root.has("title") && !isStory(root))
                        && !root.path("items").path(0).has("versioncreated");
    }

    /** One story alone, or a list under any of the names that the search interfaces of agencies use. */
    private static List<JsonNode> stories(ObjectNode root) {
        if (isStory(root)) {
            return List.of(root);
        }
        for (var list : List.of("items", "_items", "newsItems", "data")) {
            var stories = JsonTree.values(root.path(list)).stream()
                    .filter(JsonDocuments::isStory)
                    .toList();
            if (root.path(list).isArray() && !stories.isEmpty()) {
                return stories;
            }
        }
        return List.of();
    }

    /** An identifier and one more field that only stories have: any JSON may have an "id". */
    private static boolean isStory(JsonNode node) {
        boolean named = !JsonTree.text(node, "uri", "guid", "altid").isEmpty();
        return named
                && (node.has("type")
                        || node.has("headline")
                        || node.has("headlines")
                        || node.has("versioncreated")
                        || node.has("versionCreated")
                        || node.has("body_text")
                        || node.has("bodies")
                        || node.has("renditions"));
    }
}
