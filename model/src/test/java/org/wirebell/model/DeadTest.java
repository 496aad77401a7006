package org.wirebell.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DeadTest {
    @ParameterizedTest
    @MethodSource
    void theRecordIsToBlameForWhatNoStoreAndNoBrokerDid(Throwable why, boolean blamed) {
        assertThat(Dead.isToBlame(why)).isEqualTo(blamed);
    }

    static Stream<Arguments> theRecordIsToBlameForWhatNoStoreAndNoBrokerDid() {
        return Stream.of(
                Arguments.of(new IllegalStateException("a bug"), true),
                Arguments.of(new IllegalStateException("a bug", new ArithmeticException("of ours")), true),
                Arguments.of(new SerializationException("an event that cannot be written"), true),
                Arguments.of(new KafkaException("a step failed", new SerializationException("of it")), true),
                Arguments.of(
                        new KafkaException("a step failed", new ClassCastException("a key of another kind")), true),
                Arguments.of(new KafkaException("store", new IOException("No space left on device")), false),
                Arguments.of(new TimeoutException("no broker answers"), false),
                Arguments.of(new IllegalStateException("wrapped", new TimeoutException("no broker answers")), false));
    }
}
