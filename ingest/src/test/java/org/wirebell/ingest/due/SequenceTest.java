package org.wirebell.ingest.due;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebell.model.Samples.T0;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SequenceTest {
    /** One message every two seconds; {@code +PT2H} lets so much time pass, {@code 5-9} stands for each. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # case                           | numbers                              | lost
            in order                         | 0001-0020                            |
            one missing, five later          | 0001-0010 0012-0016                  | 11
            one missing, not yet given up    | 0001-0010 0012-0015                  |
            one missing, a minute later      | 0001-0010 0012 +PT1M 0013            | 11
            several missing                  | 0001-0010 0014-0020                  | 11–13
            two holes                        | 0001-0010 0012-0014 0016-0025        | 11, 15
            late by a few                    | 0001-0010 0012 0013 0011 0014-0030   |
            late, and one lost               | 0001-0010 0013 0011 0014-0030        | 12
            twice                            | 0001-0010 0010 0009 0011-0020        |
            repeated from long ago           | 0001-0300 0120 0121 0122 0301-0310   |
            a new day                        | 0001-0734 0001-0020                  |
            a new day after a quiet one      | 0001-0020 +PT8H 0001-0020            |
            a new day from zero              | 0001-0734 0000-0020                  |
            a new day, its first one lost    | 0001-0734 0002-0020                  | 1
            the first of yesterday, again    | 0001-0420 0001-0009 0421-0430        |
            wraps around                     | 9950-9999 0000-0020                  |
            wraps around, without zero       | 950-999 1-20                         |
            wraps around, three lost         | 9950-9997 0002-0020 +PT1M 0021       | 1, 9998–9999
            many lost at once                | 0001-0010 0312-0320                  | 11–311
            the number holds the date        | 603010001-603010050 603020001-603020009 |
            no count: every number strange   | 0815 4711 1234 0007 9001 5555        |
            not yet known to count           | 0001 0002 0010-0012                  |
            a count that begins elsewhere    | 0001-0010 7001-7010                  |
            """)
    void noticesWhatDidNotCome(String name, String numbers, String lost) {
        var counts = Sequences.of(Map.of());
        var noticed = new ArrayList<String>();
        long count = 0;
        var now = T0;
        for (var word : numbers.split(" ")) {
            if (word.startsWith("+")) {
                now = now.plus(Duration.parse(word.substring(1)));
                continue;
            }
            for (var number : each(word)) {
                now = now.plusSeconds(2);
                var step = counts.heard(List.of(News.numbered("bas" + number)), now);
                counts = kept(step.next());
                noticed.addAll(step.lost());
                count += step.count();
            }
        }
        assertThat(String.join(", ", noticed).replace("bas ", "")).as(name).isEqualTo(lost == null ? "" : lost);
        assertThat(count > 0).isEqualTo(lost != null);
    }

    @Test
    void eachServiceCountsForItself() {
        var counts = Sequences.of(Map.of());
        for (int i = 1; i <= 30; i++) {
            counts = counts.heard(List.of(News.numbered("bas" + i), News.numbered("spo" + (i + 500))), T0)
                    .next();
        }
        var step = counts.heard(List.of(News.numbered("bas37"), News.numbered("spo531")), T0.plusSeconds(70));
        assertThat(step.lost()).isEmpty();
        assertThat(step.next()
                        .heard(List.of(News.numbered("bas38")), T0.plusSeconds(131))
                        .lost())
                .containsExactly("bas 31–36");
    }

    @Test
    void whatIsNoNumberIsNoCount() {
        for (var sequence : List.of("", "bas", "2026-03-01T06:00:00Z", "12345678901234567890")) {
            assertThat(Sequences.of(Map.of())
                            .heard(List.of(News.numbered(sequence)), T0)
                            .next()
                            .counts())
                    .hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void remembersTheNewestServicesOnly() {
        var counts = Sequences.of(Map.of());
        for (int i = 0; i < 500; i++) {
            counts = counts.heard(List.of(News.numbered("a" + i + "b1")), T0.plusSeconds(i))
                    .next();
        }
        assertThat(counts.counts()).hasSize(64).containsKey("coastwire|a499b");
    }

    /** As a restart reads it. */
    private static Sequences kept(Sequences counts) {
        var more = new HashMap<String, Object>();
        counts.write(more);
        assertThat(Sequences.of(more)).isEqualTo(counts);
        return Sequences.of(more);
    }

    private static List<String> each(String range) {
        int dash = range.indexOf('-');
        var all = new ArrayList<String>();
        if (dash < 0) {
            all.add(range);
            return all;
        }
        var from = range.substring(0, dash);
        var format = from.startsWith("0") || from.length() == 4 ? "%04d" : "%d";
        for (int i = Integer.parseInt(from); i <= Integer.parseInt(range.substring(dash + 1)); i++) {
            all.add(format.formatted(i));
        }
        return all;
    }
}
