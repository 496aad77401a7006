package org.wirebell.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirebell.app.broker.Scan;
import org.wirebell.app.broker.TopicSetup;
import org.wirebell.model.Topics;

/**
 * Ingest is killed when it has fetched what no broker has acknowledged: the broker is held, the publisher gives a document with
 * something new, and the process dies. What the publisher still serves must come after all.
 */
class IngestKillTest {
    private static final Topics TOPICS = Topics.standard();
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Instant PUBLISHED = Instant.now().minus(Duration.ofHours(3));
    private static final String FEED = "/pier";
    private static final int NEWS = 5;

    /** How many items the publisher has told of so far, all of which it still serves. */
    private final AtomicInteger told = new AtomicInteger(NEWS);

    private final AtomicInteger served = new AtomicInteger();

    @Test
    void losesNothingThatWasFetchedAndNotAcknowledged(@TempDir Path folder) throws Exception {
        trial(folder, 2, 21);
    }

    @Test
    @Tag("chaos")
    void losesNothingOverManyKills(@TempDir Path folder) throws Exception {
        trial(folder, 12, Long.getLong("chaos.seed", 22));
    }

    private void trial(Path folder, int times, long seed) throws Exception {
        System.out.println("trial: ingest killed " + times + " times between fetch and acknowledgement, seed " + seed);
        var random = new Random(seed);
        try (var broker = BrokerProcess.start(folder.resolve("kafka"));
                var publisher = Loopback.start()) {
            TopicSetup.create(broker.kafka(), TOPICS, 2, Optional.empty());
            publisher.answer(FEED, _ -> document());
            try (var ingest = new SupervisedRole(Program.ours(), "ingest", 1, config(folder, broker, publisher))) {
                for (int round = 0; round < times; round++) {
                    until(() -> distinct(broker) == told.get());
                    int asked = publisher.asked(FEED).size();
                    until(() -> publisher.asked(FEED).size() > asked + 1); // nothing is under way any more
                    broker.signal("STOP");
                    int fresh = told.addAndGet(NEWS);
                    var looks = new AtomicInteger(random.nextInt(5)); // while it reads, or waits for the broker
                    until(() -> served.get() >= fresh && looks.getAndDecrement() <= 0);
                    ingest.down(true, () -> {});
                    broker.signal("CONT");
                }
                until(() -> distinct(broker) == told.get());
            }
            var ids = ids(broker);
            assertThat(ids.stream().distinct().sorted())
                    .as("seed " + seed)
                    .containsExactlyElementsOf(IntStream.range(0, told.get())
                            .mapToObj(IngestKillTest::id)
                            .sorted()
                            .toList());
            assertThat(ids.size() - told.get()).as("repeats").isLessThanOrEqualTo(2 * NEWS * times);
        }
    }

    private Loopback.Answer document() {
        int now = told.get();
        var entries = IntStream.range(0, now)
                .mapToObj(i -> News.entry(id(i), "Council meets " + i, "The council talked about road " + i, PUBLISHED))
                .toArray(String[]::new);
        served.accumulateAndGet(now, Math::max);
        return new Loopback.Answer(200, News.rss(entries));
    }

    private static String id(int i) {
        return "pier-" + i;
    }

    private static long distinct(BrokerProcess broker) {
        return ids(broker).stream().distinct().count();
    }

    private static List<String> ids(BrokerProcess broker) {
        var ids = new ArrayList<String>();
        Scan.of(broker.kafka(), TOPICS.items(), record -> ids.add(record.value().id()));
        return ids;
    }

    private static Path config(Path folder, BrokerProcess broker, Loopback publisher) throws Exception {
        return Files.writeString(folder.resolve("ingest.yaml"), """
                kafka: {bootstrap: "%s"}
                ingest:
                  allow-private-feeds: true
                  limits: {host-gap: PT0S}
                  pace: {every: PT0.2S, fastest: PT0.1S, slowest: PT0.3S, floor: PT0.1S}
                  sources: {pier: {url: "%s"}}
                operations: {port: 0}
                """.formatted(broker.bootstrap(), publisher.at(FEED)));
    }

    private static void until(Callable<Boolean> reached) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(reached);
    }
}
