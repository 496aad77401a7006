package org.wirebell.processor.extract.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebell.model.Figure;

class FigureReaderTest {
    private static final FigureReader READER = FigureReader.standard();

    @Test
    void readsHeadlineAndBodyWithOffsetsIntoEach() {
        var body =
                "At least 14 people drowned off Port Zogo on Monday, the coastguard said.\n\nThe toll later rose to 17.";
        var figures = READER.read("Ferry sinks, 14 dead", body, "en");
        assertThat(Shown.show(figures)).isEqualTo("killed 14, killed >=14, killed 17");
        assertThat(figures)
                .extracting(Figure::part)
                .containsExactly(Figure.Part.HEADLINE, Figure.Part.BODY, Figure.Part.BODY);
        assertThat(figures)
                .allSatisfy(f -> assertThat((f.part() == Figure.Part.HEADLINE ? "Ferry sinks, 14 dead" : body)
                                .substring(f.start(), f.end()))
                        .isEqualTo(f.quote()));
        assertThat(figures).allSatisfy(f -> assertThat(f.rule()).isNotEmpty());
    }

    @Test
    void passesOverLettersThatFoldToNothing() {
        assertThat(Shown.show(READER.read("", "السؤال 197 ـ قتل 12 شخصا", "ar")))
                .contains("killed 12");
    }

    @Test
    void lendsPlaceAndBaselineOfTheLeadToLaterFigures() {
        var figures = READER.read(
                "",
                "Some 300 people have been killed in Marlo since March 4. The war there has wounded 900 more since then.",
                "en");
        assertThat(figures).extracting(Figure::place).containsExactly("Marlo", "Marlo");
        assertThat(figures.getFirst().since()).isEqualTo("March 4");
        assertThat(figures).extracting(Figure::scope).containsOnly(Figure.Scope.CUMULATIVE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            More than 30 people died in the sinking of the ferry Marla Star off Port Adel. | Port Adel
            Typhoon Nerea has killed 640 people in Sulat province.                         | Sulat
            The crash of flight Zulu 7 near Dorn killed 12 people.                         | Dorn
            The sinking of the ferry Marla Star killed 12 people.                          | ''
            """)
    void takesNoShipsNameForAPlace(String text, String place) {
        assertThat(READER.read("", text, "en").getFirst().place()).isEqualTo(place);
    }

    @Test
    void marksAFigureThatIsToldAgain() {
        var figures = READER.read("12 killed in blast", "A blast killed 12 people. Twelve people were killed.", "en");
        assertThat(figures).extracting(f -> f.rule().endsWith("+repeat")).containsExactly(false, true, true);
    }

    @Test
    void readsBaselineMomentPlaceAndPast() {
        var figure = READER.read(
                        "", "As of Friday, 4,237 people in Port Zogo had died of cholera since 3 March 2021.", "en")
                .getFirst();
        assertThat(figure.since()).isEqualTo("3 March 2021");
        assertThat(figure.asOf()).isEqualTo("Friday");
        assertThat(figure.place()).isEqualTo("Port Zogo");
        assertThat(figure.subject()).isEqualTo("people");
        var past = READER.read("", "A quake in 1999 killed 300 people in Marlo.", "en")
                .getFirst();
        assertThat(past.time()).contains(Figure.Tense.PAST);
    }

    @Test
    void linksSubsetsAcrossTheWholeStory() {
        var figures = READER.read("Raid kills 20", "The raid killed 20 people, nine of them women.", "en");
        assertThat(figures.getLast().subsetOf()).contains(1);
    }

    @Test
    void knowsNothingOfOtherLanguages() {
        assertThat(READER.read("Bombdåd: 12 döda", "Minst tolv personer dog.", "sv"))
                .isEmpty();
    }

    @Test
    void isSharedByThreads() {
        var text = "Police said 12 people were killed and 30 wounded in Zogo.";
        var alone = READER.read("", text, "en");
        List<List<Figure>> together = IntStream.range(0, 200)
                .parallel()
                .mapToObj(i -> READER.read("", text, "en"))
                .toList();
        assertThat(together).allMatch(alone::equals);
    }
}
