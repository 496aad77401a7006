package org.wirebell.bench.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.wirebell.bench.Loop;
import org.wirebell.bench.poll.Child;

/**
 * How long {@code wirebell demo} takes from its start to the first alert on the console: in turns, medians. Arguments: turns (3), folders of
 * builds that are compared (this one).
 */
public final class FirstAlert {
    /** What the samples ring first; a complaint of Java begins with a bracket, too. */
    private static final String ALERT = "[FLASH] ";

    private FirstAlert() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int turns = args.length > 0 ? Integer.parseInt(args[0]) : 3;
        var builds = args.length > 1 ? List.of(args).subList(1, args.length) : List.of(".");
        var took = new LinkedHashMap<String, List<Double>>();
        var folder = Files.createTempDirectory("wirebell-first-");
        try {
            for (int turn = 0; turn < turns; turn++) {
                for (var build : builds) {
                    double seconds = start(Path.of(build), folder);
                    took.computeIfAbsent(build, _ -> new ArrayList<>()).add(seconds);
                    System.out.printf(Locale.ROOT, "%s: %.2f s%n", build, seconds);
                }
            }
        } finally {
            Loop.delete(folder);
        }
        took.forEach((build, all) ->
                System.out.printf(Locale.ROOT, "%s: median %.2f s of %d%n", build, Loop.median(all), all.size()));
    }

    private static double start(Path build, Path folder) throws IOException, InterruptedException {
        long start = System.nanoTime();
        // the demo clears its folder away when it ends: it is asked to, not killed
        try (var demo = Child.start(
                List.of(build.toAbsolutePath().resolve("wirebell").normalize().toString(), "demo"),
                folder.resolve("log"))) {
            demo.awaitStart(ALERT);
            return (System.nanoTime() - start) / 1e9;
        }
    }
}
