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
import org.wirebell.app.broker.EmbeddedBroker;

/** A broker in a process of its own, which can be held, killed, and given little room. */
final class BrokerProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int BLOCK = 512;

    private final Path folder;
    private final int port;
    private Process process;

    private BrokerProcess(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    static BrokerProcess start(Path folder) throws IOException {
        return start(folder, Long.MAX_VALUE);
    }

    /** @param most bytes that each of its files may hold; what is beyond is refused, as a full disk does */
    static BrokerProcess start(Path folder, long most) throws IOException {
        int port = free();
        return new BrokerProcess(folder, port, run(folder, port, most));
    }

    /** The broker's program: starts, says so by a file, and runs until it is ended. */
    public static void main(String[] args) throws IOException, InterruptedException {
        var folder = Path.of(args[0]);
        try (var _ = EmbeddedBroker.start(folder, Integer.parseInt(args[1]))) {
            Files.writeString(started(folder), "");
            Thread.currentThread().join();
        }
    }

    Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", "127.0.0.1:" + port);
    }

    String bootstrap() {
        return "127.0.0.1:" + port;
    }

    /** As {@code kill -STOP} and {@code kill -CONT} do. */
    void signal(String name) throws IOException, InterruptedException {
        Program.signal(process, name);
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
        process = run(folder, port, Long.MAX_VALUE);
    }

    private static Process run(Path folder, int port, long most) throws IOException {
        Files.createDirectories(folder);
        Files.deleteIfExists(started(folder));
        var command = new ArrayList<String>();
        if (most < Long.MAX_VALUE) {
            command.addAll(List.of("sh", "-c", "ulimit -f " + most / BLOCK + " && exec \"$@\"", "sh"));
        }
        command.addAll(List.of(
                Program.tool("java"),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx400m",
                "-cp",
                System.getProperty("java.class.path"),
                BrokerProcess.class.getName(),
                folder.toString(),
                Integer.toString(port)));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("broker.log").toFile()))
                .start();
        await("the broker").atMost(PATIENCE).until(() -> Files.exists(started(folder)) || !process.isAlive());
        return process;
    }

    private static Path started(Path folder) {
        return folder.resolve("started");
    }

    private static int free() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return probe.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
