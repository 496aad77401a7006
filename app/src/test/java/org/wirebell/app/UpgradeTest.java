package org.wirebell.app;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** This version goes on with topics and state of one before: first the processor, then the alerts role, items coming in all the while. */
@Tag("chaos")
class UpgradeTest {
    /** Names a checkout of the version before, built; {@code make upgrade} sees to it. */
    private static final String FROM = "upgrade.from";

    @Test
    void goesOnWhereTheVersionBeforeStopped(@TempDir Path folder) throws Exception {
        var before = Optional.ofNullable(System.getProperty(FROM)).map(Path::of);
        if (before.isEmpty()) {
            System.out.println("trial: no -D" + FROM + ", so upgrades are not tried (make upgrade FROM=COMMIT)");
        }
        assumeThat(before).isPresent();
        var rounds = new AtomicInteger();
        new Trial(folder, 900, 23, Program.of(before.orElseThrow())).run(2, (trial, processor, alerts) -> {
            (rounds.getAndIncrement() == 0 ? processor : alerts).becomes(Program.ours());
            int sent = trial.sendMore();
            trial.until(() -> trial.findings() >= sent);
        });
    }
}
