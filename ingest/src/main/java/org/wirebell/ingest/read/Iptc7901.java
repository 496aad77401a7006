package org.wirebell.ingest.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.wirebell.model.WireSignal;

/**
 * IPTC 7901, also many messages in one stream: {@code SOH} header, slug lines, {@code STX} headline and text, {@code ETX}
 * trailer with day, time and month. The format has no identifier; ours is provider, service, sequence number and date, and
 * a message that corrects or kills another takes the number that it names.
 */
final class Iptc7901 {
    private static final char SOH = '\u0001';
    private static final char STX = '\u0002';
    private static final char ETX = '\u0003';
    private static final Pattern HEADER =
            Pattern.compile("([A-Za-z]{0,6})\\s?(\\d{1,5})\\s+(\\S)\\s+(\\S{1,6})\\s+(?:(\\d+)\\s+)?(.*)");
    private static final Pattern TRAILER =
            Pattern.compile("(\\d{2})(\\d{2})(\\d{2})\\s+([A-Z]{1,5})\\s+([A-Za-z]{3,4})\\s+(\\d{2,4})");
    /** Lines before the headline that say what kind of message this is. */
    private static final Pattern LABEL = Pattern.compile(
            "(?i)\\(?(?:extra|achtung|eil|eilmeldung|flash|bulletin|urgent|alert|kill|note|correction|korrektur|berichtigung|update"
                    + "|repeat|wiederholung|\\d*(?:st|nd|rd|th)?\\.? ?lead|lead|roundup|preview|news ?feature)\\)?:?(?: \\d+)?");

    private static final Pattern BYLINE = Pattern.compile("(?:By|Von|Par|Por) \\p{Lu}.*");
    /** Heads the part that is for editors: sources, contacts, links; in front of the word stands the agency's name. */
    private static final Pattern NOTEBOOK =
            Pattern.compile("(?i)#+ *(?:\\p{L}{2,8} )?(?:notebook|notizblock|notas?|bloc-notes)\\b.*");

    private final Draft draft;
    private String service = "";
    private String sequence = "";
    private String provider = "";

    private Iptc7901(Draft draft) {
        this.draft = draft;
    }

    static Documents read(String raw, Hints hints) {
        var text = Telex.unframed(raw);
        var notes = new ArrayList<String>();
        var drafts = new ArrayList<Draft>();
        for (int from = text.indexOf(SOH); from >= 0 && drafts.size() < hints.maxItems(); ) {
            int next = text.indexOf(SOH, from + 1);
            var message = text.substring(from + 1, next < 0 ? text.length() : next);
            if (message.indexOf(STX) >= 0) {
                Guard.attempt(
                                "message " + (drafts.size() + 1),
                                () -> new Iptc7901(new Draft(hints)).message(message),
                                notes)
                        .ifPresent(drafts::add);
            } else if (!message.isBlank()) {
                notes.add("a message without text was left out");
            }
            from = next;
        }
        return Documents.wire(Format.IPTC7901, notes, drafts);
    }

    private Draft message(String message) {
        int stx = message.indexOf(STX);
        int etx = message.indexOf(ETX, stx);
        header(message.substring(0, stx));
        text(message.substring(stx + 1, etx < 0 ? message.length() : etx));
        if (etx < 0) {
            draft.notes.add("cut off: the end of text is missing");
        } else {
            trailer(message.substring(etx + 1));
        }
        identify();
        return draft;
    }

    private void header(String header) {
        var lines = header.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        var first = lines.isEmpty() ? "" : lines.getFirst();
        var found = HEADER.matcher(first);
        if (found.matches()) {
            service = found.group(1);
            sequence = found.group(2);
            draft.priority = found.group(3);
            draft.urgency(found.group(3));
            draft.subject("iptc7901", found.group(4), "");
            source(found.group(6));
        } else {
            draft.notes.add("header can't be read: " + first);
        }
        var slug = String.join(" ", lines.subList(Math.min(1, lines.size()), lines.size()));
        draft.slug = slug.endsWith("/") ? slug.substring(0, slug.length() - 1) : slug;
        for (var word : draft.slug.split("/")) {
            draft.keyword(word);
        }
    }

    /** "ccccb dpa 061": the agency is the last word before its own number. */
    private void source(String rest) {
        var words = rest.strip().split("\\s+");
        for (var word : words) {
            if (word.chars().allMatch(Character::isLetter) && !word.isEmpty()) {
                provider = word;
            }
        }
        draft.credit = provider;
    }

    private void text(String text) {
        var lines = text.replace("\r", "").split("\n", -1);
        int at = headlines(lines);
        var body = new StringBuilder();
        var note = new StringBuilder();
        boolean inNote = false;
        for (; at < lines.length; at++) {
            var line = lines[at];
            inNote |= NOTEBOOK.matcher(line.strip()).matches();
            boolean indented = line.startsWith("   ") && !line.isBlank();
            (inNote ? note : body).append(indented ? "\n\n" : "\n").append(line);
        }
        draft.body = Text.paragraphs(body.toString());
        draft.editorialNote = Text.fold(note.toString().replace("* * * *", ""));
    }

    /** Labels, the headline and a byline stand before the first blank line; "=" ends them. */
    private int headlines(String[] lines) {
        var headline = new ArrayList<String>();
        int at = 0;
        for (; at < lines.length; at++) {
            var line = lines[at].strip();
            if (line.isEmpty() && !headline.isEmpty() || lines[at].startsWith("   ") && !headline.isEmpty()) {
                break;
            }
            boolean last = line.endsWith("=");
            var bare = last ? line.substring(0, line.length() - 1).strip() : line;
            if (LABEL.matcher(bare).matches()) {
                label(bare);
            } else if (BYLINE.matcher(bare).matches() && !headline.isEmpty()) {
                draft.byline = bare;
            } else if (!bare.isEmpty()) {
                headline.add(bare);
            }
            if (last) {
                at++;
                break;
            }
        }
        draft.headline = String.join(" ", headline);
        return at;
    }

    private void label(String label) {
        draft.signals.addAll(Advisories.in(label.toUpperCase(Locale.ROOT)));
        var number = Pattern.compile("\\d+").matcher(label);
        if (draft.signals.contains(WireSignal.UPDATE) && number.find()) {
            draft.version = number.group();
        }
    }

    private void trailer(String trailer) {
        var found = TRAILER.matcher(trailer);
        if (found.find()) {
            var text = found.group(1) + " " + found.group(5) + " " + found.group(6) + " " + found.group(2) + ":"
                    + found.group(3) + " " + found.group(4);
            draft.published = draft.date(text, "published");
        }
    }

    private void identify() {
        var date = draft.published
                .map(instant -> instant.toString().substring(0, 10))
                .orElse("undated");
        draft.more.put("sequence", service + sequence);
        var original =
                draft.says(WireSignal.KILL) || draft.says(WireSignal.CORRECTION) ? named() : Optional.<String>empty();
        var number = original.orElse(sequence);
        if (!number.isEmpty()) {
            draft.id = String.join(":", List.of("iptc7901", provider.toLowerCase(Locale.ROOT), service, number, date));
        }
    }

    /** The number of the message that this one speaks of: "kill abc0007" names service and number. */
    private Optional<String> named() {
        var reference = Pattern.compile("\\b" + Pattern.quote(service) + "\\s?(\\d{3,5})\\b")
                .matcher(draft.headline + " " + draft.body + " " + draft.editorialNote);
        return reference.find() ? Optional.of(reference.group(1)) : Optional.empty();
    }
}
