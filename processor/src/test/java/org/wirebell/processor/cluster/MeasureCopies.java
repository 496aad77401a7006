package org.wirebell.processor.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** For measuring by hand: the trial of every edit, on invented articles or on those of a folder of plain-text files. */
final class MeasureCopies {
    private static final int INVENTED = 1_000;
    private static final int LEAST_WORDS = 60;
    private static final int LEAST_SENTENCES = 4;

    private MeasureCopies() {}

    public static void main(String[] args) throws IOException {
        var trial = args.length == 0 ? Trial.invented(INVENTED, 1) : new Trial(articles(Path.of(args[0])), List.of());
        System.out.println("edit         copies  recall  precision  told  wrong  updates  numbers  told  wrong");
        for (var edit : Edit.values()) {
            var score = trial.run(edit, edit.ordinal());
            System.out.printf(
                    Locale.ROOT,
                    "%-12s %6d  %.4f  %.4f  %7d %6d %7d %8d %6d %5d%n",
                    edit,
                    score.copies(),
                    score.recall(),
                    score.precision(),
                    score.told(),
                    score.wrong(),
                    score.updates(),
                    score.numbers(),
                    score.numbersTold(),
                    score.numbersWrong());
        }
    }

    private static List<Article> articles(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .map(MeasureCopies::article)
                    .filter(article -> article.words() >= LEAST_WORDS
                            && article.sentences().size() >= LEAST_SENTENCES)
                    .toList();
        }
    }

    private static Article article(Path file) {
        try {
            var lines = Files.readString(file).strip().split("\n", 2);
            return new Article(
                    "en",
                    lines[0],
                    Arrays.asList(lines[lines.length - 1].strip().split("(?<=[.!?])\\s+")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
