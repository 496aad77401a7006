package org.wirebell.processor.ledger;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Days and moments in the words of a text, read against the moment when it was published (UTC). */
final class Moments {
    private static final Pattern ISO = Pattern.compile("\\b(\\d{4})-(\\d{2})-(\\d{2})\\b");
    private static final Pattern DAY_MONTH =
            Pattern.compile("\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (\\p{L}{3,9})\\.?(?:,? (\\d{4}))?");
    private static final Pattern MONTH_DAY =
            Pattern.compile("\\b(\\p{L}{3,9})\\.? (\\d{1,2})(?:st|nd|rd|th)?\\b(?:,? (\\d{4}))?");
    private static final Pattern MONTH_YEAR = Pattern.compile("\\b(\\p{L}{3,9}) (\\d{4})\\b");
    private static final Pattern CLOCK =
            Pattern.compile("\\b(\\d{1,2})(?:[:.](\\d{2}))?\\s*(am|pm|a\\.m\\.|p\\.m\\.|gmt|utc)(?![\\p{L}])");

    private Moments() {}

    /** The newest day, not after publication, that the words name. */
    static Optional<LocalDate> day(String words, Instant published) {
        var text = words.toLowerCase(Locale.ROOT);
        var today = LocalDate.ofInstant(published, ZoneOffset.UTC);
        return iso(text)
                .or(() -> dated(DAY_MONTH, text, today, 2, 1))
                .or(() -> dated(MONTH_DAY, text, today, 1, 2))
                .or(() -> monthYear(text))
                .or(() -> relative(text, today));
    }

    /** The newest month, not after publication, that the words name without a day. */
    static Optional<YearMonth> month(String words, Instant published) {
        var now = YearMonth.from(published.atOffset(ZoneOffset.UTC));
        return Arrays.stream(words.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
                .flatMap(word -> word.length() < 3 ? Stream.empty() : month(word).stream())
                .findFirst()
                .map(m -> YearMonth.of(now.getYear(), m))
                .map(m -> m.isAfter(now) ? m.minusYears(1) : m);
    }

    /** The moment of counting that the words name; a day that is over counts to its end. */
    static Optional<Instant> moment(String words, Instant published) {
        var text = words.toLowerCase(Locale.ROOT);
        var today = LocalDate.ofInstant(published, ZoneOffset.UTC);
        var day = day(text, published);
        var clock = clock(text);
        if (day.isEmpty() && clock.isEmpty()) {
            return Optional.empty();
        }
        var date = day.orElse(today);
        var moment = date.atTime(clock.orElse(LocalTime.of(23, 59, 59))).toInstant(ZoneOffset.UTC);
        return Optional.of(moment.isAfter(published) ? published : moment);
    }

    private static Optional<LocalDate> iso(String text) {
        var found = ISO.matcher(text);
        return found.find()
                ? date(
                        Integer.parseInt(found.group(1)),
                        Integer.parseInt(found.group(2)),
                        Integer.parseInt(found.group(3)))
                : Optional.empty();
    }

    private static Optional<LocalDate> dated(Pattern pattern, String text, LocalDate today, int monthAt, int dayAt) {
        var found = pattern.matcher(text);
        while (found.find()) {
            var month = month(found.group(monthAt));
            int day = Integer.parseInt(found.group(dayAt));
            if (month.isPresent()) {
                var year = Optional.ofNullable(found.group(3)).map(Integer::parseInt);
                var date = date(year.orElse(today.getYear()), month.get().getValue(), day);
                return date.map(d -> year.isEmpty() && d.isAfter(today) ? d.minusYears(1) : d);
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> monthYear(String text) {
        var found = MONTH_YEAR.matcher(text);
        while (found.find()) {
            var month = month(found.group(1));
            if (month.isPresent()) {
                return date(Integer.parseInt(found.group(2)), month.get().getValue(), 1);
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> relative(String text, LocalDate today) {
        if (text.contains("yesterday")) {
            return Optional.of(today.minusDays(1));
        }
        if (text.contains("today")) {
            return Optional.of(today);
        }
        return Arrays.stream(DayOfWeek.values())
                .filter(d -> Pattern.compile("\\b" + d.name().toLowerCase(Locale.ROOT) + "\\b")
                        .matcher(text)
                        .find())
                .findFirst()
                .map(d -> today.with(TemporalAdjusters.previousOrSame(d)));
    }

    private static Optional<LocalTime> clock(String text) {
        var found = CLOCK.matcher(text);
        if (!found.find()) {
            return Optional.empty();
        }
        int hour = Integer.parseInt(found.group(1));
        int minute = Optional.ofNullable(found.group(2)).map(Integer::parseInt).orElse(0);
        boolean afternoon = found.group(3).startsWith("p") && hour < 12;
        boolean midnight = found.group(3).startsWith("a") && hour == 12;
        int at = afternoon ? hour + 12 : midnight ? 0 : hour;
        return at < 24 && minute < 60 ? Optional.of(LocalTime.of(at, minute)) : Optional.empty();
    }

    private static Optional<Month> month(String word) {
        return Arrays.stream(Month.values())
                .filter(m -> {
                    var name = m.name().toLowerCase(Locale.ROOT);
                    return name.equals(word) || word.length() <= 4 && name.startsWith(word);
                })
                .findFirst();
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        boolean real =
                month >= 1 && month <= 12 && day >= 1 && day <= Month.of(month).maxLength() && year > 1900;
        return real ? Optional.of(LocalDate.of(year, month, 1).plusDays(day - 1L)) : Optional.empty();
    }
}
