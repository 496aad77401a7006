package org.wirebell.processor.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What becomes of an article on its way through other newsrooms. */
enum Edit {
    BOILERPLATE,
    WORDS_2,
    WORDS_5,
    WORDS_10,
    WORDS_20,
    CUT_70,
    CUT_50,
    CUT_25,
    NEW_LEAD,
    UPDATE,
    TEASER,
    SEVERAL;

    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.,])\\d{1,8}(?![\\w]|[.,]\\d)");
    private static final int BOILERPLATE_WORDS = 120;
    private static final int TEASER_WORDS = 16;

    /** @param changed "31 → 34" for each number that was changed */
    record Edited(Article article, List<String> changed) {}

    Edited apply(Article article, Random random) {
        var own = Grammar.of(article.language());
        return switch (this) {
            case BOILERPLATE -> told(joined(article, fresh(article, BOILERPLATE_WORDS, random)));
            case WORDS_2 -> told(words(article, 0.02, own, random));
            case WORDS_5 -> told(words(article, 0.05, own, random));
            case WORDS_10 -> told(words(article, 0.10, own, random));
            case WORDS_20 -> told(words(article, 0.20, own, random));
            case CUT_70 -> told(cut(article, 0.70));
            case CUT_50 -> told(cut(article, 0.50));
            case CUT_25 -> told(cut(article, 0.25));
            case NEW_LEAD -> told(lead(article, random));
            case UPDATE -> update(article, random);
            case TEASER -> told(teaser(article).headed(fresh(article, 1, random).headline()));
            case SEVERAL ->
                told(joined(cut(words(article, 0.05, own, random), 0.70), fresh(article, BOILERPLATE_WORDS, random)));
        };
    }

    private static Edited told(Article article) {
        return new Edited(article, List.of());
    }

    private static Article fresh(Article like, int words, Random random) {
        return Article.invented(like.language(), words, random);
    }

    private static Article joined(Article first, Article second) {
        var sentences = new ArrayList<>(first.sentences());
        sentences.addAll(second.sentences());
        return first.with(sentences);
    }

    /** Of the words that are edited three in five are replaced, one goes, one gets another before it. */
    private static Article words(Article article, double share, Grammar grammar, Random random) {
        return article.with(article.sentences().stream()
                .map(sentence -> Arrays.stream(sentence.split(" "))
                        .map(word -> random.nextDouble() >= share ? word : edited(word, grammar, random))
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.joining(" ")))
                .toList());
    }

    private static String edited(String word, Grammar grammar, Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> "";
            case 1 -> grammar.noun(random) + " " + word;
            default -> grammar.noun(random);
        };
    }

    private static Article cut(Article article, double share) {
        var words = article.text().split("(?<=\\s)(?=\\S)");
        int kept = (int) Math.ceil(words.length * share);
        return article.with(
                List.of(String.join("", Arrays.asList(words).subList(0, kept)).strip()));
    }

    private static Article lead(Article article, Random random) {
        var lead = fresh(article, 25, random);
        var rest =
                article.with(article.sentences().subList(1, article.sentences().size()));
        return joined(lead, rest);
    }

    private static Edited update(Article article, Random random) {
        var changed = new ArrayList<String>();
        var sentences = article.sentences().stream()
                .map(sentence -> NUMBER.matcher(sentence).replaceAll(number -> {
                    if (random.nextBoolean()) {
                        return number.group();
                    }
                    var other = Integer.toString(Integer.parseInt(number.group()) + 1 + random.nextInt(40));
                    changed.add(number.group() + " → " + other);
                    return other;
                }))
                .toList();
        var lead = fresh(article, 20, random);
        var news = fresh(article, article.words() / 5, random);
        return new Edited(joined(joined(lead.headed(article.headline()), article.with(sentences)), news), changed);
    }

    private static Article teaser(Article article) {
        var teaser = new ArrayList<String>();
        int words = 0;
        for (var sentence : article.sentences()) {
            if (words < TEASER_WORDS) {
                teaser.add(sentence);
                words += Article.words(sentence);
            }
        }
        return article.with(teaser);
    }
}
