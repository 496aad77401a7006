package org.wirebell.alerts.edge;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/**
 * A wording as lines of text for channels without a layout of their own. Where it is too long, reasons and ids go first, then
 * the entries of a digest from its end; then every part is cut to the same length. Headline, figure, claimant and the quote
 * within its sentence are always there.
 *
 * @param escape how foreign text is written on the channel
 * @param limit of the whole, counted by {@code size}
 */
record Letter(UnaryOperator<String> escape, int limit, ToIntFunction<String> size) {
    private static final int[] CUTS = {2_000, 700, 300, 150, 80, 40, 20};

    /** Counted in UTF-16 units. */
    static Letter of(UnaryOperator<String> escape, int limit) {
        return new Letter(escape, limit, String::length);
    }

    /** All of it, the headline first. */
    String whole(Wording words) {
        return fit(words, true);
    }

    /** Without the headline, where the channel has a place for it. */
    String body(Wording words) {
        return fit(words, false);
    }

    private String fit(Wording words, boolean headline) {
        for (int cut : CUTS) {
            var must = must(words, headline, cut);
            var full = join(must, words.why(), List.of(words.footer()));
            if (size.applyAsInt(full) <= limit) {
                return full;
            }
            var noWhy = join(must, List.of(words.footer()));
            if (size.applyAsInt(noWhy) <= limit) {
                return noWhy;
            }
            if (size.applyAsInt(join(must)) <= limit) {
                return join(must);
            }
        }
        return shorter(join(must(words, headline, CUTS[CUTS.length - 1])));
    }

    /** Halved until it fits: only where the limit is far below what any service has. */
    private String shorter(String text) {
        var cut = text;
        for (int most = cut.length() / 2; size.applyAsInt(cut) > limit && most > 0; most /= 2) {
            cut = Plain.head(cut, most);
        }
        return cut;
    }

    private List<String> must(Wording words, boolean headline, int cut) {
        var lines = new ArrayList<String>();
        if (headline) {
            lines.add(part(words.headline(), cut));
        }
        lines.add(part(words.change(), cut));
        if (!words.claimant().isEmpty()) {
            lines.add("Says: " + part(words.claimant(), cut));
        }
        var sentence = words.sentence();
        if (!sentence.text().isEmpty()) {
            lines.add("“" + escape.apply(sentence.cut(cut)) + "”");
        }
        lines.addAll(entries(words, cut));
        lines.add(part(words.source(), cut));
        if (words.link().length() <= cut) {
            lines.add(escape.apply(words.link()));
        }
        return lines;
    }

    private List<String> entries(Wording words, int cut) {
        var entries = words.entries();
        int shown = Math.min(entries.size(), Math.max(3, cut / 20));
        var lines = new ArrayList<String>();
        for (var entry : entries.subList(0, shown)) {
            lines.add("• " + part(entry.title(), cut));
            lines.add("  " + part(entry.claimant(), cut) + ": “" + part(entry.sentence(), cut) + "”");
            if (!entry.link().isEmpty() && entry.link().length() <= cut) {
                lines.add("  " + escape.apply(entry.link()));
            }
        }
        if (shown < entries.size()) {
            lines.add("… and " + (entries.size() - shown) + " more");
        }
        return lines;
    }

    private String part(String text, int cut) {
        return escape.apply(Plain.head(text, cut));
    }

    @SafeVarargs
    private String join(List<String> must, List<String>... more) {
        var lines = new ArrayList<>(must);
        for (var part : more) {
            part.forEach(line -> lines.add(escape.apply(line)));
        }
        lines.removeIf(String::isBlank);
        return String.join("\n", lines);
    }
}
