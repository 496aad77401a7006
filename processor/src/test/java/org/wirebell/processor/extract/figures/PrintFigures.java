package org.wirebell.processor.extract.figures;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.wirebell.model.Json;

/** For scoring by hand: lines with id and text come in, lines with id and figures go out. */
final class PrintFigures {
    private PrintFigures() {}

    public static void main(String[] args) throws IOException {
        var reader = FigureReader.standard();
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var item = Json.map(line);
                var figures = reader.read("", String.valueOf(item.get("text")), args.length > 0 ? args[0] : "en");
                out.println("{\"id\":" + Json.plain(String.valueOf(item.get("id"))) + ",\"figures\":"
                        + Json.plain(figures) + "}");
            }
        }
    }
}
