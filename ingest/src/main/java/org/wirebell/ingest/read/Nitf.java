package org.wirebell.ingest.read;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.wirebell.model.Item;
import org.wirebell.model.WireSignal;

/** NITF, one story a document. */
final class Nitf {
    private static final Set<String> NO_STORY = Set.of("body.head", "body.content", "note");

    private final Element root;
    private final Draft draft;

    private Nitf(Element root, Draft draft) {
        this.root = root;
        this.draft = draft;
    }

    static Documents read(String text, Hints hints) {
        var draft = new Nitf(Xml.parse(text, ""), new Draft(hints)).read();
        return draft.isEmpty()
                ? Documents.none(Format.NITF, Problem.Why.BROKEN)
                : Documents.wire(Format.NITF, List.of(), List.of(draft));
    }

    private Draft read() {
        identify();
        dates();
        subjects();
        head();
        body();
        return draft;
    }

    private void identify() {
        // The document id is the agency's own; du-key is shared by the versions of a story where there is none.
        draft.id = Text.first(attr("doc-id", "id-string"), attr("du-key", "key"), meta("identifier"));
        draft.version = Text.first(attr("du-key", "version"), meta("version"));
        var status = attr("docdata", "management-status").toLowerCase(Locale.ROOT);
        draft.status = Statuses.of(status);
        draft.urgency(attr("urgency", "ed-urg"));
        draft.slug = Text.first(meta("slugline"), meta("anpa-keyword"), attr("du-key", "key"));
        var note = Xml.all(root, "ed-msg").stream()
                .map(e -> Text.first(Xml.attr(e, "info"), Xml.text(e)))
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining("\n"));
        draft.editorialNote = Text.first(note, notes());
        draft.signals.addAll(Advisories.in(note));
        draft.signals.remove(WireSignal.EMBARGO); // said by status and date
        if (meta("anpa-takekey").toLowerCase(Locale.ROOT).matches(".*\\b(ld|lead|writethru)\\b.*")) {
            draft.signals.add(WireSignal.UPDATE);
        }
        draft.usage = Text.first(attr("doc.rights", "limitations"), attr("doc.rights", "type"));
    }

    /** Notes in the head: what is marked as not for publication, or not marked at all. */
    private String notes() {
        return Xml.all(root, "note").stream()
                .filter(note -> note.parents().stream().map(Xml::name).anyMatch("body.head"::equals))
                .filter(note -> !Xml.attr(note, "type").equals("pa")) // publication allowed
                .map(note -> Html.text(note, Set.of()))
                .collect(Collectors.joining("\n"));
    }

    private void dates() {
        draft.published = draft.date(attr("date.issue", "norm"), "published");
        if (draft.published.isEmpty()) {
            draft.published = draft.date(attr("story.date", "norm"), "published");
        }
        // A release date alone is no embargo: many agencies repeat the date of issue there.
        var release = draft.date(attr("date.release", "norm"), "released");
        if (attr("docdata", "management-status").equalsIgnoreCase("embargoed")) {
            draft.embargoed = release.or(() -> Optional.of(Item.OPEN_EMBARGO));
        }
    }

    private void subjects() {
        for (var subject : Xml.all(root, "tobject.subject")) {
            var name = List.of("tobject.subject.detail", "tobject.subject.matter", "tobject.subject.type").stream()
                    .map(n -> Xml.attr(subject, n))
                    .filter(n -> !n.isEmpty())
                    .findFirst()
                    .orElse("");
            draft.subject("subj", Xml.attr(subject, "tobject.subject.refnum"), name);
        }
        Xml.all(root, "keyword").forEach(keyword -> draft.keyword(Xml.attr(keyword, "key")));
        draft.genre = Text.first(attr("tobject.property", "tobject.property.type"));
    }

    private void head() {
        // All of its text, since agencies mark words inside a headline and a cut one has lost its verb.
        var headline = Xml.first(root, "hl1").or(() -> Xml.first(root, "hedline"));
        draft.headline = Text.first(headline.map(Xml::text).orElse(""), title());
        draft.byline = Xml.all(root, "byline").stream()
                .map(line -> Text.fold(Html.text(line, Set.of())))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        draft.dateline = Xml.first(root, "dateline")
                .map(line -> Html.text(line, Set.of("story.date")))
                .map(Text::fold)
                .orElse("");
        Xml.first(root, "dateline")
                .map(line -> Xml.all(line, "city").stream())
                .ifPresent(cities ->
                        cities.map(Xml::text).filter(c -> !c.isEmpty()).forEach(draft.places::add));
        draft.credit =
                Text.first(Xml.first(root, "distributor").map(Xml::text).orElse(""), attr("doc.copyright", "holder"));
        draft.summary =
                Xml.first(root, "abstract").map(e -> Html.text(e, Set.of())).orElse("");
        draft.language = Text.first(
                Xml.first(root, "body").map(Xml::language).orElse(""),
                Xml.first(root, "nitf").map(Xml::language).orElse(""));
    }

    /** The title is for the wire's own lists, often a slug, and so only the second choice. */
    private String title() {
        return Xml.first(root, "head").map(head -> Xml.textAt(head, "title")).orElse("");
    }

    /** Several body.content are parts of one story. Without any the body counts, less its head, which was read already. */
    private void body() {
        var content = content(root);
        draft.body = content.stream()
                .map(part -> Html.unescaped(Html.text(part, Set.of("media"))))
                .collect(Collectors.joining("\n\n"));
        if (content.isEmpty()) {
            draft.body = Xml.first(root, "body")
                    .map(body -> Html.text(body, Set.of("body.head", "media", "hedline")))
                    .orElse("");
        }
        for (var reference : Xml.all(root, "media-reference")) {
            draft.medium(
                    draft.hints().baseUrl(),
                    Text.first(Xml.attr(reference, "source"), Xml.attr(reference, "name")),
                    Xml.attr(reference, "mime-type"));
        }
    }

    /** The parts of the story: notes to editors in the head, boxes and tables in the text can have a body of their own. */
    static List<Element> content(Element root) {
        return Xml.all(
                root,
                element -> Xml.name(element).equals("body.content")
                        && element.parents().stream().map(Xml::name).noneMatch(NO_STORY::contains));
    }

    private String attr(String element, String attribute) {
        return Xml.first(root, element).map(found -> Xml.attr(found, attribute)).orElse("");
    }

    private String meta(String name) {
        return Xml.all(root, "meta").stream()
                .filter(meta -> Xml.attr(meta, "name").equalsIgnoreCase(name))
                .map(meta -> Xml.attr(meta, "content"))
                .findFirst()
                .orElse("");
    }
}
