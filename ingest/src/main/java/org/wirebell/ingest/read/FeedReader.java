package org.wirebell.ingest.read;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * RSS in all its versions, Atom and RDF. A walk over a forgiving tree reads every entry; Rome is asked where that leaves an
 * entry without its essentials. (Measured the other way round first: Rome alone loses dates, links, authors and media of
 * one feed in ten, and every truncated feed; the walk alone is as good as both together on all but a handful.)
 */
final class FeedReader {
    /** Vocabularies whose {@code item} or {@code entry} element is none of the feed's. */
    private static final Set<String> FOREIGN = Set.of("media", "itunes", "dc", "content", "xhtml");

    private static final Duration LONGEST_TTL = Duration.ofDays(7);

    private Hints hints;
    private final Format format;
    private final String text;
    private final Element root;
    private final List<String> notes = new ArrayList<>();

    private FeedReader(Format format, String text, Hints hints) {
        this.format = format;
        this.text = TwiceEncoded.repair(text);
        this.hints = hints;
        this.root = Xml.parse(this.text, "");
        if (!this.text.equals(text)) {
            notes.add("text that was encoded in UTF-8 twice, set right");
        }
    }

    static Documents read(Format format, String text, Hints hints) {
        return new FeedReader(format, text, hints).read();
    }

    private Documents read() {
        var head = head();
        if (hints.baseUrl().isEmpty()) {
            hints = hints.at(head.map(FeedReader::site).orElse(""));
        }
        var whole = whole(head);
        var drafts = new ArrayList<Draft>();
        var entries = entries();
        for (var entry : entries) {
            if (drafts.size() == hints.maxItems()) {
                notes.add("only the first " + hints.maxItems() + " of " + entries.size() + " items");
                break;
            }
            Guard.attempt("item " + (drafts.size() + 1), () -> entry(entry, whole), notes)
                    .ifPresent(drafts::add);
        }
        if (RomeFill.isNeeded(drafts, text)) {
            RomeFill.fill(drafts, text, hints, notes);
        }
        shared(drafts);
        var problem =
                drafts.isEmpty() && head.isEmpty() ? Optional.of(Problem.Why.BROKEN) : Optional.<Problem.Why>empty();
        return new Documents(
                format,
                problem,
                notes,
                title(head),
                ttl(head),
                Pauses.in(head),
                links(head, "hub"),
                self(head),
                drafts);
    }

    /** What entries inherit, read once: a feed has many entries and finding this means looking past all of them. */
    private Draft whole(Optional<Element> head) {
        var whole = new Draft(hints);
        head.ifPresent(element -> {
            whole.language = language(element);
            AtomEntry.authors(element, whole);
        });
        return whole;
    }

    private Draft entry(Element entry, Draft whole) {
        var draft = new Draft(hints);
        draft.fallback = () -> entry.wholeText() + entry.attributes();
        boolean atom = Xml.name(entry).equals("entry");
        if (atom) {
            AtomEntry.read(entry, draft);
        } else {
            RssEntry.read(entry, draft);
        }
        if (draft.language.isEmpty()) {
            draft.language = whole.language;
        }
        if (atom && draft.authors.isEmpty()) {
            draft.authors.addAll(whole.authors);
        }
        return draft;
    }

    /** Two items with the same identifier are told apart by nothing; say so. */
    private static void shared(List<Draft> drafts) {
        var seen = new HashSet<String>();
        for (var draft : drafts) {
            if (!draft.id.isEmpty() && !seen.add(draft.id)) {
                draft.notes.add("the identifier is used by another item of this document");
            }
        }
    }

    private List<Element> entries() {
        return Xml.all(root, element -> {
            var name = Xml.name(element);
            return (name.equals("item") || name.equals("entry"))
                    && (element.tag().prefix().isEmpty() || !FOREIGN.contains(Xml.vocabulary(element)));
        });
    }

    /** The element that holds what is said of the feed as a whole. */
    private Optional<Element> head() {
        return root.stream()
                .filter(element -> Set.of("channel", "feed").contains(Xml.name(element)))
                .findFirst()
                .or(() -> root.stream()
                        .filter(element -> Xml.name(element).equals("rdf"))
                        .findFirst());
    }

    /** The site that a feed says it is of, by which its relative links can be resolved when nothing else is known. */
    private static String site(Element head) {
        return Stream.concat(
                        Stream.of(Xml.attr(head, "base"), Xml.attr(head, "href")), // CDF
                        Xml.children(head, "link").stream()
                                .map(link -> Text.first(Xml.text(link), Xml.attr(link, "href"))))
                .filter(Links::isWeb)
                .findFirst()
                .orElse("");
    }

    private static String language(Element head) {
        return Text.first(
                Xml.textAt(head, "language"),
                Xml.children(head).stream().findFirst().map(Xml::language).orElse(""),
                Xml.language(head));
    }

    private static String title(Optional<Element> head) {
        return head.flatMap(h -> Xml.child(h, "title"))
                .map(t -> Html.line(Xml.markup(t)))
                .orElse("");
    }

    /** Web addresses that the feed links to in this relation. */
    private List<String> links(Optional<Element> head, String relation) {
        return head.stream()
                .flatMap(h -> Xml.children(h, "link").stream())
                .filter(link -> Xml.attr(link, "rel").equalsIgnoreCase(relation))
                .map(link -> Links.resolve(Links.base(link, hints.baseUrl()), Xml.attr(link, "href")))
                .filter(Links::isWeb)
                .toList();
    }

    private String self(Optional<Element> head) {
        return links(head, "self").stream().findFirst().orElse("");
    }

    private static Optional<Duration> ttl(Optional<Element> head) {
        if (head.isEmpty()) {
            return Optional.empty();
        }
        var minutes = number(Xml.textAt(head.get(), "ttl"));
        if (minutes > 0) {
            return Optional.of(shorter(Duration.ofMinutes(minutes)));
        }
        var period = Xml.textAt(head.get(), "updateperiod").toLowerCase(Locale.ROOT);
        int times = Math.max(1, number(Xml.textAt(head.get(), "updatefrequency")));
        return switch (period) {
            case "hourly" -> Optional.of(Duration.ofHours(1).dividedBy(times));
            case "daily" -> Optional.of(Duration.ofDays(1).dividedBy(times));
            case "weekly", "monthly", "yearly" -> Optional.of(LONGEST_TTL.dividedBy(times));
            default -> Optional.empty();
        };
    }

    private static Duration shorter(Duration ttl) {
        return ttl.compareTo(LONGEST_TTL) > 0 ? LONGEST_TTL : ttl;
    }

    private static int number(String digits) {
        return digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : 0;
    }
}
