package org.wirebell.alerts.decide;

import java.util.Locale;
import java.util.Optional;
import org.wirebell.model.Alert.Reading;
import org.wirebell.model.Figure;
import org.wirebell.model.Figure.Bound;
import org.wirebell.model.Update;

/** Readings: the one number that they are compared by, and their words. */
final class Numbers {
    private Numbers() {}

    /** What stands after the change; absent when nothing does. */
    static Optional<Reading> now(Update update) {
        var reading = new Reading(update.value(), update.low(), update.high(), update.bound(), update.asOf());
        return of(reading).map(_ -> reading);
    }

    /** What stood before, as far as the change says. */
    static Optional<Reading> before(Update update) {
        return update.previous()
                .map(n -> new Reading(Optional.of(n), Optional.of(n), Optional.of(n), Bound.EXACT, update.asOf()));
    }

    static Optional<Long> of(Reading reading) {
        return reading.value().or(reading::low).or(reading::high);
    }

    static Optional<Long> of(Figure figure) {
        return figure.value().or(figure::low).or(figure::high);
    }

    static String words(Reading reading) {
        if (reading.bound() == Bound.RANGE
                && reading.low().isPresent()
                && reading.high().isPresent()) {
            return digits(reading.low().get()) + " to " + digits(reading.high().get());
        }
        var number = of(reading).map(Numbers::digits).orElse("an unknown number");
        return switch (reading.bound()) {
            case EXACT, RANGE -> number;
            case AT_LEAST -> "at least " + number;
            case MORE_THAN -> "more than " + number;
            case AT_MOST -> "at most " + number;
            case FEWER_THAN -> "fewer than " + number;
            case ABOUT -> "about " + number;
            case NEARLY -> "nearly " + number;
            case VAGUE -> "some " + number;
        };
    }

    static String digits(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
