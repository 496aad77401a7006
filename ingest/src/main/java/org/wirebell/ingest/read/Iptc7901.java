package org.wirebell.ingest.read;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Objects;
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
            Pattern.compile("(\\d{2})(\\d{2})(\\d{2})\\s+(?:([A-Z]{1,5})\\s+)?(\\p{L}{3,9})\\.?\\s+(\\d{2,4})");
    /** Lines before the headline that say what kind of message this is. */
    private static final Pattern LABEL = Pattern.compile(
            "(?iu)\\(?(?:extra|achtung|eil|eilmeldung|flash|bulletin|urgente?|alert|alerte|kill|note|correction|korrektur|berichtigung"
                    + "|correctif|rectificatif|correzione|corrección|update|actualización|annulation|annullamento|annullare"
                    + "|anulación|à annuler|zurückgezogen|sperrfrist|embargo|repeat|refile|wiederholung|neufassung"
                    + "|\\d*(?:st|nd|rd|th)?\\.? ?lead|lead|roundup|preview|advisory|news ?feature|kill(?: kill)+"
                    + "|(?:achtung|attention|atención|attenzione)[,!]? \\p{L}+)\\)?[:!]?(?: \\d+)?"
                    + "|(?:sperrfrist|embargo|not for publication before|hold for release).*");

    private static final Pattern BYLINE = Pattern.compile(
            "(?:By|Von|Par|Por) \\p{Lu}.*|By (?:\\p{Ll}+ ){1,2}(?:correspondents?|reporters?|staff|writers?)");
    /** No agency sends more on one service: a number above that was not counted from midnight. */
    private static final int MOST_A_MINUTE = 5;
    /** Heads the part that is for editors: sources, contacts, links; in front of the word stands the agency's name. */
    private static final Pattern NOTEBOOK =
            Pattern.compile("(?i)#+ *(?:\\p{L}{2,8} )?(?:notebook|notizblock|notas?|bloc-notes)\\b.*");

    private final Draft draft;
    private String service = "";
    private String sequence = "";
    private String provider = "";
    /** The agency's own day: its numbers begin anew with it. */
    private Optional<LocalDate> day = Optional.empty();

    private int minutes;

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
        } else if (first.matches("\\p{L}{2,8}") || first.equals(Telex.NO_HEADER)) {
            source(first); // a dialect that has no numbers
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
            if (word.matches("\\p{L}+(?:-\\p{L}+)*")) {
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
            var date = found.group(1) + " " + found.group(5) + " " + found.group(6);
            var time = " " + found.group(2) + ":" + found.group(3) + " ";
            draft.published = draft.date(date + time + Objects.requireNonNullElse(found.group(4), ""), "published");
            day = Dates.read(date + " 00:00 Z", Optional.empty())
                    .map(instant -> instant.atZone(ZoneOffset.UTC).toLocalDate());
            minutes = Integer.parseInt(found.group(2)) * 60 + Integer.parseInt(found.group(3));
        }
    }

    private void identify() {
        draft.more.put("sequence", service + sequence);
        var original = draft.says(WireSignal.KILL) || draft.says(WireSignal.CORRECTION) || draft.says(WireSignal.HOLD)
                ? named()
                : Optional.<String>empty();
        if (original.isEmpty()) {
            draft.id = identifier(sequence, day);
            return;
        }
        int its = Integer.parseInt(original.get());
        int ours = Integer.parseInt(sequence);
        // Numbers begin anew at the agency's midnight: a higher one than ours is from the day before.
        draft.id = identifier(original.get(), its > ours ? day.map(date -> date.minusDays(1)) : day);
        boolean continuous = ours > (minutes + 1) * MOST_A_MINUTE;
        if (continuous && day.isPresent() && its < ours) {
            draft.replaces.add(identifier(original.get(), day.map(date -> date.minusDays(1))));
        }
    }

    private String identifier(String number, Optional<LocalDate> date) {
        return number.isEmpty()
                ? ""
                : String.join(
                        ":",
                        "iptc7901",
                        provider.toLowerCase(Locale.ROOT),
                        service,
                        number,
                        date.map(LocalDate::toString).orElse("undated"));
    }

    /** The number of the message that this one speaks of: "kill abc0007" names service and number. */
    private Optional<String> named() {
        if (sequence.isEmpty()) {
            return Optional.empty();
        }
        var reference = Pattern.compile("(?i)\\b" + Pattern.quote(service) + "\\s?-?(\\d{3,5})\\b")
                .matcher(draft.headline + " " + draft.body + " " + draft.editorialNote);
        return reference.find() ? Optional.of(reference.group(1)) : Optional.empty();
    }
}
