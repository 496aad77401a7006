package org.wirebell.app.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.wirebell.model.Json;

/**
 * One board of docker/grafana/boards.yaml, and the JSON that Grafana takes for it.
 *
 * @param ask labels by which a reader narrows it
 */
record Board(String name, String title, List<String> ask, List<Panel> panels) {
    static final Path FOLDER = Path.of("../docker/grafana");
    private static final int HEIGHT = 8;
    private static final int WIDTH = 24;
    private static final Map<String, String> SOURCE = Map.of("type", "prometheus", "uid", "${datasource}");
    private static final Map<String, String> METRICS =
            Map.of("feed", "wirebell_feed_health", "receiver", "wirebell_receiver_enabled");

    /** @param lines legend → expression */
    record Panel(String title, String kind, int width, String unit, Map<String, String> lines) {}

    static List<Board> all() throws IOException {
        var yaml = new Load(LoadSettings.builder().build())
                .loadFromString(Files.readString(FOLDER.resolve("boards.yaml")));
        var boards = new ArrayList<Board>();
        map(yaml).forEach((name, board) -> boards.add(of(name, map(board))));
        return boards;
    }

    private static Board of(String name, Map<String, Object> board) {
        var panels =
                list(board.get("panels")).stream().map(it -> panel(map(it))).toList();
        var ask = list(board.get("ask")).stream().map(String::valueOf).toList();
        return new Board(name, String.valueOf(board.get("title")), ask, panels);
    }

    private static Panel panel(Map<String, Object> panel) {
        var lines = new LinkedHashMap<String, String>();
        map(panel.get("lines")).forEach((legend, expression) -> lines.put(legend, String.valueOf(expression)));
        return new Panel(
                String.valueOf(panel.get("title")),
                String.valueOf(panel.get("kind")),
                ((Number) panel.get("width")).intValue(),
                String.valueOf(panel.get("unit")),
                lines);
    }

    /** As Grafana reads it from a file. */
    String json() {
        var board = new LinkedHashMap<String, Object>();
        board.put("uid", "wirebell-" + name);
        board.put("title", title);
        board.put("tags", List.of("wirebell"));
        board.put("schemaVersion", 39);
        board.put("editable", false);
        board.put("refresh", "30s");
        board.put("time", Map.of("from", "now-6h"));
        board.put("templating", Map.of("list", variables()));
        var shown = new ArrayList<Map<String, Object>>();
        int x = 0;
        int y = 0;
        for (var panel : panels) {
            if (x + panel.width() > WIDTH) {
                x = 0;
                y += HEIGHT;
            }
            shown.add(shown(panel, shown.size() + 1, x, y));
            x += panel.width();
        }
        board.put("panels", shown);
        return Json.plain(board).replace("},{\"id\"", "},\n{\"id\"").replace("\"panels\":[{", "\n\"panels\":[\n{")
                + "\n";
    }

    private List<Map<String, Object>> variables() {
        var variables = new ArrayList<Map<String, Object>>();
        var source = new LinkedHashMap<String, Object>();
        source.put("name", "datasource");
        source.put("type", "datasource");
        source.put("query", "prometheus");
        variables.add(source);
        for (var label : ask) {
            var variable = new LinkedHashMap<String, Object>();
            variable.put("name", label);
            variable.put("type", "query");
            variable.put("datasource", SOURCE.get("uid"));
            variable.put("query", "label_values(" + METRICS.get(label) + ", " + label + ")");
            variable.put("refresh", 2);
            variable.put("includeAll", true);
            variable.put("multi", true);
            variable.put("allValue", ".*");
            variables.add(variable);
        }
        return variables;
    }

    private static Map<String, Object> shown(Panel panel, int id, int x, int y) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("id", id);
        shown.put("title", panel.title());
        shown.put("type", panel.kind());
        shown.put("datasource", new TreeMap<>(SOURCE));
        shown.put("gridPos", new TreeMap<>(Map.of("x", x, "y", y, "w", panel.width(), "h", HEIGHT)));
        shown.put("fieldConfig", Map.of("defaults", Map.of("unit", panel.unit())));
        if (panel.kind().equals("heatmap")) {
            shown.put("options", Map.of("calculate", true));
        }
        var targets = new ArrayList<Map<String, Object>>();
        panel.lines().forEach((legend, expression) -> {
            var target = new LinkedHashMap<String, Object>();
            target.put("refId", String.valueOf((char) ('A' + targets.size())));
            target.put("expr", expression);
            target.put("legendFormat", legend);
            targets.add(target);
        });
        shown.put("targets", targets);
        return shown;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object node) {
        return (List<Object>) node;
    }
}
