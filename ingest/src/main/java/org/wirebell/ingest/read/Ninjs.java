package org.wirebell.ingest.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wirebell.model.Item;
import org.wirebell.model.WireSignal;

/**
 * A story in ninjs 1, 2 or 3 or one of its dialects. Single fields of the first became lists in the second and camel case
 * in the third; Superdesk, AP, Reuters and dpa have names of their own besides. Case and underscores do not matter.
 */
final class Ninjs {
    /** A story that contains itself is none; three levels are a gallery in an embedded story. */
    private static final int DEEPEST_MEDIA = 3;

    private static final Predicate<JsonNode> IS_MAIN =
            value -> JsonTree.text(value, "role").equals("main");
    private static final Predicate<JsonNode> IS_HTML = value -> type(value).contains("html");
    private static final Predicate<JsonNode> IS_PLAIN = value -> type(value).contains("plain");
    private static final Predicate<JsonNode> IS_CREDIT =
            value -> JsonTree.text(value, "role").matches("creditline|writer");

    private final JsonNode story;
    private final Map<String, JsonNode> fields;
    private final Draft draft;

    private Ninjs(JsonNode story, Draft draft) {
        this.story = story;
        this.fields = fields(story);
        this.draft = draft;
    }

    static Draft read(JsonNode story, Draft draft) {
        return new Ninjs(story, draft).read();
    }

    /** The fields by {@link #plain} names, in the order of the document; of two that become one the first counts. */
    static Map<String, JsonNode> fields(JsonNode story) {
        var fields = new LinkedHashMap<String, JsonNode>();
        story.properties()
                .forEach(field -> fields.merge(
                        plain(field.getKey()),
                        field.getValue(),
                        (first, second) -> JsonTree.isEmpty(first) ? second : first));
        return fields;
    }

    /** {@code versionCreated}, {@code version_created} and {@code versioncreated} are one name. */
    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    private Draft read() {
        draft.id = identifier();
        draft.version = text("version");
        draft.urgency(text("urgency"));
        draft.priority = text("priority", "editorialpriority");
        draft.language = text("language");
        draft.slug = text("slugline", "slug");
        draft.byline = Html.line(Text.first(text("byline", "by"), NinjsTerms.bylines(field("bylines"))));
        draft.dateline = Text.first(text("dateline"), JsonTree.text(field("datelinelocation"), "city"));
        draft.credit = text("creditline", "descriptioncreditline", "copyrightholder", "source", "provider");
        draft.editorialNote = Text.first(Html.text(text("ednote")), NinjsTerms.advice(field("ednotes")));
        draft.usage = Html.text(Text.first(text("usageterms"), texts(field("usageterms"))));
        draft.link = link();
        dates();
        words();
        new NinjsTerms(fields, draft).read();
        relations();
        status();
        media(story, 0);
        return draft;
    }

    /**
     * Superdesk's dialect has guid and uri; there, uri may be of one version. AP's uri is of one request, which its query
     * tells, and the item's own identifier is among the alternatives.
     */
    private String identifier() {
        var uri = text("guid", "uri");
        var own = JsonTree.text(field("altids"), "itemid");
        boolean request = uri.contains("?") && !own.isEmpty();
        return request ? own : Text.first(uri, text("altid", "urn", "itemid"), own, text("id"));
    }

    private String link() {
        return Stream.concat(
                        JsonTree.values(field("links")).stream()
                                .filter(link -> JsonTree.text(link, "rel").equals("canonical"))
                                .map(link -> JsonTree.text(link, "href")),
                        Stream.of(text("url"), draft.id))
                .filter(Links::isWeb)
                .findFirst()
                .orElse("");
    }

    private void dates() {
        draft.updated = draft.date(text("versioncreated"), "updated");
        draft.published = draft.date(text("firstcreated", "contentcreated"), "published");
        if (draft.published.isEmpty()) {
            draft.published = draft.updated;
        }
        // Unlike NewsML, an empty field is what writers emit for "none".
        draft.embargoed = draft.date(text("embargoed"), "embargoed");
    }

