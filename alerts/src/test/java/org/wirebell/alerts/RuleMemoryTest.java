package org.wirebell.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.wirebell.alerts.decide.Rule;
import org.wirebell.model.Json;
import org.wirebell.model.Priority;
import org.wirebell.model.StoredRule;
import org.wirebell.model.Topics;

/** Rules that were in force are known after a restart. */
class RuleMemoryTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-01T06:00:00Z"));
    private static final Rule FERRY = rule("ferry", "ferry", Priority.URGENT);
    private static final Rule WIDER = rule("ferry", "ferry OR boat", Priority.FLASH);

    private final MockProducer<String, byte[]> topic =
            new MockProducer<>(true, new RoundRobinPartitioner(), new StringSerializer(), new ByteArraySerializer());

    private static Rule rule(String id, String query, Priority priority) {
        return new Rule(
                id,
                Optional.of("Ferries"),
                Optional.of(query),
                Optional.empty(),
                Optional.of(priority),
                List.of("desk"),
                List.of("xa/port-adel"),
                Optional.of(Duration.ofHours(2)),
                Optional.empty());
    }

    private RuleMemory memory() {
        return new RuleMemory(topic, Topics.standard().rulebook(), CLOCK);
    }

    /** As a process sees it that starts now. */
    private RuleMemory restarted() {
        var next = memory();
        topic.history().forEach(record -> next.take(record.key(), Optional.of(stored(record.value()))));
        return next;
    }

    private static StoredRule stored(byte[] value) {
        return Json.read(value, StoredRule.class);
    }

    @Test
    void aRuleThatWasDeletedMeanwhileIsKnown() {
        memory().inForce(List.of(FERRY, Rule.canary()));
        assertThat(topic.history()).hasSize(1);
        var next = restarted();
        next.inForce(List.of());
        assertThat(next.all()).containsExactly(FERRY);
    }

    @Test
    void onlyWhatIsNewOrChangedIsWritten() {
        memory().inForce(List.of(FERRY));
        restarted().inForce(List.of(FERRY));
        assertThat(topic.history()).hasSize(1);
        restarted().inForce(List.of(WIDER));
        assertThat(topic.history())
                .extracting(record -> stored(record.value()).version())
                .containsExactly(1, 2);
        assertThat(restarted().all()).containsExactly(WIDER);
    }

    @Test
    void atAnotherDeskItIsAnother() {
        memory().inForce(List.of(FERRY));
        var next = restarted();
        next.inForce(List.of(FERRY.at("night", false)));
        assertThat(next.all()).extracting(Rule::deskName).containsExactly("main", "night");
    }

    @Test
    void processesThatAreConfiguredApartDoNotCorrectEachOtherForEver() {
        var here = memory();
        here.inForce(List.of(FERRY));
        assertThat(here.take("main|ferry", Optional.of(stored(WIDER)))).isFalse();
        here.inForce(List.of(FERRY));
        assertThat(topic.history()).hasSize(1);
        assertThat(here.take("main|tram", Optional.of(stored(rule("tram", "tram", Priority.LOW)))))
                .as("what another process asks is of use here, should it go away")
                .isTrue();
    }

    @Test
    void whatCannotBeReadIsLeftOut() {
        var memory = memory();
        assertThat(memory.take("main|ferry", Optional.of(stored("{\"query\":\"(\"}"))))
                .isFalse();
        assertThat(memory.all()).isEmpty();
    }

    private static StoredRule stored(Rule rule) {
        return stored(Json.plain(rule));
    }

    private static StoredRule stored(String text) {
        return new StoredRule("ferry", "main", text, 4, StoredRule.State.ACTIVE, "lee", CLOCK.instant(), "", Map.of());
    }
}
