package org.wirebell.ingest.edge;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.wirebell.ingest.due.Cursor;
import org.wirebell.ingest.due.Health;
import org.wirebell.ingest.read.Problem;
import org.wirebell.ingest.signed.Verdict;
import org.wirebell.model.FeedState;
import org.wirebell.model.Item;

/** Every name and tag of this room. {@code feed} is an id from the configuration, or {@code push}. */
final class IngestMeters {
    private static final String FEED = "feed";

    private static final Duration[] DELAYS = {
        Duration.ofSeconds(10),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(15),
        Duration.ofHours(1),
        Duration.ofHours(6),
        Duration.ofDays(1)
    };

    private final MeterRegistry registry;
    /** By feed and outcome: to look a meter up in the registry costs more than to record. */
    private final ConcurrentMap<String, Timer> fetches = new ConcurrentHashMap<>();

    private final ConcurrentMap<String, AtomicLong> lastSuccess = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, AtomicLong> newestItem = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, AtomicLong> nextDue = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, AtomicLong> skew = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Map<Health.Word, AtomicLong>> health = new ConcurrentHashMap<>();

    IngestMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** A fetch, with its outcome: ok, not_modified or a {@link org.wirebell.ingest.due.Why}. */
    void fetched(String feed, String outcome, Duration took) {
        fetches.computeIfAbsent(
                        feed + ' ' + outcome,
                        _ -> Timer.builder("wirebell.feed.fetch")
                                .description("Fetches of a feed, the wait for the turn at its host included")
                                .tags(FEED, feed, "outcome", outcome)
                                .register(registry))
                .record(took);
    }

    /** An item that carried a teaser only, and what came of the wish for its article. */
    void article(String feed, ArticleOutcome outcome, Duration took) {
        Timer.builder("wirebell.article.fetch")
                .description("How long items waited for the pages of their articles")
                .tags(FEED, feed, "outcome", Words.lower(outcome))
                .register(registry)
                .record(took);
    }

    /** How far the clock of a feed's server is ahead of ours; of many, ours is the one that is wrong. */
    void skew(String feed, Optional<Duration> ahead) {
        ahead.ifPresent(
                it -> set("wirebell.feed.clock.skew", skew, feed, "Seconds, ours behind theirs", it.toSeconds()));
    }

    /** How long after its publication each item reached us, by its own word; back-fill says nothing about that. */
    void delays(List<Item> items) {
        for (var item : items) {
            if (!item.backfill()
                    && item.published().isPresent()
                    && item.received().isPresent()) {
                var delay =
                        Duration.between(item.published().get(), item.received().get());
                Timer.builder("wirebell.item.publish.delay")
                        .description("From an item's publication, by its own word, to its receipt")
                        .serviceLevelObjectives(DELAYS)
                        .register(registry)
                        .record(delay.isNegative() ? Duration.ZERO : delay);
            }
        }
    }

    void bytes(String feed, int bytes) {
        registry.counter("wirebell.feed.bytes", FEED, feed).increment(bytes);
    }

    /** What an answer held, by kind: new, version, duplicate. */
    void items(String feed, Cursor.Step step) {
        items(feed, "new", step.news());
        items(feed, "version", step.versions());
        items(feed, "duplicate", step.repeats());
        if (step.gap()) {
            registry.counter("wirebell.feed.gap", FEED, feed).increment();
        }
    }

    void items(String feed, String kind, int items) {
        if (items > 0) {
            registry.counter("wirebell.feed.items", FEED, feed, "kind", kind).increment(items);
        }
    }

    void unreadable(String feed, Problem.Why why) {
        registry.counter("wirebell.feed.parse.failures", FEED, feed, "why", Words.lower(why))
                .increment();
    }

    /** A record that went to the dead letters instead of {@code topic}. */
    void dead(String topic, String why) {
        registry.counter("wirebell.dead.records", "topic", topic, "why", why).increment();
    }

    /** What the signature of a pushed document said. */
    void signature(String feed, Verdict verdict) {
        registry.counter("wirebell.signature.checks", FEED, feed, "verdict", Words.lower(verdict))
                .increment();
    }

    /** A request to a hub, with its outcome: ok or a {@link org.wirebell.ingest.due.Why}. */
    void hub(String feed, String outcome) {
        registry.counter("wirebell.websub.requests", FEED, feed, "outcome", outcome)
                .increment();
    }

    /** What a hub delivered: {@code items}, or a {@code ping} that makes us poll. */
    void pushed(String feed, String kind) {
        registry.counter("wirebell.websub.deliveries", FEED, feed, "kind", kind).increment();
    }

    /** The broker did not take all items of an answer; they are sent again. */
    void unsent(String feed) {
        registry.counter("wirebell.item.send.failures", FEED, feed).increment();
    }

    /** Numbers of a provider's count that did not come. */
    void missing(String feed, long numbers) {
        if (numbers > 0) {
            registry.counter("wirebell.feed.sequence.missing", FEED, feed).increment(numbers);
        }
    }

    void health(FeedState state, Health.Word word) {
        health.computeIfAbsent(state.source(), this::words).forEach((each, value) -> value.set(each == word ? 1 : 0));
        state.lastSuccess().ifPresent(at -> set("wirebell.feed.last.success.timestamp", lastSuccess, state, at));
        state.newestItem().ifPresent(at -> set("wirebell.feed.newest.item.timestamp", newestItem, state, at));
        state.nextDue().ifPresent(at -> set("wirebell.feed.next.due.timestamp", nextDue, state, at));
    }

    private Map<Health.Word, AtomicLong> words(String feed) {
        registry.counter(
                "wirebell.feed.gap", FEED, feed); // there from the first look on: a rise from nothing is no rise
        var values = new EnumMap<Health.Word, AtomicLong>(Health.Word.class);
        for (var word : Health.Word.values()) {
            var value = new AtomicLong();
            Gauge.builder("wirebell.feed.health", value, AtomicLong::get)
                    .description("1 for the state that the source is in")
                    .tags(FEED, feed, "state", word.word())
                    .register(registry);
            values.put(word, value);
        }
        return values;
    }

    private void set(String name, ConcurrentMap<String, AtomicLong> values, FeedState state, Instant at) {
        set(name, values, state.source(), "Seconds since the epoch", at.getEpochSecond());
    }

    private void set(String name, ConcurrentMap<String, AtomicLong> values, String source, String what, long now) {
        values.computeIfAbsent(source, feed -> {
                    var value = new AtomicLong();
                    Gauge.builder(name, value, AtomicLong::get)
                            .baseUnit("seconds")
                            .description(what)
                            .tags(FEED, feed)
                            .register(registry);
                    return value;
                })
                .set(now);
    }
}
