package org.wirebell.ingest.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds the whole stories behind the place where a JSON document breaks, most often at a quotation mark that nobody
 * escaped. Objects are tried wherever one may begin in a list; those count that have what only stories have.
 */
final class JsonSalvage {
    private static final Pattern BEGINNING = Pattern.compile("(?:\\[|\\}\\s*+,)\\s*+(?=\\{)");
    /** Bounds for hostile text, which could make each try read to the end: 200 MB of characters in all. */
    private static final int MOST_TRIES = 400;

    private static final int LONGEST_STORY = 500_000;

    private JsonSalvage() {}

    /** Adds what is found to the list that the document has, or else to {@code items}; says how many. */
    static void after(int from, String text, JsonMapper mapper, ObjectNode root, List<String> notes) {
        var stories = mapper.createArrayNode();
        var beginnings = BEGINNING.matcher(text);
        int at = from;
        for (int tries = 0; tries < MOST_TRIES && beginnings.find(at); tries++) {
            int start = beginnings.end();
            if (from > 0 && text.charAt(beginnings.start()) == '[') {
                at = start; // a list inside the broken story
                continue;
            }
            at = start + add(text.substring(start, Math.min(text.length(), start + LONGEST_STORY)), mapper, stories);
        }
        if (!stories.isEmpty()) {
            list(root).addAll(stories);
            notes.add(stories.size() + " item(s) behind the break read on their own");
        }
    }

    /** How far it was read: up to the closing brace of a story, or not at all. */
    private static int add(String text, JsonMapper mapper, ArrayNode stories) {
        try (var parser = mapper.createParser(text)) {
            JsonNode node = parser.readValueAsTree();
            if (isStory(node)) {
                stories.add(node);
                return (int) Math.clamp(parser.currentLocation().getCharOffset() - 1, 0L, text.length());
            }
        } catch (IOException notWhole) {
            return 0; // tried and found broken: the next beginning may do
        }
        return 0;
    }

    /** Attachments, people and hubs are objects in lists too. */
    private static boolean isStory(JsonNode node) {
        boolean named = !JsonTree.text(node, "id", "uri", "guid", "url").isEmpty();
        return named
                && !JsonTree.text(node, "title", "headline", "content_html", "content_text", "summary", "body_text")
                        .isEmpty()
                && !node.has("mime_type");
    }

    private static ArrayNode list(ObjectNode root) {
        for (var field : root.properties()) {
            if (field.getValue() instanceof ArrayNode list && list.path(0).isObject() && isStory(list.path(0))) {
                return list;
            }
        }
        return root.path("items") instanceof ArrayNode items ? items : root.putArray("items");
    }
}
