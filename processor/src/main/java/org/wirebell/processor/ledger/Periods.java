package org.wirebell.processor.ledger;

import java.util.List;
import java.util.Optional;
import org.wirebell.model.Figure;
import org.wirebell.model.Finding;
import org.wirebell.processor.extract.figures.Sentences;

/** Counts of one stretch of time: "43 people were killed in the past 24 hours" is no running count and no incident. */
final class Periods {
    /** The event of such a count. */
    static final String EVENT = "period";

    private static final WordList WORDS = WordList.read("cues.txt");
    /** A mark or an "and" between a number and the words of time stands for so many letters. */
    private static final int BREAK = 40;

    private Periods() {}

    /** Of the numbers of a sentence the one that stands nearest to the words of time. */
    static boolean counted(Finding finding, Figure figure) {
        var item = finding.item();
        var text = figure.part() == Figure.Part.HEADLINE ? item.headline() : item.text();
        if (figure.end() > text.length()) {
            return false;
        }
        var span = Sentences.at(text, figure.start());
        var cues = WORDS.spans("period", text.substring(span.start(), span.end()));
        if (cues.isEmpty()) {
            return false;
        }
        var others = finding.figures().stream()
                .filter(f -> f.part() == figure.part() && f.start() >= span.start() && f.end() <= span.end())
                .toList();
        return cues.stream()
                .anyMatch(cue -> nearest(others, cue, span.start(), text)
                        .filter(figure::equals)
                        .isPresent());
    }

    private static Optional<Figure> nearest(List<Figure> figures, int[] cue, int from, String text) {
        var best = Optional.<Figure>empty();
        int least = Integer.MAX_VALUE;
        for (var figure : figures) {
            boolean before = figure.end() <= from + cue[0];
            int start = before ? figure.end() : from + cue[1];
            int end = before ? from + cue[0] : figure.start();
            boolean running =
                    !before && !figure.since().isEmpty() || figure.rule().startsWith("series");
            if (start > end || running) {
                continue; // the number stands in the words of time ("24 hours"), or says itself from when it counts
            }
            var between = text.substring(start, end);
            int cost = between.length() + BREAK * breaks(between);
            if (cost < least) {
                least = cost;
                best = Optional.of(figure);
            }
        }
        return best;
    }

    private static int breaks(String between) {
        return (int) between.chars()
                        .filter(c -> c == ',' || c == ';' || c == '،')
                        .count()
                + (between.contains(" and ") ? 1 : 0);
    }
}
