package org.wirebell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.wirebell.alerts.decide.Backtest;
import org.wirebell.alerts.decide.Happening;
import org.wirebell.alerts.decide.Presets;
import org.wirebell.alerts.decide.Rule;
import org.wirebell.app.config.ConfigFile;
import org.wirebell.model.Item;
import org.wirebell.processor.Tracker;
import org.wirebell.processor.ledger.LedgerConfig;

/** A hundred ordinary items, many of which talk of shots, strikes, sieges and the dead of long ago: no preset may ring. */
class OrdinaryNewsTest {
    @Test
    void ringsNoBell() throws IOException {
        var told = new ArrayList<String>();
        var news = news();
        assertThat(news).hasSizeGreaterThanOrEqualTo(100);
        Backtest.run(
                rules(),
                news.iterator(),
                line -> told.add(line.rule() + ": " + line.title() + " <- " + line.sentence()));
        assertThat(told).isEmpty();
    }

    private static List<Rule> rules() {
        return Presets.all().keySet().stream()
                .map(name -> ConfigFile.rule("{id: " + name + ", preset: " + name + "}"))
                .toList();
    }

    private static List<Happening> news() throws IOException {
        var tracker = new Tracker(LedgerConfig.defaults());
        var news = new ArrayList<Happening>();
        for (var item : items()) {
            var finding = tracker.joined(item);
            news.add(new Happening.Found(finding));
            tracker.add(finding).forEach(update -> news.add(new Happening.Changed(update)));
        }
        return news;
    }

    private static List<Item> items() throws IOException {
        try (var in = Objects.requireNonNull(OrdinaryNewsTest.class.getResourceAsStream("ordinary.txt"))) {
            var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            var items = new ArrayList<Item>();
            for (var line : lines) {
                int cut = line.indexOf('|');
                items.add(News.item("o" + items.size(), 1, line.substring(0, cut), line.substring(cut + 1), Map.of()));
            }
            return items;
        }
    }
}
