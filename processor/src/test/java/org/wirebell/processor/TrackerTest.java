package org.wirebell.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wirebell.model.Golden;
import org.wirebell.model.Json;
import org.wirebell.model.Samples;
import org.wirebell.processor.ledger.LedgerConfig;
import org.wirebell.processor.ledger.Scenario;

class TrackerTest {
    @Test
    void printsUpdatesAsPromised() {
        var tracker = new Tracker(LedgerConfig.defaults());
        var lines = Stream.of(
                        "1 06:00 | coast/f1 | A ferry sank and at least 1,020 people died, Norvia's coast guard said. | killed >=1020 people @Norvia's coast guard =Norvia",
                        "1 09:00 | coast/f1#2 | The ferry toll is 2,031 since 27 February, 40 of them children. | killed 2031 people =Norvia; killed 40 children =Norvia part:0",
                        "1 09:30 | coast/f1#3 kill | Kill. | ")
                .flatMap(line -> tracker.add(Scenario.finding(line)).stream())
                .map(update -> Json.plain(Tracker.line(update)))
                .collect(Collectors.joining("\n"));
        Golden.check("track.jsonl", lines);
    }

    @Test
    void readsItemsWithTheExtractorAndDropsRepeats() {
        var tracker = new Tracker(LedgerConfig.defaults());
        var item = Samples.item(
                "f1", "", "At least 31 people died when a ferry sank off Port Adel, the harbour office said.");
        assertThat(tracker.add(item)).isNotEmpty().allMatch(u -> u.cause().isPresent());
        assertThat(tracker.add(item)).isEmpty();
        assertThat(tracker.entries()).isNotEmpty();
    }
}
