package org.wirebell.alerts.edge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.wirebell.model.Notice;

/**
 * What waits for one receiver, in order of revision for each alert. A newer revision replaces those that still wait; what
 * is older than what was sent is dropped. Only the first of each alert is ever handed out. Side-effect free but for its own
 * state; not safe for threads.
 */
final class Line {
    private static final int REMEMBERED = 10_000;
    private static final Comparator<Work> ORDER =
            Comparator.comparing(Work::revision).thenComparing(Work::offset);
    private static final Comparator<Work> URGENCY = Comparator.comparing(
                    (Work work) -> work.notice().alert().priority())
            .thenComparing(Work::due)
            .thenComparing(work -> work.notice().planned());

    private final Map<String, List<Work>> waiting = new LinkedHashMap<>();
    private final Map<String, Integer> sent = new LinkedHashMap<>();
    private Optional<Work> handedOut = Optional.empty();
    private boolean orphaned;
    private Instant notBefore = Instant.MIN;

    /** Takes a notice in and gives back those that it makes superfluous, which may be itself. */
    List<Work> offer(Work work) {
        var line = waiting.computeIfAbsent(work.alert(), _ -> new ArrayList<>());
        line.add(work);
        line.sort(ORDER);
        return superseded(work.alert());
    }

    /** What was sent before this process began. */
    void sent(String alert, int revision) {
        sent.merge(alert, revision, Math::max);
        trim();
    }

    /** Everything that waits or is out. */
    Stream<Work> all() {
        return Stream.concat(handedOut.stream(), waiting.values().stream().flatMap(List::stream));
    }

    /** The loudest of those that are due; it is out until {@link #done} or {@link #back}. */
    Optional<Work> next(Instant now) {
        if (handedOut.isEmpty() && !now.isBefore(notBefore)) {
            handedOut = waiting.values().stream()
                    .map(List::getFirst)
                    .filter(work -> !now.isBefore(work.due()))
                    .min(URGENCY);
            handedOut.ifPresent(this::remove);
            orphaned = false;
        }
        return handedOut;
    }

    /** The handed-out one has its end. */
    List<Work> done(boolean wasSent) {
        var work = handedOut.orElseThrow();
        handedOut = Optional.empty();
        if (wasSent) {
            sent(work.alert(), work.revision());
        }
        return superseded(work.alert());
    }

    /** The handed-out one is to be tried again; gives back what has become superfluous meanwhile, which may be itself. */
    List<Work> back(Work again) {
        handedOut = Optional.empty();
        return orphaned ? List.of() : offer(again);
    }

    /** Nothing goes out before this moment: the receiver asked for a rest. */
    void rest(Instant until) {
        notBefore = until.isAfter(notBefore) ? until : notBefore;
    }

    Optional<Instant> nextDue() {
        return waiting.values().stream()
                .map(line -> line.getFirst().due())
                .min(Comparator.naturalOrder())
                .map(due -> due.isBefore(notBefore) ? notBefore : due);
    }

    int size() {
        return waiting.values().stream().mapToInt(List::size).sum() + (handedOut.isPresent() ? 1 : 0);
    }

    boolean holds(String notice) {
        return all().anyMatch(work -> work.notice().id().equals(notice));
    }

    /** Forgets what waits from partitions that another process reads from now on. */
    void drop(Collection<TopicPartition> partitions) {
        waiting.values().forEach(line -> line.removeIf(work -> partitions.contains(work.partition())));
        waiting.values().removeIf(List::isEmpty);
        orphaned |=
                handedOut.filter(work -> partitions.contains(work.partition())).isPresent();
    }

    private List<Work> superseded(String alert) {
        var line = waiting.getOrDefault(alert, List.of());
        if (line.isEmpty()) {
            return List.of();
        }
        int newest = line.stream()
                .filter(Line::speaks)
                .mapToInt(Work::revision)
                .reduce(sent.getOrDefault(alert, Integer.MIN_VALUE), Math::max);
        var dropped = line.stream()
                .filter(work -> !work.mustGo() && work.revision() < newest)
                .toList();
        dropped.forEach(this::remove);
        if (dropped.stream().anyMatch(work -> !work.notice().quiet())) {
            speakUp(waiting.getOrDefault(alert, List.of()));
        }
        return dropped;
    }

    /** An acknowledgement says nothing that could stand for a revision. */
    private static boolean speaks(Work work) {
        return work.notice().kind() != Notice.Kind.ACK;
    }

    /** What replaces something that had a sound has one. */
    private static void speakUp(List<Work> line) {
        line.stream().filter(Line::speaks).reduce((_, later) -> later).ifPresent(last -> {
            if (last.notice().quiet()) {
                line.set(line.indexOf(last), last.loud());
            }
        });
    }

    private void remove(Work work) {
        var line = waiting.getOrDefault(work.alert(), new ArrayList<>());
        if (line.remove(work) && line.isEmpty()) {
            waiting.remove(work.alert());
        }
    }

    private void trim() {
        var eldest = sent.keySet().iterator();
        while (sent.size() > REMEMBERED) {
            eldest.next();
            eldest.remove();
        }
    }
}
