package org.wirebell.ingest.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.wirebell.model.Item;
import org.wirebell.model.WireSignal;

/** NewsML-G2: a {@code newsItem} alone, or any number of them in a {@code newsMessage}. Packages hold no text and are skipped. */
final class NewsMlG2 {
    /** Roles of notes that are no advice: contacts, the sign-off, lists of pictures and links. */
    private static final Set<String> NO_ADVICE = Set.of("notepad", "closingline", "picture", "localities", "genrenote");

    private static final Set<String> OTHER_ITEMS =
            Set.of("packageitem", "conceptitem", "knowledgeitem", "planningitem", "catalogitem");

    /** As {@link #scheme} calls the IPTC's vocabularies of subjects. */
    private static final Set<String> IPTC = Set.of("medtop", "subj");

    private final Element item;
    private final Element meta;
    private final Element content;
    private final Draft draft;

    private NewsMlG2(Element item, Draft draft) {
        this.item = item;
        this.meta = Xml.child(item, "itemmeta").orElseGet(() -> new Element("itemMeta"));
        this.content = Xml.child(item, "contentmeta").orElseGet(() -> new Element("contentMeta"));
        this.draft = draft;
    }

    static Documents read(String text, Hints hints) {
        var root = Xml.parse(text, "");
        var notes = new ArrayList<String>();
        var drafts = new ArrayList<Draft>();
        var priority = Xml.first(root, "header")
                .map(header -> Xml.textAt(header, "priority"))
                .orElse("");
        var sequence = Xml.first(root, "header")
                .map(header -> Xml.textAt(header, "transmitid"))
                .orElse("");
        var items = Xml.all(root, "newsitem");
        if (items.isEmpty() && Xml.first(root, "contentset").isPresent()) {
            items = Xml.first(root, "contentset").map(Element::parent).stream()
                    .toList(); // damage took the name around it
        }
        for (var item : items) {
            if (drafts.size() < hints.maxItems()) {
                Guard.attempt(
                                "newsItem " + (drafts.size() + 1),
                                () -> new NewsMlG2(item, Draft.transmitted(hints, sequence)).read(priority),
                                notes)
                        .ifPresent(drafts::add);
            }
        }
        int others = Xml.all(root, element -> OTHER_ITEMS.contains(Xml.name(element)))
                .size();
        if (others > 0) {
            notes.add(others + " item(s) without text of their own skipped: packages, concepts, plans");
        }
        return drafts.isEmpty() && others > 0
                ? new Documents(Format.NEWSML_G2, Optional.empty(), notes, "", Optional.empty(), List.of(), drafts)
                : Documents.wire(Format.NEWSML_G2, notes, drafts);
    }

    private Draft read(String priority) {
        draft.id = Xml.attr(item, "guid");
        draft.version = Xml.attr(item, "version");
        draft.priority = priority;
        dates();
        status();
        head();
        terms();
        notes();
        new G2Content(item, draft).read();
        if (draft.headline.isEmpty()) {
            draft.headline = Text.first(Xml.textAt(meta, "title"), G2Content.heading(item));
        }
        return draft;
    }

    private void dates() {
        draft.updated = draft.date(Xml.textAt(meta, "versioncreated"), "updated");
        draft.published = draft.date(
                Text.first(Xml.textAt(meta, "firstcreated"), Xml.textAt(content, "contentcreated")), "published");
        // Required is versionCreated only: of a first version it is the same.
        if (draft.published.isEmpty()) {
            draft.published = draft.updated;
        }
        Xml.child(meta, "embargoed").ifPresent(embargo -> {
            // An empty element means "until further notice", which an absent one does not.
            var until = draft.date(Xml.text(embargo), "embargoed");
            draft.embargoed = until.or(() -> Optional.of(Item.OPEN_EMBARGO));
        });
    }

    private void status() {
        draft.status =
                Statuses.of(Xml.child(meta, "pubstatus").map(NewsMlG2::code).orElse(""));
        for (var signal : Xml.children(meta, "signal")) {
            G2Signals.read(
                    Text.first(Xml.attr(signal, "qcode"), Xml.attr(signal, "uri"), Xml.attr(signal, "literal")),
                    draft.signals);
        }
        for (var link : Xml.children(meta, "link")) {
            if (Set.of("replaces", "previousversion", "corrects")
                    .contains(tail(Xml.attr(link, "rel")).toLowerCase(Locale.ROOT))) {
                draft.replaces.add(
                        Text.first(Xml.attr(link, "residref"), Xml.attr(link, "guidref"), Xml.attr(link, "href")));
            }
        }
        draft.replaces.remove("");
        draft.replaces.remove(draft.id);
    }

