package org.wirebell.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The boards: their JSON is that of boards.yaml, promtool takes each expression, and what they ask for is there. */
class BoardsTest {
    @Test
    void areWrittenFromOneSource() throws IOException {
        assertThat(Board.all()).hasSize(5);
        for (var board : Board.all()) {
            var file = Board.FOLDER.resolve("boards").resolve(board.name() + ".json");
            if (Boolean.getBoolean("golden.update")) {
                Files.writeString(file, board.json());
            }
            assertThat(file).as("'make golden' writes it").hasContent(board.json());
        }
    }

    @Test
    void askWhatPromtoolUnderstands(@TempDir Path folder) throws Exception {
        var rules = new StringBuilder("groups:\n  - name: boards\n    rules:\n");
        int count = 0;
        for (var board : Board.all()) {
            for (var panel : board.panels()) {
                assertThat(panel.kind()).isIn("stat", "timeseries", "heatmap");
                for (var expression : panel.lines().values()) {
                    rules.append("      - {record: 'board:panel:%d', expr: '%s'}%n"
                            .formatted(count++, expression.replaceAll("\\$(feed|receiver)", ".*")));
                }
            }
        }
        Files.writeString(folder.resolve("boards.yml"), rules);
        assertThat(count).isGreaterThan(50);
        Promtool.agrees(folder, "check", "rules", "boards.yml");
    }

    @Test
    void askForWhatThereIs() throws IOException {
        var table = new MeterTable();
        assertThat(metrics()).hasSizeGreaterThan(40).allMatch(table::names, "stands in docs/operations.md");
    }

    /** All metrics that the boards ask for. */
    static Set<String> metrics() throws IOException {
        var metrics = new TreeSet<String>();
        for (var board : Board.all()) {
            for (var panel : board.panels()) {
                panel.lines().values().forEach(expression -> metrics.addAll(MeterTable.metrics(expression)));
            }
        }
        return metrics;
    }
}
