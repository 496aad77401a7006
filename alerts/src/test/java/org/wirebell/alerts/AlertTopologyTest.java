package org.wirebell.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebell.alerts.decide.News.asking;
import static org.wirebell.alerts.decide.News.change;
import static org.wirebell.alerts.decide.News.finding;
import static org.wirebell.alerts.decide.News.item;
import static org.wirebell.alerts.decide.News.rule;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirebell.alerts.decide.News;
import org.wirebell.alerts.decide.Orders;
import org.wirebell.alerts.decide.Rule;
import org.wirebell.alerts.decide.RuleBook;
import org.wirebell.model.Action;
import org.wirebell.model.Alert;
import org.wirebell.model.Finding;
import org.wirebell.model.Golden;
import org.wirebell.model.Notice;
import org.wirebell.model.Topic;
import org.wirebell.model.Topics;
import org.wirebell.model.Update;
import org.wirebell.model.WireSignal;
import org.wirebell.model.trace.Traces;

class AlertTopologyTest {
    private static final Topics TOPICS = Topics.standard();
    private static final List<Rule> RULES = List.of(rule(asking("first, rise 10")), rule("ferries", "ferry"));

    @TempDir
    private Path folder;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final AlertsMeters meters = new AlertsMeters(registry, InstantSource.fixed(News.T0.plusSeconds(90)));
    private final RuleBook book = new RuleBook(RULES);
    private TopologyTestDriver driver;
    private TestInputTopic<String, Finding> findings;
    private TestInputTopic<String, Update> updates;
    private TestInputTopic<String, Action> actions;
    private TestOutputTopic<String, Alert> alerts;
    private TestOutputTopic<String, Notice> notices;

    @BeforeEach
    void start() {
        var settings = settings();
        driver = new TopologyTestDriver(topology(), properties(settings), News.T0);
        findings = in(TOPICS.findings());
        updates = in(TOPICS.updates());
        actions = in(TOPICS.actions());
        alerts = out(TOPICS.alerts());
        notices = out(TOPICS.notices());
    }

    @AfterEach
    void stop() {
        driver.close();
        book.close();
    }

    @Test
    void isThePicture() {
        Golden.check("alert-topology.txt", topology().describe().toString());
    }

    @Test
    void plansAlertsAndNoticesFromItemsAndSeries() {
        var first = item("a", "1", "Ferry sinks, 20 dead");
        findings.pipeInput(first.family(), finding(first));
        updates.pipeInput(key(), change(Update.Kind.FIRST, first).value(20).update());
        updates.pipeInput(
                key(),
                change(Update.Kind.HIGHER, item("b", "1", "x"))
                        .value(25)
                        .previous(20)
                        .update());
        updates.pipeInput(
                key(),
                change(Update.Kind.HIGHER, item("c", "1", "x"))
                        .value(31)
                        .previous(25)
                        .update());
        var kill = item("a", "2", "Kill", WireSignal.KILL);
        findings.pipeInput(kill.family(), finding(kill));

        var shown = alerts.readKeyValuesToList();
        assertThat(shown).allSatisfy(pair -> assertThat(pair.key).isEqualTo(pair.value.id()));
        assertThat(shown)
                .extracting(pair -> pair.value.rule() + " " + pair.value.revision() + " " + pair.value.reason())
                .containsExactly(
                        "ferries 1 FIRST",
                        "toll 1 FIRST",
                        "toll 2 MINOR_CHANGE",
                        "toll 3 MATERIAL_CHANGE",
                        "ferries 2 WITHDRAWN");
        var planned = notices.readKeyValuesToList();
        assertThat(planned).allSatisfy(pair -> assertThat(pair.key).isEqualTo(pair.value.id()));
        assertThat(planned)
                .extracting(pair -> pair.value.receiver() + " " + pair.value.kind() + " "
                        + pair.value.alert().title())
                .containsExactly(
                        "page NEW Ferry sinks, 20 dead",
                        "desk NEW Ferry sinks, 20 dead",
                        "page NEW Killed: 20 — says the harbour office — Port Adel",
                        "desk NEW Killed: 20 — says the harbour office — Port Adel",
                        "page UPDATE Killed: 31 (was 20) — says the harbour office — Port Adel",
                        "desk UPDATE Killed: 31 (was 20) — says the harbour office — Port Adel",
                        "page WITHDRAW Withdrawn: Ferry sinks, 20 dead",
                        "desk WITHDRAW Withdrawn: Ferry sinks, 20 dead");
        assertThat(registry.get("wirebell.notices.planned")
                        .tag("kind", "new")
                        .counter()
                        .count())
                .isEqualTo(4);
        assertThat(registry.get("wirebell.alerts.suppressed")
                        .tag("why", "minor")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("wirebell.alerts.planned").timer().max(TimeUnit.SECONDS))
                .isEqualTo(30);
    }

