package org.wirebell.alerts.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebell.alerts.decide.News.asking;
import static org.wirebell.alerts.decide.News.change;
import static org.wirebell.alerts.decide.News.finding;
import static org.wirebell.alerts.decide.News.item;
import static org.wirebell.alerts.decide.News.rule;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wirebell.model.Golden;
import org.wirebell.model.Json;
import org.wirebell.model.Update.Kind;
import org.wirebell.model.WireSignal;

class BacktestTest {
    private static final List<Rule> RULES = List.of(rule(asking("first, rise 10, falls")), rule("ferries", "ferry"));

    private static List<Happening> news() {
        var news = new ArrayList<Happening>();
        var one = item("a", "1", "Ferry sinks, 20 dead");
        var two = item("b", "1", "Toll reaches 25");
        var three = item("c", "1", "Toll reaches 31");
        var kill = item("a", "2", "Kill: ferry", WireSignal.KILL);
        var old = item("d", "1", "An old ferry story", Duration.ofHours(9), false);
        news.add(new Happening.Found(finding(one)));
        news.add(change(Kind.FIRST, one).value(20).happening());
        news.add(new Happening.Found(finding(two)));
        news.add(change(Kind.HIGHER, two).value(25).previous(20).happening());
        news.add(change(Kind.HIGHER, three).value(31).previous(25).happening());
        news.add(new Happening.Found(finding(kill)));
        news.add(change(Kind.RETRACTED, kill).previous(20).value(31).happening());
        news.add(new Happening.Found(finding(old)));
        return news;
    }

    @Test
    void printsEachNoticeAndCounts() {
        var lines = new ArrayList<Backtest.Line>();
        var summary = Backtest.run(RULES, news().iterator(), lines::add);
        Golden.check("backtest.jsonl", lines.stream().map(Json::plain).collect(Collectors.joining("\n")));
        assertThat(summary.notices()).isEqualTo(lines.size());
        assertThat(summary.fires().get("ferries")).isEqualTo(Map.of(LocalDate.of(2026, 3, 1), 2L));
        assertThat(summary.suppressed().get("ferries")).isEqualTo(Map.of("stale", 1L));
        assertThat(summary.suppressed().get("toll")).isEqualTo(Map.of("minor", 1L));
        assertThat(summary.broken()).isEmpty();
        assertThat(summary.sources()).isEqualTo(Map.of("coastwire", 5L));
    }

    @Test
    void theSameInputGivesTheSameHash() {
        var hash = Backtest.run(RULES, news().iterator(), _ -> {}).hash();
        assertThat(hash)
                .hasSize(64)
                .isEqualTo(Backtest.run(RULES, news().iterator(), _ -> {}).hash());
        var other = List.of(rule(asking("first, rise 5, falls")), rule("ferries", "ferry"));
        assertThat(Backtest.run(other, news().iterator(), _ -> {}).hash()).isNotEqualTo(hash);
        var silent = List.of(rule(asking("first, rise 10, falls")), rule("ferries", "ferry"), rule("boats", "harbour"));
        assertThat(Backtest.run(silent, news().subList(0, 1).iterator(), _ -> {})
                        .hash())
                .as("answers that nobody hears count, too")
                .isNotEqualTo(Backtest.run(RULES, List.<Happening>of().iterator(), _ -> {})
                        .hash());
    }

    @Test
    void tellsWhatBudgetsKeepBack() {
        var news = new ArrayList<Happening>();
        for (int i = 1; i <= 8; i++) {
            var item = item("ferry-" + i, "1", "Ferry " + i + " is late");
            news.add(new Happening.Found(finding(item)));
        }
        var summary = Backtest.run(List.of(rule("ferries", "ferry")), news.iterator(), _ -> {});
        assertThat(summary.receivers())
                .as("three at once, then one in ten minutes; the page has none")
                .isEqualTo(Map.of("desk", new Backtest.Volume(3, 3, 8, 3)));
        assertThat(summary.suppressed()).isEqualTo(Map.of("ferries", Map.of("over_budget", 5L)));
    }

    @Test
    void namesTheRulesThatRanAway() {
        var near = IntStream.range(0, 500)
                .mapToObj(n -> "\"crane quay\"~" + (1 + n % 90))
                .collect(Collectors.joining(" "));
        var text = "crane ".repeat(3_000) + "stone ".repeat(200) + "quay ".repeat(3_000) + "ferry";
        var news = IntStream.range(0, 3)
                .<Happening>mapToObj(n -> new Happening.Found(finding(item("crane-" + n, "1", text))))
                .toList();
        var rules = List.of(rule("runaway", near), rule("ferries", "ferry"));
        var summary = Backtest.run(rules, news.iterator(), _ -> {});
        assertThat(summary.quarantined()).containsOnlyKeys("runaway");
        assertThat(summary.quarantined().get("runaway")).startsWith("took over ");
        assertThat(summary.fires()).containsOnlyKeys("ferries");
    }

    @Test
    void theSameNewsAgainGivesTheSameLines() {
        assertThat(lines(news())).isEqualTo(lines(news()));
    }

    @Test
    void newsOfOtherAlertsInBetweenChangesNothing() {
        var seed = 4;
        var ids = new TreeSet<>(ids(news()));
        for (int round = 0; round < 20; round++) {
            assertThat(new TreeSet<>(ids(interleaved(new Random(seed + round)))))
                    .isEqualTo(ids);
        }
    }

    /** Items and series in random order, each of them in its own. */
    private static List<Happening> interleaved(Random random) {
        var items = new ArrayList<>(
                news().stream().filter(h -> h instanceof Happening.Found).toList());
        var series = new ArrayList<>(
                news().stream().filter(h -> h instanceof Happening.Changed).toList());
        var merged = new ArrayList<Happening>();
        while (!items.isEmpty() || !series.isEmpty()) {
            var from = series.isEmpty() || !items.isEmpty() && random.nextBoolean() ? items : series;
            merged.add(from.removeFirst());
        }
        assertThat(merged).hasSameSizeAs(news());
        return merged;
    }

    private static List<String> lines(List<Happening> news) {
        var lines = new ArrayList<String>();
        Backtest.run(RULES, news.iterator(), line -> lines.add(Json.plain(line)));
        return lines;
    }

    private static List<String> ids(List<Happening> news) {
        var ids = new ArrayList<String>();
        Backtest.run(RULES, news.iterator(), line -> ids.add(line.notice()));
        return ids;
    }
}
