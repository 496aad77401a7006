package org.wirebell.bench.poll;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * A process of its own, so that its CPU time is its own; it ends when its input does. What it says besides goes to a
 * log.
 */
public final class Child implements AutoCloseable {
    /** What the launchers start Java with, whatever the command; {@code bench/run} starts where this file is found. */
    public static final String LAUNCHERS = "@" + Path.of("config", "java.args").toAbsolutePath();

    /** What {@code wirebell} starts its roles with. */
    public static final List<String> ROLE =
            List.of(LAUNCHERS, "-Xmx768m", "-Djdk.virtualThreadScheduler.parallelism=16");

    private static final double TICKS_A_SECOND = 100;

    private final Process process;
    private final BufferedReader out;

    private Child(Process process) {
        this.process = process;
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    public static Child start(List<String> command, Path log) throws IOException {
        return new Child(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start());
    }

    /** A Java program with the class path of this one. */
    public static Child java(Path log, List<String> flags, Class<?> main, String... args) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(args));
        return start(command, log);
    }

    /** The next line that begins with the word, without it. */
    public String await(String word) throws IOException {
        return awaitStart(word + " ");
    }

    /** What stands behind the beginning of the next line that begins so. */
    public String awaitStart(String word) throws IOException {
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(word)) {
                return line.substring(word.length());
            }
        }
        throw new IOException(process.info().command().orElse("the process") + " ended before it said " + word);
    }

    public void say(String line) throws IOException {
        OutputStream in = process.getOutputStream();
        in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        in.flush();
    }

    /** All that it has used of the processors, in seconds. */
    public double cpu() {
        return process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L) / 1e3;
    }

    /** What the compilers of a Java process have used of that, in seconds; 0 where the system does not tell. */
    public double compilers() throws IOException {
        return threads().entrySet().stream()
                .filter(e -> e.getKey().startsWith("C# Compiler"))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    /**
     * What its threads that live have used, in seconds: by the beginning of their names, as the system keeps it, with a # for each number. Empty
     * where the system does not tell.
     */
    public Map<String, Double> threads() throws IOException {
        var used = new TreeMap<String, Double>();
        var tasks = Path.of("/proc", Long.toString(process.pid()), "task");
        if (Files.isDirectory(tasks)) {
            try (var threads = Files.newDirectoryStream(tasks)) {
                for (var thread : threads) {
                    count(thread, used);
                }
            }
        }
        return used;
    }

    /** {@code stat} has the name in brackets; user and system time are the 12th and 13th field after it. */
    private static void count(Path thread, Map<String, Double> used) {
        try {
            var stat = Files.readString(thread.resolve("stat"));
            int end = stat.lastIndexOf(')');
            var name = stat.substring(stat.indexOf('(') + 1, end).replaceAll("\\d+", "#");
            var fields = stat.substring(end + 2).split(" ");
            used.merge(
                    name,
                    (Double.parseDouble(fields[11]) + Double.parseDouble(fields[12])) / TICKS_A_SECOND,
                    Double::sum);
        } catch (IOException _) { // it has ended
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Without warning, as {@code kill -9} does. */
    public void kill() throws IOException, InterruptedException {
        process.destroyForcibly().waitFor();
        out.close();
    }

    /** Ends it without waiting. */
    public void abandon() {
        process.destroyForcibly();
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        out.close();
    }
}
