package org.wirebell.bench.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * What the system says of a process (Linux, {@code /proc/PID/status}), in MB.
 *
 * @param resident all that it has in memory, pages of files that it has mapped among them
 * @param own without those: they lie on disk, too, and the system takes them back when it is short of memory
 */
record Status(double resident, double own, int threads) {
    private static final Pattern WANTED =
            Pattern.compile("(?s).*\\nVmRSS:\\s+(\\d+) kB.*\\nRssFile:\\s+(\\d+) kB.*\\nThreads:\\s+(\\d+).*");

    static Status of(long pid) throws IOException {
        var status = WANTED.matcher(
                Files.readString(Path.of("/proc", Long.toString(pid)).resolve("status")));
        if (!status.matches()) {
            throw new IOException("process " + pid + " does not say what it holds");
        }
        double resident = Double.parseDouble(status.group(1)) / 1024;
        return new Status(
                resident, resident - Double.parseDouble(status.group(2)) / 1024, Integer.parseInt(status.group(3)));
    }
}
