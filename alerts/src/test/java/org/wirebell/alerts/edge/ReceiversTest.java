package org.wirebell.alerts.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiversTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Notices.NOW);
    private static final URI URL = URI.create("https://hooks.example/in");

    private static DataReceiver.Webhook webhook(String... secretEnvs) {
        return new DataReceiver.Webhook(
                URL, List.of(secretEnvs), List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static ChatReceiver.Slack slack(String urlEnv) {
        return new ChatReceiver.Slack(
                Optional.of(urlEnv),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Receivers webhooks(Map<String, DataReceiver.Webhook> webhooks) {
        return Receivers.of(webhooks);
    }

    private static Receivers both(Map<String, DataReceiver.Webhook> webhooks, Map<String, ChatReceiver.Slack> slacks) {
        var none = Receivers.none();
        return new Receivers(
                none.consoles(),
                webhooks,
                none.mails(),
                slacks,
                none.slackBots(),
                none.teams(),
                none.discords(),
                none.telegrams(),
                none.ntfys(),
                none.webPushes(),
                none.pagerDuties(),
                none.apprises(),
                none.kafkas(),
                none.caps());
    }

    @Test
    void namesAreUsedOnce() {
        assertThatThrownBy(() -> both(Map.of("desk", webhook("A")), Map.of("desk", slack("SLACK_URL"))))
                .hasMessage("receiver name desk is used twice or built in");
        assertThatThrownBy(() -> webhooks(Map.of("page", webhook("A"))))
                .hasMessageContaining("page is used twice or built in");
        assertThatThrownBy(() -> webhooks(Map.of("My Desk", webhook("A")))).hasMessageContaining("found My Desk");
        assertThat(webhooks(Map.of("desk", webhook("A"))).names()).containsExactly("console", "desk", "page");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://hooks.example", "hooks.example", "https:///in", "https://me:secret@hooks.example/"})
    void anAddressMustBeAWebAddressWithoutAPassword(String url) {
        assertThatThrownBy(() -> new DataReceiver.Webhook(
                        URI.create(url), List.of("A"), List.of(), Optional.empty(), Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret@");
    }

    @Test
    void oneSecretOrTwo() {
        assertThatThrownBy(() -> webhook()).hasMessageEndingWith("found 0");
        assertThatThrownBy(() -> webhook("A", "B", "C")).hasMessageEndingWith("found 3");
    }

    @Test
    void everySecretThatIsMissingIsNamed(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("short"), "whsec_c2hvcnQ=\n");
        Map<String, Receiver> receivers = Map.of(
                "a", webhook("NOT_SET"),
                "b",
                        new DataReceiver.Webhook(
                                URL,
                                List.of(),
                                List.of(file),
                                Optional.of(Duration.ofSeconds(3)),
                                Optional.empty(),
                                Optional.empty()),
                "c", webhook("PLAIN"),
                "d", slack("PLAIN"));
        assertThatThrownBy(() -> new Channels(
                        DeliveryConfig.defaults(),
                        receivers,
                        Map.of(),
                        CLOCK,
                        System.out,
                        name -> name.equals("PLAIN") ? "hush" : ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("""
                        receiver a: environment variable NOT_SET is not set
                        receiver b: a webhook secret must be 24 to 64 bytes, was 5
                        receiver c: a webhook secret must begin with whsec_
                        receiver d: the address is not an http or https one""");
    }

    @Test
    void aDrillGoesToTheRealReceiverAndNowhereElse() throws InterruptedException {
        var out = new ByteArrayOutputStream();
        var console = new PrintStream(out, true, StandardCharsets.UTF_8);
        var receivers = webhooks(Map.of("broken", webhook("NOT_SET")));
        var drill = new TestFire(DeliveryConfig.defaults(), receivers, CLOCK, console);
        assertThat(drill.send("console")).isEqualTo(new Delivery.Sent("printed"));
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("[TEST]: Fire drill for receiver console\n");
        assertThat(drill.send("page")).isInstanceOf(Delivery.Refused.class);
        assertThatThrownBy(() -> drill.send("broken")).hasMessageContaining("NOT_SET");
        assertThatThrownBy(() -> drill.send("nobody"))
                .hasMessage("no receiver nobody; known here: broken, console, page");
        assertThat(Workers.complaints(DeliveryConfig.defaults(), receivers)).hasSize(1);
    }
}
