package org.wirebell.ingest.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.wirebell.model.Item;
import org.wirebell.model.WireSignal;

/** NewsML 1.x: every {@code NewsItem} of a document, its text at whatever depth of components. */
final class NewsMl1 {
    private static final Set<String> SUBJECTS = Set.of("subject", "subjectmatter", "subjectdetail", "subjectqualifier");

    /** A component's identifier need only be unique in its document: short ones are numbers of parts. */
    private static final int LONG_ENOUGH = 8;

    private final Element item;
    private final Draft draft;

    private NewsMl1(Element item, Draft draft) {
        this.item = item;
        this.draft = draft;
    }

    static Documents read(String text, Hints hints) {
        var root = Xml.parse(text, "");
        var notes = new ArrayList<String>();
        var drafts = new ArrayList<Draft>();
        var priority = Xml.first(root, "newsenvelope")
                .flatMap(envelope -> Xml.child(envelope, "priority"))
                .map(element -> Xml.attr(element, "formalname"))
                .orElse("");
        var sequence = Xml.first(root, "newsenvelope")
                .map(envelope -> Xml.textAt(envelope, "transmissionid"))
                .orElse("");
        var items = Xml.all(root, NewsMl1::isOuter);
        if (items.isEmpty() && Xml.first(root, "newscomponent").isPresent()) {
            items = List.of(root); // damage took the element around it
        }
        for (var item : items) {
            if (drafts.size() < hints.maxItems()) {
                Guard.attempt(
                                "NewsItem " + (drafts.size() + 1),
                                () -> new NewsMl1(item, Draft.transmitted(hints, sequence)).read(priority),
                                notes)
                        .ifPresent(drafts::add);
            }
        }
        return Documents.wire(Format.NEWSML_1, notes, drafts);
    }

    /** Items inside a component of another item are its pictures. */
    private static boolean isOuter(Element element) {
        return Xml.name(element).equals("newsitem")
                && element.parents().stream()
                        .noneMatch(parent -> Xml.name(parent).equals("newsitem"));
    }

    private Draft read(String priority) {
        identify();
        manage();
        draft.priority = priority;
        lines();
        describe();
        new NewsMl1Content(item, draft).read();
        return draft;
    }

    private void identify() {
        var identifier = Xml.path(item, "identification", "newsidentifier").orElse(item);
        draft.version = Xml.textAt(identifier, "revisionid");
        draft.id = identifier(identifier);
        draft.slug = Xml.textAt(item, "identification", "namelabel");
        Xml.child(identifier, "revisionid")
                .map(revision -> Xml.attr(revision, "update"))
                .ifPresent(this::update);
    }

    /**
     * ProviderId, DateId and NewsItemId make the identifier; the public one is the same with the revision behind. Some put
     * the same public identifier on all of their items, and some have none but the identifier of a component.
     */
    private String identifier(Element identifier) {
        var open = Xml.textAt(identifier, "publicidentifier");
        var provider = Xml.textAt(identifier, "providerid");
        var own = Xml.textAt(identifier, "newsitemid");
        if (!open.isEmpty() && (own.isEmpty() || open.contains(own))) {
            return withoutRevision(open);
        }
        if (!own.isEmpty()) {
            return "urn:newsml:" + String.join(":", provider, Xml.textAt(identifier, "dateid"), own);
        }
        return Xml.first(item, "newscomponent")
                .map(component -> Xml.attr(component, "duid"))
                .filter(duid -> duid.length() >= LONG_ENOUGH)
                .map(duid -> "urn:newsml:" + provider + ":" + duid)
                .orElse("");
    }

    /** The identifier is the same for all versions without its last part, such as {@code :1} or {@code :2U}. */
    private String withoutRevision(String identifier) {
        var last = identifier.substring(identifier.lastIndexOf(':') + 1);
        boolean revision = !draft.version.isEmpty() && last.matches(Pattern.quote(draft.version) + "[NUAR]?")
                || last.matches("\\d+[NUAR]?")
                        && identifier.chars().filter(c -> c == ':').count() > 4;
        return revision && identifier.contains(":") ? identifier.substring(0, identifier.lastIndexOf(':')) : identifier;
    }

    private void update(String how) {
        switch (how.toUpperCase(Locale.ROOT)) {
            case "U", "A" -> draft.signals.add(WireSignal.UPDATE);
            case "R" -> draft.signals.add(WireSignal.REPLACE);
            default -> {}
        }
    }

