package org.wirebell.bench.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.wirebell.model.Json;

/**
 * How right the readers of figures are: a labelled set of yours, in the folder that {@code make eval} takes, through
 * each of them and through the scorer that lies with it.
 */
final class FigureScores {
    /** Lines of the scorer: all categories together, and those that all of the readers know. */
    private static final List<String> SHOWN = List.of("passages", "killed", "injured");

    private FigureScores() {}

    static void print(Path data, Path folder) throws IOException, InterruptedException {
        var gold = new ArrayList<String>();
        var texts = new ArrayList<String>();
        for (var line : Files.readAllLines(data.resolve("figures").resolve("gold_dev.jsonl"))) {
            var labelled = new LinkedHashMap<>(Json.map(line));
            labelled.put("id", Integer.toString(gold.size())); // as the readers number the texts
            texts.add(labelled.getOrDefault("headline", "") + "\n" + labelled.getOrDefault("text", ""));
            gold.add(Json.whole(labelled));
        }
        var list = Figuring.list(folder, texts);
        var labels = Files.write(folder.resolve("gold.jsonl"), gold);
        for (var reader : Figuring.READERS) {
            if (Installed.missing(reader).isEmpty()) {
                var place = folder.resolve(reader);
                try (var rival = Rival.start(reader, "tell", list, place)) {
                    rival.pass();
                }
                score(reader, data, labels, place.resolve("new.txt"));
            }
        }
    }

    private static void score(String reader, Path data, Path labels, Path told)
            throws IOException, InterruptedException {
        var scorer = data.resolve("figures").resolve("score.py");
        var process = new ProcessBuilder(
                        List.of(Installed.PYTHON.toString(), scorer.toString(), labels.toString(), told.toString()))
                .redirectErrorStream(true)
                .start();
        System.out.println("\n" + reader);
        try (var out = process.inputReader()) {
            out.lines()
                    .filter(line -> SHOWN.stream().anyMatch(line.strip()::startsWith))
                    .forEach(line -> System.out.println("  " + line.strip()));
        }
        if (process.waitFor() != 0) {
            throw new IOException(scorer + " ended with " + process.exitValue());
        }
    }
}
