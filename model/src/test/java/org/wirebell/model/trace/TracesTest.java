package org.wirebell.model.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebell.model.Samples;

class TracesTest {
    private static final String SENDER = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final Recorded recorded = new Recorded();

    private String arrival(Traces traces, String sender) {
        var headers = new RecordHeaders();
        var span = traces.arrival(Samples.item(), Samples.T0, sender);
        Traces.mark(span, headers);
        span.end(Samples.T0.plusSeconds(2));
        return Traces.parent(headers);
    }

    @Test
    void anItemIsOneTraceAndEachStepTheChildOfTheOneBefore() {
        var received = arrival(recorded.traces(), "");
        recorded.traces().step(Step.READ, Traces.headers(received), onward -> {
            Traces.note(Fact.FIGURES, 3);
            assertThat(Traces.parent(onward)).isEqualTo(Traces.current());
            recorded.traces().step(Step.JOIN, onward, _ -> Traces.note(Fact.OUTCOME, "original"));
        });
        assertThat(recorded.way()).containsExactly("receive", "receive > read", "read > join");
        var first = recorded.span("receive");
        assertThat(first.getStartEpochNanos())
                .isEqualTo(Samples.T0.getEpochSecond() * 1_000_000_000 + Samples.T0.getNano());
        assertThat(first.getEndEpochNanos() - first.getStartEpochNanos()).isEqualTo(2_000_000_000);
        assertThat(recorded.facts("receive"))
                .isEqualTo(Map.of(
                        "wirebell.item", Samples.item().family(),
                        "wirebell.source", Samples.item().source(),
                        "wirebell.format", Samples.item().format()));
        assertThat(recorded.facts("read")).isEqualTo(Map.of("wirebell.figures", 3L));
    }

    @Test
    void goesOnWithTheTraceOfWhoSentIt() {
        assertThat(arrival(recorded.traces(), SENDER)).startsWith(SENDER.substring(0, 36));
        assertThat(recorded.span("receive").getParentSpanId()).isEqualTo("b7ad6b7169203331");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
            })
    void beginsItsOwnWhereTheSenderRecordsNothing(String sender) {
        assertThat(arrival(recorded.traces(), sender)).hasSize(55).doesNotContain("0af7651916cd43dd");
        assertThat(recorded.span("receive").getParentSpanContext().isValid()).isFalse();
    }

    @Test
    void whatIsNotSampledLeavesNoHeader() {
        var none = new Recorded(Sampler.parentBased(Sampler.alwaysOff()));
        assertThat(arrival(none.traces(), "")).isEmpty();
        assertThat(none.spans()).isEmpty();
        assertThat(arrival(none.traces(), SENDER)).isNotEmpty();
        assertThat(none.spans()).hasSize(1);
    }

    @Test
    void aStepOfNoTraceDoesItsWorkAndNothingElse() {
        for (var traces : List.of(recorded.traces(), Traces.OFF)) {
            var headers = new RecordHeaders();
            traces.step(Step.READ, headers, onward -> {
                Traces.note(Fact.OUTCOME, "new");
                Traces.failed();
                assertThat(onward).isSameAs(headers);
                assertThat(Traces.current()).isEmpty();
            });
            assertThat(headers.toArray()).isEmpty();
        }
        assertThat(recorded.spans()).isEmpty();
    }

    @Test
    void whereTracesAreOffThoseOfOthersPass() {
        var headers = Traces.headers(SENDER);
        Traces.OFF.step(
                Step.READ, headers, onward -> assertThat(Traces.parent(onward)).isEqualTo(SENDER));
        assertThat(Traces.OFF.arrival(Samples.item(), Samples.T0, SENDER)).isSameAs(Span.getInvalid());
    }

    @Test
    void aStepThatThrowsHasFailed() {
        assertThatThrownBy(() -> recorded.traces().step(Step.READ, SENDER, () -> {
                    throw new IllegalStateException("a bug, for once on purpose");
                }))
                .hasMessageContaining("on purpose");
        assertThat(recorded.failed("read")).isTrue();
        assertThat(recorded.span("read").getEvents()).isEmpty();
    }

    @Test
    void whatWaitsKeepsItsTrace() {
        var kept = Traces.keeping(Map.of("other", 1), SENDER);
        assertThat(Traces.parent(kept)).isEqualTo(SENDER);
        assertThat(Traces.keeping(kept, "")).isEqualTo(Map.of("other", 1));
        assertThat(Traces.parent(Map.of(Traces.PARENT, 7))).isEmpty();
    }
}
