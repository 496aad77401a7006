package org.wirebell.alerts;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirebell.alerts.decide.Rule;
import org.wirebell.model.Canary;
import org.wirebell.model.Json;
import org.wirebell.model.StoredRule;
import org.wirebell.model.Topic;

/**
 * Every rule that is or was in force at a desk. A topic keeps them over restarts, so that one that was deleted meanwhile, or moved
 * to another desk, still takes back and amends what it told.
 */
final class RuleMemory implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RuleMemory.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String BY = "wirebell";

    private final Producer<String, byte[]> producer;
    private final Topic<String, StoredRule> topic;
    private final InstantSource clock;
    private final Map<String, Rule> known = new TreeMap<>();
    private final Map<String, Integer> versions = new TreeMap<>();
    private Set<String> inForce = Set.of();

    RuleMemory(Producer<String, byte[]> producer, Topic<String, StoredRule> topic, InstantSource clock) {
        this.producer = producer;
        this.topic = topic;
        this.clock = clock;
    }

    /**
     * Takes what stands in the topic. Of what is in force here this process knows better: two that are configured apart do not
     * correct each other for ever.
     *
     * @return whether there is something new
     */
    boolean take(String key, Optional<StoredRule> stored) {
        stored.ifPresent(it -> versions.merge(key, it.version(), Math::max));
        if (inForce.contains(key)) {
            return false;
        }
        var rule = stored.flatMap(RuleMemory::read);
        var before = rule.isPresent()
                ? Optional.ofNullable(known.put(key, rule.get()))
                : Optional.ofNullable(known.remove(key));
        return !rule.equals(before);
    }

    private static Optional<Rule> read(StoredRule stored) {
        try {
            return Optional.of(RuleReader.json().read(stored.text()));
        } catch (IllegalArgumentException e) {
            LOG.warn("alerts: what rule {} once told is not followed up: {}", stored.id(), e.getMessage());
            return Optional.empty();
        }
    }

    List<Rule> all() {
        return List.copyOf(known.values());
    }

    /** From now on these are in force; writes down those that are new or changed. */
    void inForce(Collection<Rule> rules) {
        var ours = rules.stream()
                .filter(rule -> !rule.id().equals(Canary.NAME))
                .collect(Collectors.toMap(RuleMemory::key, rule -> rule));
        ours.forEach((key, rule) -> {
            if (!rule.equals(known.put(key, rule))) {
                write(key, rule);
            }
        });
        inForce = Set.copyOf(ours.keySet());
    }

    private void write(String key, Rule rule) {
        int version = versions.merge(key, 1, Integer::sum);
        var stored = new StoredRule(
                rule.id(),
                rule.deskName(),
                Json.plain(rule),
                version,
                StoredRule.State.ACTIVE,
                BY,
                clock.instant(),
                "",
                Map.of());
        producer.send(new ProducerRecord<>(topic.name(), key, Json.write(stored)), (_, problem) -> {
            if (problem != null) {
                LOG.warn("alerts: rule {} is not remembered over a restart: {}", rule.id(), problem.getMessage());
            }
        });
    }

    private static String key(Rule rule) {
        return rule.deskName() + "|" + rule.id();
    }

    @Override
    public void close() {
        producer.close(PATIENCE);
    }
}
