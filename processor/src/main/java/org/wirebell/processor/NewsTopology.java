package org.wirebell.processor;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.wirebell.model.Finding;
import org.wirebell.model.Item;
import org.wirebell.model.LedgerEntry;
import org.wirebell.model.Topic;
import org.wirebell.model.Topics;
import org.wirebell.model.trace.Fact;
import org.wirebell.model.trace.Traces;
import org.wirebell.processor.cluster.Joiner;
import org.wirebell.processor.ledger.Claims;
import org.wirebell.processor.ledger.Ledger;
import org.wirebell.processor.ledger.Outcome;
import org.wirebell.processor.ledger.Posting;

/** The whole flow on one screen; docs/architecture.md holds the same picture. */
final class NewsTopology {
    /** What is handed on within. */
    private static final String READ = "read";

    private static final String CLAIMS = "claims";

    private NewsTopology() {}

    /** @param settings for the check that every internal topic and store has a name of ours */
    static Topology build(
            Map<String, Object> settings,
            ProcessorConfig config,
            Topics topics,
            Function<Item, Finding> extract,
            Claims claims,
            Ledger ledger,
            ProcessorMeters meters,
            Traces traces,
            InstantSource clock) {
        var builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(settings)));

        KStream<String, Item> items = builder.stream(topics.items().name(), consumed(topics.items(), "items"));
        items.flatMapValues(NamedKills::of, Named.as("name-the-killed"))
                .selectKey((_, item) -> item.family(), Named.as("key-by-family"))
                .to(topics.items().name(), produced(topics.items(), "kills"));

        KStream<String, Joiner.Joined> joined = items.processValues(
                        new DropRepeats(config.repeatWindow(), meters, traces), Named.as("drop-repeats"))
                .process(new HoldEmbargoed(clock, traces), Named.as("hold-embargoed"))
                .mapValues(meters.timed("extract", extract).andThen(NewsTopology::noted)::apply, Named.as("extract"))
                .repartition(
                        Repartitioned.with(Serdes.String(), topics.findings().values())
                                .withName(READ)
                                .withNumberOfPartitions(1)) // stories need all items in one order
                .process(
                        new JoinStories(config.copyTexts(), config.openStories(), meters, traces),
                        Named.as("join-stories"));
        joined.flatMapValues(Joiner.Joined::stories, Named.as("take-stories"))
                .selectKey((_, story) -> story.id(), Named.as("key-story"))
                .to(topics.stories().name(), produced(topics.stories(), "stories"));
        KStream<String, Finding> findings = joined.mapValues(Joiner.Joined::finding, Named.as("take-finding"));
        findings.to(topics.findings().name(), produced(topics.findings(), "findings"));

        KStream<String, Posting> rulings = builder.stream(
                        topics.rulings().name(), consumed(topics.rulings(), "rulings"))
                .filter((_, ruling) -> ruling != null, Named.as("skip-forgotten"))
                .mapValues(Posting::of, Named.as("post-ruling"))
                .selectKey((_, posting) -> posting.book(), Named.as("key-by-book"));
        KStream<String, Outcome> outcomes = findings.process(
                        new PostClaims(claims, meters), Named.as("post-claims")) // to the book of each claim
                .merge(rulings, Named.as("with-rulings"))
                .repartition(Repartitioned.with(Serdes.String(), Topics.serde(Posting.class))
                        .withName(CLAIMS)
                        .withStreamPartitioner(NewsTopology::sceneOf))
                .process(new KeepLedger(ledger, meters, traces), Named.as("keep-ledger"));
        outcomes.flatMap((_, outcome) -> entries(outcome), Named.as("take-entries"))
                .to(topics.ledger().name(), produced(topics.ledger(), "ledger"));
        outcomes.flatMapValues(Outcome::updates, Named.as("take-updates"))
                .selectKey((_, update) -> update.series().key(), Named.as("key-update"))
                .to(topics.updates().name(), produced(topics.updates(), "updates"));
        return builder.build();
    }

    /** Of a hundred parts of the work those of reading, of joining and of the ledger, by the topics that they come from. */
    static Map<String, Integer> work(Topics topics, String applicationId) {
        return Map.of(
                topics.items().name(),
                35,
                applicationId + "-" + READ + "-repartition",
                55,
                applicationId + "-" + CLAIMS + "-repartition",
                10);
    }

    private static Finding noted(Finding finding) {
        Traces.note(Fact.FIGURES, finding.figures().size());
        return finding;
    }

    /** A series that is no more leaves a tombstone. */
    @SuppressWarnings("NullAway") // null is how Kafka says that a key is gone
    private static List<KeyValue<String, LedgerEntry>> entries(Outcome outcome) {
        return outcome.entries().entrySet().stream()
                .map(e -> KeyValue.pair(e.getKey(), e.getValue().orElse(null)))
                .toList();
    }

    /** All books of a scene meet in one task, so that they can be compared. */
    static Optional<Set<Integer>> sceneOf(String topic, String book, Posting posting, int partitions) {
        var scene = posting.scene().getBytes(StandardCharsets.UTF_8);
        return Optional.of(Set.of(Utils.toPositive(Utils.murmur2(scene)) % partitions));
    }

    private static <K, V> Consumed<K, V> consumed(Topic<K, V> topic, String name) {
        return Consumed.with(topic.keys(), topic.values()).withName(name);
    }

    private static <K, V> Produced<K, V> produced(Topic<K, V> topic, String name) {
        return Produced.with(topic.keys(), topic.values()).withName(name);
    }
}
