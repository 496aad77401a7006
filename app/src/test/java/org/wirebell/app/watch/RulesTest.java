package org.wirebell.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of Prometheus: promtool tries each alert once firing and once silent; all that they name is there. */
class RulesTest {
    static final Path FOLDER = Path.of("../docker/prometheus");

    @ParameterizedTest
    @ValueSource(strings = {"rules.test.yml", "rules.hours.test.yml", "rules.weeks.test.yml"})
    void fireAndStaySilent(String file) throws Exception {
        Promtool.agrees(FOLDER, "test", "rules", file);
    }

    @Test
    void areWhatPromtoolAndAmtoolTake() throws Exception {
        Promtool.agrees(FOLDER, "check", "config", "prometheus.yml");
        Promtool.agrees(Promtool.find("amtool"), Path.of("../docker/alertmanager"), "check-config", "alertmanager.yml");
    }

    @Test
    void haveBothCases() throws IOException {
        var cases = new StringBuilder();
        try (var files = Files.list(FOLDER)) {
            for (var file :
                    files.filter(it -> it.toString().endsWith(".test.yml")).toList()) {
                cases.append(Files.readString(file));
            }
        }
        assertThat(alerts())
                .hasSizeGreaterThan(25)
                .allSatisfy(alert ->
                        assertThat(cases).contains("name: " + alert + " fires", "name: " + alert + " stays silent"));
    }

    @Test
    void areExplained() throws IOException {
        var page = Files.readString(Path.of("../docs/operations.md"));
        var anchors = new TreeSet<String>();
        Pattern.compile("(?m)^#+ (.+)$")
                .matcher(page)
                .results()
                .forEach(head -> anchors.add("docs/operations.md#"
                        + head.group(1).toLowerCase(Locale.ROOT).replace(' ', '-')));
        assertThat(rules()).filteredOn(Rule::alerts).allSatisfy(rule -> {
            assertThat(rule.text()).contains("severity: ", "summary: ", "description: ");
            assertThat(anchors).contains(rule.runbook());
        });
    }

    @Test
    void askForWhatThereIs() throws IOException {
        var table = new MeterTable();
        for (var rule : rules()) {
            assertThat(MeterTable.metrics(rule.text()))
                    .as(rule.name())
                    .allMatch(metric -> table.names(metric), "stands in docs/operations.md");
        }
    }

    /** All metrics that the rules ask for. */
    static TreeSet<String> metrics() throws IOException {
        return new TreeSet<>(MeterTable.metrics(Files.readString(FOLDER.resolve("rules.yml"))));
    }

    private static List<String> alerts() throws IOException {
        return rules().stream().filter(Rule::alerts).map(Rule::name).toList();
    }

    static List<Rule> rules() throws IOException {
        var rules = new ArrayList<Rule>();
        Stream.of(Files.readString(FOLDER.resolve("rules.yml")).split("(?m)^ {6}- (?=alert|record)"))
                .skip(1)
                .forEach(text -> rules.add(new Rule(text)));
        return rules;
    }

    /** One rule as it stands in the file. */
    record Rule(String text) {
        boolean alerts() {
            return text.startsWith("alert:");
        }

        String name() {
            return text.lines().findFirst().orElse("").replaceFirst("^[a-z]+: ", "");
        }

        String runbook() {
            return text.lines()
                    .filter(line -> line.contains("runbook_url: "))
                    .map(line -> line.replaceFirst(".*runbook_url: ", ""))
                    .findFirst()
                    .orElse("");
        }
    }
}
