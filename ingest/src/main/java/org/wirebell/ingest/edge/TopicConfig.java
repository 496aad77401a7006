package org.wirebell.ingest.edge;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * A Kafka topic whose records are raw documents: feeds and wires as some other program fetched them.
 *
 * @param bootstrap another cluster; ours when absent
 * @param properties further client settings, such as {@code security.protocol}
 * @param group consumer group; {@code wirebell-ingest-ID} when absent
 * @param language of items that declare none
 * @param zone of dates that carry none
 */
public record TopicConfig(
        String topic,
        Optional<String> bootstrap,
        Map<String, String> properties,
        Optional<String> group,
        Optional<String> language,
        Optional<ZoneId> zone) {
    public TopicConfig {
        if (!topic.matches("[A-Za-z0-9._-]{1,249}")) {
            throw new IllegalArgumentException("topic is no name that Kafka takes, was \"" + topic + "\"");
        }
        properties = Map.copyOf(properties);
    }
}
