package org.wirebell.app.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.wirebell.app.OneBroker;

/** What a running process shows is what docs/operations.md promises, and the other way round. */
class MetersTest {
    /**
     * They need a hub, a signed push, a numbered wire, an article, a broker that is away, a fallback, a collector, or a
     * bug.
     */
    private static final Set<String> RARE = Set.of(
            "wirebell.websub.requests",
            "wirebell.websub.deliveries",
            "wirebell.signature.checks",
            "wirebell.feed.sequence.missing",
            "wirebell.article.fetch",
            "wirebell.item.send.failures",
            "wirebell.notice.fallbacks",
            "wirebell.traces.spans",
            "wirebell.desk.records.unreadable");

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @RegisterExtension
    static final OneBroker BROKER = new OneBroker();

    @Test
    void areThoseOfTheTable(@TempDir Path folder) throws Exception {
        var table = new MeterTable();
        assertThat(table.ours()).hasSizeGreaterThan(50).containsAll(RARE);
        try (var watched = Watched.start(BROKER, "meters", folder)) {
            assertThat(known(table, watched.metrics())).containsAll(table.fromTheStart());
            watched.everythingHappens();
            watched.acknowledge();
            var wanted = new TreeSet<>(table.ours());
            wanted.removeAll(RARE);
            await().atMost(PATIENCE).untilAsserted(() -> {
                wanted.removeAll(known(table, watched.metrics()));
                assertThat(wanted).isEmpty();
            });
            var strangers = watched.metrics().stream()
                    .filter(name -> name.startsWith("wirebell_") && !table.names(name))
                    .toList();
            assertThat(strangers).as("not in docs/operations.md").isEmpty();
        }
    }

    private static Set<String> known(MeterTable table, Set<String> metrics) {
        return metrics.stream().map(table::meterOf).collect(Collectors.toCollection(TreeSet::new));
    }
}
