package org.wirebell.ingest.edge;

import io.opentelemetry.api.trace.StatusCode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirebell.model.Dead;
import org.wirebell.model.FeedState;
import org.wirebell.model.Item;
import org.wirebell.model.Topic;
import org.wirebell.model.Topics;
import org.wirebell.model.trace.Traces;

/**
 * The way to Kafka. Sending says what the broker did not acknowledge, so that the caller can try again; only what no
 * broker would ever take (a record beyond its size limit) is set aside in the dead letters.
 */
final class Outbox implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final String WHERE = "ingest";
    /** What fits into a topic with Kafka's default limit of 1 MiB, headers included. */
    private static final int MOST_DEAD_BYTES = 1_000_000;

    private static final String AWAY = "not tried, the broker is away";
    private static final Duration STATES_TOGETHER = Duration.ofMillis(200);
    private static final Duration SLOW = Duration.ofSeconds(3);
    private static final Duration DEAD_PATIENCE = Duration.ofSeconds(10);
    /** Compressed, a record this long may well fit; the broker decides. */
    private static final int MOST_RECORD_BYTES = 32 * 1024 * 1024;

    private final Producer<byte[], byte[]> producer;
    /** For states, which nobody waits for: they go in company. */
    private final Producer<byte[], byte[]> states;

    private final Topics topics;
    private final IngestMeters meters;
    private final Traces traces;
    private final InstantSource clock;

    Outbox(
            Producer<byte[], byte[]> producer,
            Producer<byte[], byte[]> states,
            Topics topics,
            IngestMeters meters,
            Traces traces,
            InstantSource clock) {
        this.producer = producer;
        this.states = states;
        this.topics = topics;
        this.meters = meters;
        this.traces = traces;
        this.clock = clock;
    }

    /** A producer that loses nothing and does not hold up its callers for long when the broker is away. */
    static Producer<byte[], byte[]> producer(Map<String, Object> kafka) {
        return producer(kafka, Duration.ZERO);
    }

    private static Producer<byte[], byte[]> producer(Map<String, Object> kafka, Duration linger) {
        var settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 2_000);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, linger.toMillis());
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MOST_RECORD_BYTES);
        settings.putIfAbsent(ProducerConfig.CLIENT_ID_CONFIG, "wirebell-ingest");
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** As above, for states: those of a fifth of a second travel together. */
    static Producer<byte[], byte[]> unhurried(Map<String, Object> kafka) {
        var settings = new HashMap<>(kafka);
        settings.put(
                ProducerConfig.CLIENT_ID_CONFIG,
                kafka.getOrDefault(ProducerConfig.CLIENT_ID_CONFIG, "wirebell-ingest") + "-states");
        return producer(settings, STATES_TOGETHER);
    }

    /** Sends items that carry their arrival and returns, in order, those that were not acknowledged within the time. */
    List<Item> send(List<Item> items, Duration patience) throws InterruptedException {
        return send(items, patience, () -> {});
    }

    /** As above, as part of the trace of who sent them; empty where that has none. */
    List<Item> send(List<Item> items, Duration patience, String sender) throws InterruptedException {
        return send(items, patience, sender, () -> {});
    }

    /** As above; says so when the broker takes its time, since the producer tries for minutes before it gives up. */
    List<Item> send(List<Item> items, Duration patience, Runnable whenSlow) throws InterruptedException {
        return send(items, patience, "", whenSlow);
    }

    private List<Item> send(List<Item> items, Duration patience, String sender, Runnable whenSlow)
            throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        var acks = new ArrayList<Future<RecordMetadata>>(items.size());
        for (var item : items) {
            var ack = send(item, sender);
            acks.add(ack);
            if (ack.state() == Future.State.FAILED && !(ack.exceptionNow() instanceof RecordTooLargeException)) {
                break; // the broker is away: no use in waiting once more for each of the others
            }
        }
        if (!settled(acks, SLOW.compareTo(patience) < 0 ? SLOW : patience)) {
            whenSlow.run();
        }
        var unsent = new ArrayList<Item>();
        var why = "";
        for (int i = 0; i < items.size(); i++) {
            var refused = i < acks.size() ? refused(items.get(i), acks.get(i), deadline) : AWAY;
            if (!refused.isEmpty()) {
                unsent.add(items.get(i));
                why = why.isEmpty() ? refused : why;
            }
        }
        if (!unsent.isEmpty()) { // one line for all: a broker that is away refuses thousands
            LOG.warn(
                    "feed {}: {} of {} items not sent: {}",
                    unsent.getFirst().source(),
                    unsent.size(),
                    items.size(),
                    why);
        }
        return unsent;
    }

    private Future<RecordMetadata> send(Item item, String sender) {
        var arrival = arrival(item);
        var record = record(topics.items(), item.family(), item, arrival);
        var span = traces.arrival(item, arrival, sender);
        Traces.mark(span, record.headers());
        return producer.send(record, (_, failure) -> {
            if (failure != null) {
                span.setStatus(StatusCode.ERROR);
            }
            span.end(clock.instant());
        });
    }

    /** When it arrived; not later than now, since what came while our clock ran ahead would be refused for as long as it did. */
    private Instant arrival(Item item) {
        var now = clock.instant();
        return item.received().filter(now::isAfter).orElse(now);
    }

    private static boolean settled(List<Future<RecordMetadata>> acks, Duration time) throws InterruptedException {
        long deadline = System.nanoTime() + time.toNanos();
        for (var ack : acks) {
            try {
                ack.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (ExecutionException _) {
                continue; // settled too; why is asked later
            } catch (TimeoutException _) {
                return false;
            }
        }
        return true;
    }

    /** Why the item was not acknowledged; empty when it was, or is among the dead letters. */
    private String refused(Item item, Future<RecordMetadata> ack, long deadline) throws InterruptedException {
        try {
            ack.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            LOG.atDebug()
                    .addKeyValue("item", item.family() + "#" + item.version())
                    .addKeyValue("source", item.source())
                    .log("item {} is in {}", item.family(), topics.items().name());
            return "";
        } catch (TimeoutException _) {
            return "no answer from the broker in time";
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RecordTooLargeException tooLarge) {
                return setAside(item, tooLarge) ? "" : "too large, and not taken as a dead letter either";
            }
            return String.valueOf(e.getCause());
        }
    }

    private boolean setAside(Item item, RecordTooLargeException why) throws InterruptedException {
        var json = topics.items().values().serializer().serialize(topics.items().name(), item);
        return dead(item.family(), item.source(), json, "too_large", "item: " + why.getMessage());
    }

    /** Sets raw bytes aside with the reason; false when the broker did not take them. */
    boolean dead(String key, String source, byte[] raw, String why, String detail) throws InterruptedException {
        var cut = raw.length > MOST_DEAD_BYTES;
        var kept = cut ? Arrays.copyOf(raw, MOST_DEAD_BYTES) : raw;
        var said = cut ? detail + " (cut from " + raw.length + " to " + MOST_DEAD_BYTES + " bytes)" : detail;
        var at = clock.instant();
        var headers = new RecordHeaders();
        Map.of(
                        Dead.WHERE, WHERE,
                        Dead.WHY, why,
                        Dead.DETAIL, said,
                        Dead.SOURCE, source,
                        Dead.AT, at.toString())
                .forEach((name, value) -> headers.add(name, bytes(value)));
        var ack = producer.send(
                new ProducerRecord<>(topics.dead().name(), null, at.toEpochMilli(), bytes(key), kept, headers));
        try {
            ack.get(DEAD_PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
            meters.dead(topics.items().name(), why);
            LOG.atWarn()
                    .addKeyValue("item", key)
                    .addKeyValue("source", source)
                    .log("{}: set aside in {}: {}", key, topics.dead().name(), said);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("{}: could not be set aside: {}", key, e.toString());
            return false;
        }
    }

    /**
     * Writes the state of a source without waiting: a lost one only means that a restart sends some items again. So it
     * never throws but when interrupted; the loops rely on that where they clean up after another failure.
     */
    void keep(FeedState state, Instant at) {
        try {
            var unused = states.send(record(topics.feeds(), state.source(), state, at), (_, failure) -> {
                if (failure != null) {
                    notKept(state, failure);
                }
            });
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException | IllegalStateException e) { // a producer that is closed throws the latter
            notKept(state, e);
        }
    }

    private static void notKept(FeedState state, Exception failure) {
        LOG.warn("feed {}: cursor not written: {}", state.source(), failure.toString());
    }

    private static <V> ProducerRecord<byte[], byte[]> record(Topic<String, V> topic, String key, V value, Instant at) {
        return new ProducerRecord<>(
                topic.name(),
                null,
                at.toEpochMilli(),
                topic.keys().serializer().serialize(topic.name(), key),
                topic.values().serializer().serialize(topic.name(), value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        states.close(Duration.ofSeconds(5));
        producer.close(Duration.ofSeconds(5));
    }
}
