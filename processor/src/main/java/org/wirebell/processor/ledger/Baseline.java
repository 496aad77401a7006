package org.wirebell.processor.ledger;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/** From when a running count counts: two texts may name the same beginning by different words. */
final class Baseline {
    /** "Since the war began" and the date of the day after are one beginning. */
    private static final long NEAR_DAYS = 3;

    /** Letters of {@code 2026-03}, where a text names no day. */
    private static final int MONTH = 7;

    private static final Pattern WAR = Pattern.compile(
            "\\b(?:war|wars|conflict|fighting|hostilities|offensive|invasion|guerre|conflit|guerra|conflicto)\\b|حرب|النزاع",
            Pattern.CASE_INSENSITIVE);

    private Baseline() {}

    static Optional<LocalDate> date(String since) {
        if (since.isEmpty() || !Character.isDigit(since.charAt(0))) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(since));
        } catch (DateTimeParseException e) {
            return Optional.empty(); // words: "2 years of war"
        }
    }

    /** Says nothing that could tell two counts apart: no baseline, or the beginning of the war. */
    static boolean open(String since) {
        return since.isEmpty()
                || !Character.isDigit(since.charAt(0)) && WAR.matcher(since).find();
    }

    static boolean same(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return false;
        }
        if (a.equals(b)) {
            return true;
        }
        if (a.length() == MONTH && b.startsWith(a) || b.length() == MONTH && a.startsWith(b)) {
            return Character.isDigit(a.charAt(0)) && Character.isDigit(b.charAt(0));
        }
        var from = date(a);
        var to = date(b);
        return from.isPresent() && to.isPresent()
                ? Math.abs(ChronoUnit.DAYS.between(from.get(), to.get())) <= NEAR_DAYS
                : a.equals(b);
    }

    /** The same day of another year: a text that names no year means the one that its readers have in mind. */
    static boolean sameDay(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return false;
        }
        var from = date(a);
        var to = date(b);
        return from.isPresent() && to.isPresent() && MonthDay.from(from.get()).equals(MonthDay.from(to.get()));
    }

    /** Not known to be different ones. */
    static boolean compatible(String a, String b) {
        return same(a, b) || open(a) || open(b);
    }
}
