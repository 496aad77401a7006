package org.wirebell.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The processor and the alerts role are killed without warning while items stream in: at moments that a seed chooses, and right
 * when a receiver has answered.
 */
class KillTest {
    @Test
    void losesNothingAndTellsNothingTwice(@TempDir Path folder) throws Exception {
        new Trial(folder, 600, 7).run(3, KillTest::kill);
    }

    @Test
    @Tag("chaos")
    void staysExactThroughManyKills(@TempDir Path folder) throws Exception {
        long seed = Long.getLong("chaos.seed", new Random().nextLong(1_000_000));
        new Trial(folder, 12_000, seed).run(20, KillTest::kill);
    }

    /** One of the two dies: by chance, or at the receiver's next answer. */
    private static void kill(Trial trial, SupervisedRole processor, SupervisedRole alerts) throws Exception {
        switch (trial.random().nextInt(3)) {
            case 0 -> processor.kill();
            case 1 -> {
                trial.alertsMayRepeat();
                alerts.kill();
            }
            default -> {
                trial.alertsMayRepeat();
                trial.atNextAnswer(() -> killed(alerts));
            }
        }
    }

    private static void killed(SupervisedRole role) {
        try {
            role.kill();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
