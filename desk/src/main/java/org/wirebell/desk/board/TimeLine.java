package org.wirebell.desk.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wirebell.model.Figure;
import org.wirebell.model.LedgerEntry;
import org.wirebell.model.Update;

/** A series with everything that was said in it, in order of the moment that each saying is about. */
public record TimeLine(String key, LedgerEntry entry, List<Point> points) {
    public TimeLine {
        points = List.copyOf(points);
    }

    /**
     * @param quoteInSentence offset of {@code quote} in {@code sentence}
     * @param origins how many independent origins stand behind it, 0 when not known
     * @param family of the item that says so, empty when not known
     * @param received when the item reached us, absent in what only the ledger's short history tells
     * @param published when its provider says that it was published
     * @param item id and version of the item, empty when not known
     */
    public record Point(
            Update.Kind kind,
            Optional<Long> value,
            Optional<Long> low,
            Optional<Long> high,
            Figure.Bound bound,
            String claimant,
            Instant asOf,
            String sentence,
            String quote,
            int quoteInSentence,
            String link,
            String source,
            String why,
            int origins,
            String family,
            Optional<Instant> received,
            Optional<Instant> published,
            String item) {

        public static Point of(Update update) {
            var evidence = update.evidence();
            return new Point(
                    update.kind(),
                    update.value(),
                    update.low(),
                    update.high(),
                    update.bound(),
                    update.claimant(),
                    update.asOf(),
                    evidence.sentence(),
                    evidence.quote(),
                    evidence.quoteInSentence(),
                    evidence.link(),
                    evidence.source(),
                    update.why(),
                    update.corroborated(),
                    evidence.family(),
                    Optional.of(update.received()),
                    evidence.published(),
                    update.item() + "#" + update.version());
        }

        static Point of(LedgerEntry.Step step) {
            return new Point(
                    step.kind(),
                    step.value(),
                    Optional.empty(),
                    Optional.empty(),
                    step.bound(),
                    step.claimant(),
                    step.asOf(),
                    step.sentence(),
                    "",
                    0,
                    step.link(),
                    step.source(),
                    "",
                    0,
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    "");
        }

        private boolean sameAs(Point other) {
            return kind == other.kind
                    && value.equals(other.value)
                    && claimant.equals(other.claimant)
                    && asOf.equals(other.asOf);
        }
    }

    /** The ledger's short history fills in what came before the updates that are held. */
    static TimeLine of(String key, LedgerEntry entry, Collection<Point> updates) {
        var points = new ArrayList<>(updates);
        for (var step : entry.history()) {
            var point = Point.of(step);
            if (updates.stream().noneMatch(point::sameAs)) {
                points.add(point);
            }
        }
        points.sort(Comparator.comparing(Point::asOf));
        return new TimeLine(key, entry, points);
    }

    /** What these items say in it. */
    TimeLine saidIn(Set<String> families) {
        return new TimeLine(
                key,
                entry,
                points.stream().filter(p -> families.contains(p.family())).toList());
    }
}
