package org.wirebell.desk.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wirebell.desk.board.TimeLine;
import org.wirebell.desk.board.TimeLine.Point;
import org.wirebell.model.Figure.Bound;
import org.wirebell.model.Samples;
import org.wirebell.model.Update.Kind;

/** A number that waits for a person has a mark of its own, and no line goes there. */
class ChartTest {
    private record Said(Kind kind, long value) {}

    private static final List<Said> STOOD = List.of(new Said(Kind.FIRST, 20), new Said(Kind.HIGHER, 24));
    private static final List<Said> ONE_WAITED = List.of(
            new Said(Kind.FIRST, 20), new Said(Kind.HELD, 90), new Said(Kind.HIGHER, 24), new Said(Kind.RETRACTED, 90));

    @Test
    void theSmallLineGoesThroughWhatStood() {
        assertThat(drawn(Chart.spark(line(ONE_WAITED)))).isEqualTo(drawn(Chart.spark(line(STOOD))));
    }

    @Test
    void theStepsGoThroughWhatStoodAndGoOnWhereWhatWaitedIsTakenBack() {
        var chart = drawn(Chart.of(line(ONE_WAITED), new Look("Desk", Samples.T0, ZoneOffset.UTC)));
        assertThat(chart).contains("mark s0 held", "mark s0 retracted");
        assertThat(chart.lines().filter(line -> line.contains("step s0")).toList())
                .singleElement()
                .asString()
                .matches(".* d=\"M\\d+ \\d+ H\\d+ V\\d+ H\\d+\".*");
    }

    private static String drawn(Optional<Node.Element> chart) {
        return Html.fragment(chart.orElseThrow()).replace("><", ">\n<");
    }

    private static TimeLine line(List<Said> said) {
        var points = new ArrayList<Point>();
        for (var one : said) {
            points.add(new Point(
                    one.kind(),
                    Optional.of(one.value()),
                    Optional.empty(),
                    Optional.empty(),
                    Bound.EXACT,
                    "coast guard",
                    Samples.T0.plusSeconds(60L * points.size()),
                    "",
                    "",
                    0,
                    "",
                    "coastwire",
                    "",
                    1,
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    ""));
        }
        return new TimeLine("ferry", Samples.entry(), points);
    }
}
