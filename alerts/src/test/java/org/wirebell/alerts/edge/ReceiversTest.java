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

    private static Receivers.Webhook webhook(String... secretEnvs) {
        return new Receivers.Webhook(URL, List.of(secretEnvs), List.of(), Optional.empty());
    }

    private static Receivers webhooks(Map<String, Receivers.Webhook> webhooks) {
        return new Receivers(Map.of(), webhooks, Map.of(), Map.of());
    }

    @Test
    void namesAreUsedOnce() {
        var slack = new Receivers.Slack(Optional.of("SLACK_URL"), Optional.empty(), Optional.empty());
        assertThatThrownBy(() -> new Receivers(Map.of(), Map.of("desk", webhook("A")), Map.of(), Map.of("desk", slack)))
                .hasMessage("receiver name desk is used twice or built in");
        assertThatThrownBy(() -> webhooks(Map.of("page", webhook("A"))))
                .hasMessageContaining("page is used twice or built in");
        assertThatThrownBy(() -> webhooks(Map.of("My Desk", webhook("A")))).hasMessageContaining("found My Desk");
        assertThat(webhooks(Map.of("desk", webhook("A"))).names()).containsExactly("console", "desk", "page");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://hooks.example", "hooks.example", "https:///in", "https://me:secret@hooks.example/"})
    void anAddressMustBeAWebAddressWithoutAPassword(String url) {
        assertThatThrownBy(() -> new Receivers.Webhook(URI.create(url), List.of("A"), List.of(), Optional.empty()))
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
        var receivers = new Receivers(
                Map.of(),
                Map.of(
                        "a", webhook("NOT_SET"),
                        "b", new Receivers.Webhook(URL, List.of(), List.of(file), Optional.of(Duration.ofSeconds(3))),
                        "c", webhook("PLAIN")),
                Map.of(),
                Map.of("d", new Receivers.Slack(Optional.of("PLAIN"), Optional.empty(), Optional.empty())));
        assertThatThrownBy(() -> new Channels(
                        DeliveryConfig.defaults(),
                        receivers,
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