    private void head() {
        draft.urgency(Xml.textAt(content, "urgency"));
        draft.headline = headline();
        draft.slug = Xml.textAt(content, "slugline");
        draft.dateline = Xml.textAt(content, "dateline");
        draft.byline = Xml.textAt(content, "by");
        draft.language = Text.first(
                Xml.child(content, "language")
                        .map(language -> Xml.attr(language, "tag"))
                        .orElse(""),
                Xml.language(item));
        draft.credit =
                Text.first(Xml.textAt(content, "creditline"), name(content, "infosource"), name(meta, "provider"));
        draft.usage = Xml.children(item, "rightsinfo").stream()
                .flatMap(rights -> Xml.children(rights, "usageterms").stream())
                .map(Xml::text)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        Xml.children(content, "description").stream()
                .filter(description ->
                        !tail(Xml.attr(description, "role")).equals("caption") || draft.summary.isEmpty())
                .map(Xml::text)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .ifPresent(text -> draft.summary = text);
    }

    /** Roles such as "short" or "web" are for other uses; where there is no main one, any is better than none. */
    private String headline() {
        var headlines = Xml.children(content, "headline");
        return headlines.stream()
                .filter(headline -> Set.of("", "main", "headline")
                        .contains(tail(Xml.attr(headline, "role")).toLowerCase(Locale.ROOT)))
                .findFirst()
                .or(() -> headlines.stream().findFirst())
                .map(Xml::text)
                .orElse("");
    }

    /** Codes are kept as they came; the IPTC's own schemes get one name, whatever alias the item's catalog gives them. */
    private void terms() {
        var schemes = Xml.children(item, "catalog").stream()
                .flatMap(catalog -> Xml.children(catalog, "scheme").stream())
                .collect(Collectors.toMap(
                        scheme -> Xml.attr(scheme, "alias"),
                        scheme -> scheme(Xml.attr(scheme, "uri").replaceFirst("/?$", "/x")),
                        (first, second) -> first));
        Xml.children(content, "keyword").forEach(keyword -> draft.keyword(Xml.text(keyword)));
        Xml.children(content, "subject").forEach(subject -> {
            var code = Text.first(Xml.attr(subject, "qcode"), Xml.attr(subject, "uri"), Xml.attr(subject, "literal"));
            var name = Xml.textAt(subject, "name");
            if (code.isEmpty()) {
                draft.keyword(name); // a person or place that is in no vocabulary
            } else {
                var alias = scheme(code);
                var meant = schemes.getOrDefault(alias, alias);
                draft.subject(IPTC.contains(meant) ? meant : alias, tail(code), name);
            }
        });
        draft.genre = name(content, "genre");
        Xml.children(content, "located").forEach(located -> places(located, draft.places::add));
        Xml.children(content, "creator").stream()
                .map(NewsMlG2::name)
                .filter(n -> !n.isEmpty())
                .forEach(draft.authors::add);
    }

    private static void places(Element located, Consumer<String> add) {
        var name = name(located);
        if (!name.isEmpty()) {
            add.accept(name);
        }
    }

    private void notes() {
        var notes = Xml.children(meta, "ednote").stream()
                .filter(note -> isAdvice(Xml.attr(note, "role")))
                .toList();
        draft.editorialNote = notes.stream()
                .map(Xml::text)
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining("\n"));
        for (var note : notes) {
            if (tail(Xml.attr(note, "role")).equalsIgnoreCase("correction")
                    && !Xml.text(note).isEmpty()) {
                draft.signals.add(WireSignal.CORRECTION);
            }
        }
    }

    /** Notes of that role tell editors something about the story; other roles hold contacts and lists. */
    static boolean isAdvice(String code) {
        var role = tail(code).toLowerCase(Locale.ROOT);
        return !NO_ADVICE.contains(role) && !role.endsWith("contacts"); // agencies put their name before
    }

    private static String code(Element element) {
        return tail(Text.first(Xml.attr(element, "qcode"), Xml.attr(element, "uri"), Xml.text(element)));
    }

    /** The last part of {@code scheme:code} or of a concept's address. */
    static String tail(String code) {
        var bare = code.endsWith("/") ? code.substring(0, code.length() - 1) : code;
        return bare.substring(Math.max(bare.lastIndexOf('/'), bare.lastIndexOf(':')) + 1);
    }

    /** What stands before {@link #tail}; the address of the IPTC's Media Topics is called by its alias. */
    static String scheme(String code) {
        var tail = tail(code);
        int end = code.lastIndexOf(tail) - 1;
        var scheme = end > 0 ? code.substring(0, end) : "";
        if (scheme.endsWith("newscodes/mediatopic")) {
            return "medtop";
        }
        return scheme.endsWith("newscodes/subjectcode") ? "subj" : scheme;
    }

    private static String name(Element parent, String child) {
        return Xml.child(parent, child).map(NewsMlG2::name).orElse("");
    }

    private static String name(Element element) {
        var names = List.copyOf(Xml.children(element, "name"));
        return Text.first(
                names.isEmpty() ? "" : Xml.text(names.getFirst()),
                Xml.attr(element, "literal"),
                tail(Text.first(Xml.attr(element, "qcode"), Xml.attr(element, "uri"))));
    }
}
