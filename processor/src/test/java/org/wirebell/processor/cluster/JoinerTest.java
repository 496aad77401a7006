package org.wirebell.processor.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wirebell.model.Escalation;
import org.wirebell.model.Finding;
import org.wirebell.model.Item;
import org.wirebell.model.Json;
import org.wirebell.model.Story;
import org.wirebell.processor.extract.Extractor;

/** Items as a desk gets them, and where each ends up. All news is invented. */
class JoinerTest {
    private static final Extractor EXTRACTOR = Extractor.standard();
    private static final Instant START = Instant.parse("2026-03-01T06:00:00Z");
    private static final String FERRY = """
            A ferry with more than 200 passengers on board sank in heavy seas off the port of Tabriz Kala early on Sunday, killing at least 31 people, \
            the harbour office said. Rescue boats pulled dozens of survivors from the water while relatives waited on the quay. The vessel had left \
            the island of Marlo two hours earlier although the weather service had warned of gales, and divers were still searching the hull by noon.""";

    private final Map<String, HeldStory> heads = new HashMap<>();
    private final Map<String, Story.Member> members = new HashMap<>();
    private final Map<String, HeldTerms> terms = new HashMap<>();
    private final Map<String, Story> stories = new HashMap<>();
    private Joiner joiner = joiner(StoriesConfig.defaults());

    private Joiner joiner(StoriesConfig config) {
        var copies = new Copies(CopiesConfig.defaults(), Shelf.inMemory());
        var shelf = new StoryShelf(Shelf.over(heads), Shelf.over(members), Shelf.over(terms));
        var kept = heads.entrySet().stream()
                .map(head -> new StoryShelf.Kept(
                        head.getValue()
                                .with(members.entrySet().stream()
                                        .filter(m -> m.getKey().startsWith(StoryShelf.prefix(head.getKey())))
                                        .map(Map.Entry::getValue)
                                        .toList()),
                        terms.getOrDefault(head.getKey(), HeldTerms.NONE)))
                .toList();
        return new Joiner(config, copies, shelf, kept, Shelf.inMemory());
    }

    @Test
    void itemsOfOneEventAreOneStoryAndOthersAreNot() {
        var first = add(0, "coast", "Ferry sinks off Tabriz Kala, 31 dead", FERRY);
        var second = add(
                1,
                "bay",
                "At least 34 killed as ferry goes down near Tabriz Kala",
                "Divers found three more bodies in the ferry that sank off Tabriz Kala, the coast guard said, taking the toll to 34.");
        var other = add(
                2,
                "bay",
                "Norvian parliament passes budget after all-night session",
                "Lawmakers approved the budget by a narrow margin after a session that lasted until dawn.");

        assertThat(second.story()).isEqualTo(first.story());
        assertThat(other.story()).isNotEqualTo(first.story());
        assertThat(second.duplicateOf()).isEmpty();
        assertThat(List.of(first, second, other)).extracting(Finding::origins).containsExactly(1, 2, 1);
        assertThat(story(first).origins()).extracting(Story.Origin::name).containsExactly("coast", "bay");
    }

    @Test
    void aCopyHasTheOriginOfTheTextThatItCarriesAndAddsNoVoice() {
        var first = add(0, "coast", "Ferry sinks off Tabriz Kala, 31 dead", FERRY);
        var copy = add(1, "isle", "Dozens dead in ferry disaster", FERRY);
        var cut = add(2, "dune", "Ferry sinks", FERRY.substring(0, 220));
        var update = add(3, "cape", "Ferry toll rises", FERRY.replace("31", "38"));

        assertThat(List.of(copy, cut, update)).extracting(Finding::origin).containsOnly("coast");
        assertThat(List.of(copy, cut, update)).extracting(Finding::origins).containsOnly(1);
        assertThat(List.of(copy, cut, update)).extracting(Finding::duplicateOf).doesNotContain("");
        assertThat(List.of(copy, cut, update)).extracting(Finding::story).containsOnly(first.story());
        assertThat(story(first).origins())
                .singleElement()
                .satisfies(o -> assertThat(o.carriers()).containsExactly("isle", "dune", "cape"));
        assertThat(story(first).members())
                .extracting(Story.Member::kind)
                .containsExactly("", "reprint", "cut", "update");
    }

