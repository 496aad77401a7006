package org.wirebell.ingest.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** JSON documents: tells a JSON Feed from ninjs, and both from anything else. */
final class JsonDocuments {
    private static final int DEEPEST_WRAPPER = 4;
    /** Names, without case and underscores, that stories have and little else does. */
    private static final Set<String> MARKS = Set.of(
            "headline", "headlines", "versioncreated", "bodytext", "bodyhtml", "bodyxhtml", "bodies", "renditions");

    private static final Set<String> BARE_MARKS = Set.of(
            "type",
            "pubstatus",
            "firstcreated",
            "embargoed",
            "urgency",
            "usageterms",
            "copyrightholder",
            "copyrightnotice",
            "ednote",
            "byline",
            "slugline",
            "located",
            "representationtype",
            "mimetype",
            "infosource",
            "altids",
            "rightsinfo",
            "eventdetails",
            "newscoverages",
            "trustindicators",
            "digitalsourcetype");

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

    /** One story alone, or those that lie in whatever lists and wrappers the interface of an agency puts around them. */
    private static List<JsonNode> stories(ObjectNode root) {
        if (root.has("conceptSet")) {
            return List.of(); // a vocabulary
        }
        if (isStory(root) || isBareStory(root)) {
            return List.of(root);
        }
        var items = JsonTree.values(root.path("items"));
        if (!items.isEmpty() && items.stream().allMatch(item -> isStory(item) || isBareStory(item))) {
            return items;
        }
        var stories = new ArrayList<JsonNode>();
        collect(root, 0, stories);
        var body = root.path("nitf").path("body_html"); // AP's answer to one request has the text beside the item
        if (stories.size() == 1 && stories.getFirst() instanceof ObjectNode story && !story.has("body_html")) {
            story.set("body_html", body);
        }
        return stories;
    }

    private static void collect(JsonNode node, int depth, List<JsonNode> stories) {
        for (var child : JsonTree.values(node)) {
            if (isStory(child)) {
                stories.add(child);
            } else if (child.isContainerNode() && depth < DEEPEST_WRAPPER) {
                collect(child, depth + 1, stories);
            }
        }
    }

    /** An identifier and one more field that only stories have: any JSON may have an "id". */
    private static boolean isStory(JsonNode node) {
        if (!node.isObject()) {
            return false;
        }
        var fields = Ninjs.fields(node).keySet();
        boolean named = !JsonTree.text(node, "uri", "guid", "altid", "urn").isEmpty();
        // Some leave the identifier out, or have their database's only.
        return named
                ? MARKS.stream().anyMatch(fields::contains)
                : fields.contains("headline")
                        && fields.contains("versioncreated")
                        && fields.stream().anyMatch(field -> field.startsWith("body") || field.equals("pubstatus"));
    }

    /** A document that is a ninjs with hardly anything in it: an identifier, and a name that nothing else uses. */
    private static boolean isBareStory(JsonNode node) {
        return !JsonTree.text(node, "uri").isEmpty()
                && Ninjs.fields(node).keySet().stream()
                        .anyMatch(field -> BARE_MARKS.contains(field)
                                || field.startsWith("body")
                                || field.startsWith("headline")
                                || field.startsWith("description"));
    }
}
