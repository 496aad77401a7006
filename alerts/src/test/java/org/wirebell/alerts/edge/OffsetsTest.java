package org.wirebell.alerts.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class OffsetsTest {
    private static final TopicPartition ONE = new TopicPartition("notices", 1);

    private final Offsets offsets = new Offsets();

    private static Map<TopicPartition, OffsetAndMetadata> upTo(long offset) {
        return Map.of(ONE, new OffsetAndMetadata(offset));
    }

    @Test
    void passesOnlyWhatHasItsEnd() {
        List.of(5L, 6L, 7L).forEach(offset -> offsets.begin(ONE, offset));
        offsets.finish(ONE, 6);
        offsets.finish(ONE, 7);
        assertThat(offsets.committable()).isEqualTo(upTo(5));
        offsets.finish(ONE, 5);
        assertThat(offsets.committable()).isEqualTo(upTo(8));
        offsets.read(ONE, 9);
        assertThat(offsets.committable()).as("the marker of a transaction").isEqualTo(upTo(9));
        offsets.committed(offsets.committable());
        assertThat(offsets.committable()).isEmpty();
        assertThat(offsets.open()).isZero();
    }

    @Test
    void forgetsWhatAnotherReads() {
        offsets.begin(ONE, 5);
        offsets.forget(List.of(ONE));
        offsets.finish(ONE, 5);
        assertThat(offsets.committable()).isEmpty();
    }
}
