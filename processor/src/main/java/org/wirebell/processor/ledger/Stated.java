package org.wirebell.processor.ledger;

import java.util.Locale;
import java.util.Optional;
import org.wirebell.model.Claim;
import org.wirebell.model.Figure;

/** The number of a claim, its words and its interval. */
final class Stated {
    /** A rounded restatement is no further off than this. */
    private static final double ROUNDING = 0.06;

    /** An open or vague number may stand for one that is so many times larger. */
    private static final long ONE_SIZE = 5;

    private static final long FEW = 20;

    private Stated() {}

    static Interval interval(Claim claim) {
        return Interval.of(claim.figure()).orElseThrow(() -> new IllegalArgumentException("a claim without a number"));
    }

    /** The number as stated; of a range or a vague word its low end. */
    static long of(Claim claim) {
        return claim.figure().value().orElseGet(() -> interval(claim).low());
    }

    /** The largest number stated. */
    static long top(Claim claim) {
        var interval = interval(claim);
        return interval.open() || claim.figure().bound() == Figure.Bound.VAGUE ? of(claim) : interval.high();
    }

    /** Words that bind the number from below: only these can raise a toll. */
    static boolean firm(Claim claim) {
        return switch (claim.figure().bound()) {
            case EXACT, AT_LEAST, MORE_THAN -> true;
            case AT_MOST, FEWER_THAN, ABOUT, NEARLY, RANGE, VAGUE -> false;
        };
    }

    /** A firm number above everything that the other allows as its floor; a "more than" the same number is not above it. */
    static boolean rises(Claim claim, Claim over) {
        long ceiling = switch (over.figure().bound()) {
            case EXACT, AT_LEAST, MORE_THAN, VAGUE -> interval(over).low();
            case AT_MOST, FEWER_THAN, ABOUT, NEARLY -> interval(over).high();
            case RANGE ->
                interval(over).open() ? interval(over).low() : interval(over).high();
        };
        return firm(claim) && interval(claim).low() > ceiling && of(claim) > of(over);
    }

    /** The intervals meet, or one is the other rounded. */
    static boolean restates(Claim claim, Claim other) {
        return interval(claim).meets(interval(other))
                || of(claim) == of(other)
                || rounded(of(claim), of(other))
                || rounded(of(other), of(claim));
    }

    /** Restates it by a number of about the same size: "at least 5" says nothing of 52,480. */
    static boolean echoes(Claim claim, Claim other) {
        long small = Math.min(of(claim), of(other));
        long large = Math.max(of(claim), of(other));
        return restates(claim, other) && large <= ONE_SIZE * small + FEW;
    }

    static boolean falls(Claim claim, Claim under) {
        return interval(claim).below(interval(under));
    }

    /** Apart by more than the tolerance. */
    static boolean apart(Claim a, Claim b, double tolerance) {
        return !restates(a, b) && Math.abs(of(a) - of(b)) > tolerance * Math.max(of(a), of(b));
    }

    /** Whether {@code shorter} is {@code full} rounded: 8,000 for 8,005 or 7,960. */
    static boolean rounded(long shorter, long full) {
        if (shorter < 100 || shorter % 10 != 0 || Math.abs(full - shorter) > ROUNDING * full) {
            return false;
        }
        long unit = 1;
        while (shorter % (unit * 10) == 0) {
            unit *= 10;
        }
        return full / unit * unit == shorter || (full + unit / 2) / unit * unit == shorter;
    }

    /** Smaller is more specific. */
    static int looseness(Claim claim) {
        return switch (claim.figure().bound()) {
            case EXACT -> 0;
            case RANGE -> 1;
            case AT_LEAST -> 2;
            case MORE_THAN -> 3;
            case ABOUT -> 4;
            case NEARLY -> 5;
            case FEWER_THAN, AT_MOST -> 6;
            case VAGUE -> 7;
        };
    }

    /** The number as people write it: "more than 8,000". */
    static String words(Claim claim) {
        var figure = claim.figure();
        return switch (figure.bound()) {
            case EXACT -> digits(of(claim));
            case AT_LEAST -> "at least " + digits(of(claim));
            case MORE_THAN -> "more than " + digits(of(claim));
            case AT_MOST -> "up to " + digits(of(claim));
            case FEWER_THAN -> "fewer than " + digits(of(claim));
            case ABOUT -> "about " + digits(of(claim));
            case NEARLY -> "nearly " + digits(of(claim));
            case VAGUE -> "“" + figure.quote() + "”";
            case RANGE ->
                digits(interval(claim).low()) + " to "
                        + Optional.of(interval(claim).high())
                                .filter(h -> h != Interval.OPEN)
                                .map(Stated::digits)
                                .orElse("more");
        };
    }

    static String digits(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
