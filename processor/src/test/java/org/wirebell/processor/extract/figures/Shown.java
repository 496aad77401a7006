package org.wirebell.processor.extract.figures;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.wirebell.model.Figure;

/** Figures in words, for tables: "killed >=12, injured 30 of #0 (previous)". */
final class Shown {
    private static final FigureReader READER = FigureReader.standard();

    private Shown() {}

    static String read(String text, String language) {
        return show(READER.read("", text, language));
    }

    static String claimants(String text, String language) {
        return join(
                READER.read("", text, language),
                f -> number(f) + " by " + (f.attribution().isEmpty() ? "nobody" : f.attribution()));
    }

    /** What else a test line may check, one value a figure: "police; nobody". */
    static String check(String check, List<Figure> figures) {
        return figures.stream()
                .map(f -> switch (check) {
                    case "by" -> or(f.attribution(), "nobody");
                    case "of" -> or(f.subject(), "people");
                    case "place" -> or(f.place(), "nowhere");
                    case "since" -> or(f.since(), "none");
                    case "as of" -> or(f.asOf(), "none");
                    case "scope" -> word(f.scope());
                    case "tense" -> f.time().map(Shown::word).orElse("now");
                    default -> throw new IllegalArgumentException("no such check: " + check);
                })
                .collect(Collectors.joining("; "));
    }

    private static String or(String said, String otherwise) {
        return said.isEmpty() ? otherwise : said;
    }

    static String show(List<Figure> figures) {
        return join(figures, Shown::show);
    }

    static String join(List<Figure> figures, java.util.function.Function<Figure, String> each) {
        return figures.isEmpty() ? "none" : figures.stream().map(each).collect(Collectors.joining(", "));
    }

    private static String show(Figure figure) {
        var shown = new StringBuilder(word(figure.category())).append(' ').append(number(figure));
        figure.subsetOf().ifPresent(i -> shown.append(" of #").append(i));
        figure.role().ifPresent(r -> shown.append(" (").append(word(r)).append(')'));
        if (!figure.asserted()) {
            shown.append(" (open)");
        }
        return shown.toString();
    }

    static String number(Figure figure) {
        if (figure.fraction().isPresent()) {
            return sign(figure) + "share " + figure.fraction().get();
        }
        return sign(figure)
                + figure.value()
                        .map(String::valueOf)
                        .orElseGet(() -> figure.low().orElse(0L)
                                + figure.high().map(h -> ".." + h).orElse("+"));
    }

    private static String sign(Figure figure) {
        return switch (figure.bound()) {
            case EXACT, RANGE, VAGUE -> "";
            case AT_LEAST -> ">=";
            case MORE_THAN -> ">";
            case AT_MOST -> "<=";
            case FEWER_THAN -> "<";
            case ABOUT -> "~";
            case NEARLY -> "almost ";
        };
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
