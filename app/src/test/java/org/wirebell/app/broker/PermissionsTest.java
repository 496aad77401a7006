package org.wirebell.app.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirebell.app.AppConfig;
import org.wirebell.app.News;
import org.wirebell.app.config.ConfigFile;
import org.wirebell.app.config.Loaded;
import org.wirebell.app.station.Role;
import org.wirebell.app.station.Station;
import org.wirebell.model.Topic;
import org.wirebell.model.Topics;

/** Each role does its work with what docs/security.md lets its principal do, and nothing that it does not. */
class PermissionsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Topics TOPICS = Topics.standard();
    private static final List<String> ROLES = List.of("ingest", "process", "alert", "desk");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| (ingest|process|alert|desk) \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|$");

    /** One row of the table. */
    private record Rights(List<String> reads, List<String> writes, List<String> begin) {}

    @TempDir
    private Path folder;

    private final Map<String, Rights> rights = new TreeMap<>();

    @Test
    void sufficeAndReachNoFurther() throws Exception {
        read();
        assertThat(rights.keySet()).containsExactlyInAnyOrderElementsOf(ROLES);
        try (var broker = EmbeddedBroker.start(folder.resolve("kafka"), 0, guarded())) {
            var admin = client(broker, "admin");
            TopicSetup.create(admin, TOPICS, 2, Optional.empty());
            allow(admin);
            work(broker);
            for (var role : ROLES) {
                refuses(broker, role);
            }
        }
    }

    /** A toll goes through all roles, each of which has a principal of its own. */
    private void work(EmbeddedBroker broker) throws Exception {
        var printed = new ByteArrayOutputStream();
        var stations = new ArrayList<Station>();
        Files.createDirectories(folder.resolve("drop"));
        try (var console = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            for (var role : Role.values()) {
                stations.add(Station.start(config(broker, role), EnumSet.of(role), InstantSource.system(), console));
            }
            await().atMost(PATIENCE).until(() -> stations.stream().allMatch(Station::ready));
            Files.writeString(
                    folder.resolve("drop").resolve("toll.xml"),
                    News.rss(News.entry(
                            "toll",
                            "Mine collapses in Norbel",
                            "A mine collapse in Norbel killed 12 people, the mine office said.",
                            Instant.now())));
            await().atMost(PATIENCE)
                    .until(() -> printed.toString(StandardCharsets.UTF_8).contains("killed 12 people"));
            assertThat(stations).allMatch(station -> !station.failure().isDone());
        } finally {
            stations.reversed().forEach(Station::close);
        }
    }

    /** What belongs to others can be neither written nor read. */
    private void refuses(EmbeddedBroker broker, String role) {
        var mine = rights.getOrDefault(role, new Rights(List.of(), List.of(), List.of()));
        var client = new HashMap<>(client(broker, role));
        client.put("max.block.ms", "20000");
        client.put("enable.idempotence", "false");
        try (var producer = new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (var topic : TOPICS.all()) {
                if (!mine.writes().contains(bare(topic))) {
                    assertThatThrownBy(() -> producer.send(new ProducerRecord<>(topic.name(), new byte[1]))
                                    .get())
                            .as(role + " writes " + topic.name())
                            .hasCauseInstanceOf(AuthorizationException.class);
                }
            }
        }
        for (var topic : TOPICS.all()) {
            if (!mine.reads().contains(bare(topic))) {
                assertThatThrownBy(() -> look(client(broker, role), topic.name()))
                        .as(role + " reads " + topic.name())
                        .isInstanceOf(AuthorizationException.class);
            }
        }
    }

    /** Also into a topic that is empty. */
    private static void look(Map<String, Object> client, String topic) {
        try (var consumer = new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = List.of(new TopicPartition(topic, 0), new TopicPartition(topic, 1));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            consumer.poll(PATIENCE);
        }
    }

    private AppConfig config(EmbeddedBroker broker, Role role) {
        var yaml = """
                kafka:
                  bootstrap: "%s"
                  properties:
                    security.protocol: SASL_PLAINTEXT
                    sasl.mechanism: PLAIN
                    sasl.jaas.config: '%s'
                ingest: {folders: {drop: {path: "%s/drop", every: PT0.1S}}}
                processor: {state-dir: "%s/processor"}
                alerts:
                  state-dir: "%s/alerts"
                  rules: [{id: toll, receivers: [console], figure: {category: [killed], first: true}}]
                desk: {port: 0, sign-in: {folder: "%s/desk"}}
                operations: {port: 0}
                """.formatted(
                        broker.bootstrap(), jaas(role.name().toLowerCase(Locale.ROOT)), folder, folder, folder, folder);
        return switch (ConfigFile.read("permissions", yaml, AppConfig.class)) {
            case Loaded.Good<AppConfig>(var config) -> config;
            case Loaded.Bad<AppConfig> bad -> throw new AssertionError(bad.toString());
        };
    }

    /** A broker that knows everybody by a password and lets nobody do what is not allowed. */
    private static Map<String, String> guarded() {
        var users = new StringBuilder(jaas("broker").replaceFirst(";$", ""));
        Stream.concat(Stream.of("broker", "admin"), ROLES.stream())
                .forEach(name -> users.append(" user_")
                        .append(name)
                        .append("=\"")
                        .append(name)
                        .append("\""));
        return Map.of(
                "listener.security.protocol.map", "PLAINTEXT:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT",
                "sasl.enabled.mechanisms", "PLAIN",
                "sasl.mechanism.inter.broker.protocol", "PLAIN",
                "listener.name.plaintext.plain.sasl.jaas.config", users + ";",
                "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                "super.users", "User:broker;User:admin;User:ANONYMOUS"); // the last is the controller to itself
    }

    private static String jaas(String name) {
        return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"" + name + "\" password=\""
                + name + "\";";
    }

    private static Map<String, Object> client(EmbeddedBroker broker, String name) {
        return Map.of(
                "bootstrap.servers",
                broker.bootstrap(),
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                jaas(name));
    }

    private void read() throws IOException {
        ROW.matcher(Files.readString(Path.of("../docs/security.md")))
                .results()
                .forEach(row -> rights.put(
                        row.group(1), new Rights(names(row.group(2)), names(row.group(3)), names(row.group(4)))));
    }

    private static List<String> names(String cell) {
        return cell.strip().equals("–") ? List.of() : List.of(cell.strip().split(", "));
    }

    private void allow(Map<String, Object> admin) throws Exception {
        var bindings = new ArrayList<AclBinding>();
        rights.forEach((role, may) -> {
            allow(bindings, role, ResourceType.TOPIC, TOPICS.prefix(), PatternType.PREFIXED, AclOperation.DESCRIBE);
            may.reads()
                    .forEach(topic -> allow(
                            bindings,
                            role,
                            ResourceType.TOPIC,
                            TOPICS.prefix() + topic,
                            PatternType.LITERAL,
                            AclOperation.READ));
            may.writes()
                    .forEach(topic -> allow(
                            bindings,
                            role,
                            ResourceType.TOPIC,
                            TOPICS.prefix() + topic,
                            PatternType.LITERAL,
                            AclOperation.WRITE));
            for (var begin : may.begin()) {
                allow(bindings, role, ResourceType.GROUP, begin, PatternType.PREFIXED, AclOperation.READ);
                for (var operation : List.of(AclOperation.WRITE, AclOperation.DESCRIBE)) {
                    allow(bindings, role, ResourceType.TRANSACTIONAL_ID, begin, PatternType.PREFIXED, operation);
                }
                for (var operation : List.of(
                        AclOperation.CREATE,
                        AclOperation.READ,
                        AclOperation.WRITE,
                        AclOperation.DESCRIBE,
                        AclOperation.DESCRIBE_CONFIGS,
                        AclOperation.DELETE)) {
                    allow(bindings, role, ResourceType.TOPIC, begin, PatternType.PREFIXED, operation);
                }
            }
        });
        try (var client = Admin.create(admin)) {
            client.createAcls(bindings).all().get();
        }
    }

    private static void allow(
            List<AclBinding> bindings,
            String role,
            ResourceType type,
            String name,
            PatternType pattern,
            AclOperation operation) {
        bindings.add(new AclBinding(
                new ResourcePattern(type, name, pattern),
                new AccessControlEntry("User:" + role, "*", operation, AclPermissionType.ALLOW)));
    }

    private static String bare(Topic<?, ?> topic) {
        return topic.name().substring(TOPICS.prefix().length());
    }
}
