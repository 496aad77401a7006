package org.wirebell.bench.soak;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What one process held over time. */
final class Held {
    private final String role;
    private final List<Sample> samples = new ArrayList<>();

    Held(String role) {
        this.role = role;
    }

    void add(Sample sample) {
        samples.add(sample);
        System.out.printf(
                "%6.1f min  %-8s  resident %4.0f MB  live heap %4.0f MB  %3d threads  %4d files%n",
                sample.minute(), role, sample.resident(), sample.live(), sample.threads(), sample.files());
    }

    /** Slopes by least squares over the second half, when all that is filled once is full. */
    Map<String, Object> summary() {
        var half = samples.subList(samples.size() / 2, samples.size());
        var row = new LinkedHashMap<String, Object>();
        row.put("role", role);
        row.put("residentMost", rounded(most(Sample::resident)));
        row.put("residentSlopeAnHour", rounded(slope(half, Sample::resident)));
        row.put("liveMost", rounded(most(Sample::live)));
        row.put("liveSlopeAnHour", rounded(slope(half, Sample::live)));
        row.put("threadsMost", most(Sample::threads));
        row.put("filesMost", most(Sample::files));
        return row;
    }

    private double most(ToDoubleFunction<Sample> figure) {
        return samples.stream().mapToDouble(figure).max().orElse(0);
    }

    static double slope(List<Sample> samples, ToDoubleFunction<Sample> figure) {
        double middle = samples.stream().mapToDouble(Sample::minute).average().orElse(0);
        double mean = samples.stream().mapToDouble(figure).average().orElse(0);
        double both = 0;
        double square = 0;
        for (var sample : samples) {
            double away = (sample.minute() - middle) / 60;
            both += away * (figure.applyAsDouble(sample) - mean);
            square += away * away;
        }
        return square == 0 ? 0 : both / square;
    }

    private static double rounded(double value) {
        return Math.round(10 * value) / 10.0;
    }
}
