package org.wirebell.app.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wirebell.app.AppConfig;
import org.wirebell.app.broker.TopicSetup;
import org.wirebell.desk.deeds.KafkaPen;
import org.wirebell.desk.deeds.Pen;
import org.wirebell.model.Audit;
import org.wirebell.model.Json;
import org.wirebell.model.Topic;

/** What a person decided, on its way into the topic that holds it, with a line in the audit. */
final class Decided {
    private Decided() {}

    /** Creates the topics that are not there yet: decisions may come before the first start. */
    static void prepare(Cluster cluster, AppConfig config) throws InterruptedException {
        TopicSetup.create(
                cluster.client(),
                cluster.topics(),
                config.kafka().partitions(),
                config.kafka().replication().map(Integer::shortValue));
    }

    /**
     * Returns when Kafka has both, the audit first.
     *
     * @param value absent to have the key forgotten
     */
    static <V> void send(Cluster cluster, Topic<String, V> topic, String key, Optional<V> value, Audit audit) {
        write(cluster, audit, List.of(new Pen.Line(topic.name(), key, value.map(Json::write))));
    }

    /** Returns when the audit has it: of what changes no topic. */
    static void note(Cluster cluster, Audit audit) {
        write(cluster, audit, List.of());
    }

    private static void write(Cluster cluster, Audit audit, List<Pen.Line> decided) {
        var audits = cluster.topics().audit().name();
        try (var pen = new KafkaPen(cluster.client(), audits)) {
            var lines = new ArrayList<Pen.Line>();
            lines.add(new Pen.Line(audits, audit.actor(), Optional.of(Json.write(pen.linked(audit)))));
            lines.addAll(decided);
            pen.write(lines);
        } catch (IOException e) {
            throw Wrong.failed(
                    "wirebell: " + audit.action() + " " + audit.target() + " did not reach Kafka: " + e.getMessage());
        }
    }
}
