package org.wirebell.alerts.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebell.model.Figure;
import org.wirebell.model.Priority;
import org.wirebell.model.Series;

class OpenFiguresTest {
    private static final String DESK = "main";

    private final Shelf<OpenFigure> shelf = Shelf.inMemory();
    private final OpenFigures figures = new OpenFigures(shelf);

    @ParameterizedTest(name = "{0} at {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # alert | its places        | number | priority | told already by
            new     | xa/port-adel xa   | 20     | URGENT   | coast
            new     | xa/port-adel xa   | 21     | URGENT   | all
            new     | xa/port-adel xa   | 401    | URGENT   | none
            new     | xa/hill xa        | 20     | URGENT   | all
            new     | xb/quay xb        | 20     | URGENT   | none
            new     | xa                | 20     | URGENT   | all
            new     | xa/port-adel xa   | 20     | FLASH    | none
            coast   | xa/port-adel      | 20     | URGENT   | none
            """)
    void holdWhatIsPartOfThem(String alert, String places, long number, Priority priority, String expected) {
        figures.put(DESK, figure("coast", 20, "xa/port-adel", "xa"));
        figures.put(DESK, figure("all", 400, "xa"));
        figures.put(DESK, figure("nowhere", 9_000, ""));
        var part = new OpenFigure(alert, series(places.split(" ")[0]), List.of(places.split(" ")), number, priority);
        assertThat(figures.covering(DESK, part).map(OpenFigure::alert).orElse("none"))
                .isEqualTo(expected);
        assertThat(figures.covering("night", part)).isEmpty();
    }

    @Test
    void areFoundAmongAnyNumberOfOthers() {
        for (int i = 0; i < 500; i++) {
            figures.put(DESK, figure("a" + i, 30, "xa/town-" + i, "xa"));
        }
        figures.put(DESK, figure("whole", 60, "xa"));
        assertThat(figures.covering(DESK, figure("part", 20, "xa/port-adel", "xa")))
                .map(OpenFigure::alert)
                .contains("whole");
    }

    @Test
    void holdNothingAnyMoreWhenTheyAreOver() {
        var whole = figure("whole", 60, "xa");
        figures.put(DESK, whole);
        figures.remove(DESK, whole.series(), whole.alert());
        figures.remove(DESK, series(""), "nowhere");
        assertThat(figures.covering(DESK, figure("part", 20, "xa/port-adel", "xa")))
                .isEmpty();
        assertThat(shelf.between("", "\uffff", 9)).isEmpty();
    }

    @Test
    void thoseOfAnEarlierVersionArePutByPlace() {
        var old = "main|KILLED|all|ferry||INCIDENT|2026-03-01|";
        for (var figure : List.of(figure("whole", 60, "xa"), figure("other", 9, "xb"), figure("nowhere", 9, ""))) {
            shelf.put(old + figure.alert(), figure);
        }
        assertThat(figures.covering(DESK, figure("part", 20, "xa/port-adel", "xa")))
                .map(OpenFigure::alert)
                .contains("whole");
        assertThat(shelf.between("", "\uffff", 9))
                .extracting(java.util.Map.Entry::getKey)
                .containsExactly(old + "xa|whole", old + "xb|other");
        figures.remove(DESK, series("xa"), "whole");
        assertThat(new OpenFigures(shelf).covering(DESK, figure("part", 20, "xa/port-adel", "xa")))
                .isEqualTo(Optional.empty());
    }

    private static OpenFigure figure(String alert, long number, String... places) {
        return new OpenFigure(alert, series(places[0]), List.of(places), number, Priority.URGENT);
    }

    private static Series series(String place) {
        return new Series(Figure.Category.KILLED, "all", place, "ferry", "", Figure.Scope.INCIDENT, "2026-03-01#2");
    }
}
