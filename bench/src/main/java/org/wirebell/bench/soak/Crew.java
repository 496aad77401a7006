package org.wirebell.bench.soak;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wirebell.app.Main;
import org.wirebell.bench.poll.BrokerAlone;
import org.wirebell.bench.poll.Child;

/** Broker and roles, each a process of its own. One that was killed or has ended by itself starts anew, as a supervisor would have it. */
final class Crew implements AutoCloseable {
    static final String BROKER = "broker";
    static final List<String> ROLES = List.of("ingest", "process", "alert", "desk");
    /** The one outside; the page gets each alert, too. */
    static final String RECEIVER = "hook";

    static final String TOKEN = "a-token-for-this-run-only";
    /** With these the system counts less than 512 MB for each role. */
    private static final List<String> FRUGAL = List.of(
            Child.LAUNCHERS,
            "-Xmx200m",
            "-Xss512k",
            "-XX:MaxMetaspaceSize=128m",
            "-XX:ReservedCodeCacheSize=64m",
            "-XX:CompileCommand=MemLimit,*.*,24M~stop",
            "-Djdk.virtualThreadScheduler.parallelism=4");

    private final Path folder;
    private final Path config;
    private final int brokerPort = free();
    private final int pushPort = free();
    private final Map<String, Child> children = new LinkedHashMap<>();
    private final Map<String, Integer> starts = new LinkedHashMap<>();

    Crew(Path folder, URI outside) throws IOException {
        this.folder = folder;
        this.config = config(outside);
        Runtime.getRuntime().addShutdownHook(new Thread(this::killAll)); // whoever ends the run leaves nobody behind
        start(BROKER);
        for (var role : ROLES) {
            start(role);
        }
    }

    Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", "127.0.0.1:" + brokerPort);
    }

    URI push() {
        return URI.create("http://127.0.0.1:" + pushPort + "/push/wire");
    }

    /** The processes that run now, by role. */
    synchronized Map<String, Long> running() {
        var all = new LinkedHashMap<String, Long>();
        children.forEach((role, child) -> {
            if (child.isAlive()) {
                all.put(role, child.pid());
            }
        });
        return all;
    }

    /** How often each was started. */
    synchronized Map<String, Integer> starts() {
        return new LinkedHashMap<>(starts);
    }

    synchronized void kill(String role) throws IOException, InterruptedException {
        var child = children.get(role);
        if (child != null) {
            child.kill();
        }
        start(role);
    }

    synchronized void keepUp() throws IOException {
        for (var child : List.copyOf(children.entrySet())) {
            if (!child.getValue().isAlive()) {
                start(child.getKey());
            }
        }
    }

    /** What a role has written last, for who has to find out why it ended. */
    String said(String role) throws IOException {
        var log = Files.readString(log(role));
        return log.substring(Math.max(0, log.length() - 4_000));
    }

    private synchronized void killAll() {
        children.values().forEach(Child::abandon);
    }

    private void start(String role) throws IOException {
        starts.merge(role, 1, Integer::sum);
        if (role.equals(BROKER)) {
            var kafka = folder.resolve("kafka").toString();
            var flags = List.of("-XX:+UseSerialGC", "-Xmx512m");
            var child = Child.java(log(role), flags, BrokerAlone.class, kafka, Integer.toString(brokerPort));
            children.put(role, child);
            child.await("bootstrap");
        } else {
            children.put(role, Child.java(log(role), FRUGAL, Main.class, role, "--config", config.toString()));
        }
    }

    private Path log(String role) {
        return folder.resolve(role + ".log");
    }

    private Path config(URI outside) throws IOException {
        Files.writeString(folder.resolve("token"), TOKEN);
        Files.writeString(folder.resolve("secret"), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        return Files.writeString(
                folder.resolve("wirebell.yaml"), """
                kafka: {bootstrap: "127.0.0.1:%2$d", partitions: 2}
                ingest:
                  push: {host: 127.0.0.1, port: %3$d, token-file: "%1$s/token"}
                  allow-private-feeds: true
                  limits: {deadline: PT20S}
                  sources:
                    slow: {url: "%4$s/feed", every: PT15S}
                processor: {state-dir: "%1$s/processor", copy-texts: 10000, open-stories: 5000}
                alerts:
                  state-dir: "%1$s/alerts"
                  delivery: {allow-private-receivers: true}
                  receivers: {webhooks: {%5$s: {url: "%4$s/hook", secret-files: ["%1$s/secret"]}}}
                  desks: {main: {budget: {per-hour: 1000000, burst: 1000000}, storm: 1000000}}
                  rules:
                    - {id: toll, receivers: [%5$s], figure: {category: [killed], first: true}}
                    - {id: collapse, receivers: [%5$s], query: pit OR mine}
                desk: {port: 0, sign-in: {folder: "%1$s/desk"}}
                operations: {port: 0}
                """.formatted(folder, brokerPort, pushPort, outside, RECEIVER));
    }

    /** A port of the loopback that nobody listens at. */
    static int free() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        for (var child : List.copyOf(children.values()).reversed()) {
            child.close();
        }
    }
}
