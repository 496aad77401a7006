package org.wirebell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.wirebell.app.station.Role;
import org.wirebell.model.Finding;
import org.wirebell.model.Item;

/**
 * What finds copies stands in no changelog: it is told anew from the texts that do. What was let through before stands in one from which only
 * time deletes.
 */
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

    @Test
    void whatCameBeforeIsStillKnownAfterTheDiskWasLost(@TempDir Path folder) throws Exception {
        var rig = Rig.of(BROKER, "lost-repeats", folder);
        var first = News.item("bridge", 1, "Barge brings down bridge at Sellmouth", BODY, Map.of());
        try (var _ = rig.start(EnumSet.of(Role.PROCESS), "", System.err)) {
            rig.send(first);
            rig.until("it", () -> rig.values(rig.topics().findings()).size() == 1);
        }
        try (var admin = Admin.create(rig.kafka())) {
            var changelog = new ConfigResource(ConfigResource.Type.TOPIC, "lost-repeats-processor-repeats-changelog");
            var set = admin.describeConfigs(List.of(changelog)).all().get().get(changelog);
            assertThat(set.get("cleanup.policy").value()).isEqualTo("delete");
            assertThat(Long.parseLong(set.get("retention.ms").value()))
                    .isGreaterThanOrEqualTo(Duration.ofHours(72).toMillis());
        }
        wipe(folder.resolve("processor"));
        try (var _ = rig.start(EnumSet.of(Role.PROCESS), "", System.err)) {
            var next = News.item(
                    "bridge",
                    2,
                    "Barge brings down bridge at Sellmouth",
                    BODY + " Divers went down at noon.",
                    Map.of());
            assertThat(next.family()).isEqualTo(first.family());
            rig.send(first, next);
            rig.until(
                    "the next",
                    () -> rig.values(rig.topics().findings()).stream()
                            .anyMatch(f -> f.item().version().equals("2")));
        }
        assertThat(rig.values(rig.topics().findings()))
                .extracting(f -> f.item().version())
                .containsExactly("1", "2");
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
