package org.wirebell.ingest.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wirebell.model.WireSignal;

/** A story in ninjs 1, 2 or 3: single fields of the first became lists in the second and camel case in the third. */
final class Ninjs {
    private final JsonNode story;
    private final Draft draft;

    private Ninjs(JsonNode story, Draft draft) {
        this.story = story;
        this.draft = draft;
    }

    static Draft read(JsonNode story, Draft draft) {
        return new Ninjs(story, draft).read();
    }

    private Draft read() {
        // Superdesk's dialect has both; there, uri may be of one version.
        draft.id = text("guid", "uri", "altid");
        draft.version = text("version");
        draft.urgency(text("urgency"));
        draft.priority = text("priority");
        draft.language = text("language");
        draft.status = Statuses.of(text("pubstatus", "pubStatus"));
        draft.slug = text("slugline");
        draft.byline = Html.line(text("byline", "by"));
        draft.dateline = text("dateline");
        draft.credit = text("creditline", "creditLine", "copyrightholder", "copyrightHolder", "source");
        draft.editorialNote = Html.text(text("ednote", "edNote"));
        draft.usage = Html.text(text("usageterms", "usageTerms"));
        draft.link = Links.isWeb(text("url")) ? text("url") : Links.isWeb(draft.id) ? draft.id : "";
        dates();
        words();
        terms();
        relations();
        media(story, 0);
        return draft;
    }

    private void dates() {
        draft.updated = draft.date(text("versioncreated", "versionCreated"), "updated");
        draft.published =
                draft.date(text("firstcreated", "firstCreated", "contentcreated", "contentCreated"), "published");
        if (draft.published.isEmpty()) {
            draft.published = draft.updated;
        }
        // Unlike NewsML, an empty field is what writers emit for "none".
        draft.embargoed = draft.date(text("embargoed"), "embargoed");
    }

    private void words() {
        draft.headline = Html.line(Text.first(
                text("headline"), chosen("headlines"), suffixed("headline_"), text("title"), chosen("titles")));
        draft.summary = Html.text(Text.first(
                text("description_html", "description_text"), chosen("descriptions"), suffixed("description_")));
        draft.body = Html.text(Text.first(text("body_xhtml", "body_html"), chosen("bodies")));
        if (draft.body.isEmpty()) {
            draft.body = Text.first(Text.paragraphs(text("body_text")), Html.text(suffixed("body_")));
        }
    }

    /** The value with the role "main", else one that is marked up (its paragraphs are sure), else the first. */
    private String chosen(String list) {
        var values = JsonTree.values(story.path(list));
        return Stream.<java.util.function.Predicate<JsonNode>>of(
                        value -> JsonTree.text(value, "contenttype", "contentType")
                                .contains("html"),
                        value -> JsonTree.text(value, "role").equals("main"),
                        value -> true)
                .flatMap(wanted -> values.stream().filter(wanted))
                .map(value -> value.isTextual() ? value.asText() : JsonTree.text(value, "value"))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    /** Version 1 lets providers end these names as they like: marked up text first, then whatever comes first. */
    private String suffixed(String prefix) {
        var names = story.properties().stream()
                .map(java.util.Map.Entry::getKey)
                .filter(name -> name.startsWith(prefix))
                .toList();
        return Stream.concat(names.stream().filter(name -> name.matches(".*(rich|html).*")), names.stream())
                .map(this::text)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private void terms() {
        JsonTree.values(story.path("keywords"))
                .forEach(word -> draft.keyword(word.isObject() ? JsonTree.text(word, "name") : word.asText()));
        both("subject", "subjects").forEach(subject -> {
            var uri = JsonTree.text(subject, "uri", "qcode");
            var code = Text.first(
                    JsonTree.text(subject, "code", "literal"), NewsMlG2.tail(uri), JsonTree.text(subject, "name"));
            draft.subject(
                    Text.first(JsonTree.text(subject, "scheme"), NewsMlG2.scheme(uri)),
                    code,
                    JsonTree.text(subject, "name"));
        });
        both("place", "places")
                .map(place -> JsonTree.text(place, "name", "literal", "code"))
                .filter(name -> !name.isEmpty())
                .forEach(draft.places::add);
        both("genre", "genres")
                .map(genre -> JsonTree.text(genre, "name", "literal", "code"))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .ifPresent(name -> draft.genre = name);
        both("author", "authors")
                .map(author -> JsonTree.text(author, "name"))
                .filter(name -> !name.isEmpty())
                .forEach(draft.authors::add);
        if (!text("located").isEmpty()) {
            draft.places.add(text("located"));
        }
    }

    private Stream<JsonNode> both(String one, String many) {
        return Stream.of(one, many).flatMap(field -> JsonTree.values(story.path(field)).stream());
    }

    /** What a story replaces or grew from, in the names of all versions. */
    private void relations() {
        for (var field : List.of("replacing", "evolvedfrom", "evolvedFrom", "replaces")) {
            JsonTree.values(story.path(field)).stream()
                    .map(value -> value.isObject() ? JsonTree.text(value, "uri", "guid") : value.asText())
                    .filter(id -> !id.isBlank() && !id.equals(draft.id))
                    .forEach(draft.replaces::add);
        }
        var signals = JsonTree.values(story.path("signal")).stream()
                .map(signal -> signal.isObject() ? JsonTree.text(signal, "code", "name") : signal.asText())
                .collect(Collectors.joining(" "));
        draft.signals.addAll(Advisories.in(draft.editorialNote));
        draft.signals.addAll(Advisories.in(signals.toUpperCase(Locale.ROOT)));
        draft.signals.remove(WireSignal.EMBARGO); // said by its own field
    }

    /** Renditions of the story and of what is associated with it, named fields in version 1, lists later. */
    private void media(JsonNode node, int depth) {
        for (var rendition : JsonTree.values(node.path("renditions"))) {
            draft.medium(
                    draft.hints().baseUrl(),
                    JsonTree.text(rendition, "href", "url"),
                    JsonTree.text(rendition, "mimetype", "contenttype", "contentType", "mimeType"));
        }
        if (depth < 3) {
            for (var associated : JsonTree.values(node.path("associations"))) {
                media(associated, depth + 1);
            }
        }
    }

    private String text(String... fields) {
        return JsonTree.text(story, fields);
    }
}
