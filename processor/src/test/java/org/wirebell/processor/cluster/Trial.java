package org.wirebell.processor.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Articles go by, and copies of each after one kind of edit: how many are found, and how many of those found are some. */
final class Trial {
    private static final Instant START = Instant.parse("2026-03-01T06:00:00Z");

    /**
     * @param told copies told, {@code wrong} those of another article
     * @param numbers changed numbers, {@code numbersTold} of them told, {@code numbersWrong} told though not changed
     */
    record Score(
            int copies, int found, int told, int wrong, int updates, int numbers, int numbersTold, int numbersWrong) {
        double recall() {
            return (double) found / copies;
        }

        double precision() {
            return told == 0 ? 1 : (double) (told - wrong) / told;
        }
    }

    private final List<Article> articles;
    private final List<Candidate> others;

    /** @param others what is a copy of nothing, however alike it looks */
    Trial(List<Article> articles, List<Candidate> others) {
        this.articles = articles;
        this.others = others;
    }

    static Instant at(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }

    /** Invented articles of 120 to 600 words, one in four in French, Spanish or Arabic; reports of one event; forms filled in. */
    static Trial invented(int count, long seed) {
        var random = new Random(seed);
        var articles = new ArrayList<Article>();
        for (int i = 0; i < count; i++) {
            var language = i % 4 != 3 ? "en" : List.of("fr", "es", "ar").get(i / 4 % 3);
            articles.add(Article.invented(language, 120 + random.nextInt(480), random));
        }
        var others = new ArrayList<Candidate>();
        for (int i = 0; i < count / 4; i++) {
            var reports = Article.twoReports(200 + random.nextInt(300), random);
            others.add(reports.getFirst().candidate("report-a" + i, "north", at(i)));
            others.add(reports.getLast().candidate("report-b" + i, "south", at(i + 30)));
        }
        var days = List.of("Monday", "Tuesday", "Wednesday");
        var towns = List.of("Marla", "Old Tessen", "Kervik", "Brannow", "Sulme");
        var officials = List.of("Ine Marklund", "Tor Besset", "Alba Niemand", "Rui Castellan", "Ona Frisk");
        for (int day = 0; day < days.size(); day++) {
            for (int town = 0; town < towns.size(); town++) {
                var form = Article.form(towns.get(town), officials.get(town), days.get(day), random);
                others.add(form.candidate("form-" + town + "-" + day, "ports", at(day * 24 * 60 + town)));
            }
        }
        return new Trial(articles, others);
    }

    Score run(Edit edit, long seed) {
        var random = new Random(seed);
        var copies = new Copies(CopiesConfig.defaults(), Shelf.inMemory());
        int told = 0;
        int wrong = 0;
        for (int i = 0; i < articles.size(); i++) {
            wrong += count(copies.add(articles.get(i).candidate("first-" + i, "agency", at(i))));
        }
        int found = 0;
        int updates = 0;
        int numbers = 0;
        int numbersTold = 0;
        int numbersWrong = 0;
        for (int i = 0; i < articles.size(); i++) {
            var edited = edit.apply(articles.get(i), random);
            var copy = copies.add(edited.article().candidate("copy-" + i, "outlet", at(articles.size() + i)));
            told += count(copy);
            if (copy.isPresent()) {
                boolean right = copy.get().of().equals("first-" + i);
                found += right ? 1 : 0;
                wrong += right ? 0 : 1;
                updates += copy.get().kind() == Copy.Kind.UPDATE ? 1 : 0;
                var changed = new HashSet<>(edited.changed());
                int some = (int) copy.get().changedNumbers().stream()
                        .filter(changed::contains)
                        .count();
                numbers += Math.min(16, changed.size());
                numbersTold += some;
                numbersWrong += copy.get().changedNumbers().size() - some;
            }
        }
        for (var other : others) {
            int one = count(copies.add(other));
            told += one;
            wrong += one;
        }
        return new Score(articles.size(), found, told, wrong, updates, numbers, numbersTold, numbersWrong);
    }

    private static int count(Optional<Copy> copy) {
        return copy.isPresent() ? 1 : 0;
    }
}