    @Test
    void anAgencyThatIsCreditedIsTheOriginOfWhoeverCarriesIt() {
        var credited = add(0, "isle", "Ferry sinks", FERRY + "\n\nSource: Coastwire");
        var copy = add(1, "dune", "Ferry sinks", FERRY);

        assertThat(credited.origin()).isEqualTo("coastwire");
        assertThat(copy.origin()).isEqualTo("coastwire");
        assertThat(story(copy).firstOrigin().orElseThrow().carriers()).containsExactly("isle", "dune");
    }

    @Test
    void twoShortLinesThatQuoteOneStatementAreNoCopies() {
        add(0, "coast", "", "The flood killed 31 people, the mayor of Tabriz Kala said.");
        var same = add(1, "bay", "", "The flood killed 31 people, the mayor of Tabriz Kala said.");

        assertThat(same.duplicateOf()).isEmpty();
        assertThat(same.origin()).isEqualTo("bay");
    }

    @Test
    void aNewVersionStaysInItsStoryAndIsNoCopy() {
        var first = add(0, "coast", "Ferry sinks off Tabriz Kala, 31 dead", FERRY);
        var again = add(1, "coast", "i0", "Ferry disaster: 40 dead", FERRY.replace("31", "40"), "en");

        assertThat(again.story()).isEqualTo(first.story());
        assertThat(again.duplicateOf()).isEmpty();
        assertThat(story(first).items()).isEqualTo(1);
        assertThat(story(first).members())
                .extracting(Story.Member::headline)
                .containsExactly("Ferry disaster: 40 dead");
    }

    @Test
    void newsInAnotherLanguageJoinsThroughPlacesAndNumbers() {
        var english = add(
                0,
                "coast",
                "Strike kills 57 in Khiam",
                "An air strike killed 57 people and injured 112 others in the town of Khiam in southern Lebanon, rescuers said.");
        var french = add(
                1,
                "cote",
                "i1",
                "Liban : 57 morts à Khiam",
                "Une frappe aérienne a tué 57 personnes et blessé 112 autres à Khiam, dans le sud du Liban, selon les secours.",
                "fr");
        var arabic = add(
                2,
                "sahel",
                "i2",
                "مقتل 57 شخصا في الخيام",
                "قتل 57 شخصا وأصيب 112 آخرون في غارة جوية على بلدة الخيام في جنوب لبنان، بحسب فرق الإنقاذ.",
                "ar");
        var elsewhere = add(
                3,
                "cote",
                "i3",
                "Liban : le port de Tripoli rouvre",
                "Le port de Tripoli, dans le nord du Liban, a rouvert mardi après deux semaines de travaux.",
                "fr");

        assertThat(french.story()).isEqualTo(english.story());
        assertThat(arabic.story()).isEqualTo(english.story());
        assertThat(elsewhere.story()).isNotEqualTo(english.story());
        assertThat(story(english).languages()).containsExactly("en", "fr", "ar");
    }

    @Test
    void aStoryThatWasSilentForThreeDaysTakesNoMore() {
        var first = add(0, "coast", "Ferry sinks off Tabriz Kala, 31 dead", FERRY);
        var late = add(
                24 * 4,
                "bay",
                "Ferry sinks off Tabriz Kala",
                "A ferry sank off the port of Tabriz Kala, killing nine.");

        assertThat(late.story()).isNotEqualTo(first.story());
        assertThat(heads).containsOnlyKeys(late.story());
        assertThat(terms).containsOnlyKeys(late.story());
        assertThat(members).hasSize(1);
    }

