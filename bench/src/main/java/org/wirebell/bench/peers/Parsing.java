package org.wirebell.bench.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.wirebell.bench.live.Press;

/**
 * Work (a): all documents of the press, as files, read once by a process that starts for it, and by one that is warm.
 */
final class Parsing {
    private static final List<String> READERS =
            List.of("Wirebell", "Rome", "rssreader", "StAX", "node feedparser", "feedparser");
    private static final int PASSES = 3;

    private Parsing() {}

    static List<Table> tables(Press press, Path folder, int turns) throws IOException, InterruptedException {
        var documents = press.documents();
        var names = new ArrayList<String>();
        Files.createDirectories(folder);
        for (int i = 0; i < documents.size(); i++) {
            names.add(Files.write(folder.resolve(i + ".xml"), documents.get(i)).toString());
        }
        var list = Peers.list(folder, names);
        var cold = new Table("parse " + names.size() + " feeds, from the start of the process", "CPU s", "Wirebell");
        var warm = new Table("parse " + names.size() + " feeds, the third time", "CPU s", "Wirebell");
        for (int turn = 0; turn < turns; turn++) {
            for (var reader : READERS) {
                var missing = Installed.missing(reader);
                if (missing.isPresent()) {
                    cold.missing(reader, missing.get());
                    continue;
                }
                try (var rival = Rival.start(reader, "parse", list, folder.resolve(reader))) {
                    for (int pass = 0; pass < PASSES; pass++) {
                        var done = rival.pass();
                        if (done.items() != press.stories()) {
                            throw new IllegalStateException(
                                    reader + " read " + done.items() + " items of " + press.stories());
                        }
                        if (pass == 0) {
                            cold.add(reader, done.cpu());
                        } else if (pass == PASSES - 1) {
                            warm.add(reader, done.cpu());
                        }
                    }
                }
            }
        }
        cold.print();
        warm.print();
        return List.of(cold, warm);
    }
}
