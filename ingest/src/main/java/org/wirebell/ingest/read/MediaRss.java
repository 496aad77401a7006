package org.wirebell.ingest.read;

import org.jsoup.nodes.Element;

/** The Media RSS module, under either of its namespaces. */
final class MediaRss {
    private MediaRss() {}

    static void read(Element element, String base, Draft draft) {
        switch (Xml.name(element)) {
            case "group" -> Xml.children(element).forEach(child -> read(child, base, draft));
            case "content" -> {
                draft.medium(base, Xml.attr(element, "url"), type(element));
                Xml.children(element).forEach(child -> read(child, base, draft));
            }
            case "thumbnail" -> draft.medium(base, Text.first(Xml.attr(element, "url"), Xml.text(element)), "image");
            // Names the picture, and the story only where nothing else does.
            case "title" -> draft.headline = Text.first(draft.headline, Html.line(Xml.markup(element)));
            case "description" -> draft.summary = Text.first(draft.summary, Html.text(Xml.markup(element)));
            case "keywords" -> keywords(Xml.text(element), draft);
            case "category" -> draft.keyword(Xml.text(element));
            default -> {}
        }
    }

    /** The element of RSS, which some write in Atom too, and some with Media RSS inside. */
    static void enclosure(Element element, String base, Draft draft) {
        var address = Text.first(Xml.attr(element, "url"), Xml.attr(element, "href"));
        draft.medium(Links.base(element, base), address, Xml.attr(element, "type"));
        inside(element, base, draft);
    }

    /** What stands of this module inside a link or an enclosure. */
    static void inside(Element element, String base, Draft draft) {
        Xml.children(element).stream()
                .filter(child -> Xml.vocabulary(child).equals("media"))
                .forEach(child -> read(child, base, draft));
    }

    static void keywords(String list, Draft draft) {
        for (var word : list.split(",")) {
            draft.keyword(word);
        }
    }

    private static String type(Element content) {
        return Text.first(Xml.attr(content, "type"), Xml.attr(content, "medium"));
    }
}
