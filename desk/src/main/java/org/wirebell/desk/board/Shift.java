package org.wirebell.desk.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirebell.model.Alert;
import org.wirebell.model.Handling;

/**
 * What changed since a moment: every alert that spoke or was handled since then stands in one group, the first that fits.
 *
 * @param groups in the order of {@link Group}, without empty ones
 */
public record Shift(Instant since, Map<Group, List<Line>> groups) {
    public enum Group {
        TAKEN_BACK,
        HELD,
        CORRECTED,
        CONFLICT,
        NEW,
        CHANGED,
        HANDLED
    }

    /**
     * One alert over the shift.
     *
     * @param before how it stood when the shift began, absent for what is new
     * @param revisions that came since
     * @param remarks that were made since
     */
    public record Line(Alert alert, Optional<Alert.Reading> before, int revisions, List<Handling.Remark> remarks) {
        public Line {
            remarks = List.copyOf(remarks);
        }

        /** Nobody has acknowledged its newest revision. */
        public boolean unseen() {
            return alert.handled()
                    .ack()
                    .filter(a -> a.revision() >= alert.revision())
                    .isEmpty();
        }
    }

    public Shift {
        groups = new LinkedHashMap<>(groups);
    }

    public static Shift of(List<Told> alerts, Instant since) {
        var groups = new LinkedHashMap<Group, List<Line>>();
        for (var group : Group.values()) {
            groups.put(group, new ArrayList<>());
        }
        for (var told : alerts) {
            var line = line(told.alert(), since);
            group(line, since)
                    .ifPresent(g -> groups.getOrDefault(g, new ArrayList<>()).add(line));
        }
        groups.values()
                .forEach(lines ->
                        lines.sort(Comparator.comparing((Line l) -> l.alert().priority())
                                .thenComparing(l -> l.alert().received(), Comparator.reverseOrder())));
        groups.values().removeIf(List::isEmpty);
        return new Shift(since, groups);
    }

    private static Line line(Alert alert, Instant since) {
        var told = alert.revisions().stream()
                .filter(r -> r.received().isBefore(since))
                .max(Comparator.comparingInt(Alert.Revision::revision));
        int start = told.map(Alert.Revision::revision).orElse(alert.opened().isBefore(since) ? 1 : 0);
        return new Line(
                alert,
                told.flatMap(Alert.Revision::after),
                alert.received().isBefore(since) ? 0 : Math.max(1, alert.revision() - start),
                alert.handled().remarks().stream()
                        .filter(r -> !r.at().isBefore(since))
                        .toList());
    }

    private static Optional<Group> group(Line line, Instant since) {
        var alert = line.alert();
        if (line.revisions() == 0) {
            return line.remarks().isEmpty() ? Optional.empty() : Optional.of(Group.HANDLED);
        }
        return Optional.of(
                switch (alert.state()) {
                    case WITHDRAWN -> Group.TAKEN_BACK;
                    case HELD -> Group.HELD;
                    case OPEN, CLOSED ->
                        switch (alert.reason()) {
                            case CORRECTED, LOWERED -> Group.CORRECTED;
                            case CONFLICT -> Group.CONFLICT;
                            default -> alert.opened().isBefore(since) ? Group.CHANGED : Group.NEW;
                        };
                });
    }
}
