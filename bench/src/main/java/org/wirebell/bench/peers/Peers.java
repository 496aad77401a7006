package org.wirebell.bench.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirebell.bench.live.Press;
import org.wirebell.model.Json;

/**
 * Our readers, our ingest and our whole path beside what others would use, in one run on the same loopback work, in
 * turns: medians and ratios as tables, and as JSON in {@code bench/target/peers.json}. Arguments: feeds (1000), turns
 * (3), works (parse,poll,push,figures; slow: ours with a receiver that hangs, with a consumer that keeps up, with one that cannot, and
 * without), and a folder with a labelled set of figures, which are then scored, too.
 */
public final class Peers {
    private static final List<String> WORKS = List.of("parse", "poll", "push", "figures");
    /** Ours alone. */
    private static final String SLOW = "slow";

    private static final int TEXTS_A_FEED = 4;

    private Peers() {}

    public static void main(String[] args) throws Exception {
        int feeds = args.length > 0 ? Integer.parseInt(args[0]) : 1_000;
        int turns = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        var works = args.length > 2 ? works(args[2]) : WORKS;
        var labelled = args.length > 3 ? Optional.of(folder(args[3])) : Optional.<Path>empty();
        var folder = Files.createTempDirectory("wirebell-peers-");
        var tables = new ArrayList<Table>();
        try (var press = Press.open(feeds)) {
            if (works.contains("parse")) {
                tables.addAll(Parsing.tables(press, folder.resolve("parse"), turns));
            }
            if (works.contains("poll")) {
                tables.addAll(Polling.tables(press, folder.resolve("poll"), turns));
            }
            if (works.contains("figures")) {
                tables.addAll(Figuring.tables(folder.resolve("figures"), turns, TEXTS_A_FEED * feeds));
                if (labelled.isPresent()) {
                    FigureScores.print(labelled.get(), folder.resolve("scores"));
                }
            }
            if (works.contains("push")) {
                tables.addAll(Pushing.tables(folder.resolve("push"), turns));
            }
            if (works.contains(SLOW)) {
                tables.addAll(Pushing.besideSlow(folder.resolve("slow"), turns));
            }
        } finally {
            delete(folder);
        }
        var json = Json.plain(Map.of(
                "feeds",
                feeds,
                "turns",
                turns,
                "tables",
                tables.stream().map(Table::json).toList()));
        Files.writeString(Path.of("bench", "target", "peers.json"), json + "\n");
        System.out.println("\n" + json);
    }

    private static List<String> works(String argument) {
        var works = List.of(argument.split(","));
        for (var work : works) {
            if (!WORKS.contains(work) && !work.equals(SLOW)) {
                throw new IllegalArgumentException(
                        "works: \"%s\" is none of %s, %s".formatted(work, String.join(", ", WORKS), SLOW));
            }
        }
        return works;
    }

    private static Path folder(String argument) {
        var folder = Path.of(argument);
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("data: no folder " + folder.toAbsolutePath());
        }
        return folder;
    }

    /** A file with a line for each. */
    static Path list(Path folder, List<String> lines) throws IOException {
        return Files.write(Files.createDirectories(folder).resolve("list.txt"), lines);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
