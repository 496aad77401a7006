package org.wirebell.ingest.read;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.wirebell.model.Ids;
import org.wirebell.model.Item;
import org.wirebell.model.WireSignal;

/**
 * An item while it is being read. Mutable, against the house's habit, because {@link Item} has three dozen components
 * which the readers find one by one and in any order; it never leaves this package.
 */
final class Draft {
    /** A book of 50,000 words. A record that is too large for the broker all the same becomes a dead letter. */
    private static final int LONGEST_BODY = 300_000;

    private static final int LONGEST_LINE = 4_000;
    private static final int LONGEST_LIST = 300;
    private static final int LONGEST_RAW = 200;
    private static final int LONGEST_HEADLINE = 250;
    private static final Pattern DATELINE = Pattern.compile("^[^.]{1,80}\\) (?:_|-|–|—|--) ");

    private static final Pattern BYLINE = Pattern.compile("(?:By|Von|Par|Por) \\p{Lu}[^.!?]{2,80}");
    /** A full stop that is no initial's, no abbreviation's and no decimal's. */
    private static final Pattern SENTENCE_END = Pattern.compile(
            "(?<=[.!?][\"”»’)]{0,2})(?<!\\b(?:\\p{L}|Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Prof|Rev|Jan|Feb|Mar|Apr|Aug|Sept"
                    + "|Oct|Nov|Dec|No|vs|Inc|Corp|Co|Ltd)\\.)\\s+(?=[\\p{Lu}\\p{N}\"“«¿¡(]|\\p{Lo})");

    String id = "";
    String version = "";
    String headline = "";
    String summary = "";
    String body = "";
    String language = "";
    String link = "";
    Optional<Instant> published = Optional.empty();
    Optional<Instant> updated = Optional.empty();
    Optional<Instant> embargoed = Optional.empty();
    final Set<String> authors = new LinkedHashSet<>();
    String byline = "";
    String credit = "";
    String dateline = "";
    final Set<String> places = new LinkedHashSet<>();
    String slug = "";
    final Set<String> keywords = new LinkedHashSet<>();
    final Set<Item.Subject> subjects = new LinkedHashSet<>();
    String genre = "";
    Optional<Integer> urgency = Optional.empty();
    String priority = "";
    Item.Status status = Item.Status.USABLE;
    final Set<WireSignal> signals = new LinkedHashSet<>();
    String editorialNote = "";
    String usage = "";
    final Map<String, String> media = new LinkedHashMap<>();
    final Set<String> replaces = new LinkedHashSet<>();
    final List<String> notes = new ArrayList<>();
    /** What the identifier of an item is made from that has nothing else; asked for then only, since it costs. */
    Supplier<String> fallback = () -> "";

    final Map<String, Object> more = new LinkedHashMap<>();

    private String rawUrgency = "";
    private final Hints hints;

    Draft(Hints hints) {
        this.hints = hints;
    }

    /** Of a document that carries this number of the provider's count; empty when it carries none. */
    static Draft transmitted(Hints hints, String sequence) {
        var draft = new Draft(hints);
        if (!sequence.isBlank()) {
            draft.more.put("sequence", draft.cut(Text.fold(sequence), LONGEST_RAW));
        }
        return draft;
    }

    Hints hints() {
        return hints;
    }

