package org.wirebell.desk.board;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.wirebell.model.Alert;
import org.wirebell.model.Canary;
import org.wirebell.model.FeedState;
import org.wirebell.model.LedgerEntry;
import org.wirebell.model.Notice;
import org.wirebell.model.Result;
import org.wirebell.model.Silence;
import org.wirebell.model.StoredRule;
import org.wirebell.model.Story;
import org.wirebell.model.Update;

/**
 * Everything that the desk shows, and what changed last. Records may come in any order between topics, and again after a
 * restart: the same records leave the same board. One lock guards all; answers are copies.
 */
public final class Board {
    private static final int DELIVERIES = 60; // an alert
    private static final int POINTS = 300; // a series
    private static final int LETTERS = 50;
    private static final int REASONS = 100;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Newest<Alert> alerts;
    private final Newest<Newest<Delivery>> deliveries; // alert id → notice id
    private final Newest<LedgerEntry> ledger;
    private final Newest<Newest<TimeLine.Point>> points; // series key → update id
    private final Stories stories;
    private final Newest<FeedState> feeds;
    private final Orders orders = new Orders();
    private final TreeMap<String, Long> deadByWhy = new TreeMap<>();
    private final ArrayDeque<DeadLetters.Letter> letters = new ArrayDeque<>();
    private final Changes changes;
    private long dead;

    public Board(int keepAlerts, int keepSeries, int keepStories, int keepFeeds, int keepChanges) {
        alerts = new Newest<>(keepAlerts);
        deliveries = new Newest<>(keepAlerts);
        ledger = new Newest<>(keepSeries);
        points = new Newest<>(keepSeries);
        stories = new Stories(keepStories);
        feeds = new Newest<>(keepFeeds);
        changes = new Changes(keepChanges);
    }

    /** Reading of a partition starts at this record. */
    public void begin(Source.At first) {
        locked(() -> changes.begin(first));
    }

    /** The latest revision of an alert; empty when the topic has let go of it. */
    public void alert(Source.At at, String id, Optional<Alert> alert) {
        var shown = alert.filter(a -> !Canary.is(a));
        change(at, Change.Kind.ALERT, id, () -> shown.ifPresentOrElse(a -> alerts.put(id, a), () -> alerts.remove(id)));
    }

    public void notice(Source.At at, Notice notice) {
        var id = notice.alert().id();
        change(at, Change.Kind.ALERT, id, () -> {
            var told = told(id);
            told.put(notice.id(), Delivery.of(notice, Optional.ofNullable(told.get(notice.id()))));
        });
    }

    public void result(Source.At at, Result result) {
        change(at, Change.Kind.ALERT, result.alert(), () -> {
            var told = told(result.alert());
            told.put(result.notice(), Delivery.of(result, Optional.ofNullable(told.get(result.notice()))));
        });
    }

    public void ledger(Source.At at, String key, Optional<LedgerEntry> entry) {
        change(
                at,
                Change.Kind.SERIES,
                key,
                () -> entry.ifPresentOrElse(e -> ledger.put(key, e), () -> ledger.remove(key)));
    }

    public void update(Source.At at, Update update) {
        var key = update.series().key();
        change(at, Change.Kind.SERIES, key, () -> {
            var line = Optional.ofNullable(points.get(key)).orElseGet(() -> new Newest<>(POINTS));
            line.put(update.id(), TimeLine.Point.of(update));
            points.put(key, line);
        });
    }

    public void story(Source.At at, String id, Optional<Story> story) {
        var shown = story.filter(s -> !Canary.is(s));
        change(at, Change.Kind.STORY, id, () -> shown.ifPresentOrElse(stories::put, () -> stories.remove(id)));
    }

    public void feed(Source.At at, String source, Optional<FeedState> state) {
        change(
                at,
                Change.Kind.FEED,
                source,
                () -> state.ifPresentOrElse(s -> feeds.put(source, s), () -> feeds.remove(source)));
    }

    public void silence(Source.At at, String id, Optional<Silence> silence) {
        change(at, Change.Kind.SILENCE, id, () -> orders.silence(id, silence));
    }

    public void rule(Source.At at, String id, Optional<StoredRule> rule) {
        change(at, Change.Kind.RULE, id, () -> orders.rule(id, rule));
    }

    public void dead(Source.At at, DeadLetters.Letter letter) {
        change(at, Change.Kind.DEAD, "", () -> {
            dead++;
            var reason = letter.where() + ": " + letter.why();
            var known = deadByWhy.containsKey(reason) || deadByWhy.size() < REASONS;
            deadByWhy.merge(known ? reason : "more reasons", 1L, Long::sum);
            letters.addFirst(letter);
            if (letters.size() > LETTERS) {
                letters.removeLast();
            }
        });
    }

