package org.wirebell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebell.model.Item;
import org.wirebell.model.Json;

/** What a desk does with rules before it keeps them: back-tests, comparisons, why not, routes. No topics are needed. */
class RuleToolsTest {
    private static final String NEWS = Stream.of(
                    News.toll("Kelmor", 1, 12),
                    News.toll("Kelmor", 2, 18),
                    News.item("ferry", 1, "Ferry late in Norbak", "Fog held up the ferry to Norbak.", Map.of()))
            .map(RuleToolsTest::line)
            .reduce("", String::concat);

    private static final String RULES = """
            rules:
              - {id: toll, receivers: [night], figure: {category: [killed], first: true, rise-by: 10}}
              - id: ferries
                receivers: [night]
                query: ferry
            """;

    @TempDir
    Path folder;

    @Test
    void sumsUpABackTest() throws IOException {
        var line = Line.with(NEWS, "backtest", "--rules", write("rules.yaml", RULES));
        assertThat(line.exit()).as(line.err()).isZero();
        var summary = Json.map(line.err().lines().toList().getLast());
        assertThat(summary).containsEntry("sources", Map.of("coastwire", 2));
        assertThat(summary.get("receivers"))
                .isEqualTo(Map.of("night", Map.of("told", 2, "sounding", 2, "withoutBudget", 2, "busiestHour", 2)));
        assertThat(summary.get("fires")).asString().contains("ferries={", "toll={");
        var again = Line.with(NEWS, "backtest", "--rules", write("rules.yaml", RULES));
        assertThat(Json.map(again.err().lines().toList().getLast())).containsEntry("hash", summary.get("hash"));
    }

    @Test
    void comparesTwoVersionsOfTheRules() throws IOException {
        var keener =
                write("new.yaml", RULES.replace("rise-by: 10", "rise-by: 5").replace("ferry", "tram"));
        var line = Line.with(NEWS, "backtest", "--rules", keener, "--against", write("old.yaml", RULES));
        assertThat(line.exit()).as(line.err()).isZero();
        var changes = line.json().stream()
                .map(change ->
                        change.get("what") + " " + part(change, "after", "rule") + part(change, "before", "rule"))
                .toList();
        assertThat(changes).containsExactlyInAnyOrder("gained toll", "gained toll", "lost ferries", "lost ferries");
        var summary = Json.map(line.err().lines().toList().getLast());
        assertThat(summary).containsKeys("difference", "before", "after");
        assertThat(summary.get("difference")).asString().contains("gained=2", "lost=2");
    }

    @Test
    void takesTheDesksOfAConfiguration() throws IOException {
        var desk =
                "alerts: {desks: {main: {quiet: {from: \"00:00\", to: \"23:59\"}}}, receivers: {consoles: {night: {}}}}\n";
        var quiet = Line.with(
                NEWS,
                "backtest",
                "--rules",
                write("rules.yaml", RULES.replace("night", "page")),
                "--config",
                write("wirebell.yaml", desk));
        assertThat(quiet.exit()).as(quiet.err()).isZero();
        var unknown = Line.with(
                NEWS,
                "backtest",
                "--rules",
                write("rules.yaml", RULES.replace("night", "pager")),
                "--config",
                write("wirebell.yaml", desk));
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err())
                .contains("rules.yaml:2: rule toll names the receiver pager", "rules.yaml:3: rule ferries names");
    }

    @Test
    void saysWhyNot() throws IOException {
        var rules = write("rules.yaml", RULES);
        var line = Line.with(NEWS, "whynot", "--rules", rules);
        assertThat(line.exit()).as(line.err()).isZero();
        assertThat(line.json().stream()
                        .map(answer -> answer.get("item") + " " + answer.get("version") + " " + answer.get("rule") + " "
                                + answer.get("outcome")))
                .containsExactly(
                        "urn:coast:Kelmor 1 ferries not_asked",
                        "urn:coast:Kelmor 1 toll told",
                        "urn:coast:Kelmor 2 ferries not_asked",
                        "urn:coast:Kelmor 2 toll minor",
                        "urn:coast:ferry 1 ferries told",
                        "urn:coast:ferry 1 toll no_change");
        var minor = line.json().get(3);
        assertThat(minor.get("saw")).asString().contains("rises by at least 10: no");

        var one = Line.with(NEWS, "whynot", "--rules", rules, "--rule", "toll", "--item", "urn:coast:ferry");
        assertThat(one.json()).hasSize(1);
        assertThat(Line.with(NEWS, "whynot", "--rules", rules, "--rule", "trams")
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void listsPresets() {
        var line = Line.run("presets");
        assertThat(line.exit()).isZero();
        assertThat(line.json())
                .hasSizeGreaterThan(10)
                .allSatisfy(preset -> assertThat(preset).containsKeys("name", "title", "note"))
                .anySatisfy(preset -> assertThat(preset).containsEntry("name", "new-toll"));
    }

    @Test
    void showsTheRouteOfARule() throws IOException {
        var config = write("wirebell.yaml", """
                alerts:
                  receivers: {consoles: {night: {}, editor: {}}}
                  desks:
                    main:
                      zone: Asia/Dubai
                      quiet: {from: "23:00", to: "07:00", through: flash}
                      escalation: [{after: PT10M, receivers: [editor]}]
                  rules:
                    - {id: toll, priority: urgent, receivers: [night], figure: {first: true}}
                """);
        var night = Line.run("route", "--offline", "--config", config, "toll", "--at", "2026-03-01T20:00:00Z");
        assertThat(night.exit()).as(night.err()).isZero();
        assertThat(night.json())
                .extracting(route -> route.get("receiver") + " " + route.get("outcome") + " " + route.get("at"))
                .containsExactly(
                        "page told 2026-03-01T20:00:00Z",
                        "night waits 2026-03-02T03:00:00Z",
                        "editor escalated 2026-03-01T20:10:00Z");
        assertThat(night.json().get(1).get("why")).isEqualTo("quiet hours of desk main in Asia/Dubai");
        var flash = Line.run(
                "route",
                "--offline",
                "--config",
                config,
                "toll",
                "--at",
                "2026-03-01T20:00:00Z",
                "--priority",
                "flash");
        assertThat(flash.json().get(1)).containsEntry("outcome", "told");
        var unknown = Line.run("route", "--offline", "--config", config, "trams");
        assertThat(unknown.exit()).isEqualTo(1);
        assertThat(unknown.err()).contains("no rule trams holds; known are toll");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rules",
                "silence",
                "alerts",
                "notices",
                "whynot",
                "route",
                "alerts ack",
                "silence add --rule x --for P1D --by lee",
                "silence add --for PT1H --by lee --reason drill",
                "silence add --rule x --for P40D --by lee --reason drill",
                "silence add --rule x --for soon --by lee --reason drill",
                "rules add nowhere.yaml --by lee",
                "rules pause x",
                "backtest --rules nowhere.yaml"
            })
    void refusesWrongUse(String args) {
        var line = Line.run(args.split(" "));
        assertThat(line.exit()).as(line.err()).isEqualTo(2);
        assertThat(line.err()).isNotBlank().doesNotContain("\tat ");
    }

    private static String part(Map<String, Object> change, String side, String field) {
        return change.get(side) instanceof Map<?, ?> line ? String.valueOf(line.get(field)) : "";
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static String line(Item item) {
        return Json.plain(item) + "\n";
    }
}
