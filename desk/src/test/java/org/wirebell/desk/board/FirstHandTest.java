package org.wirebell.desk.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirebell.desk.Tales;
import org.wirebell.model.Samples;
import org.wirebell.model.Story;

class FirstHandTest {
    private final Tales tales = new Tales(Samples.T0);

    private static List<String> show(Instant since, Story... stories) {
        return FirstHand.of(List.of(stories), since).stream()
                .map(f -> f.source() + " " + f.first() + "/" + f.stories()
                        + f.behind().map(b -> " " + b).orElse(""))
                .toList();
    }

    @Test
    void countsWhoWasFirstAndHowFarBehindTheOthersWere() {
        var one =
                Tales.story(tales.own("coast", 0), tales.own("north", 4), tales.own("pier", 10), tales.own("north", 9));
        var two = Tales.story(tales.own("coast", 60), tales.own("pier", 80));
        var three = Tales.story(tales.own("north", 100), tales.own("coast", 101));
        assertThat(show(Samples.T0, one, two, three))
                .containsExactly("coast 2/3 PT1M", "north 1/2 PT4M", "pier 0/2 PT15M");
    }

    @Test
    void leavesOutWhatTellsNothing() {
        var alone = Tales.story(tales.own("coast", 0), tales.own("coast", 4));
        var old = Tales.story(tales.own("coast", -5), tales.own("north", 4));
        var thinned = Tales.of(Tales.story(tales.own("coast", 5), tales.own("north", 6)), 3);
        assertThat(show(Samples.T0, alone, old, thinned)).isEmpty();
    }

    @Test
    void calledBothFirstWhereTheyCameTogether() {
        assertThat(show(Samples.T0, Tales.story(tales.own("coast", 1), tales.own("north", 1))))
                .containsExactly("coast 1/1", "north 1/1");
        assertThat(FirstHand.of(List.of(), Samples.T0.minus(Duration.ofDays(7))))
                .isEmpty();
    }
}
