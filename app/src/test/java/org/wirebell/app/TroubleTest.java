package org.wirebell.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trouble other than a plain kill: state that is gone or damaged, a process that sleeps through its own replacement, a group that never rests. */
@Tag("chaos")
class TroubleTest {
    private static final int ITEMS = 900;
    private static final int TIMES = 3;

    @Test
    void rebuildsStateThatIsGone(@TempDir Path folder) throws Exception {
        new Trial(folder, ITEMS, 11).run(TIMES, (trial, processor, alerts) -> {
            boolean killed = trial.random().nextBoolean();
            trial.alertsMayRepeat();
            processor.down(killed, () -> wipe(trial.state("process")));
            alerts.down(killed, () -> wipe(trial.state("alert")));
        });
    }

    @Test
    void rebuildsStateThatIsDamaged(@TempDir Path folder) throws Exception {
        new Trial(folder, ITEMS, 12).run(TIMES, (trial, processor, alerts) -> {
            trial.alertsMayRepeat();
            processor.down(false, () -> damage(trial.state("process"), trial.random()));
            alerts.down(false, () -> damage(trial.state("alert"), trial.random()));
        });
    }

    @Test
    void shutsOutWhatWakesUpTooLate(@TempDir Path folder) throws Exception {
        new Trial(folder, ITEMS, 13).run(TIMES, (trial, processor, alerts) -> {
            processor.signal("STOP");
            int sent = trial.sendMore();
            var second = trial.start("process", 2);
            trial.until(() -> trial.findings() >= sent);
            processor.signal("CONT");
            trial.end(second);
        });
    }

    @Test
    void staysExactWhileProcessesComeAndGo(@TempDir Path folder) throws Exception {
        new Trial(folder, ITEMS, 14).run(2 * TIMES, (trial, processor, alerts) -> {
            var more = trial.start("process", 2);
            var louder = trial.start("alert", 2);
            int sent = trial.sendMore();
            trial.until(() -> trial.findings() >= sent);
            trial.end(more);
            trial.end(louder);
        });
    }

    private static void wipe(Path state) throws IOException {
        try (var files = Files.walk(state)) {
            for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Bytes in the middle of each file are others. */
    private static void damage(Path state, Random random) throws IOException {
        try (var files = Files.walk(state)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var bytes = Files.readAllBytes(file);
                for (int i = bytes.length / 3; i < bytes.length * 2 / 3; i++) {
                    bytes[i] = (byte) random.nextInt();
                }
                Files.write(file, bytes);
            }
        }
    }
}
