package org.wirebell.processor.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wirebell.model.Json;

/** What the shelves hold: it survives JSON, lets another instance go on, and does not grow beyond the window. */
class CopiesStateTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Article STORY = Article.invented("en", 200, new Random(7));

    private static final Article SAID =
            new Article("en", "", List.of("A ferry with 31 people on board sank off Marla, the harbour office said."));

    private final Map<String, HeldText> texts = new HashMap<>();
    private final Map<String, Hour> hours = new HashMap<>();

    @Test
    void survivesJsonAndServesAnotherInstance() {
        copies().add(candidate("a", NOON, STORY));
        copies().add(candidate(
                "b",
                NOON.plusSeconds(60),
                Edit.CUT_25.apply(STORY, new Random(1)).article()));
        texts.replaceAll((_, value) -> Json.read(Json.write(value), HeldText.class));
        hours.replaceAll((_, value) -> Json.read(Json.write(value), Hour.class));
        var update = Edit.UPDATE.apply(STORY, new Random(2));

        assertThat(copies().add(candidate("c", NOON.plusSeconds(120), update.article())))
                .hasValueSatisfying(copy -> {
                    assertThat(copy.of()).isEqualTo("a");
                    assertThat(copy.changedNumbers()).isNotEmpty().isSubsetOf(update.changed());
                });
        assertThat(texts.values())
                .allSatisfy(text ->
                        assertThat(Json.read(Json.write(text), HeldText.class)).isEqualTo(text));
    }

    @Test
    void letsGoOfWhatIsOlderThanTheWindow() {
        var copies = copies();
        var random = new Random(3);
        int mostTexts = 0;
        for (int i = 0; i < 2_000; i++) { // ten an hour, for 200 hours
            var at = NOON.plus(Duration.ofMinutes(6L * i));
            copies.add(candidate("id" + i, at, Article.invented("en", 30, random)));
            mostTexts = Math.max(mostTexts, texts.size());
        }

        assertThat(mostTexts).isBetween(720, 740); // ten an hour for 72 hours and the one that is not over
        assertThat(texts).hasSizeBetween(720, 740);
        assertThat(copies.remembered()).isEqualTo(88 * texts.size());
        assertThat(hours).hasSizeLessThanOrEqualTo(75);
    }

    @Test
    void aBurstIsLetGoOfBitByBit() {
        var copies = copies();
        var random = new Random(4);
        for (int i = 0; i < 400; i++) {
            copies.add(candidate("burst" + i, NOON.plusSeconds(i), Article.invented("en", 30, random)));
        }
        var later = NOON.plus(Duration.ofDays(30));
        for (int i = 0; i < 120; i++) {
            copies.add(candidate("later" + i, later.plusSeconds(i), Article.invented("en", 30, random)));
        }

        assertThat(texts).hasSize(120);
        assertThat(texts.keySet()).hasSize(120);
        assertThat(copies.remembered()).isEqualTo(88 * 120);
    }

    @Test
    void aTextOlderThanTheWindowIsNoLongerComparedAndOneThatComesTooLateIsNotHeld() {
        var copies = copies();
        copies.add(candidate("a", NOON, STORY));

        assertThat(copies.add(candidate("b", NOON.plus(Duration.ofHours(73)), STORY)))
                .isEmpty();
        assertThat(copies.add(candidate("c", NOON.minus(Duration.ofDays(9)), STORY))
                        .map(Copy::of))
                .contains("b");
        assertThat(texts).hasSize(1);
    }

    @Test
    void aVersionThatIsHeldAnewLeavesNothingBehind() {
        var copies = copies();
        for (int i = 0; i < 300; i++) {
            var version = Edit.WORDS_5.apply(STORY, new Random(i)).article();
            copies.add(new Candidate(
                    "v" + i, "coast|1", "coast", NOON.plus(Duration.ofMinutes(i)), "en", "", version.text()));
        }

        assertThat(texts).hasSize(1);
        assertThat(copies.remembered()).isEqualTo(88);
    }

    @Test
    void hashesStayTheSame() {
        assertThat(Mix.of("harbour")).isEqualTo(-1095093232);
        assertThat(Packed.handle("coast|1")).isEqualTo("99sgMetnt3I");
        var bands = new Printer().print(candidate("a", NOON, SAID)).bands();
        assertThat(Packed.bands(bands)).startsWith("gZvZ9AA").endsWith("ydtfUfF");
        assertThat(Packed.bands(Packed.bands(bands))).isEqualTo(bands);
    }

    private Copies copies() {
        var copies = new Copies(CopiesConfig.defaults(), Shelf.over(texts), Shelf.over(hours));
        texts.forEach((handle, text) -> copies.putBack(handle, text.bands()));
        return copies;
    }

    private static Candidate candidate(String id, Instant at, Article article) {
        return article.candidate(id, "source", at);
    }
}
