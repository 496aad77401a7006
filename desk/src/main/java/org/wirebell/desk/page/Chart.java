package org.wirebell.desk.page;

import static org.wirebell.desk.page.Node.el;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wirebell.desk.board.TimeLine;
import org.wirebell.desk.board.TimeLine.Point;
import org.wirebell.model.LedgerEntry;
import org.wirebell.model.Update;

/** A time line as steps: each number stands until the next; one line a claimant. The table beside it says the same. */
final class Chart {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 200;
    private static final int LEFT = 56;
    private static final int RIGHT = 16;
    private static final int TOP = 14;
    private static final int BOTTOM = 26;
    private static final int MOST_LINES = 6; // as many as there are line styles
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

    private final List<Point> points;
    private final Instant from;
    private final Instant to;
    private final long most;
    private final Look look;

    private Chart(List<Point> points, Look look) {
        this.points = points;
        this.look = look;
        from = points.getFirst().asOf();
        to = points.getLast().asOf();
        most = nice(points.stream()
                .mapToLong(p -> Math.max(value(p).orElse(0L), p.high().orElse(0L)))
                .max()
                .orElse(1));
    }

    /** Nothing when there are fewer than two numbers to draw. */
    static Optional<Node.Element> of(TimeLine line, Look look) {
        var drawn = line.points().stream().filter(p -> value(p).isPresent()).toList();
        return drawn.size() < 2 ? Optional.empty() : Optional.of(new Chart(drawn, look).draw(line));
    }

    /** The numbers that stood, one after the other, without axes. */
    static Optional<Node.Element> spark(TimeLine line) {
        var values = stood(line.points()).stream()
                .filter(p -> p.kind() != Update.Kind.CONFLICT && p.kind() != Update.Kind.RETRACTED)
                .flatMap(p -> value(p).stream())
                .toList();
        if (values.size() < 2) {
            return Optional.empty();
        }
        long top = Math.max(1, values.stream().mapToLong(v -> v).max().orElse(1));
        var path = new StringBuilder("M1 ").append(spark(values.getFirst(), top));
        for (int i = 1; i < values.size(); i++) {
            path.append(" H")
                    .append(1 + i * 94 / (values.size() - 1))
                    .append(" V")
                    .append(spark(values.get(i), top));
        }
        return Optional.of(el(
                        "svg.spark", el("path").with("d", path.append(" H96").toString()))
                .with("viewBox", "0 0 97 26")
                .with("aria-hidden", "true"));
    }

    /** Without the numbers that wait for a person, and without the end of one that did: it ended nothing. */
    private static List<Point> stood(List<Point> points) {
        var waits = new HashSet<Said>();
        var stood = new ArrayList<Point>();
        for (var p : points) {
            var said = new Said(p.claimant(), value(p));
            if (p.kind() == Update.Kind.HELD) {
                waits.add(said);
            } else if (!waits.remove(said) || p.kind() != Update.Kind.RETRACTED) {
                stood.add(p);
            }
        }
        return stood;
    }

    private record Said(String claimant, Optional<Long> value) {}

    private static long spark(long value, long top) {
        return 24 - value * 22 / top;
    }

    /** Line styles by claimant, in order of first word, as in the legend. */
    static LinkedHashMap<String, Integer> styles(List<Point> points) {
        var styles = new LinkedHashMap<String, Integer>();
        points.stream()
                .filter(p -> value(p).isPresent())
                .forEach(p -> styles.putIfAbsent(p.claimant(), Math.min(styles.size(), MOST_LINES - 1)));
        return styles;
    }

    private Node.Element draw(TimeLine line) {
        var styles = styles(points);
        var children = new ArrayList<Node>();
        children.add(
                el("title", "Time line of " + Words.series(line.entry().series()) + "; the table below says the same"));
        children.addAll(axes());
        children.addAll(bands());
        styles.forEach((claimant, style) -> children.add(steps(claimant, style)));
        points.forEach(p -> children.add(marker(p, styles.getOrDefault(p.claimant(), 0))));
        var current = line.entry().state() == LedgerEntry.State.DISPUTED ? "svg.chart.disputed" : "svg.chart";
        return el(current, children)
                .with("viewBox", "0 0 " + WIDTH + " " + HEIGHT)
                .with("role", "img");
    }

