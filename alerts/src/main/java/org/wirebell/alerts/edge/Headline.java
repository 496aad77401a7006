package org.wirebell.alerts.edge;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.wirebell.model.Alert;
import org.wirebell.model.Notice;
import org.wirebell.model.Series;

/**
 * A notice as one short line in the manner of the wires: {@code At least 31 killed in Port Adel, was 20 - harbour office}. The
 * number with the words that bind it is never cut or left out, and its claimant never left out; what goes first is what stood
 * before, then the place, then who is counted.
 */
final class Headline {
    private static final String BY = " - ";
    /** Shorter than this, a part of a line says nothing. */
    private static final int LEAST = 4;

    private Headline() {}

    /** How long a headline may be, in UTF-16 units. */
    enum Size {
        /** As AFP has it for screens of telephones. */
        SHORT(55),
        /** As Reuters has it for alerts. */
        MIDDLE(100),
        FULL(Integer.MAX_VALUE);

        private final int limit;

        Size(int limit) {
            this.limit = limit;
        }

        int limit() {
            return limit;
        }

        /** @throws IllegalArgumentException for anything but {@code 55}, {@code 100} and {@code full} */
        static Size of(String setting) {
            return switch (setting) {
                case "55" -> SHORT;
                case "100" -> MIDDLE;
                case "full" -> FULL;
                default -> throw new IllegalArgumentException("headline must be 55, 100 or full, was " + setting);
            };
        }
    }

    static String of(Notice notice, int limit) {
        var alert = notice.alert();
        var verb = verb(notice.kind());
        var claimant = Plain.clean(alert.claimant()).strip();
        var reading = notice.kind() == Notice.Kind.WITHDRAW
                ? alert.before().or(alert::after)
                : alert.after().or(alert::before);
        if (reading.isEmpty() || notice.kind() == Notice.Kind.DIGEST) {
            return said(verb, Plain.clean(alert.title()).strip(), claimant, limit);
        }
        return figures(reading.get(), alert).stream()
                .map(figure -> verb + upper(figure) + by(claimant))
                .filter(line -> line.length() <= limit)
                .findFirst()
                .orElseGet(() -> counted(verb + upper(Wording.number(reading.get())), claimant, limit));
    }

    /** Ways to put it, the fullest first. */
    private static List<String> figures(Alert.Reading reading, Alert alert) {
        var number = Wording.number(reading);
        var whom = number + alert.series().map(Wording::whom).orElse("");
        var where = alert.series().map(Series::place).map(Headline::place).orElse("");
        var was = alert.before()
                .filter(before -> !Optional.of(before).equals(Optional.of(reading)))
                .map(before -> ", was " + Wording.number(before))
                .orElse("");
        return Stream.of(whom + where + was, whom + was, whom + where, whom, number)
                .distinct()
                .toList();
    }

    /** The number stays whole, the claimant takes the rest. */
    private static String counted(String number, String claimant, int limit) {
        int room = limit - number.length() - BY.length();
        return Plain.head(room < LEAST ? number : number + by(Plain.head(claimant, room)), limit);
    }

    /** A title may be cut; the claimant has half of the line, or more where the title is short. */
    private static String said(String verb, String title, String claimant, int limit) {
        if (claimant.isEmpty() || title.contains(claimant)) {
            return Plain.head(verb + upper(title), limit);
        }
        int room = limit - verb.length() - BY.length();
        var who = Plain.head(claimant, Math.clamp((long) room - title.length(), room / 2, room - LEAST));
        return verb + Plain.head(upper(title), room - who.length()) + by(who);
    }

    private static String by(String claimant) {
        return claimant.isEmpty() ? "" : BY + claimant;
    }

    private static String verb(Notice.Kind kind) {
        return switch (kind) {
            case NEW, UPDATE -> "";
            case CORRECT -> "Correction: ";
            case WITHDRAW -> "Withdrawn: ";
            case HOLD -> "On hold: ";
            case RELEASE -> "Released: ";
            case ESCALATE -> "Unseen: ";
            case REMIND -> "Reminder: ";
            case CLOSE -> "Closed: ";
            case ACK -> "Acknowledged: ";
            case DIGEST -> "Digest: ";
            case TEST -> "[TEST] ";
        };
    }

    /** A gazetteer id such as {@code lb/khiam} is shown by its last part. */
    private static String place(String place) {
        var name = Plain.clean(place.substring(place.lastIndexOf('/') + 1)).strip();
        return name.isEmpty() ? "" : " in " + name;
    }

    private static String upper(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
