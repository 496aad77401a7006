package org.wirebell.processor.extract.signals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebell.model.Signal;

/** How well signals are read in the invented sentences of {@code signals/<language>.txt}, of which about half are traps. */
class SignalLinesTest {
    private final SignalReader reader = SignalReader.standard();

    @ParameterizedTest(name = "{0}")
    @CsvSource({"en, 300, 0.95, 0.97", "fr, 80, 0.9, 0.95", "es, 80, 0.9, 0.95", "ar, 80, 0.9, 0.95"})
    void readsWell(String language, int lines, double score, double clean) {
        var sum = new Sum();
        for (var line : lines(language)) {
            sum.add(line, tags(line.text, language));
        }
        assertThat(sum.lines).isGreaterThanOrEqualTo(lines);
        assertThat(sum.score()).as("F1; misses:%n%s", sum.shown()).isGreaterThanOrEqualTo(score);
        assertThat(sum.clean()).as("traps left clean; misses:%n%s", sum.shown()).isGreaterThanOrEqualTo(clean);
    }

    private Set<String> tags(String text, String language) {
        return reader.read("", text, language, 2026).stream().map(Signal::tag).collect(Collectors.toSet());
    }

    private static List<Line> lines(String language) {
        var name = "/signals/" + language + ".txt";
        try (var in = SignalLinesTest.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.startsWith("#") && !l.isBlank())
                    .map(Line::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private record Line(Set<String> must, Set<String> may, String text) {
        static Line of(String line) {
            var parts = line.split(" ; ", 2);
            var must = new HashSet<String>();
            var may = new HashSet<String>();
            for (var tag : parts[0].split(" ")) {
                if (tag.endsWith("?")) {
                    may.add(tag.substring(0, tag.length() - 1));
                } else if (!tag.equals("-")) {
                    must.add(tag);
                }
            }
            return new Line(must, may, parts[1]);
        }
    }

    private static final class Sum {
        private final List<String> misses = new ArrayList<>();
        private int lines;
        private int right;
        private int missed;
        private int wrong;
        private int traps;
        private int left;

        void add(Line line, Set<String> read) {
            var lacking = new HashSet<>(line.must);
            lacking.removeAll(read);
            var spare = new HashSet<>(read);
            spare.removeAll(line.must);
            spare.removeAll(line.may);
            lines++;
            right += line.must.size() - lacking.size();
            missed += lacking.size();
            wrong += spare.size();
            if (line.must.isEmpty()) {
                traps++;
                left += spare.isEmpty() ? 1 : 0;
            }
            if (!lacking.isEmpty() || !spare.isEmpty()) {
                misses.add("lacks " + lacking + ", spare " + spare + ": " + line.text);
            }
        }

        double score() {
            return 2.0 * right / (2 * right + missed + wrong);
        }

        double clean() {
            return (double) left / traps;
        }

        String shown() {
            return String.join("\n", misses);
        }
    }
}