    /** Status and urgency are attributes named FormalName, in whatever letter case the agency likes. */
    private void manage() {
        var management = Xml.child(item, "newsmanagement").orElse(item);
        draft.published = draft.date(Xml.textAt(management, "firstcreated"), "published");
        draft.updated = draft.date(Xml.textAt(management, "thisrevisioncreated"), "updated");
        var status = formalName(management, "status");
        draft.status = Statuses.of(status);
        if (status.equalsIgnoreCase("embargoed")) {
            var until = Xml.textAt(management, "statuswillchange", "dateandtime");
            draft.embargoed = draft.date(until, "embargoed").or(() -> Optional.of(Item.OPEN_EMBARGO));
        }
        draft.urgency(formalName(management, "urgency"));
        if (Set.of("alert", "flash", "bulletin")
                .contains(formalName(management, "newsitemtype").toLowerCase(Locale.ROOT))) {
            draft.signals.add(WireSignal.ALERT);
        }
        Xml.children(management, "derivedfrom").stream()
                .map(derived -> withoutRevision(Xml.attr(derived, "newsitem")))
                .filter(id -> !id.isEmpty() && !id.equals(draft.id))
                .forEach(draft.replaces::add);
        Xml.children(management, "instruction")
                .forEach(instruction -> draft.signals.addAll(
                        Advisories.in(Xml.attr(instruction, "formalname").toUpperCase(Locale.ROOT))));
    }

    private void lines() {
        draft.headline = line("headline");
        draft.byline = line("byline");
        draft.dateline = line("dateline");
        draft.credit = Text.first(
                line("creditline"),
                party("provider"),
                party("source"),
                Xml.textAt(item, "identification", "newsidentifier", "providerid"));
        draft.slug = Text.first(line("slugline"), draft.slug);
        Xml.all(item, "keywordline").forEach(keyword -> draft.keyword(Xml.text(keyword)));
        draft.usage = Text.first(first(item, e -> Xml.name(e).equals("usagetype")), line("rightsline"));
        draft.editorialNote = Xml.all(item, "comment").stream()
                .filter(comment -> Xml.name(parent(comment)).equals("newsitem")
                        || Xml.name(parent(comment)).equals("newscomponent")
                        || Xml.name(parent(comment)).equals("newsmanagement"))
                .filter(comment -> !Xml.attr(comment, "formalname").endsWith("Version")) // of the agency's dialect
                .map(Xml::text)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    static Element parent(Element element) {
        var parent = element.parent();
        return parent == null ? element : parent;
    }

    /** The first line of that name that says something; lines of pictures come after those of the story. */
    private String line(String name) {
        return first(
                item,
                element -> Xml.name(element).equals(name)
                        && Xml.name(parent(element)).equals("newslines"));
    }

    private static String first(Element root, Predicate<Element> wanted) {
        return Xml.all(root, wanted).stream()
                .map(Xml::text)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private String party(String role) {
        return Xml.all(item, role).stream()
                .flatMap(element -> Xml.children(element, "party").stream())
                .map(party -> Xml.attr(party, "formalname"))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Metadata may stand in any component: those of the story come first, those of its pictures after it. */
    private void describe() {
        draft.language = Text.first(
                Xml.all(item, "language").stream()
                        .map(e -> Xml.attr(e, "formalname"))
                        .filter(n -> !n.isEmpty())
                        .findFirst()
                        .orElse(""),
                Xml.language(item));
        for (var subject : Xml.all(item, element -> SUBJECTS.contains(Xml.name(element)))) {
            draft.subject("subj", Xml.attr(subject, "formalname"), "");
        }
        for (var property : Xml.all(item, "property")) {
            var value = Xml.attr(property, "value");
            switch (Xml.attr(property, "formalname").toLowerCase(Locale.ROOT)) {
                case "keyword" -> draft.keyword(value);
                case "city", "country" -> {
                    if (Xml.attr(parent(property), "howpresent").equalsIgnoreCase("origin") && !value.isEmpty()) {
                        draft.places.add(value);
                    }
                }
                default -> {}
            }
        }
        draft.genre = Xml.all(item, "genre").stream()
                .map(e -> Xml.attr(e, "formalname"))
                .findFirst()
                .orElse("");
    }

    /** The FormalName of that child; some write it as text. */
    static String formalName(Element parent, String child) {
        return Xml.child(parent, child)
                .map(element -> Text.first(Xml.attr(element, "formalname"), Xml.text(element)))
                .orElse("");
    }
}
