package org.wirebell.bench.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.wirebell.bench.FeedKind.Story;

/**
 * Work (e): casualty figures from invented texts of some 450 words, by a process that starts for it and by one that is
 * warm, and how much of them: ordinary news, of which one in sixteen tells of a toll, and texts whose sentences all do.
 */
final class Figuring {
    static final List<String> READERS =
            List.of("Wirebell's figures", "Wirebell, all it reads", "java.util.regex", "CoreNLP");

    private static final String OURS = READERS.getFirst();
    private static final int WORDS = 450;
    private static final Instant MOMENT = Instant.parse("2026-03-01T06:00:00Z");

    private final Path folder;
    private final int turns;

    private Figuring(Path folder, int turns) {
        this.folder = folder;
        this.turns = turns;
    }

    static List<Table> tables(Path folder, int turns, int texts) throws IOException, InterruptedException {
        var figuring = new Figuring(folder, turns);
        var tables = new ArrayList<Table>();
        tables.addAll(figuring.tables("news", texts, i -> Story.mixed(i, WORDS, MOMENT)));
        tables.addAll(figuring.tables("tolls", texts, i -> Story.tolls(i, MOMENT)));
        tables.forEach(Table::print);
        return tables;
    }

    private List<Table> tables(String kind, int count, IntFunction<Story> story)
            throws IOException, InterruptedException {
        var texts = IntStream.range(0, count)
                .mapToObj(story)
                .map(told -> told.headline() + "\n" + told.text())
                .toList();
        var list = list(folder.resolve(kind), texts);
        long words = texts.stream().mapToLong(text -> text.split("\\s+").length).sum();
        var work = "figures of %d texts (%s, %d words), ".formatted(count, kind, words);
        var cold = new Table(work + "from the start of the process", "words/CPU s", OURS);
        var warm = new Table(work + "the third time", "words/CPU s", OURS);
        for (int turn = 0; turn < turns; turn++) {
            for (var reader : READERS) {
                var missing = Installed.missing(reader);
                if (missing.isPresent()) {
                    cold.missing(reader, missing.get());
                    warm.missing(reader, missing.get());
                    continue;
                }
                try (var rival = Rival.start(reader, "count", list, folder.resolve(reader))) {
                    cold.add(reader, words / rival.pass().cpu());
                    rival.pass();
                    var last = rival.pass();
                    warm.add(reader, words / last.cpu());
                    System.out.println(reader + " found " + last.items() + " figures in " + kind);
                }
            }
        }
        return List.of(cold, warm);
    }

    /** The texts as files, each with its headline in the first line. */
    static Path list(Path folder, List<String> texts) throws IOException {
        var names = new ArrayList<String>();
        Files.createDirectories(folder);
        for (int i = 0; i < texts.size(); i++) {
            names.add(
                    Files.writeString(folder.resolve(i + ".txt"), texts.get(i)).toString());
        }
        return Peers.list(folder, names);
    }
}
