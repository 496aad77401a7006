package org.wirebell.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk under the state folder of a role is full, or fills while it runs: the role ends, says where, and goes on when there is room again. */
@Tag("chaos")
class StateDiskFullTest {
    /** RocksDB takes 4 MB for each store of each partition before it writes anything. */
    private static final String SIZE = "256m";

    @Test
    void processorEndsAndGoesOn(@TempDir Path folder) throws Exception {
        run(new Trial(folder, 600, 61), "process", false);
    }

    @Test
    void alertsEndAndGoOn(@TempDir Path folder) throws Exception {
        run(new Trial(folder, 600, 62), "alert", false);
    }

    @Test
    void processorEndsWhenTheDiskFillsUnderIt(@TempDir Path folder) throws Exception {
        var items = Tolls.items(8_000, 1_500);
        run(new Trial(folder, items, 63, Program.ours()), "process", true);
    }

    /** @param running whether the role runs while its disk fills; it feels that when it has much to write */
    private static void run(Trial trial, String name, boolean running) throws Exception {
        var disk = SmallDisk.mount(trial.state(name), SIZE);
        if (disk.isEmpty()) {
            System.out.println("trial: a small disk cannot be mounted, so a full one is not tried (only root may)");
        }
        assumeThat(disk).isPresent();
        try (var small = disk.orElseThrow()) {
            trial.run(1, (_, processor, alerts) -> {
                var role = name.equals("process") ? processor : alerts;
                trial.alertsMayRepeat();
                if (running) {
                    small.fill();
                } else {
                    role.down(false, small::fill);
                }
                int sent = trial.sendMore();
                trial.until(() -> role.endedByItself() > 1);
                assertThat(role.exit()).isNotZero();
                assertThat(role.said()).contains("no room is left for state in " + small.folder());
                small.makeRoom();
                trial.until(() -> trial.findings() >= sent);
            });
        }
    }
}
