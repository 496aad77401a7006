package org.wirebell.app.station;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirebell.alerts.decide.Rule;
import org.wirebell.app.AppConfig;

class ReloadTest {
    private static final String TOLL = "alerts: {rules: [{id: toll, query: mine}]}\n";
    private static final String FERRY = "alerts: {rules: [{id: ferry, query: ferry}]}\n";

    @TempDir
    Path folder;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<String> taken = new ArrayList<>();

    @Test
    void takesAFileThatChanged() throws IOException {
        var reload = reload(TOLL);
        reload.look();
        assertThat(taken).as("nothing has changed").isEmpty();
        write(FERRY);
        reload.look();
        reload.look();
        assertThat(taken).containsExactly("ferry");
        assertThat(ok()).isEqualTo(1);
    }

    @Test
    void keepsTheOldOneWhileTheNewOneIsBad() throws IOException {
        var reload = reload(TOLL);
        write("alerts: {rules: [{id: ferry, query: 'ferry AND ('}]}\n");
        reload.look();
        assertThat(taken).isEmpty();
        assertThat(ok()).isZero();
        write(FERRY);
        reload.look();
        assertThat(taken).containsExactly("ferry");
        assertThat(ok()).isEqualTo(1);
    }

    @Test
    void isNotGoodWhenARoomRefusesIt() throws IOException {
        var file = write(TOLL);
        var reload = Reload.of(file, meters, _ -> {
            throw new IllegalArgumentException("not while it is night");
        });
        write(FERRY);
        reload.look();
        assertThat(ok()).isZero();
    }

    @Test
    void waitsForAFileThatIsBeingReplaced() throws IOException {
        var reload = reload(TOLL);
        Files.delete(folder.resolve("wirebell.yaml"));
        reload.look();
        assertThat(ok()).isEqualTo(1);
        write(FERRY);
        reload.look();
        assertThat(taken).containsExactly("ferry");
    }

    @Test
    void isGoodAgainWhenTheOldTextIsPutBack() throws IOException {
        var reload = reload(TOLL);
        write("alerts: [\n");
        reload.look();
        assertThat(ok()).isZero();
        write(TOLL);
        reload.look();
        assertThat(ok()).isEqualTo(1);
        assertThat(taken).containsExactly("toll");
    }

    private Reload reload(String yaml) throws IOException {
        return Reload.of(write(yaml), meters, config -> taken.add(ids(config)));
    }

    private static String ids(AppConfig config) {
        return String.join(" ", config.alerts().rules().stream().map(Rule::id).toList());
    }

    private double ok() {
        return meters.get("wirebell.config.reload.ok").gauge().value();
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("wirebell.yaml"), yaml);
    }
}
