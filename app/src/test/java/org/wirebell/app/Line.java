package org.wirebell.app;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.wirebell.model.Json;

/** One command, run in this JVM: its exit code, and all that it wrote. */
record Line(int exit, String out, String err) {
    static Line run(String... args) {
        return with("", args);
    }

    /** @param input what stands on standard input */
    static Line with(String input, String... args) {
        var in = System.in;
        var out = System.out;
        var err = System.err;
        var written = new ByteArrayOutputStream();
        var complained = new ByteArrayOutputStream();
        var complaints = new PrintStream(complained, true, StandardCharsets.UTF_8);
        try {
            System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
            System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
            System.setErr(complaints);
            int exit = Main.run(args, new PrintWriter(complaints, true, StandardCharsets.UTF_8));
            System.out.flush();
            return new Line(
                    exit, written.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setIn(in);
            System.setOut(out);
            System.setErr(err);
        }
    }

    /** Standard output, where each line is a JSON object. */
    List<Map<String, Object>> json() {
        return out.lines().map(Json::map).toList();
    }
}
