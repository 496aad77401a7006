package org.wirebell.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds processes each to a share of a core, by control groups of Linux, which only root may make: so a machine with few cores shows what
 * many machines would do, as long as all shares together leave room for the rest.
 */
final class CoreShare implements AutoCloseable {
    private static final Path ROOT = Path.of("/sys/fs/cgroup");
    private static final int PERIOD_MICROS = 20_000;

    private final int percent;
    private final List<Path> groups = new ArrayList<>();

    CoreShare(int percent) {
        this.percent = percent;
    }

    /** From now on the process gets no more; a share of 0 leaves it alone. */
    void hold(long pid) throws IOException {
        if (percent == 0) {
            return;
        }
        int quota = percent * PERIOD_MICROS / 100;
        var apart = ROOT.resolve("cpu"); // version 1 has a tree for each kind
        var group = (Files.isDirectory(apart) ? apart : ROOT).resolve("wirebell-bench-" + pid);
        Files.createDirectory(group);
        groups.add(group);
        if (Files.exists(group.resolve("cpu.max"))) {
            Files.writeString(group.resolve("cpu.max"), quota + " " + PERIOD_MICROS);
        } else {
            Files.writeString(group.resolve("cpu.cfs_period_us"), Integer.toString(PERIOD_MICROS));
            Files.writeString(group.resolve("cpu.cfs_quota_us"), Integer.toString(quota));
        }
        Files.writeString(group.resolve("cgroup.procs"), Long.toString(pid));
    }

    /** Where the processes are gone, so are their groups. */
    @Override
    public void close() throws IOException {
        for (var group : groups) {
            Files.deleteIfExists(group);
        }
    }
}
