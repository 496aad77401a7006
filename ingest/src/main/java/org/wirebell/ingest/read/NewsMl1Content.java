package org.wirebell.ingest.read;

import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.jsoup.nodes.Element;

/**
 * The {@code ContentItem}s of a NewsML 1.x item, at whatever depth of components: texts with the role of their component,
 * pictures and sound by reference.
 */
final class NewsMl1Content {
    private final Element item;
    private final Draft draft;
    /** By {@link #rank}: the first of each that says something. */
    private final TreeMap<Integer, String> texts = new TreeMap<>();

    private String lead = "";

    NewsMl1Content(Element item, Draft draft) {
        this.item = item;
        this.draft = draft;
    }

    void read() {
        for (var part : Xml.all(item, "contentitem")) {
            var href = Xml.attr(part, "href");
            if (!href.isEmpty()) {
                draft.medium(
                        draft.hints().baseUrl(),
                        href,
                        Text.first(NewsMl1.formalName(part, "mimetype"), NewsMl1.formalName(part, "mediatype")));
            } else {
                text(part);
            }
        }
        draft.body = texts.values().stream()
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        if (!draft.body.startsWith(lead)) {
            draft.body = draft.body.isEmpty() ? lead : lead + "\n\n" + draft.body;
        }
    }

    /** The format of the text is seldom declared rightly: NITF, XHTML, escaped HTML and plain text are told by a look. */
    private void text(Element part) {
        var role = Xml.child(NewsMl1.parent(part), "role")
                .map(r -> Xml.attr(r, "formalname").toLowerCase(Locale.ROOT))
                .orElse("");
        var format = (NewsMl1.formalName(part, "format") + " " + NewsMl1.formalName(part, "mimetype"))
                .toLowerCase(Locale.ROOT);
        if (role.contains("stylesheet")
                || format.contains("css")
                || Xml.child(part, "datacontent").isEmpty()) {
            return;
        }
        var data = Xml.child(part, "datacontent").get();
        var text = Xml.first(data, "body.content")
                .or(() -> Xml.first(data, "body"))
                .map(body -> Html.text(body, Set.of("media", "body.head", "body.end")))
                .map(Html::unescaped)
                .orElseGet(() -> Html.text(Xml.markup(data)));
        switch (role) {
            case "headline" -> draft.headline = Text.first(draft.headline, Text.fold(text));
            case "lead", "intro" -> lead = Text.first(lead, text); // the first paragraph apart from the others
            case "caption", "abstract", "summary" -> draft.summary = Text.first(draft.summary, text);
            default -> texts.merge(rank(role), text, (first, second) -> first.isEmpty() ? second : first);
        }
    }

    /** What is called the body is it; what has no role is next; contacts and the like only when there is nothing else. */
    private static int rank(String role) {
        if (role.contains("body") || role.equals("main") || role.contains("text") || role.equals("story")) {
            return 0;
        }
        return role.isEmpty() || role.equals("main component") ? 1 : 2;
    }
}
