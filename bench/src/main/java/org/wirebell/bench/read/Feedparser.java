package org.wirebell.bench.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.wirebell.model.Json;

/** Python's feedparser, where it is installed (Debian: python3-feedparser), in a process of its own. */
final class Feedparser {
    private static final Path PYTHON = Path.of("/usr/bin/python3");
    private static final int NOT_THERE = 3;

    private Feedparser() {}

    /** Times by file name; empty when it is not installed. */
    static Map<Path, Timed> times(Path script, List<Path> files) throws IOException, InterruptedException {
        if (!Files.isExecutable(PYTHON)) {
            return missing();
        }
        var process = new ProcessBuilder(PYTHON.toString(), script.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var names = files.stream().map(file -> file + "\n").collect(Collectors.joining());
        var times = new HashMap<Path, Timed>();
        var asking = Thread.ofVirtual().start(() -> {
            try (var in = process.getOutputStream()) {
                in.write(names.getBytes(StandardCharsets.UTF_8));
            } catch (IOException _) { // it has ended: its exit code says why
            }
        });
        try (var out = process.inputReader(StandardCharsets.UTF_8)) {
            for (var line = out.readLine(); line != null; line = out.readLine()) {
                var said = Json.map(line);
                int entries = (int) number(said, "entries");
                times.put( // it takes anything, and finds nothing in what it does not know
                        Path.of(String.valueOf(said.get("file"))),
                        new Timed(number(said, "ms"), entries == 0 ? -1 : entries, ""));
            }
        }
        asking.join();
        return process.waitFor() == NOT_THERE ? missing() : times;
    }

    private static double number(Map<String, Object> said, String name) {
        return said.get(name) instanceof Number number ? number.doubleValue() : 0;
    }

    private static Map<Path, Timed> missing() {
        System.out.println("feedparser is not installed (Debian: python3-feedparser): left out");
        return Map.of();
    }
}
