package org.wirebell.bench.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wirebell.model.Json;

/**
 * A reader of figures in a process of its own: each line of its input is one pass over the texts in a list, the first
 * line of each its headline. Says {@code done N}: figures found. Told to {@code tell}, it writes them to a file, a line
 * for each text. Arguments: engine, {@code count} or {@code tell}, list, file.
 */
final class FigureWorker {
    private final FigureEngine engine;
    private final List<String> told = new ArrayList<>();

    private FigureWorker(FigureEngine engine) {
        this.engine = engine;
    }

    public static void main(String[] args) throws IOException {
        var worker = new FigureWorker(FigureEngine.of(args[0]));
        var files = Files.readAllLines(Path.of(args[2]));
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            int count = worker.pass(files, args[1].equals("tell"));
            Files.write(Path.of(args[3]), worker.told);
            System.out.println("done " + count);
        }
    }

    private int pass(List<String> files, boolean tell) throws IOException {
        told.clear();
        int count = 0;
        for (int i = 0; i < files.size(); i++) {
            var text = Files.readString(Path.of(files.get(i)));
            int end = text.indexOf('\n');
            var figures = engine.read(text.substring(0, end), text.substring(end + 1));
            count += figures.size();
            if (tell) {
                told.add(Json.plain(Map.of("id", Integer.toString(i), "figures", figures)));
            }
        }
        return count;
    }
}