    /** Newest first, by the moment that the causing item reached us. */
    public List<Told> alerts() {
        return asked(() -> alerts.values().stream()
                .sorted(Comparator.comparing(Alert::received).reversed().thenComparing(Alert::id))
                .map(this::withDeliveries)
                .toList());
    }

    public Optional<Told> alert(String id) {
        return asked(() -> Optional.ofNullable(alerts.get(id)).map(this::withDeliveries));
    }

    /** Last touched first. */
    public List<TimeLine> series() {
        return asked(() -> ledger.entrySet().stream()
                .map(e -> line(e.getKey(), e.getValue()))
                .sorted(Comparator.comparing((TimeLine l) -> l.entry().updated())
                        .reversed()
                        .thenComparing(TimeLine::key))
                .toList());
    }

    public Optional<TimeLine> series(String key) {
        return asked(() -> Optional.ofNullable(ledger.get(key)).map(e -> line(key, e)));
    }

    /** What these items say, by the series that it is said in; series without a word of theirs are left out. */
    public List<TimeLine> series(Set<String> families) {
        return series().stream()
                .map(l -> l.saidIn(families))
                .filter(l -> !l.points().isEmpty())
                .toList();
    }

    /** The story with the newest item first. */
    public List<Story> stories() {
        return asked(stories::all);
    }

    /** The story of this id, or the one that it went into. */
    public Optional<Story> story(String id) {
        return asked(() -> stories.led(id));
    }

    /** By source id. */
    public List<FeedState> feeds() {
        return asked(() -> feeds.values().stream()
                .sorted(Comparator.comparing(FeedState::source))
                .toList());
    }

    public Optional<FeedState> feed(String source) {
        return asked(() -> Optional.ofNullable(feeds.get(source)));
    }

    /** Silences that have not been lifted, the one that ends first in front. */
    public List<Silence> silences() {
        return asked(orders::silences);
    }

    /** The newest version of each rule that was made here, also of those that were deleted. */
    public List<StoredRule> rules() {
        return asked(orders::rules);
    }

    /** The versions of a rule that are known, newest first; older ones are in the topic of audits. */
    public List<StoredRule> versions(String rule) {
        return asked(() -> orders.versions(rule));
    }

    public DeadLetters dead() {
        return asked(() -> new DeadLetters(dead, new TreeMap<>(deadByWhy), List.copyOf(letters)));
    }

    /** All that has been read so far. */
    public Position position() {
        return asked(changes::latest);
    }

    /** How many changes there were so far. */
    public long sequence() {
        return asked(changes::sequence);
    }

    public Change.Batch since(long sequence) {
        return asked(() -> changes.since(sequence));
    }

    /** What a reader has missed that has come as far as this position, on this desk or another over the same topics. */
    public Change.Batch since(Position position) {
        return asked(() -> changes.since(position));
    }

    /** Waits until there is a change after this one, at most so long; tells whether there is. */
    public boolean awaitAfter(long sequence, Duration most) throws InterruptedException {
        long left = most.toNanos();
        lock.lockInterruptibly();
        try {
            while (changes.sequence() <= sequence && left > 0) {
                left = changed.awaitNanos(left);
            }
            return changes.sequence() > sequence;
        } finally {
            lock.unlock();
        }
    }

    private Newest<Delivery> told(String alert) {
        var told = Optional.ofNullable(deliveries.get(alert)).orElseGet(() -> new Newest<>(DELIVERIES));
        deliveries.put(alert, told);
        return told;
    }

    private Told withDeliveries(Alert alert) {
        var told = Optional.ofNullable(deliveries.get(alert.id()));
        return new Told(alert, told.map(d -> List.copyOf(d.values())).orElse(List.of()));
    }

    private TimeLine line(String key, LedgerEntry entry) {
        Collection<TimeLine.Point> said =
                Optional.ofNullable(points.get(key)).map(Newest::values).orElse(List.of());
        return TimeLine.of(key, entry, said);
    }

    private void change(Source.At at, Change.Kind kind, String key, Runnable fold) {
        locked(() -> {
            fold.run();
            changes.add(at, kind, key);
            changed.signalAll();
        });
    }

    private void locked(Runnable step) {
        lock.lock();
        try {
            step.run();
        } finally {
            lock.unlock();
        }
    }

    private <T> T asked(Supplier<T> question) {
        lock.lock();
        try {
            return question.get();
        } finally {
            lock.unlock();
        }
    }
}
