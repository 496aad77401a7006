package org.wirebell.bench.peers;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.wirebell.bench.poll.Child;

/**
 * A reader that is measured: it makes passes over a list of files or addresses, each with what it cost and what it
 * found.
 */
interface Rival extends AutoCloseable {
    /** Of those that are Java. */
    List<String> FLAGS = List.of("-XX:+UseSerialGC", "-Xmx768m", "-XX:+UseCompactObjectHeaders");

    /** @param cpu seconds since the pass before, so that the first one carries the start of the process */
    record Pass(double cpu, int items) {}

    Pass pass() throws IOException, InterruptedException;

    @Override
    void close() throws IOException;

    /** One that stays, and makes a pass when it is told to. */
    record Staying(Child child, double[] counted) implements Rival {
        @Override
        public Pass pass() throws IOException {
            child.say("go");
            int items = Integer.parseInt(child.await("done"));
            double before = counted[0];
            counted[0] = child.cpu();
            return new Pass(counted[0] - before, items);
        }

        @Override
        public void close() throws IOException {
            child.close();
        }
    }

    /** One that is started anew for each poll, and finds its state in a folder. */
    record Once(String name, Path folder, Path list, int[] held) implements Rival {
        @Override
        public Pass pass() throws IOException, InterruptedException {
            var script = Path.of("bench", "peers", "once").toString();
            var process = new ProcessBuilder(script, name, folder.toString(), list.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            var said = new HashMap<String, String>();
            try (var out = process.inputReader()) {
                out.lines().map(line -> line.split(" ", 2)).forEach(pair -> said.put(pair[0], pair[1].strip()));
            }
            if (process.waitFor() != 0) {
                throw new IOException(name + " ended with " + process.exitValue());
            }
            int before = held[0];
            held[0] = Integer.parseInt(said.getOrDefault("items", "0"));
            return new Pass(Double.parseDouble(said.getOrDefault("cpu", "0")), held[0] - before);
        }

        @Override
        public void close() {} // it has ended
    }

    /** Starts the reader of that name. */
    static Rival start(String name, String mode, Path list, Path folder) throws IOException {
        var out = Files.createDirectories(folder).resolve("new.txt").toString();
        var log = folder.resolve("log");
        return switch (name) {
            case "Rome", "rssreader", "StAX", "Wirebell" ->
                java(log, Worker.class, name.toUpperCase(Locale.ROOT), mode, list.toString(), out);
            case "Wirebell's figures" -> java(log, FigureWorker.class, "figures", mode, list.toString(), out);
            case "Wirebell, all it reads" -> java(log, FigureWorker.class, "everything", mode, list.toString(), out);
            case "java.util.regex" -> java(log, FigureWorker.class, "regex", mode, list.toString(), out);
            case "CoreNLP" -> coreNlp(log, mode, list.toString(), out, "bench/peers/figures.tokens");
            case "node feedparser" ->
                staying(
                        log,
                        Map.of("NODE_PATH", Installed.NODE_MODULES.toString()),
                        "node",
                        "bench/peers/worker.js",
                        mode,
                        list.toString(),
                        out);
            case "feedparser" ->
                staying(
                        log,
                        Map.of(),
                        Installed.PYTHON.toString(),
                        "bench/peers/worker.py",
                        mode,
                        list.toString(),
                        out);
            default -> new Once(name, folder, list, new int[1]);
        };
    }

    private static Staying java(Path log, Class<?> main, String... args) throws IOException {
        return new Staying(Child.java(log, FLAGS, main, args), new double[1]);
    }

    /** With the JDK and the flags that ours have. */
    private static Staying coreNlp(Path log, String... args) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        var path = Installed.CORENLP.resolve("*") + File.pathSeparator + Installed.CORENLP.resolve("classes");
        command.addAll(List.of("-cp", path, "CoreNlpFigures"));
        command.addAll(List.of(args));
        return staying(log, Map.of(), command.toArray(String[]::new));
    }

    private static Staying staying(Path log, Map<String, String> environment, String... command) throws IOException {
        var all = new ArrayList<>(List.of("env"));
        environment.forEach((variable, value) -> all.add(variable + "=" + value));
        all.addAll(List.of(command));
        return new Staying(Child.start(all, log), new double[1]);
    }
}