    @Test
    void theStoryThatWasSilentLongestIsOverWhereThereIsNoRoom() {
        joiner = joiner(StoriesConfig.defaults().withOpen(2));
        var ferry = add(0, "coast", "Ferry sinks off Tabriz Kala, 31 dead", FERRY);
        var mine = add(1, "coast", "Mine collapses near Oruro", "Eleven miners died when a shaft near Oruro gave way.");
        add(2, "bay", "Ferry sinks off Tabriz Kala", "A ferry sank off the port of Tabriz Kala, killing nine.");
        var hall = add(3, "coast", "Market hall burns in Turin", "Fire destroyed a market hall in Turin at night.");

        assertThat(heads).containsOnlyKeys(ferry.story(), hall.story());
        assertThat(add(4, "bay", "Mine collapses near Oruro", "A shaft near Oruro gave way and killed eleven miners.")
                        .story())
                .isNotEqualTo(mine.story());
    }

    @Test
    void twoStoriesThatTurnOutToBeOneArePutTogetherAndSayWhy() {
        add(
                0,
                "coast",
                "Dam at Vessel Rock cracks",
                "Engineers found cracks in the dam at Vessel Rock, the water board said.");
        add(1, "bay", "Thousands told to leave Lower Marlo", "Families were told to leave Lower Marlo by nightfall.");
        add(
                2,
                "isle",
                "Dam at Vessel Rock cracks, thousands told to leave Lower Marlo",
                "Cracks in the dam at Vessel Rock forced families to leave Lower Marlo by nightfall, the water board said.");
        add(
                3,
                "cape",
                "Families leave Lower Marlo as cracks in dam at Vessel Rock grow",
                "Thousands of families left Lower Marlo below the dam at Vessel Rock, where engineers found more cracks.");

        var gone = stories.values().stream().filter(Story::gone).toList();
        assertThat(gone).hasSize(1);
        var whole = stories.get(gone.getFirst().into());
        assertThat(whole).isNotNull();
        assertThat(whole.items()).isEqualTo(4);
        assertThat(whole.notes()).singleElement().asString().contains("took in", "likeness");
        assertThat(gone.getFirst().notes()).singleElement().asString().contains("went into " + whole.id());
    }

    @Test
    void aLevelRisesWithinAStoryAndACopyRaisesNothing() {
        var talk = add(
                0,
                "coast",
                "Norvia threatens Sudria over border post at Khiam",
                "Norvia's army threatened to attack Sudria over the border post at Khiam unless it is vacated.");
        var strike = add(
                1,
                "bay",
                "Norvia bombs Sudria's border post at Khiam after threat",
                "Norvian jets bombed the border post at Khiam that Norvia's army had threatened to attack unless it is vacated.");
        var again = add(
                2,
                "isle",
                "More air strikes hit the border post at Khiam",
                "Norvian jets bombed the border post at Khiam again, hours after the first air strikes, the army said.");

        assertThat(strike.story()).isEqualTo(talk.story());
        assertThat(talk.escalation().orElseThrow().rise()).isZero();
        assertThat(strike.escalation().orElseThrow().rise()).isGreaterThanOrEqualTo(2);
        assertThat(again.escalation().orElseThrow().rise()).isZero();
        assertThat(story(talk).levels()).isNotEmpty();
    }

    @Test
    void theFirstStrikeOfAMonthIsOne() {
        add(0, "coast", "Budget passes", "Lawmakers in Beirut passed the budget.");
        var early = strike(24 * 5);
        var first = strike(24 * 40);
        var next = strike(24 * 41);
        var after = strike(24 * 80);

        assertThat(firsts(early)).isEmpty();
        assertThat(firsts(first)).containsExactly(new Escalation.First("strike.air", "lb", 35));
        assertThat(firsts(next)).isEmpty();
        assertThat(firsts(after)).extracting(Escalation.First::days).containsExactly(39);
    }

