package org.wirebell.ingest.read;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.wirebell.model.WireSignal;

/**
 * ANPA-1312, also many messages in one stream. There is no identifier; ours is the agency, the date and the keyword without
 * its lead and advisory words, since that is what updates and kills of a story repeat; messages with a keyword that says
 * nothing are told apart by service and number.
 */
final class Anpa {
    private static final Pattern START =
            Pattern.compile("\\x16+\\x01|\\x01(?=[A-Za-z]{1,2}\\d{3,5}[A-Za-z]{0,10}\\x1f)");
    private static final Pattern TAG = Pattern.compile(
            "([a-zA-Z])\\s?([a-zA-Z0-9])[\\x11-\\x14\\s]*(\\S.*?)\\s+(\\d{2})-(\\d{2})(?:\\s+(\\d{3,5}))?\\s*");
    private static final Pattern TRAILER =
            Pattern.compile("([A-Z]{2,6})-(?:[A-Z]{2}-)?(\\d{2})-(\\d{2})-(\\d{2})\\s+(\\d{2})(\\d{2})\\s?GMT");
    private static final Pattern TAKE = Pattern.compile(
            "(?i),?\\s*\\b(\\d+)(?:st|nd|rd|th) ?(?:ld|lead)\\b.*|,\\s*(?:new )?(?:ld|lead)\\b.*|,\\s*(?:kill|correction|corrective|advisory|withhold).*");
    private static final Set<String> SAYS_NOTHING =
            Set.of("newsalert", "news-alert", "advisory", "digest", "newsdigest", "alert", "note");
    /** Lines of the head that are not to be printed: advice, and the pictures that the agency offers with the story. */
    private static final Pattern FOR_EDITORS =
            Pattern.compile("Eds:|EDITORS?['’]?S? NOTE|[A-Z]{2,6} (?:Photo|Graphic|Video|Audio)s?\\b");

    /** Characters; longer ones are no head but an attack. */
    private static final int LONGEST_HEAD = 20_000;

    private static final Set<WireSignal> TAKES_BACK =
            Set.of(WireSignal.KILL, WireSignal.HOLD, WireSignal.CORRECTION, WireSignal.RELEASE);

    private static final String LETTERS = "fbur"; // flash, bulletin, urgent, regular

    private final Draft draft;
    private String service = "";
    private String date = "";
    private String agency = "";
    private String words = "";

    private Anpa(Draft draft) {
        this.draft = draft;
    }

    static Documents read(String text, Hints hints) {
        var notes = new ArrayList<String>();
        var drafts = new ArrayList<Draft>();
        for (var message : START.split(text)) {
            if (message.isBlank() || drafts.size() >= hints.maxItems()) {
                continue;
            }
            Guard.attempt("message " + (drafts.size() + 1), () -> new Anpa(new Draft(hints)).message(message), notes)
                    .filter(draft -> !(draft.headline + draft.body + draft.slug).isEmpty())
                    .ifPresent(drafts::add);
        }
        return Documents.wire(Format.ANPA, notes, drafts);
    }

    private Draft message(String message) {
        int stx = message.indexOf('\u0002');
        int start = stx;
        while (start >= 0 && start < message.length() && message.charAt(start) == '\u0002') {
            start++;
        }
        int etx = message.indexOf('\u0003', Math.max(start, 0));
        header(message.substring(0, Math.max(stx, 0)));
        text(message.substring(Math.max(start, 0), etx < 0 ? message.length() : etx));
        if (etx < 0) {
            draft.notes.add("cut off: the end of text is missing");
        } else {
            trailer(message.substring(etx + 1));
        }
        signals();
        identify();
        return draft;
    }

    private void header(String header) {
        var lines = header.replace("\r", "").split("\n", 2);
        var selector = lines[0];
        int unit = selector.indexOf('\u001f');
        service = (unit < 0 ? selector : selector.substring(0, unit)).strip();
        agency = service.replaceFirst("^\\p{L}{1,2}\\d+", "")
                .toLowerCase(Locale.ROOT); // some write their name behind it
        var tag = lines.length < 2 ? null : TAG.matcher(lines[1].strip());
        if (tag != null && tag.matches()) {
            draft.priority = tag.group(1).toLowerCase(Locale.ROOT);
            int rank = LETTERS.indexOf(draft.priority);
            draft.urgency = Optional.of(draft.priority.equals("z") ? 5 : rank < 0 ? 5 : rank == 3 ? 4 : rank + 1);
            draft.subject("anpa", tag.group(2), "");
            draft.slug = tag.group(3).replaceAll("[\\x00-\\x1f]", "").strip();
            date = tag.group(4) + "-" + tag.group(5);
            words = tag.group(3) + "\n";
        }
    }

