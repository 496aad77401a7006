package org.wirebell.bench.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * What a process holds at a moment.
 *
 * @param minute since the start of the load
 * @param resident memory that the system counts for it, in MB
 * @param live its heap right after a collection, in MB
 */
record Sample(double minute, double resident, double live, int threads, int files) {
    private static final Pattern USED = Pattern.compile("(?:DefNew|Tenured|generation)\\s+total \\d+K, used (\\d+)K");

    static Sample of(long pid, double minute) throws IOException {
        jcmd(pid, "GC.run");
        var used = USED.matcher(jcmd(pid, "GC.heap_info"));
        double live = 0;
        while (used.find()) {
            live += Double.parseDouble(used.group(1)) / 1024;
        }
        if (live == 0) {
            throw new IOException("process " + pid + " does not say what its heap holds");
        }
        var status = Status.of(pid);
        try (var files = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return new Sample(minute, status.resident(), live, status.threads(), (int) files.count());
        }
    }

    private static String jcmd(long pid, String command) throws IOException {
        var tool = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var process = new ProcessBuilder(tool, Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes());
    }
}
