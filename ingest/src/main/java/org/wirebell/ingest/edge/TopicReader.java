package org.wirebell.ingest.edge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirebell.ingest.due.RawHead;
import org.wirebell.ingest.due.Standing;
import org.wirebell.ingest.due.Why;
import org.wirebell.ingest.read.Problem;
import org.wirebell.ingest.web.Outage;
import org.wirebell.model.FeedState;
import org.wirebell.model.Item;

/**
 * Takes documents from a Kafka topic; with {@link Resume} the only consumer of this room. Offsets are committed only after
 * the broker has the items of their records, and as dead letters those that nobody can read.
 */
final class TopicReader implements Watch.Look {
    private static final Logger LOG = LoggerFactory.getLogger(TopicReader.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration FAREWELL = Duration.ofSeconds(2);
    /** Records before this offset of a partition lay there when we first looked. */
    private static final String OLD = "oldOffsets";

    private final String topic;
    private final Supplier<Consumer<byte[], byte[]>> connect;
    private final Intake intake;
    private Optional<Consumer<byte[], byte[]>> connected = Optional.empty();

    TopicReader(String topic, Supplier<Consumer<byte[], byte[]>> connect, Intake intake) {
        this.topic = topic;
        this.connect = connect;
        this.intake = intake;
    }

    /** A consumer for the topic; {@code ours} tells how to reach our own cluster. */
    static Consumer<byte[], byte[]> consumer(String id, TopicConfig config, Map<String, Object> ours) {
        var settings = new HashMap<String, Object>(config.bootstrap().isPresent() ? Map.of() : ours);
        settings.putAll(config.properties());
        config.bootstrap().ifPresent(servers -> settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers));
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group(id, config));
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.putIfAbsent(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.putIfAbsent(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 200);
        // Our own broker may be away for long while the other cluster is not; a peer that takes over repeats, no more.
        settings.putIfAbsent(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, (int)
                Duration.ofMinutes(30).toMillis());
        var bytes = new ByteArrayDeserializer();
        return new KafkaConsumer<>(settings, bytes, bytes);
    }

    /** Where it is, for people and for the state that a restart resumes from. */
    static String address(String id, TopicConfig config) {
        return "kafka://" + config.bootstrap().orElse("") + "/" + config.topic() + "#" + group(id, config);
    }

    private static String group(String id, TopicConfig config) {
        return config.group().orElse("wirebell-ingest-" + id);
    }

    @Override
    public FeedState look(FeedState before) throws Outage, InterruptedException {
        boolean through = false;
        try {
            var consumer = connected.isPresent() ? connected.get() : connected();
            var state = noted(before, consumer);
            var records = consumer.poll(POLL);
            if (!records.isEmpty()) {
                state = take(state, records);
                consumer.commitSync();
            }
            through = true;
            return state == before ? Standing.unchanged(before, "", "", now()) : state;
        } catch (InterruptException _) {
            throw new InterruptedException(topic);
        } catch (KafkaException e) {
            var denied = e instanceof AuthenticationException || e instanceof AuthorizationException;
            throw denied ? new Outage(Why.DENIED, topic + ": " + e.getMessage(), e) : Outage.of(topic, e);
        } finally {
            if (!through) { // what was polled and not committed must be polled again
                close();
            }
        }
    }

    private Consumer<byte[], byte[]> connected() throws Outage {
        var consumer = connect.get();
        connected = Optional.of(consumer);
        if (partitions(consumer).isEmpty()) {
            throw Outage.of(topic, new IOException("there is no such topic"));
        }
        consumer.subscribe(List.of(topic));
        return consumer;
    }

    private List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer) {
        return consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    /** With the ends of the partitions at first sight. */
    private FeedState noted(FeedState state, Consumer<byte[], byte[]> consumer) {
        if (state.more().containsKey(OLD)) {
            return state;
        }
        var ends = new HashMap<String, Object>();
        consumer.endOffsets(partitions(consumer))
                .forEach((partition, end) -> ends.put(Integer.toString(partition.partition()), end));
        var noted = Standing.noted(state, state.seen(), Map.of(OLD, ends));
        intake.handover().states().keep(noted);
        return noted;
    }

    private static boolean isOld(FeedState state, ConsumerRecord<byte[], byte[]> found) {
        return state.more().get(OLD) instanceof Map<?, ?> ends
                && ends.get(Integer.toString(found.partition())) instanceof Number end
                && found.offset() < end.longValue();
    }

    private FeedState take(FeedState before, ConsumerRecords<byte[], byte[]> records) throws InterruptedException {
        var items = new ArrayList<Item>();
        var problem = Optional.<Problem>empty();
        var head = "";
        for (var found : records) {
            if (found.value() != null) { // else a deletion, which is no document
                var reading = intake.read(document(found));
                var old = isOld(before, found);
                reading.items().forEach(item -> items.add(intake.arrived(item, old)));
                if (reading.problem().isPresent()) {
                    problem = reading.problem();
                    head = RawHead.of(found.value());
                    intake.handover().setAsideSurely(before, key(found), found.value(), problem.get());
                }
            }
        }
        var state = intake.handOver(before, items);
        return problem.isEmpty()
                ? state
                : Standing.headed(
                        Standing.failed(state, Why.UNREADABLE, problem.get().detail(), "", now()), head);
    }

    private Intake.Document document(ConsumerRecord<byte[], byte[]> found) {
        intake.handover().meters().bytes(intake.id(), found.value().length);
        return new Intake.Document(place(found), "", found.value());
    }

    private static String place(ConsumerRecord<byte[], byte[]> found) {
        return found.topic() + ":" + found.partition() + ":" + found.offset();
    }

    /** The record's own key, so that a redrive finds its neighbours. */
    private static String key(ConsumerRecord<byte[], byte[]> found) {
        return found.key() == null ? place(found) : new String(found.key(), StandardCharsets.UTF_8);
    }

    private Instant now() {
        return intake.handover().clock().instant();
    }

    @Override
    public void close() {
        boolean interrupted = Thread.interrupted(); // else the group would wait for us until its timeout
        try {
            connected.ifPresent(consumer -> consumer.close(CloseOptions.timeout(FAREWELL)));
        } catch (KafkaException e) {
            LOG.info("topic {}: {}", topic, e.toString());
        } finally {
            connected = Optional.empty();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
