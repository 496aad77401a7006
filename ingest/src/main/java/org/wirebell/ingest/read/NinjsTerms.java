package org.wirebell.ingest.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a {@link Ninjs} story is about, where, by whom, and what it tells editors, in the shapes of all dialects. */
final class NinjsTerms {
    /** Of dpa's list of all terms those that say what a story is about; others are desks, services, people at work. */
    private static final Set<String> ABOUT = Set.of("subject", "dpasubject", "geosubject", "desk");

    private final Map<String, JsonNode> fields;
    private final Draft draft;

    /** @param fields by names without case and underscores */
    NinjsTerms(Map<String, JsonNode> fields, Draft draft) {
        this.fields = fields;
        this.draft = draft;
    }

    void read() {
        JsonTree.values(field("keywords"))
                .forEach(word -> draft.keyword(word.isObject() ? JsonTree.text(word, "name") : word.asText()));
        both("subject", "subjects").forEach(subject -> subject(subject, JsonTree.text(subject, "uri", "qcode")));
        both("place", "places")
                .map(place -> JsonTree.text(place, "name", "literal", "code"))
                .filter(name -> !name.isEmpty())
                .forEach(draft.places::add);
        both("genre", "genres")
                .map(genre -> genre.isTextual() ? genre.asText() : JsonTree.text(genre, "name", "literal", "code"))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .ifPresent(name -> draft.genre = name);
        both("author", "authors")
                .map(author -> JsonTree.text(author, "name"))
                .filter(name -> !name.isEmpty())
                .forEach(draft.authors::add);
        var located = JsonTree.text(field("located"));
        if (!located.isEmpty()) {
            draft.places.add(located);
        }
        JsonTree.values(field("categories")).forEach(this::category);
    }

    private void subject(JsonNode subject, String uri) {
        var scheme = JsonTree.text(subject, "scheme");
        var own = JsonTree.text(subject, "code", "literal");
        // A code without a scheme may have it in front.
        var qualified = scheme.isEmpty() && own.contains(":") ? own : uri;
        var code = qualified.equals(own) || own.isEmpty() ? NewsMlG2.tail(qualified) : own;
        draft.subject(
                Text.first(scheme, NewsMlG2.scheme(qualified)),
                Text.first(code, JsonTree.text(subject, "name")),
                JsonTree.text(subject, "name"));
    }

    private void category(JsonNode category) {
        var type = NewsMlG2.tail(JsonTree.text(category, "type")).toLowerCase(Locale.ROOT);
        var name = JsonTree.text(category, "name");
        if (ABOUT.contains(type)) {
            subject(category, JsonTree.text(category, "qcode"));
        } else if (type.equals("keyword")) {
            draft.keyword(name);
        } else if (type.equals("locationcreated") && !name.isEmpty()) {
            draft.places.add(name);
        } else if (type.equals("genre") && draft.genre.isEmpty()) {
            draft.genre = name;
        }
    }

    /** Notes with roles as NewsML-G2 has them. */
    static String advice(JsonNode notes) {
        return JsonTree.values(notes).stream()
                .filter(note -> NewsMlG2.isAdvice(JsonTree.text(note, "role")))
                .map(note -> Html.text(JsonTree.text(note, "ednote", "value", "text")))
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    /** Names of several authors, each with what they are. */
    static String bylines(JsonNode bylines) {
        return JsonTree.values(bylines).stream()
                .map(line -> line.isTextual() ? line.asText() : JsonTree.text(line, "by", "name"))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private Stream<JsonNode> both(String one, String many) {
        return Stream.of(one, many).flatMap(name -> JsonTree.values(field(name)).stream());
    }

    private JsonNode field(String name) {
        var field = fields.get(name);
        return field == null ? MissingNode.getInstance() : field;
    }
}
