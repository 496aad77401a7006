package org.wirebell.alerts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serdes;
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
import org.wirebell.alerts.decide.Happening;
import org.wirebell.alerts.decide.Orders;
import org.wirebell.alerts.decide.Planned;
import org.wirebell.alerts.decide.Question;
import org.wirebell.alerts.decide.RuleBook;
import org.wirebell.model.Alert;
import org.wirebell.model.Notice;
import org.wirebell.model.Topic;
import org.wirebell.model.Topics;
import org.wirebell.model.trace.Traces;

/** The planner on one screen: findings, updates and what persons do in, alerts and notices out; docs/architecture.md holds the same picture. */
final class AlertTopology {
    private static final String ASKED = "asked";

    private AlertTopology() {}

    /** Name of the topic by which questions travel to the state of each desk. */
    static String asked(String applicationId) {
        return applicationId + "-" + ASKED + "-repartition";
    }

    /**
     * @param settings for the check that every internal topic and store has a name of ours
     * @param orders what desks have decided, as it stands when asked
     */
    static Topology build(
            Map<String, Object> settings, Topics topics, Supplier<Orders> orders, AlertsMeters meters, Traces traces) {
        var builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(settings)));

        KStream<String, Question> ofItems = builder.stream(
                        topics.findings().name(), consumed(topics.findings(), "findings"))
                .mapValues(Happening.Found::new, Named.as("found"))
                .flatMap((_, found) -> ask(orders.get().rules(), found, meters), Named.as("match-items"));
        KStream<String, Question> ofSeries = builder.stream(
                        topics.updates().name(), consumed(topics.updates(), "updates"))
                .mapValues(Happening.Changed::new, Named.as("changed"))
                .flatMap((_, changed) -> ask(orders.get().rules(), changed, meters), Named.as("match-series"));
        KStream<String, Question> ofPersons = builder.stream(
                        topics.actions().name(), consumed(topics.actions(), "actions"))
                .mapValues(Question::of, Named.as("acted"));

        KStream<String, Question> ofStories = builder.stream(
                        topics.stories().name(), consumed(topics.stories(), "stories"))
                .flatMap((_, story) -> asked(orders.get().rules().ask(story)), Named.as("match-stories"));

        KStream<String, Planned> planned = ofItems.merge(ofSeries, Named.as("merge"))
                .merge(ofPersons, Named.as("merge-actions"))
                .merge(ofStories, Named.as("merge-stories"))
                .processValues(Hasten::new, Named.as("hasten"))
                .repartition(Repartitioned.with(
                                Serdes.String(), Topics.serde(Question.class)) // to the state of each desk
                        .withStreamPartitioner((_, _, question, partitions) ->
                                Optional.of(Set.of(Math.floorMod(question.desk().hashCode(), partitions))))
                        .withName(ASKED))
                .process(new Plan(orders, meters, traces), Named.as("plan"));
        planned.flatMap((_, plan) -> alerts(plan).toList(), Named.as("take-alerts"))
                .to(topics.alerts().name(), produced(topics.alerts(), "alerts"));
        planned.flatMap((_, plan) -> notices(plan).toList(), Named.as("take-notices"))
                .to(
                        topics.notices().name(),
                        produced(topics.notices(), "notices")
                                .withStreamPartitioner((_, _, notice, partitions) ->
                                        Optional.of(Set.of(besideItsAlert(notice, partitions)))));
        return builder.build();
    }

    private static List<KeyValue<String, Question>> ask(RuleBook rules, Happening happening, AlertsMeters meters) {
        var questions = meters.timed("match", () -> rules.ask(happening));
        meters.quarantined(rules.quarantined());
        return asked(questions);
    }

    private static List<KeyValue<String, Question>> asked(List<Question> questions) {
        return questions.stream()
                .map(question -> KeyValue.pair(question.alertId(), question))
                .toList();
    }

    private static Stream<KeyValue<String, Alert>> alerts(Planned plan) {
        return plan.alerts().stream().map(alert -> KeyValue.pair(alert.id(), alert));
    }

    private static Stream<KeyValue<String, Notice>> notices(Planned plan) {
        return plan.notices().stream().map(notice -> KeyValue.pair(notice.id(), notice));
    }

    /** All notices of an alert share a partition, so that its revisions keep their order on the way to a receiver. */
    static int besideItsAlert(Notice notice, int partitions) {
        return Math.floorMod(notice.alert().id().hashCode(), partitions);
    }

    private static <K, V> Consumed<K, V> consumed(Topic<K, V> topic, String name) {
        return Consumed.with(topic.keys(), topic.values()).withName(name);
    }

    private static <K, V> Produced<K, V> produced(Topic<K, V> topic, String name) {
        return Produced.with(topic.keys(), topic.values()).withName(name);
    }
}
