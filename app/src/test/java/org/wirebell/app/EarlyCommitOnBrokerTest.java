package org.wirebell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.wirebell.app.config.ConfigFile;
import org.wirebell.app.config.Loaded;
import org.wirebell.app.station.Role;
import org.wirebell.app.station.Station;
import org.wirebell.model.Item;

/** A commit interval of five minutes, longer than any of our waits: what comes out was committed early. */
class EarlyCommitOnBrokerTest {
    @RegisterExtension
    static final OneBroker BROKER = new OneBroker();

    @TempDir
    static Path folder;

    @Test
    void whatHasJustComeDoesNotWaitForTheInterval() throws Exception {
        var rig = Rig.of(BROKER, "early", folder);
        var yaml = rig.settings("").replace("partitions: 3}", """
                partitions: 3, properties: {commit.interval.ms: "300000", producer.transaction.timeout.ms: "600000"}}""");
        var config = switch (ConfigFile.read("early.yaml", yaml, AppConfig.class)) {
            case Loaded.Good<AppConfig>(var good) -> good;
            case Loaded.Bad<AppConfig>(var complaints) -> throw new IllegalArgumentException(complaints.toString());
        };
        try (var station = Station.start(config, EnumSet.of(Role.PROCESS), InstantSource.system(), System.err)) {
            rig.until("the station is ready", station::ready);
            var sent = new ArrayList<Item>(); // the first ones are slow, and what is slow is not committed early
            rig.until("an update, three hops on", () -> {
                sent.add(News.toll("Garvel", sent.size() + 1, 17 + sent.size()));
                rig.send(sent.getLast());
                return !rig.values(rig.topics().updates()).isEmpty();
            });
            assertThat(rig.values(rig.topics().updates()).getFirst().item())
                    .isEqualTo(sent.getFirst().id());
        }
    }
}
