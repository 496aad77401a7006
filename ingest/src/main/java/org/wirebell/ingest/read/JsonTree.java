package org.wirebell.ingest.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** JSON as a tree, read piece by piece, so that what is whole in a document that was cut off is kept. */
public final class JsonTree {
    /** A tree takes some hundred bytes a token. */
    private static final long MAX_TOKENS = 1_500_000;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxTokenCount(MAX_TOKENS)
                            .maxNestingDepth(Xml.MAX_DEPTH)
                            .build())
                    .build())
            .enable(
                    JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                    JsonReadFeature.ALLOW_TRAILING_COMMA,
                    JsonReadFeature.ALLOW_SINGLE_QUOTES,
                    JsonReadFeature.ALLOW_JAVA_COMMENTS,
                    JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS,
                    JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS,
                    JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();

    /** Where the element of a list that is being read begins, or the last one ended: no break is before it. */
    private long begun;

    private JsonTree() {}

    /** The object; an array at the top becomes the field {@code items}. Notes say where the document broke. */
    public static ObjectNode read(String text, List<String> notes) {
        var root = MAPPER.createObjectNode();
        var tree = new JsonTree();
        try (JsonParser parser = MAPPER.createParser(text)) {
            tree.read(parser, root);
        } catch (IOException broken) {
            notes.add("JSON breaks off: "
                    + Text.fold(String.valueOf(broken.getMessage())).split(" at \\[", 2)[0]);
            if (!(broken instanceof StreamConstraintsException)) {
                JsonSalvage.after((int) tree.begun, text, MAPPER, root, notes);
            }
        }
        return root;
    }

    private void read(JsonParser parser, ObjectNode root) throws IOException {
        var token = parser.nextToken();
        if (token == JsonToken.START_ARRAY) {
            elements(parser, root.putArray("items"));
        } else if (token == JsonToken.START_OBJECT) {
            fields(parser, root);
            begun = parser.currentLocation().getCharOffset() - 1;
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                lines(parser, root);
            }
        }
    }

    /** Objects one after the other, as JSON lines are: the first one joins those behind it in a list. */
    private void lines(JsonParser parser, ObjectNode root) throws IOException {
        var first = root.deepCopy();
        var items = root.removeAll().putArray("items").add(first);
        do {
            begun = parser.currentTokenLocation().getCharOffset();
            items.add(parser.<JsonNode>readValueAsTree());
            begun = parser.currentLocation().getCharOffset() - 1;
        } while (parser.nextToken() == JsonToken.START_OBJECT);
    }

    /** Each value is in its place before it is whole: of wrappers that break off, what they hold so far is kept. */
    private void fields(JsonParser parser, ObjectNode object) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            var token = parser.nextToken();
            if (token == JsonToken.START_ARRAY) {
                elements(parser, object.putArray(name));
            } else if (token == JsonToken.START_OBJECT) {
                fields(parser, object.putObject(name));
            } else {
                object.set(name, parser.readValueAsTree());
            }
        }
    }

    private void elements(JsonParser parser, ArrayNode array) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
            begun = parser.currentTokenLocation().getCharOffset();
            array.add(parser.<JsonNode>readValueAsTree());
            begun = parser.currentLocation().getCharOffset() - 1; // its closing brace
        }
    }

    /** The text of the first of these fields that has one; numbers count. */
    static String text(JsonNode node, String... fields) {
        for (var field : fields) {
            var text = text(node.path(field));
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    static String text(JsonNode value) {
        return value.isValueNode() && !value.isNull() ? value.asText().strip() : "";
    }

    /** Says nothing: not there, null, blank, or a container without anything in it. */
    static boolean isEmpty(JsonNode value) {
        return value.isContainerNode() ? value.isEmpty() : text(value).isEmpty();
    }

    /** The elements of an array, the values of an object, or the one value. */
    static List<JsonNode> values(JsonNode node) {
        var values = new ArrayList<JsonNode>();
        if (node.isContainerNode()) {
            node.forEach(values::add);
        } else if (!node.isMissingNode() && !node.isNull()) {
            values.add(node);
        }
        return values;
    }
}
