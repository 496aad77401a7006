package org.wirebell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.wirebell.app.station.Role;
import org.wirebell.app.station.Station;
import org.wirebell.model.Finding;
import org.wirebell.model.Item;
import org.wirebell.model.Json;
import org.wirebell.model.Notice;
import org.wirebell.model.Result;

/** What a start makes good that came before it: news to catch up on, rules that were deleted meanwhile. */
class StartsOnBrokerTest {
    @RegisterExtension
    static final OneBroker BROKER = new OneBroker();

    private static final int BETWEEN = 1_500;
    private static final String FERRIES = "{id: ferries, query: ferry, receivers: [steady]}";

    @TempDir
    private Path folder;

    @Test
    void whatWasCorrectedMeanwhileIsToldOnceAndCorrected() throws Exception {
        var rig = rig("settling");
        backlog(rig, Instant.now().minus(Duration.ofMinutes(10)));
        try (var receiver = Loopback.start()) {
            receiver.serve("/steady", "");
            try (var _ = alerts(rig, receiver, FERRIES)) {
                rig.until("the correction is sent", () -> outcomes(rig).contains(Result.Outcome.SENT));
            }
            assertThat(receiver.asked("/steady")).hasSize(1);
            assertThat(receiver.asked("/steady").getFirst().body()).contains("wirebell.alert.corrected");
        }
        assertThat(outcomes(rig)).containsExactlyInAnyOrder(Result.Outcome.SUPERSEDED, Result.Outcome.SENT);
    }

    @Test
    void aRuleThatWasDeletedMeanwhileStillTakesBackWhatItTold() throws Exception {
        var rig = rig("retired");
        try (var receiver = Loopback.start()) {
            receiver.serve("/steady", "");
            try (var _ = alerts(rig, receiver, FERRIES)) {
                send(rig, News.item("ferry", 1, "A ferry sank off Kelmor", "", Map.of()));
                rig.until("it is told", () -> outcomes(rig).contains(Result.Outcome.SENT));
            }
            try (var _ = alerts(rig, receiver, "")) {
                send(rig, News.kill("ferry", 2, "A ferry sank off Kelmor"));
                rig.until("it is taken back", () -> receiver.asked("/steady").size() == 2);
            }
            assertThat(receiver.asked("/steady").getLast().body()).contains("wirebell.alert.withdrawn");
        }
    }

    private Rig rig(String name) throws Exception {
        Files.writeString(
                folder.resolve("secret"), "whsec_" + Base64.getEncoder().encodeToString(new byte[32]));
        return Rig.of(BROKER, name, folder);
    }

    private static Station alerts(Rig rig, Loopback receiver, String rules) throws Exception {
        var settings = """
                alerts:
                  application-id: ${name}-alerts
                  state-dir: "${folder}/alerts"
                  delivery: {allow-private-receivers: true}
                  receivers: {webhooks: {steady: {url: "STEADY", secret-files: ["${folder}/secret"]}}}
                  rules: [RULES]
                """.replace("STEADY", receiver.at("/steady").toString()).replace("RULES", rules);
        return rig.start(EnumSet.of(Role.ALERT), settings, System.err);
    }

    private static void send(Rig rig, Item item) {
        var topic = rig.topics().findings();
        rig.sendRaw(topic.name(), item.family(), Json.write(finding(item)));
    }

    /** An alert, its correction much later, and as much again behind it. */
    private static void backlog(Rig rig, Instant then) {
        var topic = rig.topics().findings();
        try (var producer = new KafkaProducer<>(
                rig.kafka(), topic.keys().serializer(), topic.values().serializer())) {
            for (int i = 0; i <= 2 * BETWEEN; i++) {
                var finding = switch (i) {
                    case 0 -> finding(News.item("ferry", 1, "A ferry sank off Kelmor", "", Map.of()));
                    case BETWEEN ->
                        finding(News.item(
                                "ferry",
                                2,
                                "A ferry did not sink off Kelmor",
                                "",
                                Map.of("signals", List.of("correction"))));
                    default -> finding(News.item("market-" + i, 1, "Markets are calm", "", Map.of()));
                };
                var key = finding.item().family();
                producer.send(new ProducerRecord<>(topic.name(), 0, then.toEpochMilli() + i, key, finding));
            }
        }
    }

    private static Finding finding(Item item) {
        return new Finding(item, "en", List.of(), List.of(), List.of(), "", "", "coastwire", Map.of());
    }

    private static List<Result.Outcome> outcomes(Rig rig) {
        var sent = rig.values(rig.topics().notices()).stream()
                .filter(notice -> notice.receiver().equals("steady"))
                .map(Notice::id)
                .toList();
        return rig.values(rig.topics().results()).stream()
                .filter(result -> sent.contains(result.notice()))
                .map(Result::outcome)
                .toList();
    }
}
