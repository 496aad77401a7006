package org.wirebell.ingest.edge;

import static org.awaitility.Awaitility.await;
import static org.wirebell.model.Samples.T0;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.wirebell.ingest.web.AddressGuard;
import org.wirebell.ingest.web.Limits;
import org.wirebell.ingest.web.OkHttpWeb;
import org.wirebell.ingest.web.Web;
import org.wirebell.model.FeedState;
import org.wirebell.model.Item;
import org.wirebell.model.Topics;
import org.wirebell.model.trace.Traces;

/** The shell around an entrance, with Kafka's own stand-in for a broker behind it. */
final class Desk {
    static final Topics TOPICS = Topics.standard();
    private static final Web NOWHERE = new OkHttpWeb(
            Limits.defaults(), "Wirebell/test", AddressGuard.publicOnly(_ -> List.of()), InstantSource.fixed(T0));

    final MockProducer<byte[], byte[]> broker;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Handover handover;

    private Desk(boolean acks, Map<String, FeedState> kept, InstantSource clock) {
        this(acks, kept, clock, IngestConfig.defaults(), NOWHERE, Traces.OFF);
    }

    private Desk(
            boolean acks,
            Map<String, FeedState> kept,
            InstantSource clock,
            IngestConfig config,
            Web web,
            Traces traces) {
        broker = new MockProducer<>(acks, null, new ByteArraySerializer(), new ByteArraySerializer());
        var roomMeters = new IngestMeters(meters);
        var outbox = new Outbox(broker, broker, TOPICS, roomMeters, traces, clock);
        var states = new FeedStates(kept, Map.of(), outbox, roomMeters, clock);
        var readers = new Readers(Map.of("coastwire", Map.of("4", 2)));
        var articles = new Articles(config, web, readers, roomMeters, clock);
        handover = new Handover(outbox, states, readers, articles, roomMeters, clock);
    }

    /** The broker acknowledges everything at once. */
    static Desk open() {
        return new Desk(true, Map.of(), InstantSource.fixed(T0));
    }

    /** The broker acknowledges what the test tells it to. */
    static Desk slow() {
        return new Desk(false, Map.of(), InstantSource.fixed(T0));
    }

    /** As {@link #slow}, where items are traced and time goes by. */
    static Desk traced(Traces traces, InstantSource clock) {
        return new Desk(false, Map.of(), clock, IngestConfig.defaults(), NOWHERE, traces);
    }

    /** Articles are asked for as the configuration says. */
    static Desk reading(IngestConfig config, Web web) {
        return new Desk(true, Map.of(), InstantSource.fixed(T0), config, web, Traces.OFF);
    }

    static Desk resumed(FeedState... kept) {
        return resumed(InstantSource.fixed(T0), kept);
    }

    /** As above, at another time. */
    static Desk resumed(InstantSource clock, FeedState... kept) {
        return new Desk(true, Stream.of(kept).collect(Collectors.toMap(FeedState::source, state -> state)), clock);
    }

    /** As above, where time goes by. */
    static Desk ticking(FeedState... kept) {
        return resumed(InstantSource.system(), kept);
    }

    List<Item> items() {
        return sent(TOPICS.items().name()).stream()
                .map(sent -> TOPICS.items().values().deserializer().deserialize("", sent.value()))
                .toList();
    }

    List<FeedState> states() {
        return sent(TOPICS.feeds().name()).stream()
                .map(sent -> TOPICS.feeds().values().deserializer().deserialize("", sent.value()))
                .toList();
    }

    List<ProducerRecord<byte[], byte[]>> dead() {
        return sent(TOPICS.dead().name());
    }

    List<ProducerRecord<byte[], byte[]>> sent(String topic) {
        return broker.history().stream()
                .filter(sent -> sent.topic().equals(topic))
                .toList();
    }

    void awaitSent(int records) {
        await().atMost(Duration.ofSeconds(10)).until(() -> broker.history().size() >= records);
    }

    static String header(ProducerRecord<byte[], byte[]> sent, String name) {
        return new String(sent.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** A feed whose items have these headlines; the id of each is its first letter. */
    static String rss(String... headlines) {
        var items = new StringBuilder();
        for (var headline : headlines) {
            items.append(
                    "<item><guid isPermaLink=\"false\">%s</guid><title>%s</title><description>Text of %s.</description></item>"
                            .formatted(headline.charAt(0), headline, headline));
        }
        return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Harbour Post</title><link>https://harbour.example/</link>"
                + "<description>News of the harbour</description>" + items + "</channel></rss>";
    }
}
