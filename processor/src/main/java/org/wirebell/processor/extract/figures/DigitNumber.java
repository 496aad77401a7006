package org.wirebell.processor.extract.figures;

import java.util.List;
import org.wirebell.processor.extract.figures.Numeral.Part;
import org.wirebell.processor.extract.figures.Numerals.Read;
import org.wirebell.processor.extract.figures.Quantity.Kind;

/**
 * Reads digits: grouping by comma (also 1,95,243), by dot where the language does so, by blanks; decimals; suffixes ("300k")
 * and scale words ("2.3 million", "2.14 lakh").
 */
final class DigitNumber {
    private final List<Piece> in;
    private final String text;
    private final boolean dotGroups;
    /** Arabic copy groups either way; three digits behind a dot are a group, unless a scale word follows. */
    private final boolean arabic;

    DigitNumber(List<Piece> in, String text, Lexicon lexicon) {
        this.in = in;
        this.text = text;
        this.arabic = lexicon.language().equals("ar");
        this.dotGroups = lexicon.language().equals("fr") || lexicon.language().equals("es");
    }

    Read read(int from) {
        boolean dots = arabic && !isScale(from + 1) && in.get(from).word().indexOf(',') < 0;
        double worth = parse(
                in.get(from).word(), dotGroups || dots && isGrouped(in.get(from).word(), '.'));
        int end = from + 1;
        if (worth < 0) {
            return new Read(end, 0, Kind.OTHER);
        }
        while (worth < 1e12 && groupFollows(from, end)) {
            worth = worth * 1000 + Integer.parseInt(in.get(end).word());
            end++;
        }
        if (end < in.size() && in.get(end).glued() && in.get(end).kind() == Token.Kind.WORD) {
            return glued(end, worth);
        }
        boolean hyphen = end + 1 < in.size()
                && in.get(end).mark("-")
                && in.get(end).glued()
                && in.get(end + 1).glued();
        int next = hyphen && isScale(end + 1) ? end + 1 : end;
        if (isScale(next)) {
            return scaled(next, worth);
        }
        return new Read(end, worth, Kind.EXACT);
    }

    /** "300k", "2.3M", "26th"; any other letters make it a name or a measure. */
    private Read glued(int at, double worth) {
        var piece = in.get(at);
        var numeral = piece.entry().numeral();
        boolean money = at >= 2 && in.get(at - 2).entry().is(Tag.CURRENCY);
        if (numeral.part() == Part.SUFFIX && !money) {
            return new Read(at + 1, Math.rint(worth * numeral.worth()), Kind.EXACT);
        }
        if (numeral.part() == Part.SCALE) {
            return scaled(at, worth);
        }
        return switch (piece.word()) {
            case "st", "nd", "rd", "th" -> new Read(at + 1, worth, Kind.ORDINAL);
            case "s" -> new Read(at + 1, worth, Kind.OTHER);
            default ->
                piece.entry().is(Tag.UNIT) || piece.word().length() < 4
                        ? new Read(at + 1, worth, Kind.OTHER)
                        : new Read(at, worth, Kind.EXACT);
        };
    }

    /** Multiplies by every scale word that follows: "2.3 million", "4 dozen". */
    private Read scaled(int at, double worth) {
        double product = worth;
        int i = at;
        boolean loose = false;
        while (isScale(i)) {
            loose |= in.get(i).entry().numeral().part() == Part.DOZEN;
            product *= in.get(i).entry().numeral().worth();
            i++;
        }
        if (arabic && product >= 1000 && i + 1 < in.size() && in.get(i).entry().is(Tag.AND)) {
            var rest = in.get(i + 1);
            if (rest.kind() == Token.Kind.DIGITS
                    && rest.word().length() <= 3
                    && isPlain(rest.word())
                    && product % 1000 == 0) {
                return new Read(i + 2, product + Integer.parseInt(rest.word()), Kind.EXACT); // "68 thousand and 234"
            }
        }
        double rounded = Math.abs(product - Math.rint(product)) < 1e-4 ? Math.rint(product) : product;
        return new Read(i, rounded, loose ? Kind.LOOSE : Kind.EXACT);
    }

    private boolean isScale(int i) {
        if (i >= in.size() || in.get(i).kind() != Token.Kind.WORD) {
            return false;
        }
        var part = in.get(i).entry().numeral().part();
        return part == Part.SCALE
                || part == Part.DOZEN
                || part == Part.HUNDRED && in.get(i).entry().numeral().worth() == 100;
    }

    /** "12 400": exactly three digits after one blank, no name such as "Flight" before, no separators inside. */
    private boolean groupFollows(int from, int at) {
        if (at >= in.size()
                || in.get(at).kind() != Token.Kind.DIGITS
                || in.get(at).word().length() != 3) {
            return false;
        }
        var head = in.get(from).word();
        if (head.length() > 3
                || head.startsWith("0")
                || !isPlain(head)
                || !isPlain(in.get(at).word())) {
            return false;
        }
        int gap = in.get(at).start() - in.get(at - 1).end();
        if (gap != 1) {
            return false;
        }
        char blank = text.charAt(in.get(at - 1).end());
        boolean hard = blank == '\u00a0' || blank == '\u202f' || blank == '\u2009';
        boolean thin = blank == ' ';
        if (!hard && !thin) {
            return false;
        }
        return hard || from == 0 || !isName(in.get(from - 1));
    }

    /** A label ("flight") or a capitalised unknown word, whose number names it. */
    private static boolean isName(Piece before) {
        return before.entry().is(Tag.LABEL) || before.entry().is(Tag.MONTH) || (before.capital() && before.isUnknown());
    }

    private static boolean isPlain(String digits) {
        return digits.indexOf(',') < 0 && digits.indexOf('.') < 0;
    }

    /** The worth of a run of digits with its separators; negative when they make no number. */
    private double parse(String digits, boolean dotGroups) {
        boolean clock = digits.length() > 1 && digits.charAt(0) == '0' && Character.isDigit(digits.charAt(1));
        if (digits.length() > 24 || clock) {
            return -1;
        }
        char group = dotGroups ? '.' : ',';
        char point = dotGroups ? ',' : '.';
        int at = digits.indexOf(point);
        if (dotGroups && at >= 0 && digits.indexOf('.') < 0 && isGrouped(digits, ',')) {
            // French and Spanish copy that keeps an agency's English commas.
            return Double.parseDouble(digits.replace(",", ""));
        }
        if (at >= 0 && digits.indexOf(point, at + 1) >= 0) {
            return -1;
        }
        var whole = at < 0 ? digits : digits.substring(0, at);
        if (whole.indexOf(group) >= 0 && !isGrouped(whole, group)) {
            return dotGroups && digits.indexOf(',') < 0 && digits.indexOf('.') == digits.lastIndexOf('.')
                    ? Double.parseDouble(digits)
                    : -1;
        }
        var plain = whole.replace(String.valueOf(group), "");
        return Double.parseDouble(at < 0 ? plain : plain + "." + digits.substring(at + 1));
    }

    /** Groups of three, or of two and three as in "1,95,243". */
    private static boolean isGrouped(String digits, char group) {
        var parts = digits.split(java.util.regex.Pattern.quote(String.valueOf(group)), -1);
        if (parts[0].isEmpty() || parts[0].length() > 3 || parts[parts.length - 1].length() != 3) {
            return false;
        }
        for (int i = 1; i < parts.length - 1; i++) {
            if (parts[i].length() != 3 && parts[i].length() != 2) {
                return false;
            }
        }
        return true;
    }
}