    private void words() {
        draft.headline = Html.line(Text.first(
                text("headline"),
                chosen("headlines", List.of(IS_MAIN)),
                suffixed("headline"),
                text("title"),
                chosen("titles", List.of(IS_MAIN))));
        draft.summary = Html.text(Text.first(
                text("descriptionhtml", "descriptiontext", "descriptioncaption", "teaser", "caption"),
                chosen("descriptions", List.of(IS_HTML, IS_MAIN, IS_CREDIT.negate())),
                suffixed("description")));
        // Of a marked up text the paragraphs are sure; NITF would come with its head.
        draft.body = Html.text(Text.first(
                text("bodyxhtml", "bodyhtml", "articlehtml"), chosen("bodies", List.of(IS_HTML, IS_MAIN, IS_PLAIN))));
        if (draft.body.isEmpty()) {
            draft.body = Text.first(Text.paragraphs(text("bodytext")), Html.text(suffixed("body")));
        }
    }

    /** The first value that is as wanted first, or second…, else the first of all. */
    private String chosen(String list, List<Predicate<JsonNode>> wishes) {
        var values = JsonTree.values(field(list));
        return Stream.concat(wishes.stream(), Stream.<Predicate<JsonNode>>of(value -> true))
                .flatMap(wanted -> values.stream().filter(wanted))
                .map(value -> value.isTextual() ? value.asText() : JsonTree.text(value, "value"))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    /** Version 1 lets providers end these names as they like: marked up text first, then whatever comes first. */
    private String suffixed(String prefix) {
        var names = story.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> name.startsWith(prefix + "_"))
                .toList();
        return Stream.concat(names.stream().filter(name -> name.matches(".*(rich|html).*")), names.stream())
                .map(name -> JsonTree.text(story, name))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** What a story replaces or grew from, in the names of all versions. */
    private void relations() {
        for (var field : List.of("replacing", "evolvedfrom", "replaces")) {
            JsonTree.values(field(field)).stream()
                    .map(value -> value.isObject() ? JsonTree.text(value, "uri", "guid") : value.asText())
                    .filter(id -> !id.isBlank() && !id.equals(draft.id))
                    .forEach(draft.replaces::add);
        }
        var signals = Stream.of("signal", "signals")
                .flatMap(field -> JsonTree.values(field(field)).stream())
                .map(signal -> signal.isObject() ? JsonTree.text(signal, "code", "name") : signal.asText())
                .collect(Collectors.joining(" "));
        draft.signals.addAll(Advisories.in(draft.editorialNote));
        draft.signals.addAll(Advisories.in(signals.toUpperCase(Locale.ROOT)));
        draft.signals.remove(WireSignal.EMBARGO); // said by its own field
    }

    private void status() {
        var status = text("pubstatus", "status");
        draft.status = Statuses.of(status);
        if (status.equalsIgnoreCase("embargoed") && draft.embargoed.isEmpty()) {
            draft.embargoed = Optional.of(Item.OPEN_EMBARGO);
        }
    }

    /** Renditions of the story and of what is associated with it, named fields in version 1, lists later. */
    private void media(JsonNode node, int depth) {
        for (var rendition : JsonTree.values(node.path("renditions"))) {
            draft.medium(
                    draft.hints().baseUrl(),
                    JsonTree.text(rendition, "href", "url"),
                    JsonTree.text(rendition, "mimetype", "contenttype", "contentType", "mimeType"));
        }
        if (depth < DEEPEST_MEDIA) {
            for (var associated : JsonTree.values(node.path("associations"))) {
                media(associated, depth + 1);
            }
        }
    }

    private static String type(JsonNode value) {
        return JsonTree.text(value, "contenttype", "contentType");
    }

    private JsonNode field(String name) {
        return Objects.requireNonNullElseGet(fields.get(name), MissingNode::getInstance);
    }

    /** The text of the first of these fields that has one; the names are {@link #plain}. */
    private String text(String... names) {
        for (var name : names) {
            var text = JsonTree.text(field(name));
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    private static String texts(JsonNode list) {
        return JsonTree.values(list).stream()
                .map(JsonTree::text)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }
}