    /**
     * The keyword line, lines that begin with a caret (headline, notes, byline), then paragraphs that begin with a tab. Some
     * leave the carets out: there the head ends where the first paragraph is indented.
     */
    private void text(String text) {
        var lines = text.replace("\r", "").split("\n");
        var body = new StringBuilder();
        boolean carets = Stream.of(lines).anyMatch(line -> line.startsWith("^"));
        boolean indented = Stream.of(lines).skip(1).anyMatch(Anpa::isIndented);
        boolean head = true;
        for (int i = 0; i < lines.length; i++) {
            var line = lines[i];
            var bare = bare(line);
            boolean headLine = line.startsWith("^") || !carets && indented && !isIndented(line) && !bare.isEmpty();
            if (i == 0 && !line.startsWith("\t")) {
                keyword(bare);
            } else if (head && headLine && !isSubheading(bare)) {
                headLine(bare.replaceFirst("\\s*[=+]$", ""));
            } else if (!bare.isEmpty() || !head) {
                head = false;
                boolean starts = isIndented(line) || line.startsWith("^") || line.startsWith("\b");
                body.append(starts || bare.isEmpty() ? "\n\n" : "\n")
                        .append(line.startsWith("^") ? bare.replaceFirst("=$", "") : bare);
            }
        }
        draft.body = Text.paragraphs(body.toString());
    }

    private static boolean isIndented(String line) {
        return line.startsWith("\t") || line.startsWith("   ");
    }

    /** Behind the byline, the line of an agency or a title is in lower case; that of a table's part is not. */
    private boolean isSubheading(String line) {
        return !draft.byline.isEmpty() && line.matches("[^\\p{Ll}]{6,}");
    }

    private static String bare(String line) {
        var bare = line.replaceAll("[\\x00-\\x08\\x0b-\\x1f]", "").strip();
        bare = bare.startsWith("^") ? bare.substring(1) : bare;
        return bare.endsWith("<") ? bare.substring(0, bare.length() - 1).strip() : bare;
    }

    private void keyword(String line) {
        int comma = line.lastIndexOf(',');
        boolean count = comma > 0 && line.substring(comma + 1).strip().matches("\\d*");
        var keyword = count ? line.substring(0, comma).strip() : line;
        words += keyword + "\n";
        draft.slug = Text.first(TAKE.matcher(keyword).replaceFirst("").strip(), draft.slug);
        var take = TAKE.matcher(keyword);
        if (take.find()) {
            draft.version = take.group(1) == null ? "" : take.group(1);
        }
    }

    private void headLine(String line) {
        var plain = line.startsWith("(") && line.endsWith(")") ? line.substring(1, line.length() - 1) : line;
        if (FOR_EDITORS.matcher(plain).lookingAt() && draft.editorialNote.length() < LONGEST_HEAD) {
            draft.editorialNote = draft.editorialNote.isEmpty() ? plain : draft.editorialNote + "\n" + plain;
        } else if (line.startsWith("By ") && draft.byline.isEmpty() && !draft.headline.isEmpty()) {
            draft.byline = line;
        } else if (draft.headline.isEmpty()) {
            draft.headline = line;
        } else if (!draft.byline.isEmpty() && draft.credit.isEmpty()) {
            draft.credit = line;
        } else if (draft.summary.length() < LONGEST_HEAD) {
            draft.summary = draft.summary.isEmpty() ? line : draft.summary + "\n\n" + line;
        }
    }

    private void trailer(String trailer) {
        var found = TRAILER.matcher(trailer);
        if (found.find()) {
            agency = found.group(1).toLowerCase(Locale.ROOT);
            draft.published = draft.date(
                    "20" + found.group(4) + "-" + found.group(2) + "-" + found.group(3) + "T" + found.group(5) + ":"
                            + found.group(6) + "Z",
                    "published");
        }
    }

    private void signals() {
        var eds = draft.editorialNote
                .lines()
                .filter(line -> line.startsWith("Eds:"))
                .reduce("", (a, b) -> a + b);
        draft.signals.addAll(Advisories.in(words));
        var advised = Advisories.in(eds);
        advised.remove(WireSignal.UPDATE); // "Updates with quotes" comes with the keyword's Writethru
        draft.signals.addAll(advised);
        if (draft.priority.equals("f") && words.toLowerCase(Locale.ROOT).contains("flash")) {
            draft.signals.add(WireSignal.ALERT);
        }
    }

    private void identify() {
        draft.more.put("sequence", service);
        var keyword = draft.slug
                .replaceFirst("^[A-Z]{2}-", "")
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
        var story = keyword.length() < 4 || SAYS_NOTHING.contains(keyword) ? service : keyword;
        var day = day();
        draft.id = identifier(day.map(LocalDate::toString).orElse(date), story);
        // What takes a story back may come after midnight, with the same keyword and the new date. By noon it is
        // another.
        boolean early = draft.published
                .filter(instant -> instant.atZone(ZoneOffset.UTC).getHour() < 12)
                .isPresent();
        if (early && day.isPresent() && TAKES_BACK.stream().anyMatch(draft::says)) {
            draft.replaces.add(identifier(day.get().minusDays(1).toString(), story));
        }
    }

    private String identifier(String day, String story) {
        return String.join(":", "anpa", agency, day, story);
    }

    /** The header's month and day, which the agency counts by, in the year of the trailer or the one before. */
    private Optional<LocalDate> day() {
        var sent = draft.published.map(instant -> instant.atZone(ZoneOffset.UTC).toLocalDate());
        if (date.isEmpty()) {
            return sent;
        }
        return sent.flatMap(trailer -> Dates.read(trailer.getYear() + "-" + date, Optional.empty())
                .map(instant -> instant.atZone(ZoneOffset.UTC).toLocalDate())
                .map(header -> header.isAfter(trailer.plusMonths(6)) ? header.minusYears(1) : header));
    }
}
