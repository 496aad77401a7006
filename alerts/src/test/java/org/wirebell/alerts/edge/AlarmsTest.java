package org.wirebell.alerts.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.interaso.webpush.VapidKeys;
import com.interaso.webpush.WebPush;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirebell.model.Notice;

/** What wakes people, and Teams: what is on their screens after a series of notices. */
class AlarmsTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final InstantSource CLOCK = InstantSource.fixed(Notices.NOW);

    @TempDir
    Path folder;

    private final Post post = new Post(new DeliveryConfig(true, TIMEOUT, Duration.ofDays(7), List.of()), CLOCK);

    @AfterEach
    void close() {
        post.close();
    }

    private static HttpUrl url(FakeService fake, String path) {
        return HttpUrl.get(fake.at(path).toString());
    }

    @Test
    void ntfyShowsOneMessageForEachAlert() throws InterruptedException {
        try (var ntfy = new FakeNtfy()) {
            var told = new Told(new NtfyNotifier(
                    url(ntfy, "/"),
                    new Secret(FakeNtfy.TOPIC),
                    Optional.of(new Secret(FakeNtfy.TOKEN)),
                    Headline.Size.MIDDLE,
                    TIMEOUT,
                    post));
            told.loud(Notice.Kind.NEW, 1);
            assertThat(ntfy.screen.values())
                    .containsExactly("4 At least 31 killed in port adel, was 20 - harbour office");
            told.quiet(Notice.Kind.UPDATE, 2);
            assertThat(ntfy.screen.values()).hasSize(1).allMatch(shown -> shown.startsWith("1 "));
            told.loud(Notice.Kind.WITHDRAW, 3);
            assertThat(ntfy.screen.values()).containsExactly("4 Withdrawn: 20 killed in port adel - harbour office");
            assertThat(told.handles()).hasSize(1);
            assertThat(ntfy.violations).isEmpty();
        }
    }

    @Test
    void pagerDutyOpensJoinsAndResolves() throws InterruptedException {
        try (var pager = new FakePagerDuty()) {
            var told = new Told(new PagerDutyNotifier(
                    url(pager, "/v2/enqueue"), new Secret(FakePagerDuty.KEY), Headline.Size.FULL, TIMEOUT, post));
            told.loud(Notice.Kind.NEW, 1);
            told.loud(Notice.Kind.UPDATE, 2);
            told.loud(Notice.Kind.ESCALATE, 2);
            assertThat(pager.incidents).containsOnly(java.util.Map.entry("a1", "error++"));
            told.loud(Notice.Kind.WITHDRAW, 3);
            assertThat(pager.incidents).containsOnly(java.util.Map.entry("a1", "resolved error++"));
            told.loud(Notice.Kind.NEW, 4);
            told.quiet(Notice.Kind.CLOSE, 4);
            assertThat(pager.incidents).containsOnly(java.util.Map.entry("a1", "resolved error"));
            assertThat(told.loud(Notice.Kind.DIGEST, 5)).isEqualTo(new Delivery.Skipped("channel_has_no_digest"));
            assertThat(pager.violations).isEmpty();
        }
    }

    @Test
    void pagerDutyHearsWhatSomebodyHasSeenAndRingsAnewForWhatComesAfter() throws InterruptedException {
        try (var pager = new FakePagerDuty()) {
            var told = new Told(new PagerDutyNotifier(
                    url(pager, "/v2/enqueue"), new Secret(FakePagerDuty.KEY), Headline.Size.FULL, TIMEOUT, post));
            told.loud(Notice.Kind.NEW, 1);
            told.seen(1);
            assertThat(pager.incidents).containsOnly(java.util.Map.entry("a1", "seen error"));
            told.loud(Notice.Kind.UPDATE, 2);
            assertThat(pager.incidents).as("another incident").containsOnly(java.util.Map.entry("a1", "error"));
            told.loud(Notice.Kind.UPDATE, 3);
            assertThat(pager.incidents).as("which goes on").containsOnly(java.util.Map.entry("a1", "error+"));
            told.seen(3);
            told.quiet(Notice.Kind.CLOSE, 3);
            assertThat(pager.incidents).containsOnly(java.util.Map.entry("a1", "resolved seen error+"));
            assertThat(pager.violations).isEmpty();
        }
    }

    @Test
    void appriseIsNotAskedAgainWhenSomeServicesFailed() throws InterruptedException {
        try (var apprise = new FakeApprise()) {
            var other = new AppriseNotifier(
                    url(apprise, "/"), new Secret("other"), Optional.empty(), Headline.Size.FULL, TIMEOUT, post);
            assertThat(new Told(other).loud(Notice.Kind.NEW, 1))
                    .isEqualTo(new Delivery.Refused("no_services", "nothing is configured under this key"));
            var told = new Told(new AppriseNotifier(
                    url(apprise, "/"),
                    new Secret(FakeApprise.KEY),
                    Optional.of("night"),
                    Headline.Size.FULL,
                    TIMEOUT,
                    post));
            told.loud(Notice.Kind.NEW, 1);
            assertThat(apprise.asked.getLast().json()).containsEntry("tag", "night");
            assertThat(apprise.shown).containsExactly("warning [URGENT] NEW: Ferry: at least 31 killed");
        }
    }

    @Test
    void teamsGetsACardForEachUpdate() throws InterruptedException {
        try (var teams = new FakeTeams()) {
            var told = new Told(new TeamsNotifier(url(teams, "/workflows?sig=x"), Headline.Size.FULL, TIMEOUT, post));
            told.loud(Notice.Kind.NEW, 1);
            told.loud(Notice.Kind.UPDATE, 2);
            assertThat(teams.cards).hasSize(2);
            assertThat(teams.cards.getLast())
                    .startsWith(
                            "[URGENT] UPDATE 2: Ferry: at least 31 killed\nnow at least 31 killed, was 20\n“At least ");
            assertThat(teams.violations).isEmpty();
        }
    }

    private WebPushNotifier push(Path subscriptions) {
        var keys = VapidKeys.fromUncompressedBytes(FakePush.VAPID.publicText(), FakePush.VAPID.privateText());
        return new WebPushNotifier(
                subscriptions, new WebPush(FakePush.CONTACT, keys), Headline.Size.SHORT, TIMEOUT, post, CLOCK);
    }

    @Test
    void pushServicesKeepTheNewestOfAnAlert() throws InterruptedException {
        try (var service = new FakePush()) {
            var told = new Told(push(service.subscriptions(folder, "one", "two")));
            told.loud(Notice.Kind.NEW, 1);
            assertThat(told.quiet(Notice.Kind.UPDATE, 2)).isEqualTo(new Delivery.Sent("accepted for 2 of 2 browsers"));
            assertThat(service.waiting).hasSize(2);
            assertThat(service.waiting.values())
                    .allSatisfy(shown -> assertThat(shown)
                            .containsEntry("title", "At least 31 killed, was 20 - harbour office")
                            .containsEntry("tag", "a1")
                            .containsEntry("revision", 2)
                            .containsEntry("quiet", true)
                            .containsEntry("link", "https://coastwire.example/ferry-1"));
            assertThat(service.urgencies).containsExactly("high", "high", "very-low", "very-low");
            assertThat(service.violations).isEmpty();
        }
    }

    @Test
    void aBrowserThatFailedIsTriedAgainWithoutTheOthersAndOneThatLeftNever() throws InterruptedException {
        try (var service = new FakePush()) {
            var notifier = push(service.subscriptions(folder, "well", "busy", "left"));
            service.busy.add("/push/busy");
            service.left.add("/push/left");
            var notice = Notices.notice("n1", "it", "a1", 1, Notice.Kind.NEW);
            assertThat(notifier.send(notice, Optional.empty())).isInstanceOf(Delivery.Later.class);
            service.busy.clear();
            assertThat(notifier.send(notice, Optional.empty()))
                    .isEqualTo(new Delivery.Sent("accepted for 2 of 3 browsers"));
            assertThat(service.asked.stream().map(FakeService.Asked::path))
                    .containsExactly("/push/well", "/push/busy", "/push/left", "/push/busy");
        }
    }

    @Test
    void aFileOfSubscriptionsThatIsBrokenNamesTheLine() throws InterruptedException, IOException {
        var file = Files.writeString(folder.resolve("broken"), "\n{\"endpoint\": \"https://push.example/1\"}\n");
        assertThat(new Told(push(file)).loud(Notice.Kind.NEW, 1))
                .isInstanceOfSatisfying(
                        Delivery.Later.class,
                        later -> assertThat(later.why()).endsWith("line 2 is no push subscription"));
        assertThat(new Told(push(Files.createFile(folder.resolve("empty")))).loud(Notice.Kind.NEW, 1))
                .isEqualTo(new Delivery.Refused("no_browsers", "nobody has subscribed"));
    }
}
