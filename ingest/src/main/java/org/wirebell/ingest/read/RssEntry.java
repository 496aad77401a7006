package org.wirebell.ingest.read;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** One {@code item} of RSS or RDF, with the modules that publishers mix in. */
final class RssEntry {
    private final Element item;
    private final Draft draft;
    private final String base;

    private String guid = "";
    private String permalink = "";

    private String atomLink = "";
    /** The entry's own title beats those of modules, which publishers shorten or leave from a template. */
    private String plainTitle = "";

    private String otherTitle = "";
    private String description = "";
    /** Whole text; what is only a description becomes the summary beside it. */
    private String content = "";

    private String otherText = "";
    /** Of a podcast: a line beside the summary, which stands after it as often as before. */
    private String subtitle = "";

    private Optional<Instant> modified = Optional.empty();

    private RssEntry(Element item, Draft draft) {
        this.item = item;
        this.draft = draft;
        this.base = Links.base(item, draft.hints().baseUrl());
    }

    static void read(Element item, Draft draft) {
        new RssEntry(item, draft).read();
    }

    private void read() {
        for (var child : Unclosed.children(item, draft)) {
            boolean own = Xml.isOwn(child, item);
            switch (own ? "" : Xml.vocabulary(child)) {
                case "" -> own(child);
                case "dc", "dcterms" -> dublinCore(child);
                case "media" -> MediaRss.read(child, base, draft);
                case "itunes" -> itunes(child);
                case "atom" -> atom(child);
                default -> {} // g:id, cap:category, prism:… mean other things by the same names
            }
        }
        finish();
    }

    private void own(Element child) {
        var name = Xml.name(child);
        switch (name) {
            case "title" -> plainTitle = Text.first(plainTitle, Html.line(Xml.markup(child)));
            case "link" -> link(child);
            case "guid", "id" -> {
                guid = Text.first(guid, Xml.text(child));
                permalink = Xml.attr(child, "ispermalink").toLowerCase(Locale.ROOT);
            }
            case "pubdate", "published", "issued" -> published(child);
            case "date", "updated", "modified", "lastbuilddate" -> modified(child);
            case "description", "abstract", "summary", "tagline" -> description = Text.first(description, html(child));
            case "encoded", "body", "fullitem", "content" -> content = Text.first(content, html(child));
            case "payload" -> otherText = Text.first(otherText, html(child));
            case "author", "managingeditor" -> author(child);
            case "category" -> draft.keyword(Text.first(Xml.text(child), Xml.attr(child, "term")));
            case "categories", "tags" ->
                Xml.children(child).forEach(each -> draft.keyword(Html.line(Xml.markup(each))));
            case "enclosure" -> MediaRss.enclosure(child, base, draft);
            case "thumbnail", "image" -> picture(child);
            case "language" -> draft.language = Text.first(draft.language, Xml.text(child));
            case "source" -> draft.credit = Text.first(draft.credit, Html.line(Xml.markup(child)));
            default -> {}
        }
    }

    /** Of no version of RSS, but frequent: the address as attribute, as child, or as text. */
    private void picture(Element child) {
        var text = Xml.text(child);
        var address = Text.first(Xml.attr(child, "url"), Xml.attr(child, "href"), Xml.textAt(child, "url"));
        draft.medium(base, Text.first(address, Links.isWeb(text) ? text : ""), "image");
    }

    /** RSS with the links of Atom, with and without their namespace, is common enough to be read alike. */
    private void link(Element child) {
        var rel = Xml.attr(child, "rel").toLowerCase(Locale.ROOT);
        var href = Xml.attr(child, "href");
        var address = Links.resolve(Links.base(child, draft.hints().baseUrl()), Text.first(Xml.text(child), href));
        MediaRss.inside(child, base, draft);
        if (rel.equals("enclosure")) {
            draft.medium(base, href, Xml.attr(child, "type"));
        } else if (rel.isEmpty() || rel.equals("alternate")) {
            draft.link = Text.first(draft.link, address);
        }
    }

    private void dublinCore(Element child) {
        switch (Xml.name(child)) {
            case "title" -> otherTitle = Text.first(otherTitle, Html.line(Xml.markup(child)));
            case "creator", "author", "contributor", "publisher" -> {
                if (Xml.name(child).equals("creator") || Xml.name(child).equals("author")) {
                    author(child);
                }
            }
            case "date", "modified" -> modified(child);
            case "issued", "created", "available" -> published(child);
            case "subject" -> draft.keyword(Html.line(Xml.markup(child)));
            case "description", "abstract" -> otherText = Text.first(otherText, html(child));
            case "language" -> draft.language = Text.first(draft.language, Xml.text(child));
            case "identifier" -> draft.more.putIfAbsent("identifier", Xml.text(child));
            default -> {}
        }
    }

