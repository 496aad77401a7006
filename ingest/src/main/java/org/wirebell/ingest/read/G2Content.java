package org.wirebell.ingest.read;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** The {@code contentSet} of a newsItem: text inline in one of several dialects, pictures and sound by reference. */
final class G2Content {
    /** Elements of pages that agencies deliver along with the text. */
    private static final Set<String> FURNITURE =
            Set.of("header", "footer", "head", "nav", "media", "table-of-contents");

    private final Element item;
    private final Draft draft;

    G2Content(Element item, Draft draft) {
        this.item = item;
        this.draft = draft;
    }

    void read() {
        for (var set : Xml.children(item, "contentset")) {
            for (var part : Xml.children(set)) {
                switch (Xml.name(part)) {
                    case "inlinexml" -> inline(part);
                    case "inlinedata" -> data(part);
                    case "remotecontent" -> remote(part);
                    default -> {}
                }
            }
        }
    }

    /** First heading of the inline text, for items without a headline. */
    static String heading(Element item) {
        return Xml.first(item, "inlinexml")
                .flatMap(inline -> Stream.of("h1", "hl1", "hedline", "title")
                        .flatMap(name -> Xml.first(inline, name).stream())
                        .map(Xml::text)
                        .filter(text -> !text.isEmpty())
                        .findFirst())
                .orElse("");
    }

    private void inline(Element part) {
        // The first of several renditions: they say the same in other dialects.
        if (draft.body.isEmpty()) {
            draft.body = Html.unescaped(body(part));
        }
        if (draft.byline.isEmpty()) {
            draft.byline = Xml.first(part, "body.head")
                    .flatMap(head -> Xml.first(head, "byline"))
                    .map(line -> Text.fold(Html.text(line, Set.of())))
                    .orElse("");
        }
        Xml.all(part, "media-reference")
                .forEach(
                        reference -> draft.medium("", Xml.attr(reference, "source"), Xml.attr(reference, "mime-type")));
    }

    private static String body(Element part) {
        var nitf = Nitf.content(part);
        if (!nitf.isEmpty()) {
            return nitf.stream()
                    .map(content -> Html.text(content, Set.of("media", "head")))
                    .collect(Collectors.joining("\n\n"));
        }
        var html = Xml.first(part, "body").orElse(part);
        if (!Xml.hasMarkup(html)) {
            return Html.text(html.wholeText());
        }
        return Html.text(html, FURNITURE);
    }

    private void data(Element part) {
        var type = Xml.attr(part, "contenttype").toLowerCase(Locale.ROOT);
        if (draft.body.isEmpty() && Xml.attr(part, "encoding").isEmpty() && !type.startsWith("image")) {
            var text = part.wholeText();
            draft.body = type.contains("html") || Xml.hasMarkup(part)
                    ? Html.text(Xml.markup(part))
                    : Html.unescaped(Text.paragraphs(text));
        }
    }

    private void remote(Element part) {
        var address = Text.first(Xml.attr(part, "href"), Xml.attr(part, "residref"), Xml.textAt(part, "altloc"));
        draft.medium("", address, Text.first(Xml.attr(part, "contenttype"), Xml.attr(part, "format")));
    }
}
