package org.wirebell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.wirebell.app.station.Role;
import org.wirebell.model.Item;

/** The clock of ingest jumps forth by more than a broker takes, and back. The clocks of broker and publisher are right. */
class ClockOnBrokerTest {
    @RegisterExtension
    static final OneBroker BROKER = new OneBroker();

    private static final Instant PUBLISHED = Instant.now().minus(Duration.ofHours(3));

    private final AtomicReference<Duration> off = new AtomicReference<>(Duration.ZERO);

    @Test
    void whatCameByAWrongClockGoesOutWhenItIsRightAgain(@TempDir Path folder) throws Exception {
        var rig = Rig.of(BROKER, "clock", folder);
        InstantSource clock = () -> Instant.now().plus(off.get());
        try (var publisher = Loopback.start()) {
            publisher.serve("/pier", News.rss(story("a")));
            try (var station =
                    rig.start(EnumSet.of(Role.INGEST), """
                    ingest:
                      allow-private-feeds: true
                      limits: {host-gap: PT0S}
                      pace: {every: PT0.1S, floor: PT0.1S, ceiling: PT0.3S, patience: PT0S}
                      sources: {pier: {url: "%s"}}
                    """.formatted(publisher.at("/pier")), System.err, clock)) {
                rig.until("the first", () -> rig.values(rig.topics().items()).size() == 1);
                off.set(Duration.ofHours(2));
                publisher.serve("/pier", News.rss(story("b"), story("a")));
                rig.until(
                        "that the broker refuses what comes from the future",
                        () -> station.sources().getFirst().toString().contains("wait for the broker"));
                off.set(Duration.ofMinutes(-10));
                rig.until("the second", () -> rig.values(rig.topics().items()).size() == 2);
                publisher.serve("/pier", News.rss(story("c"), story("b"), story("a")));
                rig.until("the third", () -> rig.values(rig.topics().items()).size() == 3);
            }
        }
        assertThat(rig.values(rig.topics().items()).stream().map(Item::id)).containsExactlyInAnyOrder("a", "b", "c");
    }

    private static String story(String id) {
        return News.entry(id, "Harbour story " + id, "The harbour talked about " + id + ".", PUBLISHED);
    }
}