    private void itunes(Element child) {
        switch (Xml.name(child)) {
            case "title" -> otherTitle = Text.first(otherTitle, Html.line(Xml.markup(child)));
            case "author" -> author(child);
            case "summary" -> otherText = Text.first(otherText, html(child));
            case "subtitle" -> subtitle = Text.first(subtitle, html(child));
            case "image" -> draft.medium(base, Text.first(Xml.attr(child, "href"), Xml.attr(child, "url")), "image");
            case "keywords" -> MediaRss.keywords(Xml.text(child), draft);
            case "category" -> draft.keyword(Xml.attr(child, "text"));
            default -> {}
        }
    }

    private void atom(Element child) {
        switch (Xml.name(child)) {
            case "title" -> otherTitle = Text.first(otherTitle, AtomText.line(child));
            case "link" -> atomLink(child);
            case "id" -> guid = Text.first(guid, Xml.text(child));
            case "published", "issued" -> published(child);
            case "updated", "modified" -> modified(child);
            case "content" -> content = Text.first(content, AtomText.paragraphs(child));
            case "summary" -> description = Text.first(description, AtomText.paragraphs(child));
            case "author" -> AtomEntry.author(child, draft);
            case "category" -> draft.keyword(Xml.attr(child, "term"));
            default -> {}
        }
    }

    private void atomLink(Element child) {
        var rel = Xml.attr(child, "rel").toLowerCase(Locale.ROOT);
        if (rel.equals("enclosure")) {
            draft.medium(base, Xml.attr(child, "href"), Xml.attr(child, "type"));
        } else if (rel.isEmpty() || rel.equals("alternate")) {
            atomLink = Text.first(
                    atomLink, Links.resolve(Links.base(child, draft.hints().baseUrl()), Xml.attr(child, "href")));
        }
    }

    /** RSS says "mail address", people write names, and some nest the elements of Atom. */
    private void author(Element child) {
        var name = Text.first(Xml.textAt(child, "name"), Xml.hasMarkup(child) ? "" : People.name(Xml.text(child)));
        var person =
                Text.first(name, Xml.textAt(child, "email"), Xml.hasMarkup(child) ? People.name(Xml.text(child)) : "");
        if (!person.isEmpty()) {
            draft.authors.add(person);
        }
    }

    private void published(Element child) {
        if (draft.published.isEmpty()) {
            draft.published = draft.date(Xml.text(child), "published");
        }
    }

    private void modified(Element child) {
        lastModified(Xml.text(child));
    }

    private void lastModified(String date) {
        if (modified.isEmpty()) {
            modified = draft.date(date, "updated");
        }
    }

    /** A guid is a link unless it says otherwise (RSS 2.0). */
    private boolean isPermalink() {
        return !permalink.equals("false");
    }

    /** Escaped markup, or markup as it stands. */
    private static String html(Element child) {
        return Xml.hasMarkup(child) ? Html.text(child, java.util.Set.of()) : Html.text(child.wholeText());
    }

    private void finish() {
        draft.headline = Text.first(plainTitle, otherTitle, draft.headline);
        var about = Xml.attr(item, "about");
        var guidLink =
                permalink.equals("true") && guid.startsWith("/") || isPermalink() && Links.isWeb(guid) ? guid : "";
        draft.link = Text.first(
                draft.link,
                atomLink,
                Links.resolve(base, guidLink),
                Links.isWeb(about) ? about : "",
                Links.resolve(base, Xml.attr(item, "href"))); // CDF
        lastModified(Xml.attr(item, "lastmod"));
        draft.id = Text.first(guid, about, draft.link);
        var text = Text.first(content, description, otherText, subtitle, draft.summary);
        draft.summary = content.isEmpty() ? "" : Text.first(description, otherText, subtitle);
        draft.body = text;
        if (draft.summary.equals(draft.body)) {
            draft.summary = "";
        }
        // A feed with one date only means the day of the story by it, whatever the element is called.
        if (draft.published.isEmpty()) {
            draft.published = modified;
        } else {
            draft.updated = modified;
        }
        if (draft.language.isEmpty()) {
            draft.language = Xml.language(item);
        }
    }
}
