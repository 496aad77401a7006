package org.wirebell.desk.page;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wirebell.model.Alert;
import org.wirebell.model.Figure;
import org.wirebell.model.Series;

/** Numbers, enums and series in the words that people read. */
final class Words {
    private Words() {}

    static String number(long value) {
        return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(value);
    }

    static String change(long difference) {
        return (difference > 0 ? "+" : "\u2212") + number(Math.abs(difference));
    }

    static String reading(Alert.Reading reading) {
        return reading(reading.value(), reading.low(), reading.high(), reading.bound());
    }

    static String reading(Optional<Long> value, Optional<Long> low, Optional<Long> high, Figure.Bound bound) {
        var best = value.or(() -> low).or(() -> high);
        if (best.isEmpty()) {
            return "no number";
        }
        var number = number(best.get());
        return switch (bound) {
            case EXACT -> number;
            case AT_LEAST -> "at least " + number;
            case MORE_THAN -> "more than " + number;
            case AT_MOST -> "at most " + number;
            case FEWER_THAN -> "fewer than " + number;
            case ABOUT -> "about " + number;
            case NEARLY -> "nearly " + number;
            case RANGE -> range(low.or(() -> value), high.or(() -> value));
            case VAGUE -> "vague, " + range(low.or(() -> value), high);
        };
    }

    /** Both ends where they differ, one where not, an open end as such. */
    static String range(Optional<Long> low, Optional<Long> high) {
        if (low.equals(high)) {
            return low.map(Words::number).orElse("no number");
        }
        return low.map(Words::number).orElse("up to ")
                + (low.isPresent() && high.isPresent() ? "\u2013" : "")
                + high.map(Words::number).orElse(" or more");
    }

    /** {@code AT_LEAST} → {@code At least}. */
    static String word(Enum<?> value) {
        var text = value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    static String reason(Alert.Reason reason) {
        return switch (reason) {
            case FIRST -> "First report";
            case MATERIAL_CHANGE -> "Changed";
            case MINOR_CHANGE -> "Small change";
            case NEW_CLAIMANT -> "Another source says";
            case CONFLICT -> "Claims conflict";
            case LOWERED -> "Lowered";
            case CORRECTED -> "Corrected";
            case WITHDRAWN -> "Withdrawn";
            case HELD -> "Held";
            case RELEASED -> "Released";
            case ESCALATED -> "Not acknowledged";
            case REMINDER -> "Reminder";
            case DIGEST -> "Digest";
            case CLOSED -> "Closed";
            case TEST -> "Test";
        };
    }

    /** What is counted, of whom, where: {@code Killed · children · Port Adel}. */
    static String series(Series series) {
        var parts = new ArrayList<String>();
        parts.add(word(series.category()));
        if (!series.population().isEmpty() && !series.population().equals("all")) {
            parts.add(series.population());
        }
        if (!series.place().isEmpty()) {
            parts.add(place(series.place()));
        }
        return String.join(" \u00b7 ", parts);
    }

    /** What sets the series apart besides: event, baseline, running total. */
    static List<String> details(Series series) {
        var parts = new ArrayList<String>();
        if (!series.day().isEmpty()) {
            parts.add((series.event().isEmpty() ? "incident" : series.event()) + " of " + series.day());
        } else if (!series.event().isEmpty()) {
            parts.add(series.event());
        }
        if (!series.since().isEmpty()) {
            parts.add("since " + series.since());
        }
        if (series.scope() == Figure.Scope.CUMULATIVE) {
            parts.add("running total");
        }
        return parts;
    }

    /** The last part of a gazetteer id, or the words, with capitals where there are none. */
    static String place(String place) {
        var name = place.substring(place.lastIndexOf('/') + 1);
        if (name.length() == 2 && place.equals(name)) {
            return Optional.of(Locale.of("", name).getDisplayCountry(Locale.ENGLISH))
                    .filter(n -> !n.equalsIgnoreCase(name))
                    .orElse(name.toUpperCase(Locale.ROOT));
        }
        return Arrays.stream(name.replace('-', ' ').split(" ", -1))
                .map(w -> w.isEmpty() ? w : w.substring(0, 1).toUpperCase(Locale.ROOT) + w.substring(1))
                .collect(Collectors.joining(" "));
    }

    static String count(long n, String one, String many) {
        return number(n) + " " + (n == 1 ? one : many);
    }
}
