package org.wirebell.app.broker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * A single-node KRaft broker inside this process, whose data outlive restarts. Kafka's server classes are no public API, so
 * they are named in this file only. A fault that Kafka calls fatal ends the process, as it would end a broker of its own.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final String HOST = "127.0.0.1";

    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedBroker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts on the loopback address.
     *
     * @param folder holds the log; formatted on first use
     * @param port 0 takes a free one
     * @throws IOException when the folder cannot be written, or the port is taken; the message names it
     */
    public static EmbeddedBroker start(Path folder, int port) throws IOException {
        return start(folder, port, Map.of());
    }

    /** @param more settings of the broker that win over ours, for trials of how others run it */
    static EmbeddedBroker start(Path folder, int port, Map<String, String> more) throws IOException {
        return start(folder, port, Uuid.randomUuid(), more);
    }

    /** @param cluster that a folder is formatted for on first use; brokers of one cluster name the same */
    static EmbeddedBroker start(Path folder, int port, Uuid cluster, Map<String, String> more) throws IOException {
        var ports = Ports.free(port);
        var log = folder.resolve("log").toAbsolutePath();
        Files.createDirectories(log);
        var settings = settings(ports, log);
        settings.putAll(more);
        format(folder, log, cluster, settings);
        var server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        server.startup();
        return new EmbeddedBroker(server, ports.client());
    }

    public String bootstrap() {
        return HOST + ":" + port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private record Ports(int client, int controller) {
        /** Two that nobody has: both are held until both are known, else a free one may be given twice. */
        static Ports free(int client) throws IOException {
            try (var one = probe(client);
                    var other = probe(0)) {
                return new Ports(one.getLocalPort(), other.getLocalPort());
            }
        }
    }

    private static ServerSocket probe(int port) throws IOException {
        var probe = new ServerSocket();
        try {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName(HOST), port));
            return probe;
        } catch (IOException e) {
            probe.close();
            throw new IOException(
                    "the embedded broker cannot listen on " + HOST + ":" + port + ": " + e.getMessage(), e);
        }
    }

    private static void format(Path folder, Path log, Uuid cluster, Properties settings) throws IOException {
        if (Files.exists(log.resolve("meta.properties"))) {
            return;
        }
        var file = folder.resolve("server.properties");
        try (var out = Files.newOutputStream(file)) {
            settings.store(out, "written when the folder was formatted; not read afterwards");
        }
        var said = new ByteArrayOutputStream();
        int exit = StorageTool.execute(
                new String[] {"format", "--ignore-formatted", "-t", cluster.toString(), "-c", file.toString()},
                new PrintStream(said, true, StandardCharsets.UTF_8));
        if (exit != 0) {
            throw new IOException("cannot format " + log + " for the embedded broker: "
                    + said.toString(StandardCharsets.UTF_8).strip());
        }
    }

    /** One node, one copy of everything; the sizes are those that were measured to suffice (docs/adr/0003). */
    private static Properties settings(Ports ports, Path log) {
        var settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@" + HOST + ":" + ports.controller());
        settings.put(
                "listeners",
                "PLAINTEXT://" + HOST + ":" + ports.client() + ",CONTROLLER://" + HOST + ":" + ports.controller());
        settings.put("advertised.listeners", "PLAINTEXT://" + HOST + ":" + ports.client());
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("inter.broker.listener.name", "PLAINTEXT");
        settings.put("log.dirs", log.toString());
        for (var topic : new String[] {"offsets.topic", "transaction.state.log", "share.coordinator.state.topic"}) {
            settings.put(topic + ".replication.factor", "1");
            settings.put(topic + ".num.partitions", "4");
        }
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("auto.create.topics.enable", "false");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("group.min.session.timeout.ms", "1000");
        // each of these looks three times a second whether there is work, and more of them bring nothing
        // (docs/adr/0003)
        settings.put("num.network.threads", "1");
        settings.put("num.io.threads", "2");
        settings.put("group.coordinator.threads", "1");
        // a record that says nothing is for followers, and we have none
        settings.put("metadata.max.idle.interval.ms", "30000");
        settings.put("metric.reporters", ""); // nobody asks JMX
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(16 << 20));
        return settings;
    }
}
