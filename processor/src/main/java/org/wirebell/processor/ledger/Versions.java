package org.wirebell.processor.ledger;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.Pattern;

/** Versions as providers count them: numbers where they are numbers, else as text. */
final class Versions {
    private static final Pattern DIGITS = Pattern.compile("\\d{1,40}");

    static final Comparator<String> ORDER =
            (a, b) -> DIGITS.matcher(a).matches() && DIGITS.matcher(b).matches()
                    ? new BigInteger(a).compareTo(new BigInteger(b))
                    : DIGITS.matcher(a).matches() ? 1 : DIGITS.matcher(b).matches() ? -1 : a.compareTo(b);

    private Versions() {}
}
