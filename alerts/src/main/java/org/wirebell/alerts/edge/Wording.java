package org.wirebell.alerts.edge;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.wirebell.model.Alert;
import org.wirebell.model.Evidence;
import org.wirebell.model.Figure;
import org.wirebell.model.Notice;
import org.wirebell.model.Series;
import org.wirebell.model.Signal;

/**
 * What a notice says, in neutral words, the same on every channel; a channel only lays it out and escapes it. All parts are
 * clean single lines ({@link Plain}). A figure never comes without the sentence it was read in.
 *
 * @param mark how loud and what kind: {@code [URGENT] UPDATE 2}
 * @param change the figure and what stood before: {@code now 1,883 killed, was 2,357}; empty when there is nothing to say
 * @param claimant who says it; says so when nobody is named
 * @param link to the source, http or https only, else empty
 * @param entries what a digest sums up; a digest says nothing else
 * @param brief the headline where the receiver wants it short, else empty
 */
record Wording(
        String mark,
        String title,
        String change,
        Sentence sentence,
        String claimant,
        String source,
        String link,
        List<String> why,
        List<Entry> entries,
        String footer,
        String language,
        String brief) {
    private static final int TITLE = 300;
    private static final int NAME = 200;
    private static final int LINK = 2_000;
    private static final int WHY_LINES = 10;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** The sentence around the quote that was read; {@code quote} is empty when it can't be found in the sentence. */
    record Sentence(String before, String quote, String after) {
        static final int AROUND = 700;
        static final int QUOTE = 200;

        static Sentence of(Evidence evidence) {
            var whole = evidence.sentence().isBlank() ? evidence.headline() : evidence.sentence();
            int at = whole.startsWith(evidence.quote(), evidence.quoteInSentence())
                    ? evidence.quoteInSentence()
                    : whole.indexOf(evidence.quote());
            if (at < 0 || evidence.quote().isEmpty()) {
                return new Sentence(Plain.line(whole, 2 * AROUND), "", "");
            }
            int end = at + evidence.quote().length();
            return new Sentence(
                    Plain.tail(Plain.clean(whole.substring(0, at)).stripLeading(), AROUND),
                    Plain.line(evidence.quote(), QUOTE),
                    Plain.head(Plain.clean(whole.substring(end)).stripTrailing(), AROUND));
        }

        String text() {
            return before + quote + after;
        }

        /** About {@code around} units on either side of the quote. */
        String cut(int around) {
            return Plain.tail(before, around) + quote + Plain.head(after, around);
        }
    }

    /** One change of a digest; {@code title} says how loud it is and why it was kept back. */
    record Entry(String title, String claimant, String sentence, String link) {
        static Entry of(Notice.Entry entry) {
            var kept = entry.silence().isBlank() ? "" : " (kept back: " + Plain.line(entry.silence(), 40) + ")";
            return new Entry(
                    "[" + entry.priority() + "] " + Plain.line(entry.title(), TITLE) + kept,
                    Wording.claimant(entry.claimant()),
                    Plain.line(entry.sentence(), Sentence.AROUND),
                    Wording.link(entry.link()));
        }
    }

    static Wording of(Notice notice) {
        return of(notice, Headline.Size.FULL);
    }

    static Wording of(Notice notice, Headline.Size size) {
        var brief = size == Headline.Size.FULL ? "" : Headline.of(notice, size.limit());
        return notice.kind() == Notice.Kind.DIGEST || !notice.entries().isEmpty()
                ? digest(notice, brief)
                : figure(notice, brief);
    }

    private static Wording digest(Notice notice, String brief) {
        return new Wording(
                mark(notice),
                Plain.line(notice.alert().title(), TITLE),
                "",
                new Sentence("", "", ""),
                "",
                "",
                "",
                List.of(),
                notice.entries().stream().map(Entry::of).toList(),
                "notice " + Plain.line(notice.id(), NAME),
                Plain.line(notice.alert().language(), 35),
                brief);
    }

    private static Wording figure(Notice notice, String brief) {
        var alert = notice.alert();
        var evidence = alert.evidence();
        return new Wording(
                mark(notice),
                Plain.line(alert.title(), TITLE),
                Plain.line(brief.isEmpty() ? change(notice) : mark(notice) + " " + change(notice), TITLE),
                Sentence.of(evidence),
                claimant(alert.claimant()),
                Plain.line(evidence.source(), NAME)
                        + evidence.published()
                                .map(at -> ", " + MINUTE.format(at))
                                .orElse(""),
                link(evidence.link()),
                alert.why().stream()
                        .limit(WHY_LINES)
                        .map(line -> Plain.line(line, NAME))
                        .toList(),
                List.of(),
                "notice " + Plain.line(notice.id(), NAME) + ", alert " + Plain.line(alert.id(), NAME) + ", rule "
                        + Plain.line(alert.rule(), NAME),
                Plain.line(alert.language(), 35),
                brief);
    }

    private static String claimant(String name) {
        return name.isBlank() ? "no claimant named" : Plain.line(name, NAME);
    }

    /** Mark and title on one line, or the short one. */
    String headline() {
        return brief.isEmpty() ? mark + ": " + title : brief;
    }

    private static String mark(Notice notice) {
        if (notice.kind() == Notice.Kind.TEST) {
            return "[TEST]";
        }
        var label = switch (notice.kind()) {
            case NEW -> "NEW";
            case UPDATE -> "UPDATE " + notice.alert().revision();
            case CORRECT -> "CORRECTION";
            case WITHDRAW -> "WITHDRAWN";
            case HOLD -> "ON HOLD";
            case RELEASE -> "RELEASED";
            case ESCALATE -> "NOT ACKNOWLEDGED";
            case REMIND -> "REMINDER";
            case CLOSE -> "CLOSED";
            case ACK -> "ACKNOWLEDGED" + by(notice.alert());
            case DIGEST -> "DIGEST";
            case TEST -> "TEST";
        };
        return "[" + notice.alert().priority() + "] " + label + inPlace(notice);
    }

    private static String by(Alert alert) {
        return alert.handled()
                .ack()
                .map(ack -> " by " + Plain.line(ack.by(), 64))
                .orElse("");
    }

    private static String inPlace(Notice notice) {
        return notice.more().get(Known.INSTEAD_OF) instanceof String receiver
                ? " (for " + Plain.line(receiver, 64) + ", which does not answer)"
                : "";
    }

    private static String change(Notice notice) {
        var alert = notice.alert();
        return switch (notice.kind()) {
            case NEW, ESCALATE, REMIND, CLOSE, ACK, DIGEST, TEST ->
                alert.after().map(after -> counted(after, alert) + was(alert)).orElseGet(() -> signals(alert));
            case UPDATE -> now(alert).orElseGet(() -> signals(alert));
            case CORRECT -> "corrected: " + now(alert).orElse("see the sentence");
            case WITHDRAW -> withdrawn(alert);
            case HOLD -> "on hold: " + current(alert).orElse("this report") + " is not to be used until released";
            case RELEASE -> "released: " + current(alert).orElse("this report") + " may be used again";
        };
    }

    private static Optional<String> now(Alert alert) {
        return alert.after().map(after -> "now " + counted(after, alert) + was(alert));
    }

    private static String was(Alert alert) {
        return alert.before().map(before -> ", was " + number(before)).orElse("");
    }

    /** Names what is taken back: what stood before, else the last figure of the history, and what stands now, if anything. */
    private static String withdrawn(Alert alert) {
        var taken = alert.before().or(() -> lastTold(alert)).or(alert::after);
        var stands = alert.after().filter(Predicate.not(after -> taken.equals(Optional.of(after))));
        return "taken back: "
                + taken.map(reading -> counted(reading, alert))
                        .orElseGet(() -> "“" + alert.evidence().headline() + "”")
                + stands.map(after -> "; what stands now is " + number(after))
                        .orElse(taken.isPresent() ? "; no figure stands now" : "");
    }

    private static Optional<Alert.Reading> lastTold(Alert alert) {
        return alert.revisions().reversed().stream()
                .flatMap(revision -> revision.after().stream())
                .findFirst();
    }

    private static Optional<String> current(Alert alert) {
        return alert.after().or(alert::before).map(reading -> counted(reading, alert));
    }

    private static String signals(Alert alert) {
        var tags = alert.signals().stream().map(Signal::tag).distinct().toList();
        return tags.isEmpty() ? "" : "signal: " + String.join(", ", tags);
    }

    private static String counted(Alert.Reading reading, Alert alert) {
        return number(reading) + alert.series().map(Wording::whom).orElse("");
    }

    static String whom(Series series) {
        var population =
                series.population().isBlank() || series.population().equals("all") ? "" : series.population() + " ";
        return " " + population + word(series.category());
    }

    private static String word(Figure.Category category) {
        return category.name().toLowerCase(Locale.ROOT);
    }

    /** The number with the words that bind it, as the claimant bound it. */
    static String number(Alert.Reading reading) {
        if (reading.value().isEmpty() || reading.bound() == Figure.Bound.RANGE) {
            return range(reading);
        }
        var figure = figure(reading.value().get());
        return switch (reading.bound()) {
            case EXACT, RANGE -> figure;
            case AT_LEAST -> "at least " + figure;
            case MORE_THAN -> "more than " + figure;
            case AT_MOST -> "at most " + figure;
            case FEWER_THAN -> "fewer than " + figure;
            case ABOUT -> "about " + figure;
            case NEARLY -> "nearly " + figure;
            case VAGUE -> "some " + figure;
        };
    }

    private static String range(Alert.Reading reading) {
        var low = reading.low().map(Wording::figure);
        var high = reading.high().map(Wording::figure);
        return low.isPresent() && high.isPresent()
                ? low.get() + " to " + high.get()
                : low.map("at least "::concat)
                        .or(() -> high.map("at most "::concat))
                        .or(() -> reading.value().map(Wording::figure))
                        .orElse("an unnamed number");
    }

    private static String figure(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String link(String link) {
        var clean = Plain.clean(link).strip();
        boolean web = clean.startsWith("https://") || clean.startsWith("http://");
        return web && clean.length() <= LINK && clean.indexOf(' ') < 0 ? clean : "";
    }
}
