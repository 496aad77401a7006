package org.wirebell.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebell.model.Samples.T0;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wirebell.model.FeedState;
import org.wirebell.model.Json;

class FeedTableTest {
    @Test
    void showsWhereEachSourceStands() {
        var feeds = List.of(
                feed(
                        "coastwire",
                        Map.of(
                                "health", "gap",
                                "healthSince", T0.toString(),
                                "healthWhy", "numbers did not come: bas 12",
                                "gaps", "2",
                                "missing", "3",
                                "lastGap", T0.toString(),
                                "usualGap", "PT45M",
                                "newestItem", T0.toString(),
                                "nextDue", T0.plusSeconds(240).toString())),
                feed(
                        "harbour",
                        Map.of(
                                "health",
                                "failing",
                                "healthSince",
                                T0.minus(Duration.ofDays(3)).toString(),
                                "healthWhy",
                                "http_5xx: answered\n500",
                                "nextDue",
                                T0.plusSeconds(30).toString())),
                feed("old", Map.of("outcome", "ok")));
        assertThat(FeedTable.lines(feeds, List.of("lagoon"), T0.plusSeconds(90)))
                .containsExactly(
                        "SOURCE     STATE    FOR    LAST ITEM  USUAL GAP  NEXT           FAILED  GAPS           ITEMS  WHY",
                        "coastwire  gap      1 min  1 min      45 min     in 2 min       -       2 (3 missing)  0      numbers did not come: bas 12",
                        "harbour    failing  3 d    -          -          overdue 1 min  -       -              0      http_5xx: answered 500",
                        "old        ok       -      -          -          -              -       -              0",
                        "lagoon     new      -      -          -          -              -       -              -      never asked");
    }

    private static FeedState feed(String id, Map<String, String> fields) {
        var all = new HashMap<>(fields);
        all.put("source", id);
        return Json.read(Json.plain(all), FeedState.class);
    }
}
