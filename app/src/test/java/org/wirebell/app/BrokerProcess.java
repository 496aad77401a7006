package org.wirebell.app;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.wirebell.app.broker.BrokerProgram;

/** A broker in a process of its own, which can be held, killed, and given little room. */
final class BrokerProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int BLOCK = 512;

    private final Path folder;
    private final int port;
    private final List<String> settings;
    private Process process;

    private BrokerProcess(Path folder, int port, List<String> settings, long most) throws IOException {
        this.folder = folder;
        this.port = port;
        this.settings = settings;
        this.process = launch(most);
    }

    static BrokerProcess start(Path folder) throws IOException {
        return start(folder, Long.MAX_VALUE);
    }

    /** @param most bytes that each of its files may hold; what is beyond is refused, as a full disk does */
    static BrokerProcess start(Path folder, long most) throws IOException {
        var broker = new BrokerProcess(folder, free(), List.of(), most);
        broker.awaitStart();
        return broker;
    }

    /**
     * Does not wait until it runs, since one of several may have to wait for the others.
     *
     * @param settings of the broker, each as {@code name=value}
     */
    static BrokerProcess launch(Path folder, int port, List<String> settings) throws IOException {
        return new BrokerProcess(folder, port, settings, Long.MAX_VALUE);
    }

    /** Until it runs, or has ended by itself. */
    void awaitStart() {
        await("the broker")
                .atMost(PATIENCE)
                .until(() -> Files.exists(BrokerProgram.started(folder)) || !process.isAlive());
    }

    Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", bootstrap());
    }

    String bootstrap() {
        return "127.0.0.1:" + port;
    }

    /** As {@code kill -STOP} and {@code kill -CONT} do. */
    void signal(String name) throws IOException, InterruptedException {
        Program.signal(process, name);
    }

    /** Without warning, as {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Its exit code, when it has ended by itself. */
    int ended() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the broker still runs");
        }
        return process.exitValue();
    }

    /** Starts it again, with all the room there is. */
    void restart() throws IOException {
        process = launch(Long.MAX_VALUE);
        awaitStart();
    }

    private Process launch(long most) throws IOException {
        Files.createDirectories(folder);
        Files.deleteIfExists(BrokerProgram.started(folder));
        var command = new ArrayList<String>();
        if (most < Long.MAX_VALUE) {
            command.addAll(List.of("sh", "-c", "ulimit -f " + most / BLOCK + " && exec \"$@\"", "sh"));
        }
        command.addAll(List.of(
                Program.tool("java"),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                BrokerProgram.class.getName(),
                folder.toString(),
                Integer.toString(port)));
        command.addAll(settings);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("broker.log").toFile()))
                .start();
    }

    /** A port that nobody listens on. */
    static int free() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return probe.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
