package org.wirebell.bench.stories;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.wirebell.model.Finding;
import org.wirebell.model.Item;
import org.wirebell.model.Json;
import org.wirebell.processor.cluster.Joiner;
import org.wirebell.processor.cluster.StoriesConfig;

/**
 * How well stories are joined: labelled titles in the order in which they appeared, by Wirebell and by one pass over TF-IDF centroids.
 * A file has one JSON object a line, with {@code textCleaned} (or {@code text}) and {@code clusterNo} (or {@code cluster}).
 */
public final class StoryScores {
    private StoryScores() {}

    /** @param args files of labelled titles */
    public static void main(String[] args) throws IOException {
        for (var file : args) {
            var titles = read(Path.of(file));
            var gold = titles.stream().map(Title::story).toList();
            row(file, "one pass over centroids", gold, OnePass.stories(titles));
            row(file, "wirebell", gold, wirebell(titles));
        }
    }

    /** One labelled title. */
    record Title(String text, String story) {}

    private static List<Title> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(Json::map)
                .map(line -> new Title(
                        String.valueOf(line.getOrDefault("textCleaned", line.get("text"))),
                        String.valueOf(line.getOrDefault("clusterNo", line.get("cluster")))))
                .toList();
    }

    /** Titles have no time: all come within a day, in their order. */
    private static List<String> wirebell(List<Title> titles) {
        var joiner = Joiner.inMemory(StoriesConfig.defaults());
        var joined = new ArrayList<String>();
        Map<String, String> into = new HashMap<>();
        for (int i = 0; i < titles.size(); i++) {
            var at = Instant.EPOCH.plusSeconds(i);
            var line = Map.of(
                    "id",
                    "t" + i,
                    "source",
                    "s" + i % 97,
                    "headline",
                    titles.get(i).text());
            var item = Json.read(Json.plain(line), Item.class);
            var finding = new Finding(item, "en", List.of(), List.of(), List.of(), "", "", item.source(), Map.of());
            var result = joiner.join(finding, at);
            joined.add(result.finding().story());
            result.stories().stream().filter(s -> s.gone()).forEach(s -> into.put(s.id(), s.into()));
        }
        joined.replaceAll(story -> {
            var whole = story;
            while (into.containsKey(whole)) {
                whole = into.get(whole);
            }
            return whole;
        });
        return joined;
    }

    private static void row(String file, String by, List<String> gold, List<String> found) {
        var score = Agreement.of(gold, found);
        System.out.printf(
                Locale.ROOT,
                "%-10s %-24s NMI %.3f, B-cubed F1 %.3f (precision %.3f, recall %.3f), %d stories of %d%n",
                Path.of(file).getFileName(),
                by,
                score.nmi(),
                score.f1(),
                score.precision(),
                score.recall(),
                found.stream().distinct().count(),
                gold.stream().distinct().count());
    }
}
