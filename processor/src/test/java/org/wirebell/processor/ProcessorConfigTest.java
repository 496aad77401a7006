package org.wirebell.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.wirebell.processor.ledger.LedgerConfig;

class ProcessorConfigTest {
    @Test
    void oneThreadIsTheProcessItself() {
        assertThat(ProcessorConfig.defaults().eachThread()).containsExactly(ProcessorConfig.defaults());
    }

    @Test
    void eachThreadIsAMemberWithAFolderOfItsOwn() {
        var one = ProcessorConfig.defaults();
        var three = new ProcessorConfig(
                "wires",
                "node-a",
                Path.of("state"),
                3,
                one.repeatWindow(),
                one.copyTexts(),
                one.openStories(),
                LedgerConfig.defaults());

        assertThat(three.eachThread())
                .allMatch(thread ->
                        thread.threads() == 1 && thread.applicationId().equals("wires"))
                .extracting(ProcessorConfig::instanceId)
                .containsExactly("node-a", "node-a-thread-2", "node-a-thread-3");
        assertThat(three.eachThread())
                .extracting(ProcessorConfig::stateDir)
                .containsExactly(Path.of("state"), Path.of("state/wires/thread-2"), Path.of("state/wires/thread-3"));
    }
}
