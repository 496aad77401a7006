package org.wirebell.processor.cluster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** An article to be copied: invented, or read from a file. */
record Article(String language, String headline, List<String> sentences) {
    /** Of so many words, or a few more. */
    static Article invented(String language, int words, Random random) {
        var grammar = Grammar.of(language);
        var cast = grammar.cast(random);
        var sentences = new ArrayList<String>();
        for (int said = 0; said < words; said += words(sentences.getLast())) {
            sentences.add(grammar.sentence(cast, random));
        }
        return new Article(language, grammar.headline(cast, random), sentences);
    }

    /** Two reports of one event: the same people, places, quotation and background, all else in other words. */
    static List<Article> twoReports(int words, Random random) {
        var grammar = Grammar.of("en");
        var cast = grammar.cast(random);
        var quote = grammar.sentence(cast, random);
        var background = List.of(grammar.sentence(cast, random), grammar.sentence(cast, random));
        var reports = new ArrayList<Article>();
        for (int i = 0; i < 2; i++) {
            var sentences = new ArrayList<String>();
            for (int said = 0; said < words; said += words(sentences.getLast())) {
                sentences.add(grammar.sentence(cast, random));
            }
            sentences.add(1 + random.nextInt(sentences.size() - 1), quote);
            sentences.addAll(background);
            reports.add(new Article("en", grammar.headline(cast, random), sentences));
        }
        return reports;
    }

    /** A form as offices fill it in day by day. */
    static Article form(String place, String official, String day, Random random) {
        var text = """
                The harbour office of %1$s gave its report on %3$s. In the past day #n ships called at the port and #n left it, while #n \
                waited outside. The pilots were called #n times. Wind from the north reached #n knots, and waves of #n metres were seen. \
                Of #n containers #n were opened, the office said. #n people were hurt at work, none of them badly. %2$s, who speaks for \
                the office, said that #n berths are free and that repairs to #n cranes go on. The next report is due tomorrow at noon.""".formatted(place, official, day);
        while (text.contains("#n")) {
            text = text.replaceFirst("#n", Integer.toString(2 + random.nextInt(900)));
        }
        return new Article("en", "Port of " + place + ": daily report", Arrays.asList(text.split("(?<=[.]) ")));
    }

    Candidate candidate(String id, String source, Instant at) {
        return new Candidate(id, source + "|" + id, source, at, language, headline, text());
    }

    /** Three sentences a paragraph. */
    String text() {
        var text = new StringBuilder();
        for (int i = 0; i < sentences.size(); i++) {
            text.append(i == 0 ? "" : i % 3 == 0 ? "\n\n" : " ").append(sentences.get(i));
        }
        return text.toString();
    }

    int words() {
        return sentences.stream().mapToInt(Article::words).sum();
    }

    static int words(String text) {
        return text.split("\\s+").length;
    }

    Article with(List<String> others) {
        return new Article(language, headline, others);
    }

    Article headed(String other) {
        return new Article(language, other, sentences);
    }

    /** Numbers in digits, each once. */
    List<String> numbers() {
        return new HashSet<>(Arrays.asList(text().split("\\D+")))
                .stream().filter(n -> !n.isEmpty()).sorted().collect(Collectors.toList());
    }
}
