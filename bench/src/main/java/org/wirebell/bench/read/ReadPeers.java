package org.wirebell.bench.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.wirebell.bench.FeedKind;
import org.wirebell.bench.FeedKind.Story;
import org.wirebell.model.Json;

/**
 * Our reader beside bare Rome and feedparser, in one run on the same files: invented feeds of several sizes, the samples,
 * and the files of each folder that is given. Then what makes parsers slow: documents that grow, with a time limit. Prints
 * tables and one JSON line; exit 1 when an invented feed takes more than {@value #MOST} times what Rome takes, or when
 * doubling a document makes us much more than twice as slow. Arguments: folders.
 */
public final class ReadPeers {
    static final double MOST = 1.5;

    private static final Path SCRIPT = Path.of("bench", "feedparser_times.py");
    private static final Path SAMPLES = Path.of("samples", "feeds");
    private static final List<Integer> SIZES = List.of(20, 100, 1_000, 20_000);
    private static final Instant MOMENT = Instant.parse("2026-03-01T06:00:00Z");
    private static final Duration WARM_UP = Duration.ofSeconds(8);
    /** Larger files are no feeds that anybody polls, and growing documents have a table of their own. */
    private static final long LARGEST = 4 << 20;

    private ReadPeers() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        var json = new LinkedHashMap<String, Object>();
        var broken = new ArrayList<String>();
        var folder = Files.createTempDirectory("wirebell-read-");
        try {
            warmUp();
            invented(folder, json, broken);
            folder(SAMPLES, json);
            for (var outside : args) {
                folder(Path.of(outside), json);
            }
            Growth.table(json, broken);
        } finally {
            Folders.delete(folder);
        }
        json.put("broken", broken);
        System.out.println();
        broken.forEach(fault -> System.out.println("BROKEN " + fault));
        System.out.println(Json.plain(json));
        System.exit(broken.isEmpty() ? 0 : 1); // a peer may still be at its last document
    }

    /** Both compilers are to be through with everything before anything counts. */
    private static void warmUp() throws InterruptedException {
        var documents = IntStream.of(20, 200)
                .boxed()
                .flatMap(size -> List.of(FeedKind.values()).stream().map(kind -> document(kind, size)))
                .toList();
        long end = System.nanoTime() + WARM_UP.toNanos();
        while (System.nanoTime() < end) {
            for (var document : documents) {
                for (var peer : Peer.values()) {
                    Timed.median(() -> peer.read(document), Duration.ZERO);
                }
            }
        }
    }

    private static byte[] document(FeedKind kind, int size) {
        var stories = IntStream.range(0, size)
                .mapToObj(i -> Story.invented(i, MOMENT.minusSeconds(i)))
                .toList();
        return kind.document(stories).getBytes(StandardCharsets.UTF_8);
    }

    private static void invented(Path folder, Map<String, Object> json, List<String> broken)
            throws IOException, InterruptedException {
        var files = new LinkedHashMap<String, Path>();
        for (var kind : FeedKind.values()) {
            for (int size : kind == FeedKind.RSS_ARTICLE ? SIZES.subList(0, 3) : SIZES) {
                var name = kind.name().toLowerCase(Locale.ROOT) + " " + size;
                files.put(name, Files.write(folder.resolve(name.replace(' ', '-')), document(kind, size)));
            }
        }
        var python = Feedparser.times(SCRIPT, List.copyOf(files.values()));
        System.out.printf(
                "%nCPU ms a file (median)     KB   wirebell       rome  feedparser   ours/rome  ours/feedparser%n");
        for (var file : files.entrySet()) {
            var raw = Files.readAllBytes(file.getValue());
            var row = Row.of(raw, Optional.ofNullable(python.get(file.getValue())));
            System.out.printf(Locale.ROOT, "%-18s %10d %s%n", file.getKey(), raw.length >> 10, row);
            json.put(file.getKey(), row.figures());
            if (row.overRome().filter(ratio -> ratio > MOST).isPresent()) {
                broken.add(file.getKey() + ": " + row);
            }
        }
    }

    private static void folder(Path folder, Map<String, Object> json) throws IOException, InterruptedException {
        var files = Folders.files(folder, LARGEST);
        if (files.isEmpty()) {
            System.out.println("\n" + folder + ": no files");
            return;
        }
        var python = Feedparser.times(SCRIPT, files);
        var rows = new ArrayList<Row>();
        for (var file : files) {
            rows.add(Row.of(Files.readAllBytes(file), Optional.ofNullable(python.get(file))));
        }
        var table = Folders.table(rows);
        System.out.println("\n" + folder.getFileName() + ": " + files.size() + " files");
        table.forEach((figure, value) -> System.out.printf(Locale.ROOT, "  %-52s %s%n", figure, value));
        json.put(folder.toString(), table);
    }
}
