package org.wirebell.processor.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CopiesTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Article STORY = Article.invented("en", 300, new Random(7));

    private final Copies copies = new Copies(CopiesConfig.defaults(), Shelf.inMemory());

    @Test
    void tellsWhatIsACopyOfWhatAndWhatWasFirst() {
        assertThat(add("a", 0, STORY)).isEmpty();
        var reprint = add("b", 10, Edit.BOILERPLATE.apply(STORY, new Random(1)).article());
        var cut = add("c", 20, Edit.CUT_50.apply(STORY, new Random(2)).article());
        var edited = add("d", 30, Edit.WORDS_20.apply(STORY, new Random(3)).article());
        var update = add("e", 40, Edit.UPDATE.apply(STORY, new Random(4)).article());

        assertThat(reprint.map(Copy::kind)).contains(Copy.Kind.REPRINT);
        assertThat(cut.map(Copy::kind)).contains(Copy.Kind.CUT);
        assertThat(edited.map(Copy::kind)).contains(Copy.Kind.EDITED);
        assertThat(update.map(Copy::kind)).contains(Copy.Kind.UPDATE);
        assertThat(List.of(reprint, cut, edited, update))
                .allSatisfy(copy -> assertThat(copy.map(Copy::root)).contains("a-id"));
        assertThat(edited.map(Copy::of)).contains("a-id");
    }

    @Test
    void aCopyOfACopyNamesTheCloserTextAndTheFirst() {
        var changed = Edit.WORDS_10.apply(STORY, new Random(5)).article();
        add("a", 0, STORY);
        add("b", 10, changed);

        assertThat(add("c", 20, changed)).hasValueSatisfying(copy -> {
            assertThat(copy.of()).isEqualTo("b-id");
            assertThat(copy.root()).isEqualTo("a-id");
            assertThat(copy.likeness()).isEqualTo(1);
        });
    }

    @Test
    void aLaterVersionTakesThePlaceOfTheFormerAndIsNoCopyOfItsOwnCopies() {
        var next = Edit.NEW_LEAD.apply(STORY, new Random(6)).article();
        add("a", 0, STORY);
        add("b", 10, STORY);

        assertThat(copies.add(candidate("a", "a-2", 20, next))).isEmpty();
        assertThat(add("c", 30, next)).hasValueSatisfying(copy -> {
            assertThat(copy.of()).isEqualTo("a-2");
            assertThat(copy.root()).isEqualTo("a-id");
        });
    }

    @Test
    void anOlderVersionThatComesLateDoesNotTakeThePlaceOfTheNewer() {
        var next = Edit.NEW_LEAD.apply(STORY, new Random(6)).article();
        copies.add(candidate("a", "a-2", 20, next));
        copies.add(candidate("a", "a-1", 0, STORY));

        assertThat(add("b", 30, next).map(Copy::of)).contains("a-2");
    }

    @Test
    void ofTextsThatComeOutOfOrderAnEarlierOneIsPreferred() {
        add("b", 20, STORY);

        assertThat(add("a", 0, STORY).map(Copy::of)).contains("b-id");
        assertThat(add("c", 10, STORY).map(Copy::of)).contains("a-id");
        assertThat(add("c", 10, STORY).map(Copy::root)).contains("b-id");
    }

    @ParameterizedTest(name = "{0} / {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # earlier                                              | later                                                  | kind
            Ferry sinks off Marla                                  | Ferry sinks off Marla                                  | REPRINT
            Ferry sinks off Marla                                  | Ferry sinks off Kervik                                 | none
            Photo gallery                                          | Photo gallery                                          | none
            A ferry with 31 people on board sank off Marla on Monday, the harbour office said. \
            | A ferry with 31 people on board sank off Marla on Monday, the harbour office said. | REPRINT
            A ferry with 31 people on board sank off Marla on Monday, the harbour office said. \
            | A ferry with 34 people on board sank off Marla on Monday, the harbour office said. | UPDATE
            A ferry with 31 people on board sank off Marla on Monday, the harbour office said. \
            | On Monday a ferry with 31 on board went down near Marla, said the harbour office.  | none
            船上有31人的渡轮周一在马尔拉附近沉没港务局表示搜救仍在继续 | 船上有31人的渡轮周一在马尔拉附近沉没港务局表示搜救仍在继续 | REPRINT
            船上有31人的渡轮周一在马尔拉附近沉没港务局表示搜救仍在继续 | 船上有34人的渡轮周一在马尔拉附近沉没港务局表示搜救仍在继续 | UPDATE
            غرقت عبارة على متنها 31 شخصا قبالة مرلا يوم الاثنين بحسب مكتب الميناء \
            | غرقت عبارة على متنها ٣١ شخصا قبالة مرلا يوم الإثنين بحسب مكتب الميناء | REPRINT
            """)
    void comparesShortTexts(String earlier, String later, String kind) {
        add("a", 0, article(earlier));

        assertThat(add("b", 10, article(later)).map(copy -> copy.kind().name()).orElse("none"))
                .isEqualTo(kind);
    }

    @ParameterizedTest(name = "{0} / {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # earlier                    | later                                | language | told
            31 people are missing        | 34 people are missing                | en       | 31 → 34
            31 people are missing        | thirty people are missing            | en       | 31 → 30
            31 people are missing        | 31 people are missing, 4 in hospital | en       |
            three people are missing     | 3 people are missing                 | en       |
            1,200 people are missing     | 1,350 people are missing             | en       | 1200 → 1350
            onze personnes ont disparu   | douze personnes ont disparu          | fr       | 11 → 12
            once personas desaparecieron | doce personas desaparecieron         | es       | 11 → 12
            once people are missing      | twice people are missing             | en       |
            """)
    void tellsChangedNumbers(String earlier, String later, String language, String told) {
        var frame = "The harbour office of Marla gave its first report of the night: %s after the ferry sank off the "
                + "northern mole, and boats from the whole coast were still out at dawn.";
        add("a", 0, new Article(language, "Ferry", List.of(frame.formatted(earlier))));

        assertThat(add("b", 10, new Article(language, "Ferry", List.of(frame.formatted(later))))
                        .map(copy -> String.join(", ", copy.changedNumbers())))
                .contains(told == null ? "" : told);
    }

    @Test
    void aTextOfManyWordsKnowsItsTeaser() {
        var random = new Random(8);
        var book = Article.invented("en", 5_000, random);
        add("a", 0, book);

        assertThat(add("b", 10, Edit.TEASER.apply(book, random).article()).map(Copy::kind))
                .contains(Copy.Kind.CUT);
        assertThat(add("c", 20, Edit.WORDS_10.apply(book, random).article()).map(Copy::kind))
                .contains(Copy.Kind.EDITED);
        assertThat(add("d", 30, Article.invented("en", 5_000, random))).isEmpty();
    }

    @Test
    void aFormFilledInAnewIsNoCopy() {
        var random = new Random(9);
        var monday = Article.form("Marla", "Ine Marklund", "Monday", random);
        add("a", 0, monday);

        assertThat(add("b", 1, Article.form("Kervik", "Rui Castellan", "Monday", random)))
                .isEmpty();
        assertThat(add("c", 24 * 60, Article.form("Marla", "Ine Marklund", "Tuesday", random)))
                .isEmpty();
        assertThat(add("d", 2, monday).map(Copy::of)).contains("a-id");
    }

    @Test
    void whatASourceSaysUnderManyHeadlinesIsNoCopyThere() {
        var teaser = "Read the whole story with all pictures and every detail on the pages of our paper.";
        copies.add(new Candidate("1", "coast|1", "coast", NOON, "en", "Ferry sinks", teaser));

        assertThat(copies.add(new Candidate("2", "coast|2", "coast", NOON, "en", "Bridge opens", teaser)))
                .isEmpty();
        assertThat(copies.add(new Candidate("3", "coast|3", "coast", NOON, "en", "Ferry sinks", teaser)))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({"1000000, word", "1000000, ''", "0, ''", "300000, 船"})
    void hostileTextsAreOrdinary(int length, String unit) {
        var random = new Random(3);
        var text = unit.isEmpty()
                ? random.ints(length, ' ', 0x3000)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                : (unit + " ").repeat(length / (unit.length() + 1));
        var article = new Article("", "", Arrays.asList(text));

        assertThat(add("a", 0, article)).isEmpty();
        assertThat(add("b", 10, article).isPresent()).isEqualTo(unit.isEmpty() && length > 0 || unit.length() > 0);
    }

    private Optional<Copy> add(String source, int minute, Article article) {
        return copies.add(candidate(source, source + "-id", minute, article));
    }

    private static Candidate candidate(String source, String id, int minute, Article article) {
        var at = NOON.plus(Duration.ofMinutes(minute));
        return new Candidate(id, source + "|1", source, at, article.language(), article.headline(), article.text());
    }

    private static Article article(String text) {
        return new Article("en", "", List.of(text));
    }
}
