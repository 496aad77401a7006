package org.wirebell.ingest.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebell.model.Samples.T0;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wirebell.ingest.due.Standing;
import org.wirebell.ingest.due.Why;
import org.wirebell.model.FeedState;
import org.wirebell.model.Item;
import org.wirebell.model.Json;

class FeedStatesTest {
    private Instant now = T0;
    private final Desk desk = Desk.resumed(() -> now);

    @Test
    void noticesASilenceWithoutAnybodyAsking() {
        states().keep(hourly());
        review(Duration.ofMinutes(80));
        assertThat(word()).isEqualTo("ok");
        assertThat(desk.states()).hasSize(1);
        review(Duration.ofMinutes(11));
        assertThat(word()).isEqualTo("silent");
        review(Duration.ofMinutes(1));
        assertThat(desk.states()).as("written when it changes").hasSize(2);
        assertThat(desk.states().getLast().more())
                .containsEntry("health", "silent")
                .containsEntry("healthSince", T0.plus(Duration.ofMinutes(91)).toString());
        assertThat(gauge("silent")).isEqualTo(1);
        assertThat(gauge("ok")).isZero();
        states().keep(Standing.took(hourly(), List.of(item(9_000, now)), now));
        assertThat(word()).isEqualTo("ok");
        assertThat(gauge("silent")).isZero();
    }

    @Test
    void whatIsOnlyShownIsNeverWritten() {
        states().keep(hourly());
        states().show(Standing.waiting(hourly(), "3 items wait for the broker"));
        assertThat(word()).isEqualTo("slow");
        review(Duration.ofHours(3));
        assertThat(desk.states()).extracting(FeedState::outcome).containsOnly("ok");
    }

    @Test
    void keepsSinceOverARestart() {
        states().keep(Standing.failed(hourly(), Why.TIMEOUT, "no answer", "", now));
        var later =
                Desk.resumed(() -> T0.plus(Duration.ofHours(5)), desk.states().getLast());
        var kept = later.handover.states().kept("coastwire").orElseThrow();
        later.handover.states().keep(Standing.failed(kept, Why.TIMEOUT, "no answer", "", T0.plus(Duration.ofHours(5))));
        assertThat(later.states().getLast().more()).containsEntry("healthSince", T0.toString());
    }

    /** Our own stop is no silence of theirs; but a restart of a minute does not let them off. */
    @Test
    void tellsOurSleepFromTheirSilence() {
        states().keep(hourly());
        for (var stop :
                Map.of(Duration.ofMinutes(59), "ok", Duration.ofHours(9), "ok").entrySet()) {
            var wake = T0.plus(stop.getKey());
            var after = Desk.resumed(() -> wake, desk.states().getLast());
            after.handover
                    .states()
                    .show(after.handover.states().kept("coastwire").orElseThrow());
            assertThat(after.handover.states().all().getFirst().more()).containsEntry("health", stop.getValue());
        }
        now = T0.plus(Duration.ofMinutes(91));
        states().keep(Standing.unchanged(hourly(), "", "", now));
        assertThat(word()).isEqualTo("silent");
        var again = Desk.resumed(() -> now.plusSeconds(30), desk.states().getLast());
        again.handover.states().show(desk.states().getLast());
        assertThat(again.handover.states().all().getFirst().more()).containsEntry("health", "silent");
    }

    @Test
    void countsMissingNumbersOnce() {
        var state = hourly();
        for (int number : new int[] {101, 102, 103, 104, 105, 108, 109, 110, 111, 112, 113}) {
            state = Standing.took(state, List.of(item(number, now)), now);
            states().keep(state);
        }
        states().keep(state);
        assertThat(desk.meters.get("wirebell.feed.sequence.missing").counter().count())
                .isEqualTo(2);
        assertThat(word()).isEqualTo("gap");
        var after = Desk.resumed(() -> now, desk.states().getLast());
        after.handover.states().keep(desk.states().getLast());
        assertThat(after.meters.find("wirebell.feed.sequence.missing").counter())
                .as("counted before the restart")
                .isNull();
    }

    private FeedStates states() {
        return desk.handover.states();
    }

    private void review(Duration later) {
        now = now.plus(later);
        states().review();
    }

    private Object word() {
        return states().all().getFirst().more().get("health");
    }

    private double gauge(String state) {
        return desk.meters
                .get("wirebell.feed.health")
                .tags("feed", "coastwire", "state", state)
                .gauge()
                .value();
    }

    /** A source with news each hour for ten days. */
    private static FeedState hourly() {
        var items = IntStream.range(0, 240)
                .mapToObj(hour -> item(-1, T0.minus(Duration.ofHours(hour))))
                .toList();
        return Standing.took(Standing.start("coastwire", "in"), items, T0);
    }

    private static Item item(int number, Instant published) {
        return Json.read(
                Json.plain(Map.of(
                        "id",
                        "i" + number,
                        "source",
                        "coastwire",
                        "headline",
                        "Ferry back in service",
                        "published",
                        published.toString(),
                        "sequence",
                        number < 0 ? "" : "bas" + number)),
                Item.class);
    }
}
