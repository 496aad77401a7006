package org.wirebell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a newcomer runs first: exactly the expected alerts come. */
class DemoTest {
    @Test
    void samplesCauseTheExpectedAlertsAndNoOthers() {
        var complaints = new StringWriter();
        int exit = Main.run(
                new String[] {
                    "demo", "--once", "--samples", Path.of("..", "samples").toString()
                },
                new PrintWriter(complaints, true));
        assertThat(exit).as(complaints.toString()).isZero();
    }
}
