package org.wirebell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.wirebell.app.station.Role;
import org.wirebell.model.Finding;
import org.wirebell.model.Item;

/** What finds copies stands in no changelog: it is told anew from the texts that do. */
class LostDiskTest {
    @RegisterExtension
    static final OneBroker BROKER = new OneBroker();

    private static final String BODY = """
            A barge loaded with gravel struck the old bridge at Sellmouth shortly after dawn on Tuesday and brought down its middle arch, the harbour office \
            said. Nobody was hurt. Trains between the two banks were stopped until engineers had looked at the piers, and a ferry took schoolchildren across. \
            The bridge, built of local granite, had been strengthened twice since it opened and was to be painted again next spring.""";

    @Test
    void copiesAreFoundAfterTheDiskWasLost(@TempDir Path folder) throws Exception {
        var rig = Rig.of(BROKER, "lost-disk", folder);
        var first = News.item("bridge", 1, "Barge brings down bridge at Sellmouth", BODY, Map.of());
        try (var _ = rig.start(EnumSet.of(Role.PROCESS), "", System.err)) {
            rig.send(first, other("isle", BODY));
            rig.until("both", () -> rig.values(rig.topics().findings()).size() == 2);
        }
        wipe(folder.resolve("processor"));
        try (var _ = rig.start(EnumSet.of(Role.PROCESS), "", System.err)) {
            rig.send(other("cape", BODY), other("dune", BODY.substring(0, 280)));
            rig.until("all", () -> rig.values(rig.topics().findings()).size() == 4);
        }
        assertThat(rig.values(rig.topics().findings()))
                .filteredOn(finding -> !finding.item().family().equals(first.family()))
                .extracting(Finding::duplicateOf)
                .hasSize(3)
                .containsOnly(first.family());
    }

    private static Item other(String source, String body) {
        return News.item("bridge-" + source, 1, "Bridge falls at Sellmouth", body, Map.of("source", source));
    }

    private static void wipe(Path state) throws Exception {
        assertThat(state).isNotEmptyDirectory();
        try (var files = Files.walk(state)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
