package org.wirebell.ingest.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirebell.ingest.due.Due;
import org.wirebell.ingest.due.Pace;
import org.wirebell.ingest.due.SourceConfig;
import org.wirebell.ingest.signed.Secret;
import org.wirebell.ingest.web.Limits;
import org.wirebell.ingest.web.Loopback;
import org.wirebell.ingest.web.Web;
import org.wirebell.model.FeedState;
import org.wirebell.model.Item;

/** One source, from its feed and its hub to the broker. */
final class HubStation {
    static final Limits LIMITS = new Limits(
            20_000, Duration.ofSeconds(20), Duration.ofSeconds(2), 5, 8, Duration.ZERO, Duration.ofSeconds(5));
    static final Duration SELDOM = Duration.ofHours(1);

    final Desk desk;
    final HttpDoor door;
    final Subscriptions all;
    final Thread poller;

    HubStation(Web web, Loopback feed, Desk desk, Duration every, List<String> without) {
        this.desk = desk;
        var hubs = new Hubs(LIMITS, desk.handover.meters());
        door = new HttpDoor("127.0.0.1", 0, List.of(hubs));
        var config = new WebSubConfig(
                URI.create(FakeHub.PUBLIC),
                Optional.of("HUBS"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                without);
        all = new Subscriptions(
                config, Secret.parse("what only this newsroom knows"), web, hubs, desk.handover, Duration.ofMillis(10));
        var pace = new Pace(Duration.ofMillis(10), Duration.ofMillis(1), SELDOM, SELDOM);
        poller = Thread.ofVirtual()
                .unstarted(new Poller(
                        "harbour",
                        SourceConfig.of(feed.url("/feed")).polled(every),
                        Map.of(),
                        new Due(pace),
                        Duration.ofHours(1),
                        web,
                        desk.handover,
                        all.subscriber("harbour")));
    }

    HubStation start() {
        poller.start();
        return this;
    }

    FeedState state() {
        return desk.states().getLast();
    }

    String word() {
        return noted("state");
    }

    String noted(String field) {
        return desk.states().isEmpty() || !(state().more().get("websub") instanceof Map<?, ?> note)
                ? ""
                : String.valueOf(note.get(field));
    }

    void awaitWord(String word) {
        await().untilAsserted(() -> assertThat(word()).isEqualTo(word));
    }

    List<String> headlines() {
        return desk.items().stream().map(Item::headline).toList();
    }

    double count(String meter, String tag, String value) {
        var counter = desk.meters.find(meter).tag(tag, value).counter();
        return counter == null ? 0 : counter.count();
    }

    void close() throws InterruptedException {
        poller.interrupt();
        door.close();
        if (poller.getState() != Thread.State.NEW) {
            poller.join();
        }
    }
}
