package org.wirebell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KafkaConfigTest {
    @Test
    void streamsCreatesAsManyCopiesAsWeDo() {
        assertThat(copies(3).streams(Map.of("bootstrap.servers", "pier:9092")))
                .containsExactlyInAnyOrderEntriesOf(Map.of("bootstrap.servers", "pier:9092", "replication.factor", 3));
    }

    @Test
    void propertiesWin() {
        assertThat(copies(3).streams(Map.of("replication.factor", "2"))).containsEntry("replication.factor", "2");
    }

    @Test
    void streamsAsksForTheDefaultOfTheClusterAsWeDo() {
        assertThat(KafkaConfig.defaults().streams(Map.of())).isEmpty();
    }

    private static KafkaConfig copies(int copies) {
        return new KafkaConfig(Optional.empty(), Optional.empty(), "", 3, Optional.of(copies), Map.of());
    }
}
