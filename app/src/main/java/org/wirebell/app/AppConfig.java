package org.wirebell.app;

import java.util.Map;
import java.util.Optional;
import org.wirebell.alerts.AlertsConfig;
import org.wirebell.desk.DeskConfig;
import org.wirebell.ingest.due.SourceConfig;
import org.wirebell.ingest.edge.IngestConfig;
import org.wirebell.processor.ProcessorConfig;

/** The whole configuration; each part is the record of the room that it belongs to. */
public record AppConfig(
        KafkaConfig kafka,
        IngestConfig ingest,
        ProcessorConfig processor,
        AlertsConfig alerts,
        DeskConfig desk,
        OperationsConfig operations) {
    public static AppConfig defaults() {
        return new AppConfig(
                KafkaConfig.defaults(),
                IngestConfig.defaults(),
                ProcessorConfig.defaults(),
                AlertsConfig.defaults(),
                DeskConfig.defaults(),
                OperationsConfig.defaults());
    }

    /** As this, with these feeds. */
    public AppConfig feeds(Map<String, SourceConfig> feeds) {
        return new AppConfig(kafka, ingest.feeds(feeds), processor, alerts, desk, operations);
    }

    /** As this, on another cluster: for what starts a broker of its own. */
    public AppConfig on(String bootstrap) {
        var there = new KafkaConfig(
                Optional.of(bootstrap),
                Optional.empty(),
                kafka.prefix(),
                kafka.partitions(),
                kafka.replication(),
                kafka.properties());
        return new AppConfig(there, ingest, processor, alerts, desk, operations);
    }
}
