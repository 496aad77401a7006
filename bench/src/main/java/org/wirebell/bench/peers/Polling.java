package org.wirebell.bench.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.wirebell.bench.live.Press;
import org.wirebell.bench.poll.OurIngest;
import org.wirebell.bench.poll.PollCost;

/**
 * Works (b) and (c): all feeds polled with one new item each, and unchanged. Ours is the ingest role, to the broker's
 * ack; it comes first in each turn and has stopped when the others begin. Those that stay count from the second poll of
 * their process on; those that are started for each poll carry that.
 */
final class Polling {
    private static final List<String> READERS =
            List.of("Rome", "rssreader", "StAX", "node feedparser", "feedparser", "newsboat", "sfeed", "rss2email");
    private static final int ROUNDS = 3;
    private static final String WARM = "Wirebell, third round";

    private final Table news;
    private final Table same;
    private final Press press;
    private final Path list;
    private final Path folder;

    private Polling(Press press, Path folder) throws IOException {
        this.press = press;
        this.folder = folder;
        int feeds = press.addresses().size();
        this.list = Peers.list(folder, press.addresses());
        this.news = new Table("poll " + feeds + " feeds, one new item each", "CPU s", WARM);
        this.same = new Table("poll " + feeds + " feeds, unchanged", "CPU s", WARM);
    }

    static List<Table> tables(Press press, Path folder, int turns) throws IOException, InterruptedException {
        var polling = new Polling(press, folder);
        // a press of its own for ours, which would else find what the others' polls were printed for
        try (var alike = Press.open(press.addresses().size());
                var ours = OurIngest.filled(alike, Files.createDirectories(folder.resolve("ours")))) {
            for (int turn = 0; turn < turns; turn++) {
                ours(polling.news, PollCost.rounds(ROUNDS, alike, ours, 1));
                ours(polling.same, PollCost.rounds(ROUNDS, alike, ours, 0));
                for (var reader : READERS) {
                    polling.theirs(reader, turn);
                }
            }
        }
        polling.news.print();
        polling.same.print();
        return List.of(polling.news, polling.same);
    }

    private static void ours(Table table, List<OurIngest.Cost> costs) {
        table.add("Wirebell, from the start of the process", costs.getFirst().ingest());
        table.add(WARM, costs.getLast().ingest());
        table.add(WARM + ", broker included", costs.getLast().both());
    }

    private void theirs(String reader, int turn) throws IOException, InterruptedException {
        var missing = Installed.missing(reader);
        if (missing.isPresent()) {
            news.missing(reader, missing.get());
            same.missing(reader, missing.get());
            return;
        }
        var found = new ArrayList<Integer>();
        try (var rival = Rival.start(reader, "poll", list, folder.resolve(reader + turn))) {
            rival.pass(); // everything is new
            boolean stays = rival instanceof Rival.Staying;
            for (int round = 1; round <= (stays ? ROUNDS : 1); round++) {
                press.print();
                var fresh = rival.pass();
                found.add(fresh.items());
                var unchanged = rival.pass();
                if (stays && round == ROUNDS || !stays) {
                    news.add(reader, fresh.cpu());
                    same.add(reader, unchanged.cpu());
                }
            }
        }
        System.out.println(reader + " found " + found + " new items; " + news.last(reader) + " CPU s, unchanged "
                + same.last(reader));
    }
}
