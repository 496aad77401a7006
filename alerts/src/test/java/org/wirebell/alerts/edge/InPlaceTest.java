package org.wirebell.alerts.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirebell.model.Alert;
import org.wirebell.model.Notice;
import org.wirebell.model.Priority;

/** Channels whose messages can be changed: what stands in the room after a series of notices. */
class InPlaceTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Post post = new Post(
            new DeliveryConfig(true, TIMEOUT, Duration.ofDays(7), List.of()), InstantSource.fixed(Notices.NOW));
    private final FakeSlack slack = new FakeSlack();
    private final FakeTelegram telegram = new FakeTelegram();
    private final FakeDiscord discord = new FakeDiscord();

    @AfterEach
    void close() {
        assertThat(slack.violations).isEmpty();
        assertThat(telegram.violations).isEmpty();
        assertThat(discord.violations).isEmpty();
        post.close();
        slack.close();
        telegram.close();
        discord.close();
    }

    private static HttpUrl url(FakeService fake, String path) {
        return HttpUrl.get(fake.at(path).toString());
    }

    private InPlace slack(String token, boolean here) {
        var layout = new SlackMessage(Headline.Size.FULL, here);
        return new InPlace(
                new SlackMessages(url(slack, "/api/"), new Secret(token), FakeSlack.CHANNEL, layout, TIMEOUT, post));
    }

    private InPlace telegram(String token) {
        return new InPlace(new TelegramMessages(
                url(telegram, "/"), new Secret(token), FakeTelegram.CHAT, Headline.Size.FULL, TIMEOUT, post));
    }

    private InPlace discord(String path) {
        return new InPlace(new DiscordMessages(url(discord, path), Headline.Size.FULL, TIMEOUT, post));
    }

    private static String headline(String kind) {
        return "[URGENT] " + kind + ": Ferry: at least 31 killed";
    }

    @Test
    void slackShowsTheNewestOnTopAndTheRestInItsThread() throws InterruptedException {
        var told = new Told(slack(FakeSlack.TOKEN, false));
        told.loud(Notice.Kind.NEW, 1);
        var root = slack.messages.keySet().iterator().next();
        told.quiet(Notice.Kind.UPDATE, 2);
        assertThat(slack.messages.values()).containsExactly(new FakeSlack.Message(headline("UPDATE 2"), "", false));
        told.loud(Notice.Kind.UPDATE, 3);
        told.loud(Notice.Kind.CORRECT, 4);
        told.loud(Notice.Kind.HOLD, 5);
        told.loud(Notice.Kind.RELEASE, 6);
        told.loud(Notice.Kind.ESCALATE, 6);
        told.loud(Notice.Kind.WITHDRAW, 7);
        assertThat(slack.messages.values())
                .containsExactly(
                        new FakeSlack.Message(headline("WITHDRAWN"), "", false),
                        new FakeSlack.Message(headline("UPDATE 3"), root, false),
                        new FakeSlack.Message(headline("CORRECTION"), root, true),
                        new FakeSlack.Message(headline("ON HOLD"), root, true),
                        new FakeSlack.Message(headline("RELEASED"), root, true),
                        new FakeSlack.Message(headline("NOT ACKNOWLEDGED"), root, true),
                        new FakeSlack.Message(headline("WITHDRAWN"), root, true));
        assertThat(told.revision()).contains(7);
    }

    @Test
    void thatSomebodyHasSeenItStandsInTheFirstMessage() throws InterruptedException {
        var told = new Told(slack(FakeSlack.TOKEN, false));
        assertThat(told.seen(1)).isEqualTo(new Delivery.Skipped("nothing_to_change"));
        told.loud(Notice.Kind.NEW, 1);
        told.seen(1);
        assertThat(slack.messages.values())
                .containsExactly(new FakeSlack.Message(headline("ACKNOWLEDGED by ruiz"), "", false));
    }

    @Test
    void aMessageThatSomebodyRemovedIsBegunAnew() throws InterruptedException {
        var told = new Told(slack(FakeSlack.TOKEN, false));
        told.loud(Notice.Kind.NEW, 1);
        told.loud(Notice.Kind.UPDATE, 2);
        slack.messages.clear();
        assertThat(told.quiet(Notice.Kind.UPDATE, 3)).isEqualTo(new Delivery.Skipped("message_gone"));
        told.loud(Notice.Kind.UPDATE, 4);
        told.quiet(Notice.Kind.UPDATE, 5);
        assertThat(slack.messages.values()).containsExactly(new FakeSlack.Message(headline("UPDATE 5"), "", false));
        assertThat(told.handles()).hasSize(1);
    }

    @Test
    void onlyALoudFlashCallsThoseWhoAreThere() throws InterruptedException {
        var notifier = slack(FakeSlack.TOKEN, true);
        notifier.send(Notices.notice("n1", "it", "a1", 1, Notice.Kind.NEW), Optional.empty());
        var flash = flash();
        notifier.send(flash.hushed(), Optional.empty());
        assertThat(slack.calls).isEmpty();
        notifier.send(flash, Optional.empty());
        assertThat(slack.calls).containsExactly("!here");
    }

    private static Notice flash() {
        var like = Notices.notice("n2", "it", "a2", 1, Notice.Kind.NEW);
        return new Notice(
                like.id(),
                like.receiver(),
                like.kind(),
                like.alert().with(Alert.State.OPEN, Priority.FLASH, like.alert().handled()),
                like.planned(),
                like.expires(),
                like.more());
    }

    @Test
    void slacksErrorsComeWithStatus200() throws InterruptedException {
        var told = new Told(slack("xoxb-other", false));
        assertThat(told.loud(Notice.Kind.NEW, 1)).isEqualTo(new Delivery.Off("Slack says invalid_auth"));
    }

    @Test
    void telegramChangesAnswersAndKeepsQuiet() throws InterruptedException {
        var told = new Told(telegram(FakeTelegram.TOKEN));
        told.loud(Notice.Kind.NEW, 1);
        told.loud(Notice.Kind.UPDATE, 2);
        told.quiet(Notice.Kind.WITHDRAW, 3);
        assertThat(told.handles()).containsExactly("7", "8");
        assertThat(telegram.messages.get("7").text()).startsWith(headline("WITHDRAWN"));
        assertThat(telegram.messages.get("8").text()).startsWith(headline("UPDATE 2"));
        assertThat(telegram.messages.get("8").replyTo()).isEqualTo("7");
        assertThat(telegram.messages).hasSize(2);
    }

    @Test
    void telegramTakesAChangeThatChangesNothingAsMade() throws InterruptedException {
        var notifier = telegram(FakeTelegram.TOKEN);
        var notice = Notices.notice("n1", "it", "a1", 1, Notice.Kind.NEW).hushed();
        var first = (Delivery.Sent) notifier.send(notice, Optional.empty());
        assertThat(telegram.messages.get("7").silent()).isTrue();
        var again = notifier.send(notice, Optional.of(new Shown(List.of(first.handle()), 1)));
        assertThat(again).isEqualTo(new Delivery.Sent("not modified", "7"));
    }

    @Test
    void telegramWithoutOurTokenIsOff() throws InterruptedException {
        assertThat(new Told(telegram("1:other")).loud(Notice.Kind.NEW, 1)).isEqualTo(new Delivery.Off("Unauthorized"));
    }

    @Test
    void discordChangesTheFirstAndPostsWhatHasASound() throws InterruptedException {
        var told = new Told(discord(FakeDiscord.PATH));
        told.loud(Notice.Kind.NEW, 1);
        told.quiet(Notice.Kind.UPDATE, 2);
        told.loud(Notice.Kind.CORRECT, 3);
        assertThat(discord.messages)
                .containsExactly(
                        java.util.Map.entry("900", DiscordText.of(headline("CORRECTION"))),
                        java.util.Map.entry("901", DiscordText.of(headline("CORRECTION"))));
        discord.messages.clear();
        told.loud(Notice.Kind.UPDATE, 4);
        assertThat(told.handles()).containsExactly("902");
    }

    @Test
    void aDiscordWebhookThatIsAwayIsOff() throws InterruptedException {
        assertThat(new Told(discord("/api/webhooks/2/other")).loud(Notice.Kind.NEW, 1))
                .isInstanceOf(Delivery.Off.class);
    }
}
