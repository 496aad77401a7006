package org.wirebell.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clock of one role is two hours ahead when it starts, is set back to ten minutes behind, and is put right, items coming in all the while. */
@Tag("chaos")
class WrongClockTest {
    private static final List<String> OFF = List.of("+2h", "-10m", "+0");

    @Test
    void processorGoesOn(@TempDir Path folder) throws Exception {
        run(folder, 51, (trial, processor, alerts) -> processor);
    }

    @Test
    void alertsGoOn(@TempDir Path folder) throws Exception {
        run(folder, 52, (trial, processor, alerts) -> alerts);
    }

    /** Which of the two has the wrong clock. */
    private interface Which {
        SupervisedRole of(Trial trial, SupervisedRole processor, SupervisedRole alerts);
    }

    private static void run(Path folder, long seed, Which which) throws Exception {
        var found = WrongClock.in(folder.resolve("clock"));
        if (found.isEmpty()) {
            System.out.println(
                    "trial: no libfaketime, so wrong clocks are not tried (Debian: apt install libfaketime)");
        }
        assumeThat(found).isPresent();
        var clock = found.orElseThrow();
        var rounds = new AtomicInteger();
        new Trial(folder, 600, seed).run(OFF.size(), (trial, processor, alerts) -> {
            var role = which.of(trial, processor, alerts);
            int round = rounds.getAndIncrement();
            clock.is(OFF.get(round));
            if (round == 0) {
                role.becomes(clock.of(Program.ours()));
            }
            int told = trial.told();
            int sent = trial.sendMore();
            trial.until(() -> trial.findings() >= sent && trial.told() > told);
            assertThat(role.endedByItself())
                    .as("ended with clock " + OFF.get(round))
                    .isEqualTo(round == 0 ? 0 : 1);
        });
    }
}
