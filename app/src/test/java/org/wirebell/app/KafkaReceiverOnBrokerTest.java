package org.wirebell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.wirebell.app.station.Role;
import org.wirebell.model.Json;
import org.wirebell.model.Topic;

/** A receiver that is a topic of our own cluster. */
class KafkaReceiverOnBrokerTest {
    @RegisterExtension
    static final OneBroker BROKER = new OneBroker();

    @TempDir
    Path folder;

    @Test
    void noticesAreCloudEventsKeyedByAlert() throws Exception {
        var rig = Rig.of(BROKER, "topic-out", folder);
        try (var admin = Admin.create(Map.copyOf(rig.kafka()))) {
            admin.createTopics(List.of(new NewTopic("desk-topic-out", 3, (short) 1)))
                    .all()
                    .get();
        }
        var yaml = """
                alerts:
                  application-id: ${name}-alerts
                  state-dir: "${folder}/alerts"
                  receivers: {kafkas: {bus: {topic: desk-topic-out, headline: "55"}}}
                  rules:
                    - {id: toll, query: 'ferry', receivers: [bus], figure: {category: [killed], first: true, retracted: true}}
                """;
        try (var _ = rig.start(EnumSet.of(Role.PROCESS, Role.ALERT), yaml, System.err)) {
            var headline = "Ferry sinks off Kelmor";
            var text = "The sinking of a ferry off Kelmor killed 12 people, the harbour office said.";
            rig.send(News.item("ferry", 1, headline, text, Map.of()));
            rig.until("told", () -> events(rig).size() == 1);
            rig.send(News.kill("ferry", 2, headline));
            rig.until("taken back", () -> events(rig).size() == 2);
        }
        var events = events(rig);
        assertThat(events.stream().map(event -> header(event, "ce_type")))
                .containsExactly("wirebell.alert.opened", "wirebell.alert.withdrawn");
        assertThat(events.stream().map(event -> text(event.key())).distinct()).hasSize(1);
        assertThat(events).allSatisfy(event -> {
            var data = Json.map(text(event.value()));
            assertThat(header(event, "ce_subject")).isEqualTo(text(event.key())).isEqualTo(data.get("alertId"));
            assertThat(header(event, "ce_id")).isEqualTo(data.get("noticeId"));
            assertThat(header(event, "content-type")).isEqualTo("application/json");
        });
        assertThat(Json.map(text(events.getFirst().value())).get("headline"))
                .asString()
                .startsWith("12 killed")
                .hasSizeLessThanOrEqualTo(55);
    }

    private static List<ConsumerRecord<byte[], byte[]>> events(Rig rig) {
        var topic = new Topic<>("desk-topic-out", Serdes.ByteArray(), Serdes.ByteArray(), Optional.empty(), false);
        return new ArrayList<>(rig.records(topic));
    }

    private static String header(ConsumerRecord<byte[], byte[]> event, String name) {
        return text(event.headers().lastHeader(name).value());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
