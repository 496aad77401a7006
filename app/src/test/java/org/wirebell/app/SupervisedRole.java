package org.wirebell.app;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A role in a process of its own, started again when it has ended: by our hand or, as a real supervisor would, by its own. */
final class SupervisedRole implements AutoCloseable {
    private static final int TAIL = 6_000;

    private Program program;
    private final String role;
    private final Path config;
    private final Path log;
    private Process process;
    private int endedByItself;
    private int exit;

    SupervisedRole(Program program, String role, int number, Path config) throws IOException {
        this.program = program;
        this.role = role;
        this.config = config;
        this.log = config.resolveSibling(role + "-" + number + "-" + System.nanoTime() + ".log");
        this.process = start();
    }

    /** Without warning, as {@code kill -9} does; a new one starts at once. */
    synchronized void kill() throws IOException, InterruptedException {
        process.destroyForcibly().waitFor();
        process = start();
    }

    /** Ends it, by kill or as asked politely; something is done while it is down; then it starts again. */
    synchronized void down(boolean killed, Meanwhile meanwhile) throws Exception {
        if (killed) {
            process.destroyForcibly().waitFor();
        } else {
            close();
        }
        meanwhile.happens();
        process = start();
    }

    /** Ends it as asked politely; from now on it is this program, over the same state. */
    synchronized void becomes(Program next) throws IOException {
        close();
        program = next;
        process = start();
    }

    /** What happens while a role is down. */
    interface Meanwhile {
        void happens() throws IOException;
    }

    /** Holds it as a machine does that is paused for long; {@code CONT} lets it go on as if nothing had been. */
    void signal(String name) throws IOException, InterruptedException {
        Program.signal(process, name);
    }

    synchronized void keepUp() throws IOException {
        if (!process.isAlive()) {
            endedByItself++;
            exit = process.exitValue();
            process = start();
        }
    }

    int endedByItself() {
        return endedByItself;
    }

    /** Its exit code when it ended by itself last. */
    int exit() {
        return exit;
    }

    /** For the failure message: what the process does now, and the end of what it said. */
    String account() {
        return "\n== %s: ended by itself %d times\n%s\n%s".formatted(role, endedByItself, tail(said()), threads());
    }

    /** All that its processes have printed. */
    String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The threads that do Kafka's work, as the JDK's own tool shows them. */
    private String threads() {
        try {
            var tool = new ProcessBuilder(Program.tool("jstack"), Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .start();
            var dump = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return List.of(dump.split("\n\n")).stream()
                    .filter(thread -> thread.contains("StreamThread") || thread.contains("StateUpdater"))
                    .reduce("", (all, thread) -> all + thread + "\n\n");
        } catch (IOException e) {
            return "no thread dump: " + e.getMessage();
        }
    }

    private static String tail(String text) {
        return text.substring(Math.max(0, text.length() - TAIL));
    }

    private Process start() throws IOException {
        var command = new ArrayList<>(program.command());
        command.addAll(List.of(role, "--config", config.toString()));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(log.toString())));
        builder.environment().putAll(program.environment());
        return builder.start();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 20, TimeUnit.SECONDS).join();
        process.destroyForcibly().onExit().join();
    }
}
