package org.wirebell.model.trace;

import static java.util.stream.Collectors.toMap;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Traces that are kept in memory, for tests to look at. */
public final class Recorded {
    private final InMemorySpanExporter kept = InMemorySpanExporter.create();
    private final Traces traces;

    public Recorded() {
        this(Sampler.parentBased(Sampler.alwaysOn()));
    }

    public Recorded(Sampler sampler) {
        var provider = SdkTracerProvider.builder()
                .setSampler(sampler)
                .addSpanProcessor(SimpleSpanProcessor.create(kept))
                .build();
        traces = Traces.of(provider.get("test"));
    }

    public Traces traces() {
        return traces;
    }

    public List<SpanData> spans() {
        return kept.getFinishedSpanItems();
    }

    /** The only span of this name. */
    public SpanData span(String name) {
        var found = spans().stream().filter(span -> span.getName().equals(name)).toList();
        if (found.size() != 1) {
            throw new AssertionError("spans named " + name + ": " + found);
        }
        return found.getFirst();
    }

    /** Whether the only span of this name ended in an error. */
    public boolean failed(String name) {
        return span(name).getStatus().getStatusCode() == StatusCode.ERROR;
    }

    /** What it tells, by the names of the attributes. */
    public Map<String, Object> facts(String name) {
        return span(name).getAttributes().asMap().entrySet().stream()
                .collect(toMap(fact -> ((AttributeKey<?>) fact.getKey()).getKey(), Map.Entry::getValue));
    }

    /** Each span behind its parent, as far as that is ours, in the order of their beginnings. */
    public List<String> way() {
        return spans().stream()
                .sorted(Comparator.comparing(SpanData::getStartEpochNanos))
                .map(span -> spans().stream()
                                .filter(other -> other.getSpanId().equals(span.getParentSpanId()))
                                .map(other -> other.getName() + " > ")
                                .findFirst()
                                .orElse("")
                        + span.getName())
                .toList();
    }
}