    @Test
    void aKillOfSomethingNeverToldLeavesNoTrace() {
        var kill = item("z", "2", "Kill", WireSignal.KILL);
        findings.pipeInput(kill.family(), finding(kill));
        assertThat(alerts.isEmpty()).isTrue();
        assertThat(driver.<String, Object>getKeyValueStore(Plan.STANDINGS).all().hasNext())
                .isFalse();
    }

    @Test
    void countsWhatABudgetKeepsBackAndHowLongAnAcknowledgementTakes() {
        meters.desks(Set.of("night"));
        for (var id : List.of("a", "b", "c", "d", "e")) {
            var item = item(id, "1", "Ferry " + id + " sinks");
            findings.pipeInput(item.family(), finding(item));
        }
        assertThat(exhausted(Rule.DESK)).isEqualTo(2);
        assertThat(exhausted("night")).isZero();

        var alert = alerts.readValuesToList().getFirst();
        actions.pipeInput(alert.id(), ack(alert, "first", 40));
        actions.pipeInput(alert.id(), ack(alert, "second", 90));
        var acknowledged =
                registry.get("wirebell.alert.ack").tag("priority", "normal").timer();
        assertThat(acknowledged.count()).isEqualTo(1);
        assertThat(acknowledged.totalTime(TimeUnit.SECONDS)).isEqualTo(40);
    }

    private double exhausted(String desk) {
        return registry.get("wirebell.budget.exhausted")
                .tag("desk", desk)
                .counter()
                .count();
    }

    private static Action ack(Alert alert, String id, long after) {
        return new Action(
                id,
                alert.id(),
                alert.desk(),
                Action.Verb.ACK,
                alert.revision(),
                "ruiz",
                alert.received().plusSeconds(after),
                Optional.empty(),
                "",
                "",
                Map.of());
    }

    @Test
    void bytesThatAreNoEventGoToTheDeadLettersAndTheRestGoesOn() {
        var raw = driver.createInputTopic(TOPICS.findings().name(), new StringSerializer(), new ByteArraySerializer());
        raw.pipeInput("k", "no event".getBytes(StandardCharsets.UTF_8));
        var good = item("a", "1", "Ferry sinks");
        findings.pipeInput(good.family(), finding(good));
        assertThat(notices.readValuesToList()).hasSize(2);
        assertThat(registry.get("wirebell.records.dead")
                        .tag("step", "read")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    private Topology topology() {
        return AlertTopology.build(settings(), TOPICS, () -> Orders.of(book), meters, Traces.OFF);
    }

    private Map<String, Object> settings() {
        var d = AlertsConfig.defaults();
        var config = new AlertsConfig(
                d.applicationId(),
                d.instanceId(),
                folder,
                d.threads(),
                List.of(),
                Map.of(),
                d.receivers(),
                d.delivery());
        return StreamsSettings.of(config, Map.of("bootstrap.servers", "none:1"), TOPICS, meters);
    }

    private static Properties properties(Map<String, Object> settings) {
        var properties = new Properties();
        properties.putAll(settings);
        return properties;
    }

    private static String key() {
        return News.series("all").key();
    }

    private <V> TestInputTopic<String, V> in(Topic<String, V> topic) {
        return driver.createInputTopic(
                topic.name(), topic.keys().serializer(), topic.values().serializer());
    }

    private <V> TestOutputTopic<String, V> out(Topic<String, V> topic) {
        return driver.createOutputTopic(
                topic.name(), topic.keys().deserializer(), topic.values().deserializer());
    }
}