    private List<Node> axes() {
        var nodes = new ArrayList<Node>();
        for (int i = 0; i <= 2; i++) {
            long value = most * i / 2;
            nodes.add(el("line.grid")
                    .with("x1", "" + LEFT)
                    .with("x2", "" + (WIDTH - RIGHT))
                    .with("y1", "" + y(value))
                    .with("y2", "" + y(value)));
            nodes.add(el("text.tick.value", Words.number(value))
                    .with("x", "" + (LEFT - 8))
                    .with("y", "" + (y(value) + 4)));
        }
        nodes.add(el("text.tick.start", from.atZone(look.zone()).format(DAY))
                .with("x", "" + LEFT)
                .with("y", "" + (HEIGHT - 6)));
        nodes.add(el("text.tick.end", to.atZone(look.zone()).format(DAY))
                .with("x", "" + (WIDTH - RIGHT))
                .with("y", "" + (HEIGHT - 6)));
        return nodes;
    }

    /** The span that a claim leaves open, at the moment that it is about. */
    private List<Node> bands() {
        return points.stream()
                .filter(p ->
                        p.low().isPresent() && p.high().isPresent() && !p.low().equals(p.high()))
                .<Node>map(p -> el("line.band")
                        .with("x1", "" + x(p.asOf()))
                        .with("x2", "" + x(p.asOf()))
                        .with("y1", "" + y(p.low().orElse(0L)))
                        .with("y2", "" + y(p.high().orElse(0L))))
                .toList();
    }

    /** A retraction ends the line; what is said after it starts a new one. */
    private Node steps(String claimant, int style) {
        var path = new StringBuilder();
        boolean stands = false;
        for (var p : stood(points)) {
            if (!p.claimant().equals(claimant)) {
                continue;
            }
            int x = x(p.asOf());
            int y = y(value(p).orElse(0L));
            if (p.kind() == Update.Kind.RETRACTED) {
                path.append(stands ? " H" + x : "");
                stands = false;
            } else {
                path.append(stands ? " H" + x + " V" + y : " M" + x + " " + y);
                stands = true;
            }
        }
        path.append(stands ? " H" + (WIDTH - RIGHT) : "");
        return el("path.step.s" + style).with("d", path.toString().strip());
    }

    private Node marker(Point p, int style) {
        int x = x(p.asOf());
        int y = y(value(p).orElse(0L));
        var tip = el(
                "title",
                Words.reading(p.value(), p.low(), p.high(), p.bound()) + ", " + p.claimant() + ", "
                        + p.asOf().atZone(look.zone()).format(DAY) + ": "
                        + Words.word(p.kind()).toLowerCase(Locale.ROOT));
        var shape = switch (p.kind()) {
            case RETRACTED -> "M-5 -5 L5 5 M5 -5 L-5 5";
            case CONFLICT -> "M0 -6 L6 0 L0 6 L-6 0 Z";
            case RESET, LOWER -> "M-5 -4 L5 -4 L0 5 Z";
            case FIRST, HIGHER, CONFIRMED, RESOLVED, HELD, CROSSED -> "M-4 0 A4 4 0 1 0 4 0 A4 4 0 1 0 -4 0 Z";
        };
        return el("path.mark.s" + style + "." + AlertRow.css(p.kind()), tip)
                .with("d", shape)
                .with("transform", "translate(" + x + " " + y + ")");
    }

    private int x(Instant at) {
        long span = Math.max(1, to.toEpochMilli() - from.toEpochMilli());
        return (int) (LEFT + (at.toEpochMilli() - from.toEpochMilli()) * (WIDTH - LEFT - RIGHT - 12) / span);
    }

    private int y(long value) {
        return (int) (HEIGHT - BOTTOM - Math.round((double) value * (HEIGHT - TOP - BOTTOM) / most));
    }

    private static Optional<Long> value(Point p) {
        return p.value().or(p::low).or(p::high);
    }

    /** The next round number whose half is whole too. */
    private static long nice(long value) {
        long unit = 1;
        while (unit * 10 <= value) {
            unit *= 10;
        }
        for (long step : new long[] {2, 4, 6, 8, 10}) {
            if (step * unit >= value) {
                return step * unit;
            }
        }
        return 20 * unit;
    }
}
