package org.wirebell.processor.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shelves hold: it survives its bytes, lets another instance go on, and does not grow beyond the window. */
class CopiesStateTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Article STORY = Article.invented("en", 200, new Random(7));

    private static final Article SAID =
            new Article("en", "", List.of("A ferry with 31 people on board sank off Marla, the harbour office said."));

    /** {@link #SAID} as the version of 26 November 2026 held it. */
    private static final String IN_JSON =
            "{\"id\":\"a\",\"source\":\"source\",\"at\":\"2026-03-01T12:00:00Z\",\"root\":\"a\",\"copy\":false,\"size\":12,\"level\":0,\"hashes\":\""
                    + "ifI56aVWqLap6GJUtTdVDeHKGRrskllkA3DqtyEN9ANILExNYEHwn2g063pwZFuJ\",\"bands\":\"gZvZ9AAe+E5lGAHKfHgIAmKYXNOAtKcBYSA"
                    + "77HmxWAbMzPhZAOefK9eAeUrQihAVMfc6mAzajMkqAwyr0suABmH/kxANOH4W2AJIVVj4AuoXxq+AdS6tADBeIHx3HBwAOBrLBEPC/RNB6ufb0"
                    + "RB8EdtiXBqATmlbBSu0sYdBhLTInjBxC0oLnBgZP2CrB/tVMksBGtWADxBB3KzZ1BgpAYx6B4g/1K/BQeBGbACC4d5nHCsS1CqICSpUojPCJvP"
                    + "YJRCfCPdjWCA1wGUZCdlM0wfCsQtEOiCvFWGonCNb2LopC0vsc8sCKmC3PxCVpe313CwtCuo5CDT0kX8Cmo1c8CDQQIKsGDz/MXHKDAjp5VODE"
                    + "+RQySDaeokWVD4cC6VYDdrLGacD7g7tbgDF4PYDnD7/eCxoDIaarSuDCIV4MyDrxwm92Dh0XnV7DZ5/4A8DknR6uDEJOK/8HEQJxSRKEATaXYP"
                    + "ElJJjvQET0KhUUE8DUXmbEiRmvEfEYurHchEzPdbplE4asmZoEio6NCsEs3PMuyEc+tZ/2EtzJ3h6ECtEaQ8EfEhanAFzd425FFTegUSJF2Rvu"
                    + "0MFZVQwBSFf+/70XFmxjYrZFydtfUfF\",\"headline\":0,\"numbers\":\"31\",\"windows\":\"T/MK/wmfcHaCFoI0OWM3Iw\",\"names\":\"o5RqC"
                    + "Q\"}";

    private final Map<String, HeldText> texts = new HashMap<>();

    @Test
    void survivesItsBytesAndServesAnotherInstance() {
        copies().add(candidate("a", NOON, STORY));
        copies().add(candidate(
                "b",
                NOON.plusSeconds(60),
                Edit.CUT_25.apply(STORY, new Random(1)).article()));
        texts.replaceAll((_, value) -> HeldText.of(value.toBytes()));
        var update = Edit.UPDATE.apply(STORY, new Random(2));

        assertThat(copies().add(candidate("c", NOON.plusSeconds(120), update.article())))
                .hasValueSatisfying(copy -> {
                    assertThat(copy.of()).isEqualTo("a");
                    assertThat(copy.changedNumbers()).isNotEmpty().isSubsetOf(update.changed());
                });
        assertThat(texts.values())
                .allSatisfy(text -> assertThat(HeldText.of(text.toBytes())).isEqualTo(text));
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

        assertThat(mostTexts).isEqualTo(721); // ten an hour for 72 hours, and the one that comes at the end of them
        assertThat(texts).hasSize(721);
        assertThat(copies.remembered()).isEqualTo(88 * texts.size());
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
        assertThat(bands.size()).isEqualTo(88);
        assertThat(bands.get(0)).isEqualTo(Packed.bands("gZvZ9AA").get(0));
        assertThat(bands.get(87)).isEqualTo(Packed.bands("ydtfUfF").get(0));
    }

    @Test
    void readsWhatEarlierVersionsHeldInJson() {
        copies().add(candidate("a", NOON, SAID));
        assertThat(HeldText.of(IN_JSON.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(texts.values().iterator().next());
    }

    @Test
    void refusesBytesOfAVersionThatItDoesNotKnow() {
        assertThatThrownBy(() -> HeldText.of(new byte[] {9, 0})).hasMessage("a text of version 9, known is 1");
    }

    @Test
    void ofMoreTextsThanAreToBeHeldTheLatestStay() {
        var articles = articles(6);
        var copies = few(2);
        for (int i = 0; i < 5; i++) {
            copies.add(candidate("id" + i, NOON.plusSeconds(i), articles.get(i)));
        }

        assertThat(ids()).containsExactlyInAnyOrder("id3", "id4");
        assertThat(copies.remembered()).isEqualTo(2 * 88);
        assertThat(copies.add(candidate("late", NOON.plusSeconds(8), articles.get(2))))
                .isEmpty();
        assertThat(copies.add(candidate("copy", NOON.plusSeconds(9), articles.get(4)))
                        .map(Copy::of))
                .contains("id4");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void whatAnotherSettingHeldBeyondThatGoesWithTimeUnlessItComesBack(int back) {
        var articles = articles(25);
        var before = copies();
        for (int i = 0; i < 20; i++) {
            before.add(candidate("id" + i, NOON.plusSeconds(i), articles.get(i)));
        }
        var copies = few(10);
        assertThat(copies.remembered()).isEqualTo(10 * 88);
        copies.add(candidate("id" + back, NOON.plusSeconds(30), articles.get(20)));
        assertThat(texts).hasSizeBetween(15, 16); // four at a time
        for (int i = 21; i < 25; i++) {
            copies.add(candidate("id" + i, NOON.plusSeconds(30), articles.get(i)));
        }

        assertThat(ids())
                .containsExactlyInAnyOrder(
                        "id" + back, "id15", "id16", "id17", "id18", "id19", "id21", "id22", "id23", "id24");
    }

    @Test
    void ofTooManyThatAreLeftAsManyAreTakenNoteOfAsAreRemembered() {
        var articles = articles(33);
        var before = copies();
        for (int i = 0; i < 30; i++) {
            before.add(candidate("id" + i, NOON.plusSeconds(i), articles.get(i)));
        }
        for (int start = 0; start < 3; start++) {
            var copies = few(2);
            copies.add(candidate("id" + (30 + start), NOON.plusSeconds(30 + start), articles.get(30 + start)));
            assertThat(texts).hasSize(30 - 2 * (start + 1));
        }
    }

    private Copies few(int most) {
        var copies = new Copies(CopiesConfig.defaults().withTexts(most), Shelf.over(texts));
        copies.putBack(texts::forEach);
        return copies;
    }

    private List<String> ids() {
        return texts.values().stream().map(HeldText::id).toList();
    }

    private static List<Article> articles(int count) {
        var random = new Random(5);
        return Stream.generate(() -> Article.invented("en", 60, random))
                .limit(count)
                .toList();
    }

    private Copies copies() {
        var copies = new Copies(CopiesConfig.defaults(), Shelf.over(texts));
        copies.putBack(texts::forEach);
        return copies;
    }

    private static Candidate candidate(String id, Instant at, Article article) {
        return article.candidate(id, "source", at);
    }
}