    /** The instant of a text; when it can't be read, the text is kept in {@code more} under that name. */
    Optional<Instant> date(String text, String field) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        var moment = Dates.moment(text, hints.zone());
        if (moment.isEmpty()) {
            more.put(field + "Raw", cut(Text.fold(text), LONGEST_RAW));
            notes.add(field + " can't be read");
        } else if (!moment.get().zoned() && hints.zone().isEmpty()) {
            notes.add(field + " has no zone, read as UTC");
        }
        return moment.map(Dates.Moment::instant);
    }

    void urgency(String text) {
        var digits = text.strip();
        rawUrgency = digits;
        if (digits.length() == 1 && digits.charAt(0) >= '1' && digits.charAt(0) <= '9') {
            urgency = Optional.of(digits.charAt(0) - '0');
        }
    }

    void medium(String base, String url, String type) {
        var resolved = Links.resolve(base, url);
        if (!resolved.isEmpty() && !resolved.startsWith("data:")) {
            media.putIfAbsent(resolved, Text.fold(type));
        }
    }

    void keyword(String word) {
        var tidy = Text.fold(word);
        if (!tidy.isEmpty()) {
            keywords.add(tidy);
        }
    }

    void subject(String scheme, String code, String name) {
        if (!code.isEmpty() || !name.isEmpty()) {
            subjects.add(new Item.Subject(scheme, code, name));
        }
    }

    /** Wires send alerts without a headline: then the first sentence is it, without its dateline. */
    void needsHeadline() {
        if (headline.isEmpty() && !body.isEmpty()) {
            var paragraphs = body.split("\n\n", 3);
            var first = paragraphs[
                    paragraphs.length > 1 && BYLINE.matcher(paragraphs[0]).matches() ? 1 : 0];
            var story = DATELINE.matcher(first).replaceFirst("");
            var sentence = SENTENCE_END.split(story, 2)[0];
            headline = sentence.length() > LONGEST_HEADLINE ? sentence.substring(0, LONGEST_HEADLINE) + "…" : sentence;
            notes.add("no headline, made from the first sentence");
        }
    }

    boolean says(WireSignal signal) {
        return signals.contains(signal);
    }

    boolean isEmpty() {
        return id.isEmpty()
                && link.isEmpty()
                && headline.isEmpty()
                && body.isEmpty()
                && summary.isEmpty()
                && media.isEmpty();
    }

    /** No text grows beyond what a message can carry. */
    private String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        notes.add("cut after " + longest + " characters");
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }

    private String line(String text) {
        return cut(text, LONGEST_LINE);
    }

    private List<String> lines(Set<String> texts) {
        return texts.stream().limit(LONGEST_LIST).map(this::line).toList();
    }

    /** The finished item. An item without an identifier gets its link, or else a hash over what it says. */
    Item item(String format, String rawHash) {
        if (embargoed.isPresent()) {
            signals.add(WireSignal.EMBARGO);
        }
        if (status == Item.Status.CANCELED && !signals.contains(WireSignal.DELETE)) {
            signals.add(WireSignal.KILL);
        }
        var canonical = Canonical.link(link);
        if (!canonical.equals(link)) {
            more.put("canonicalLink", line(canonical));
        }
        return new Item(
                line(identifier()),
                line(version),
                hints.source(),
                format,
                Optional.empty(),
                line(headline),
                cut(summary, LONGEST_BODY),
                cut(body, LONGEST_BODY),
                line(language.isEmpty() ? hints.language() : language),
                line(link),
                published,
                updated,
                embargoed,
                lines(authors),
                line(byline),
                line(credit),
                line(dateline),
                lines(places),
                line(slug),
                lines(keywords),
                subjects.stream().limit(LONGEST_LIST).toList(),
                line(genre),
                urgencies(priority).or(() -> urgencies(rawUrgency)).or(() -> urgency),
                line(Text.first(priority, urgency.isPresent() ? "" : rawUrgency)),
                status,
                signals.stream().sorted().toList(),
                cut(editorialNote, LONGEST_BODY),
                cut(usage, LONGEST_BODY),
                media.entrySet().stream()
                        .limit(LONGEST_LIST)
                        .map(entry -> new Item.Media(entry.getKey(), entry.getValue()))
                        .toList(),
                lines(replaces),
                false,
                notes.stream().distinct().toList(),
                rawHash,
                more);
    }

    /** What the operator says that this provider means by a word; letter case does not matter. */
    private Optional<Integer> urgencies(String word) {
        return hints.urgencies().entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(word))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private String identifier() {
        if (!id.isEmpty()) {
            return id;
        }
        if (!link.isEmpty()) {
            return link;
        }
        notes.add("no identifier, made from what it says");
        var said = Text.first(headline, body, summary);
        var words = said.isEmpty() ? fallback.get() : said;
        return "wirebell:" + Ids.id(words, published.map(Instant::toString).orElse(""));
    }
}
