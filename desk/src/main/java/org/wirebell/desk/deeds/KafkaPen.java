package org.wirebell.desk.deeds;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.wirebell.model.Audit;

/** Writes to Kafka, and waits until all replicas have it; a broker that is away is a failure after some seconds. */
public final class KafkaPen implements Pen {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final KafkaProducer<String, byte[]> producer;
    private final AuditTail audits;

    /**
     * @param kafka client settings, at least {@code bootstrap.servers}; ours are added
     * @param audits name of the topic of audits
     */
    public KafkaPen(Map<String, Object> kafka, String audits) {
        this.audits = new AuditTail(kafka, audits);
        var settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, "0");
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, Long.toString(PATIENCE.toMillis() / 2));
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Long.toString(PATIENCE.toMillis() / 2));
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Long.toString(PATIENCE.toMillis()));
        settings.putIfAbsent(ProducerConfig.CLIENT_ID_CONFIG, "wirebell-desk-deeds");
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    @Override
    public Audit linked(Audit audit) throws IOException {
        return audits.linked(audit);
    }

    @Override
    public void write(List<Line> lines) throws IOException {
        try {
            var sent = new ArrayList<Future<?>>();
            for (var line : lines) {
                sent.add(producer.send(new ProducerRecord<>(
                        line.topic(), line.key(), line.value().orElse(null))));
            }
            for (var one : sent) {
                one.get();
            }
        } catch (ExecutionException | KafkaException e) {
            throw new IOException("Kafka did not take it: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while Kafka takes it");
        }
    }

    @Override
    public void close() {
        audits.close();
        producer.close(Duration.ofSeconds(5));
    }
}