    @Test
    void goesOnFromItsShelvesAfterARestart() {
        var first = add(0, "coast", "Ferry sinks off Tabriz Kala, 31 dead", FERRY);
        heads.replaceAll((_, held) -> Json.read(Json.write(held), HeldStory.class));
        members.replaceAll((_, held) -> Json.read(Json.write(held), Story.Member.class));
        terms.replaceAll((_, held) -> HeldTerms.of(held.toBytes()));
        joiner = joiner(StoriesConfig.defaults());
        var next = add(
                1, "bay", "Ferry toll off Tabriz Kala at 34", "The ferry that sank off Tabriz Kala killed 34 people.");

        assertThat(next.story()).isEqualTo(first.story());
        assertThat(story(first).items()).isEqualTo(2);
        assertThat(story(first).members()).hasSize(2);
    }

    @Test
    void aStoryThatLetWordsGoIsFoundByTheSameWordsAsAfterARestart() {
        var first = add(0, "coast", "Ferry sinks off Tabriz Kala, 31 dead", FERRY + words(0));
        for (int n = 1; n < 12; n++) {
            add(n, "coast", "Ferry sinks off Tabriz Kala, 31 dead", FERRY.substring(0, 150) + words(n));
        }
        assertThat(story(first).items()).isEqualTo(12);
        assertThat(terms.values())
                .singleElement()
                .satisfies(held -> assertThat(held.terms()).hasSizeLessThan(257));
        var latecomer = words(0).substring(0, 100) + "with 200 passengers in heavy seas.";
        var restarted = joiner(StoriesConfig.defaults());
        var found = add(12, "bay", "Relatives waited on the quay", latecomer);
        joiner = restarted;

        assertThat(add(12, "bay", "Relatives waited on the quay", latecomer).story())
                .isEqualTo(found.story());
    }

    /** Of no other number the same. */
    private static String words(int number) {
        return IntStream.range(0, 30)
                .mapToObj(i -> "w" + (char) ('a' + number) + (char) ('a' + i % 26) + (char) ('a' + i / 26) + " ")
                .collect(Collectors.joining("", " ", ""));
    }

    @Test
    void remembersNoMoreItemsThanItsStoriesList() {
        for (int n = 0; n < 130; n++) {
            var at = START.plusSeconds(n);
            var line =
                    Map.of("id", "n" + n, "source", "coast", "headline", "Ferry sinks off Tabriz Kala, toll at " + n);
            joiner.join(EXTRACTOR.extract(Json.read(Json.plain(line), Item.class)), at)
                    .stories()
                    .forEach(s -> stories.put(s.id(), s));
        }

        assertThat(heads.values())
                .singleElement()
                .satisfies(s -> assertThat(s.story().items()).isEqualTo(130));
        assertThat(joiner.remembered()).isEqualTo(100);
        assertThat(members).hasSize(100);
    }

    private Finding strike(int hour) {
        return add(
                hour,
                "coast",
                "Air strike near Khiam",
                "An air strike destroyed a house near Khiam in southern Lebanon on day " + hour / 24 + ".");
    }

    private static List<Escalation.First> firsts(Finding finding) {
        return finding.escalation().map(Escalation::firsts).orElse(List.of());
    }

    private Story story(Finding finding) {
        return stories.getOrDefault(finding.story(), Chronicle.open(finding, START));
    }

    private Finding add(int hour, String source, String headline, String body) {
        return add(hour, source, "i" + hour, headline, body, "en");
    }

    private Finding add(int hour, String source, String id, String headline, String body, String language) {
        var fields = new HashMap<String, Object>(
                Map.of("id", id, "source", source, "headline", headline, "body", body, "language", language));
        var at = START.plusSeconds(3600L * hour);
        fields.put("published", at.toString());
        fields.put("received", at.toString());
        var joined = joiner.join(EXTRACTOR.extract(Json.read(Json.plain(fields), Item.class)), at);
        new ArrayList<>(joined.stories()).forEach(s -> stories.put(s.id(), s));
        return joined.finding();
    }
}
