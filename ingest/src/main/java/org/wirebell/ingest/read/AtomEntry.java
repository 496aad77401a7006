package org.wirebell.ingest.read;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** One {@code entry} of Atom 0.3 or 1.0. */
final class AtomEntry {
    private final Element entry;
    private final Draft draft;
    private final String base;

    /** Of Atom 0.3 and of Dublin Core: better than no time at all, worse than the entry's own. */
    private Optional<Instant> created = Optional.empty();
    /** Where the content lies, when the entry names no page. */
    private String anyLink = "";

    private String ownTitle = "";
    private String otherTitle = "";
    private String otherText = "";

    private AtomEntry(Element entry, Draft draft) {
        this.entry = entry;
        this.draft = draft;
        this.base = Links.base(entry, draft.hints().baseUrl());
    }

    static void read(Element entry, Draft draft) {
        new AtomEntry(entry, draft).read();
    }

    private void read() {
        for (var child : Unclosed.children(entry, draft)) {
            boolean own = Xml.isOwn(child, entry) || Xml.vocabulary(child).equals("atom");
            switch (own ? "" : Xml.vocabulary(child)) {
                case "" -> own(child);
                case "media" -> MediaRss.read(child, base, draft);
                case "dc", "dcterms" -> dublinCore(child);
                default -> {}
            }
        }
        // An entry that was taken over from another feed carries that feed's authors (RFC 4287, 4.2.11).
        if (draft.authors.isEmpty()) {
            Xml.child(entry, "source").ifPresent(source -> authors(source, draft));
        }
        draft.headline = Text.first(ownTitle, otherTitle, draft.headline);
        draft.summary = Text.first(draft.summary, draft.body.isEmpty() ? otherText : "");
        draft.link = Text.first(draft.link, anyLink, Links.isWeb(draft.id) ? draft.id : "");
        if (draft.published.isEmpty()) {
            draft.published = created;
        }
        // Atom 1.0 requires "updated" and not "published": without the latter the former is when it came out.
        if (draft.published.isEmpty()) {
            draft.published = draft.updated;
        }
        if (draft.language.isEmpty()) {
            draft.language = Xml.children(entry).stream()
                    .filter(child -> Xml.name(child).equals("content"))
                    .findFirst()
                    .map(Xml::language)
                    .orElseGet(() -> Xml.language(entry));
        }
    }

    private void own(Element child) {
        switch (Xml.name(child)) {
            case "title" -> ownTitle = Text.first(ownTitle, AtomText.line(child));
            case "link" -> link(child);
            case "id", "guid" -> draft.id = Text.first(draft.id, Xml.text(child));
            case "published", "issued", "pubdate" -> {
                if (draft.published.isEmpty()) {
                    draft.published = draft.date(Xml.text(child), "published");
                }
            }
            case "created" -> created = draft.date(Xml.text(child), "created");
            case "updated", "modified" -> {
                if (draft.updated.isEmpty()) {
                    draft.updated = draft.date(Xml.text(child), "updated");
                }
            }
            case "summary", "description" -> draft.summary = Text.first(draft.summary, AtomText.paragraphs(child));
            case "content", "encoded", "body" -> content(child);
            case "author" -> author(child, draft);
            case "category" -> category(child);
            case "enclosure" -> MediaRss.enclosure(child, base, draft);
            default -> {}
        }
    }

    /** Content by reference is a medium when its type says so, else the page that the entry speaks of. */
    private void content(Element child) {
        var source = Xml.attr(child, "src");
        if (!source.isEmpty() && Xml.attr(child, "type").matches("(?i)(image|audio|video)/.*")) {
            draft.medium(Links.base(child, base), source, Xml.attr(child, "type"));
        } else if (!source.isEmpty()) {
            anyLink = Text.first(
                    anyLink, Links.resolve(Links.base(child, draft.hints().baseUrl()), source));
        }
        draft.body = Text.first(draft.body, AtomText.paragraphs(child));
    }

    private void link(Element child) {
        var rel = Xml.attr(child, "rel").toLowerCase(Locale.ROOT);
        var address = Links.resolve(
                Links.base(child, draft.hints().baseUrl()), Text.first(Xml.attr(child, "href"), Xml.text(child)));
        MediaRss.inside(child, base, draft);
        // Some spell the relation as its full IANA address, hence "endsWith".
        if (rel.endsWith("enclosure")) {
            draft.medium("", address, Xml.attr(child, "type"));
        } else if (rel.isEmpty() || rel.endsWith("alternate")) {
            draft.link = Text.first(draft.link, address);
        }
    }

    /** The term is what people read as a keyword; with its scheme it is a subject code as well. */
    private void category(Element child) {
        var term = Text.first(Xml.attr(child, "term"), Xml.text(child), Xml.attr(child, "label"));
        var scheme = Text.first(Xml.attr(child, "scheme"), Xml.attr(child, "domain"));
        draft.keyword(term);
        if (!scheme.isEmpty() && !term.isEmpty()) {
            draft.subject(scheme, term, Xml.attr(child, "label"));
        }
    }

    private void dublinCore(Element child) {
        switch (Xml.name(child)) {
            case "title" -> otherTitle = Text.first(otherTitle, Html.line(Xml.markup(child)));
            case "creator" -> draft.authors.add(People.name(Xml.text(child)));
            case "subject" -> draft.keyword(Html.line(Xml.markup(child)));
            case "date" -> created = created.or(() -> draft.date(Xml.text(child), "published"));
            case "language" -> draft.language = Xml.text(child);
            case "description", "abstract" -> otherText = Text.first(otherText, Html.text(Xml.markup(child)));
            default -> {}
        }
    }

    static void authors(Element holder, Draft draft) {
        Xml.children(holder, "author").forEach(author -> author(author, draft));
    }

    static void author(Element author, Draft draft) {
        var name = Text.first(
                People.name(Xml.textAt(author, "name")),
                Xml.textAt(author, "email"),
                Xml.hasMarkup(author) ? "" : People.name(Xml.text(author)));
        if (!name.isEmpty()) {
            draft.authors.add(name);
        }
    }
}
