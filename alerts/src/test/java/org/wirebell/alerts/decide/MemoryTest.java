package org.wirebell.alerts.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirebell.model.Json;
import org.wirebell.model.Notice;
import org.wirebell.model.Priority;
import org.wirebell.model.Samples;

/** What the planner remembers outlives a restart. */
class MemoryTest {
    static Stream<Object> remembered() {
        var budget = Newsdesk.Budget.defaults();
        var life = Life.NONE
                .moved(1, News.T0, Duration.ofHours(1))
                .moved(-1, News.T0, Duration.ofHours(1))
                .spoke(News.T0)
                .closing(News.T0);
        return Stream.of(
                DeskState.NONE.counted(News.T0).spent("desk", budget, News.T0).storm(News.T0),
                Standing.NONE
                        .saw("u1")
                        .heard("the harbour office")
                        .with(Samples.handled())
                        .living(life.escalating(Optional.of(News.T0))),
                new Waiting(
                        Notices.of(Samples.alert(), "desk", Notice.Kind.NEW, News.T0),
                        Waiting.Why.QUIET,
                        News.T0,
                        News.T0.plus(Duration.ofHours(1))),
                new Errand(Errand.Kind.ESCALATE, "main", "a1", News.T0, 1, News.T0),
                new OpenFigure("a1", News.series("all"), List.of("xa/port-adel", "xa"), 31, Priority.URGENT));
    }

    @ParameterizedTest
    @MethodSource("remembered")
    void isReadBackAsItWasWritten(Object value) {
        assertThat((Object) Json.read(Json.write(value), value.getClass())).isEqualTo(value);
    }
}
