package org.wirebell.ingest.due;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebell.model.Samples.T0;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebell.model.FeedState;
import org.wirebell.model.Item;
import org.wirebell.model.Json;

class HealthTest {
    private static final String URL = "https://harbour.example/rss";
    private static final Instant EVER = Instant.EPOCH;

    @ParameterizedTest(name = "{0}, {1} later, {2} allowed: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # event            | later | fixed | word    | why
            never asked        | PT5M  |       | new     |
            hourly news        | PT5M  |       | ok      |
            hourly news        | PT89M |       | ok      |
            hourly news        | PT91M |       | silent  | no news since 2026-03-01T06:00:00Z, longer than PT1H30M
            hourly news        | PT91M | PT2H  | ok      |
            hourly news        | PT11M | PT10M | silent  | no news since 2026-03-01T06:00:00Z, longer than PT10M
            never asked        | PT11M | PT10M | silent  | no news yet, longer than PT10M
            timeout            | PT91M |       | failing | timeout: no answer
            410                | PT5M  |       | gone    | answered 410
            asked for rest     | PT5M  |       | slow    | for ten minutes
            broker away        | PT5M  |       | slow    | 3 items wait for the broker
            number missing     | PT5M  |       | gap     | numbers did not come: bas 7–8
            number missing     | PT61M |       | ok      |
            same as another    | PT5M  |       | ok      | leads to the same address as source harbour-2
            """)
    void says(String event, Duration later, Duration fixed, String word, String why) {
        var health = Health.of(state(event), Optional.empty(), Optional.ofNullable(fixed), EVER, T0.plus(later));
        assertThat(health.word().word()).isEqualTo(word);
        assertThat(health.why()).isEqualTo(why == null ? "" : why);
    }

    @Test
    void whatHappenedWhileWeSleptIsNoSilence() {
        var start = T0.plus(Duration.ofDays(3));
        var health = Health.of(state("hourly news"), Optional.empty(), Optional.empty(), start, start.plusSeconds(60));
        assertThat(health.word()).isEqualTo(Health.Word.OK);
    }

    @Test
    void keepsSinceWhileTheWordIsTheSame() {
        var first = Health.of(state("timeout"), Optional.empty(), Optional.empty(), EVER, T0);
        var later = Health.of(state("timeout"), Optional.of(first), Optional.empty(), EVER, T0.plusSeconds(900));
        assertThat(later.since()).isEqualTo(T0);
        var well = Health.of(state("hourly news"), Optional.of(later), Optional.empty(), EVER, T0.plusSeconds(950));
        assertThat(well.since()).isEqualTo(T0.plusSeconds(950));
    }

    @Test
    void standsInTheStateAndSurvivesJson() {
        var state = state("number missing");
        var health = Health.of(state, Optional.empty(), Optional.of(Duration.ofHours(2)), EVER, T0);
        var kept = Json.read(Json.write(health.on(state, T0)), FeedState.class);
        assertThat(Health.in(kept)).contains(health);
        assertThat(kept.more()).containsEntry("health", "gap").containsEntry("silentAfter", "PT2H");
        assertThat(Passed.of(kept.more()).missing()).isEqualTo(2);
        var well = Health.of(kept, Optional.of(health), Optional.empty(), EVER, T0.plus(Duration.ofHours(2)));
        assertThat(well.on(kept, T0).more()).doesNotContainKeys("healthWhy", "silentAfter");
        assertThat(Health.in(Standing.start("old", URL))).isEmpty();
    }

    private static FeedState state(String event) {
        var start = Standing.start("harbour", URL);
        return switch (event) {
            case "never asked" -> start;
            case "hourly news" -> Standing.took(start, hourly(), T0);
            case "timeout" -> Standing.failed(Standing.took(start, hourly(), T0), Why.TIMEOUT, "no answer", "", T0);
            case "410" -> Standing.failed(start, Why.GONE, "answered 410", "", T0);
            case "asked for rest" -> Standing.failed(start, Why.WAITING, "for ten minutes", "", T0);
            case "broker away" -> Standing.waiting(start, "3 items wait for the broker");
            case "number missing" -> numbered(start);
            case "same as another" ->
                Standing.twin(
                        Standing.took(start, List.of(), T0),
                        List.of(start, Standing.start("harbour-2", "http://harbour.example/rss/")));
            default -> throw new IllegalArgumentException(event);
        };
    }

    private static List<Item> hourly() {
        return IntStream.rangeClosed(0, 200)
                .mapToObj(hour -> News.at(T0.minus(Duration.ofHours(hour))))
                .toList();
    }

    private static FeedState numbered(FeedState start) {
        var numbers = IntStream.of(1, 2, 3, 4, 5, 6, 9, 10, 11, 12, 13, 14);
        return Standing.took(
                start, numbers.mapToObj(number -> News.numbered("bas" + number)).toList(), T0);
    }
}
