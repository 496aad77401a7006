package org.wirebell.ingest.read;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates as feeds and wires write them. What can't be read for certain is absent: a wrong time is worse than none, and
 * "now" is never an answer.
 */
final class Dates {
    /** Longer texts are no dates, and the patterns go back over them. */
    private static final int LONGEST = 120;

    private static final Pattern ISO = Pattern.compile(
            "([+-]?\\d{4})(?:[-/.](\\d{1,2})(?:[-/.](\\d{1,2}))?)?(?:(?:[T_]|\\s+|,\\s*)(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,:]\\d+)?)?\\s*(.*))?");
    private static final Pattern BASIC =
            Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:[T\\s]?(\\d{2}):?(\\d{2}):?(\\d{2})?(?:[.,]\\d+)?\\s*(.*))?");
    private static final Pattern BASIC_ISO_TIME =
            Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})T(\\d{2})(\\d{2})(\\d{2})?(?:[.,]\\d+)?\\s*(.*)");
    /** ISO with a year of two digits, which general parsers take for the first century. */
    private static final Pattern SHORT_YEAR =
            Pattern.compile("(\\d{2})-(\\d{2})-(\\d{2})T(\\d{2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?\\s*(.*)");

    private static final Pattern ORDINAL =
            Pattern.compile("(\\d{4})-?(\\d{3})(?:T(\\d{2}):?(\\d{2})(?::?(\\d{2})(?:[.,]\\d+)?)?\\s*(.*))?");
    private static final Pattern TIME =
            Pattern.compile("(?i)(?<![\\d+-])(\\d{1,2}):(\\d{2})(?::(\\d{1,2})(?:[.,]\\d+)?)?\\s*([ap]\\.?m\\b\\.?)?");
    private static final Pattern DOTTED_TIME =
            Pattern.compile("(?<![\\d.+-])(\\d{1,2})\\.(\\d{2})(?:\\.(\\d{2}))?(?![\\d.])()");
    private static final Pattern SLASHED = Pattern.compile("(\\d{1,4})[/.-](\\d{1,2})[/.-](\\d{1,4})");
    private static final Pattern WORD = Pattern.compile("[\\p{L}]+\\.?");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private Dates() {}

    /** A moment, and whether its zone was in the text (else the default was taken). */
    record Moment(Instant instant, boolean zoned) {}

    /** The instant; text without a zone counts in {@code zone}, or UTC when that is unknown. */
    static Optional<Instant> read(String text, Optional<ZoneId> zone) {
        return moment(text, zone).map(Moment::instant);
    }

    static Optional<Moment> moment(String raw, Optional<ZoneId> zone) {
        var text = Text.fold(raw);
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return parse(text, zone.orElse(ZoneOffset.UTC));
        } catch (DateTimeException | NumberFormatException impossible) {
            return Optional.empty();
        }
    }

    private static Optional<Moment> parse(String text, ZoneId zone) {
        Matcher m = ISO.matcher(text);
        if (m.matches()) {
            return of(m.group(1), m.group(2), m.group(3), m.group(4), m.group(5), m.group(6), m.group(7), zone);
        }
        m = BASIC_ISO_TIME.matcher(text);
        if (m.matches()) {
            return of(m.group(1), m.group(2), m.group(3), m.group(4), m.group(5), m.group(6), m.group(7), zone);
        }
        m = BASIC.matcher(text);
        if (m.matches()) {
            return of(m.group(1), m.group(2), m.group(3), m.group(4), m.group(5), m.group(6), m.group(7), zone);
        }
        m = ORDINAL.matcher(text);
        if (m.matches()) {
            var date = LocalDate.ofYearDay(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)));
            return of(date, m.group(3), m.group(4), m.group(5), m.group(6), zone);
        }
        m = SHORT_YEAR.matcher(text);
        if (m.matches()) {
            var year = String.valueOf(century(Integer.parseInt(m.group(1))));
            return of(year, m.group(2), m.group(3), m.group(4), m.group(5), m.group(6), m.group(7), zone);
        }
        return words(text, zone);
    }

    private static Optional<Moment> of(
            String year,
            @Nullable String month,
            @Nullable String day,
            @Nullable String hour,
            @Nullable String minute,
            @Nullable String second,
            @Nullable String rest,
            ZoneId zone) {
        var date = LocalDate.of(Integer.parseInt(year), number(month, 1), number(day, 1));
        return of(date, hour, minute, second, rest, zone);
    }

    private static Optional<Moment> of(
            LocalDate date,
            @Nullable String hour,
            @Nullable String minute,
            @Nullable String second,
            @Nullable String rest,
            ZoneId zone) {
        var tail = rest == null ? "" : rest.strip();
        int h = number(hour, 0);
        var half = tail.toLowerCase(Locale.ROOT);
        if (half.startsWith("am") || half.startsWith("pm")) {
            h = halfDay(h, half.charAt(0) == 'p');
            tail = tail.substring(2).strip();
        }
        return moment(date, h, number(minute, 0), number(second, 0), tail, zone);
    }

    /** A date in words, in whatever order: find the time, the month, the year, the day and what is left of a zone. */
    private static Optional<Moment> words(String text, ZoneId zone) {
        int h = 0;
        int m = 0;
        int s = 0;
        var rest = text;
        var zoneText = "";
        var time = text.indexOf(':') > 0 ? TIME.matcher(text) : DOTTED_TIME.matcher(text);
        if (time.find()) {
            h = Integer.parseInt(time.group(1));
            m = Integer.parseInt(time.group(2));
            s = number(time.group(3), 0);
            if (time.group(4) != null && !time.group(4).isEmpty()) {
                h = halfDay(h, time.group(4).toLowerCase(Locale.ROOT).startsWith("p"));
            }
            zoneText = text.substring(time.end()).strip();
            rest = text.substring(0, time.start());
        }
        var day = date(rest, zoneText);
        return day.isEmpty()
                ? Optional.empty()
                : moment(day.get().date(), h, m, s, day.get().zone(), zone);
    }

    private record DayAndZone(LocalDate date, String zone) {}

    private static Optional<DayAndZone> date(String before, String after) {
        var slashed = SLASHED.matcher(before);
        if (slashed.find()) {
            return slashed(slashed).map(date -> new DayAndZone(date, after));
        }
        int month = month(before);
        var numbers = NUMBER.matcher(before).results().map(r -> r.group()).toList();
        var zone = after;
        if (month == 0) {
            month = month(after);
        }
        if (month == 0 || numbers.isEmpty()) {
            return Optional.empty();
        }
        if (numbers.size() == 1) { // "Jan 2 15:04:05 MST 2006"
            var year = Pattern.compile("(?<![\\d:+-])(\\d{4})\\s*$").matcher(after);
            if (!year.find()) {
                return Optional.empty();
            }
            zone = after.substring(0, year.start()).strip();
            return Optional.of(new DayAndZone(
                    LocalDate.of(Integer.parseInt(year.group(1)), month, Integer.parseInt(numbers.getFirst())), zone));
        }
        var day = numbers.get(0);
        var year = numbers.get(1);
        if (day.length() == 4) {
            day = numbers.get(1);
            year = numbers.get(0);
        }
        if (day.length() > 2 || year.length() == 3 || year.length() > 4) {
            return Optional.empty();
        }
        int y = year.length() == 4 ? Integer.parseInt(year) : century(Integer.parseInt(year));
        return Optional.of(new DayAndZone(LocalDate.of(y, month, Integer.parseInt(day)), zone));
    }

    /** 2020/1/10 is clear; 31.12.2020 and 12/31/2020 too; 3/4/2020 is not, and is taken for neither. */
    private static Optional<LocalDate> slashed(Matcher m) {
        int a = Integer.parseInt(m.group(1));
        int b = Integer.parseInt(m.group(2));
        int c = Integer.parseInt(m.group(3));
        if (m.group(1).length() == 4) {
            return Optional.of(LocalDate.of(a, b, c));
        }
        if (m.group(3).length() != 4) {
            return Optional.empty();
        }
        boolean dotted = m.group().contains(".");
        if (dotted || a > 12) {
            return Optional.of(LocalDate.of(c, b, a));
        }
        return b > 12 || a == b ? Optional.of(LocalDate.of(c, a, b)) : Optional.empty();
    }

    private static int month(String text) {
        var words = WORD.matcher(text);
        while (words.find()) {
            int month = Zones.month(words.group());
            if (month > 0) {
                return month;
            }
        }
        return 0;
    }

    private static Optional<Moment> moment(LocalDate date, int h, int m, int s, String zoneText, ZoneId zone) {
        // Year 1 is what a program writes that knows no date; nor does a calendar older than ours mean one.
        if (date.getYear() < 1583 || date.getYear() > 2200) {
            return Optional.empty();
        }
        var offset = Zones.read(zoneText);
        int seconds = s == 60 ? 59 : s; // a leap second
        var local = h == 24 && m == 0
                ? date.plusDays(1).atStartOfDay()
                : LocalDateTime.of(date, LocalTime.of(h, m, seconds));
        return Optional.of(new Moment(local.atZone(offset.orElse(zone)).toInstant(), offset.isPresent()));
    }

    /** "14:30 pm" is 14:30: who writes both means the first. */
    private static int halfDay(int hour, boolean afternoon) {
        if (hour > 12) {
            return hour;
        }
        return hour % 12 + (afternoon ? 12 : 0);
    }

    /** The pivot of RFC 2822, moved to where computers have dates. */
    private static int century(int year) {
        return year < 70 ? 2000 + year : 1900 + year;
    }

    private static int number(@Nullable String digits, int absent) {
        return digits == null ? absent : Integer.parseInt(digits);
    }
}
