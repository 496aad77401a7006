package org.wirebell.processor;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.wirebell.model.EarlyCommit;
import org.wirebell.model.Topics;

/** The settings of Kafka Streams, each with its reason. */
final class StreamsSettings {
    /** What has just come is committed so at each step. */
    static final ThreadLocal<EarlyCommit> EARLY = EarlyCommit.apart(Duration.ofMillis(20));

    private StreamsSettings() {}

    /** @param kafka wins over ours where it names the same setting */
    static Map<String, Object> of(
            ProcessorConfig config, Map<String, Object> kafka, Topics topics, ProcessorMeters meters) {
        var all = new HashMap<String, Object>();
        all.put(StreamsConfig.APPLICATION_ID_CONFIG, config.applicationId());
        all.put(StreamsConfig.STATE_DIR_CONFIG, config.stateDir().toString());
        all.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, config.threads());
        all.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        all.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.StringSerde.class);

        // a counted claim counts once, and an update is seen once
        all.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        // what has just come asks for a commit itself; of a backlog few are cheaper
        all.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 500);
        // a look for records costs, all night; one that comes ends the wait
        all.put(StreamsConfig.POLL_MS_CONFIG, 200);
        // nobody may read what is not committed, and a commit sends what waits: sooner would only be more requests
        all.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 100);
        all.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 128 << 10);
        // batches that were sent are kept for the next ones, up to this: a fuller transaction sends some before its end
        all.put(StreamsConfig.producerPrefix(ProducerConfig.BUFFER_MEMORY_CONFIG), 8 << 20);
        // a cache would merge 31, 40, 52 into 52
        all.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0L);

        // a static member comes back in seconds, where others wait 45 s for the dead one to time out
        all.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
        all.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), config.instanceId());
        all.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 10_000);
        all.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        // a first start makes a dozen topics and waits so long after each; after failures it doubles up to a second
        all.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.RETRY_BACKOFF_MS_CONFIG), 10);
        // a store whose end is asked for waits behind the fetch for those that are at theirs
        all.put(StreamsConfig.restoreConsumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG), 50);

        all.put(StreamsConfig.TASK_ASSIGNOR_CLASS_CONFIG, ShareTasks.class.getName());
        all.put(ShareTasks.WEIGHTS, NewsTopology.work(topics, config.applicationId()));

        // what cannot be read or processed is kept aside; what cannot be written must stop us
        all.put(
                StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG,
                topics.dead().name());
        all.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.Unreadable.class);
        all.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.Failing.class);
        all.put(DeadLetters.METERS, meters);

        all.putAll(kafka);
        return all;
    }
}
