package org.wirebell.alerts.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wirebell.model.Notice;

/** Every channel against a service that refuses what the real one refuses: all kinds of all texts, and all kinds of trouble. */
class ServicesTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Notices.NOW);
    private static final Duration PATIENT = Duration.ofSeconds(10);
    private static final Duration HASTY = Duration.ofMillis(400);
    private static final List<String> SIZES = List.of("55", "100", "full");

    @TempDir
    Path folder;

    private Delivery send(Service service, FakeService fake, URI base, Duration timeout, Notice notice)
            throws InterruptedException {
        var receiver = service.receiver(fake, base, folder, timeout, "full");
        try (var channels = open(receiver)) {
            return notifier(channels).send(notice, Optional.empty());
        }
    }

    private static Channels open(Receiver receiver) {
        var config = new DeliveryConfig(true, PATIENT, Duration.ofDays(7), List.of());
        return new Channels(config, Map.of("it", receiver), Map.of(), CLOCK, System.out, Service::secret);
    }

    private static Notifier notifier(Channels channels) {
        return Objects.requireNonNull(channels.all().get("it")).notifier();
    }

    private static Notice notice() {
        return Notices.notice("n1", "it", "a1", 1, Notice.Kind.NEW);
    }

    @ParameterizedTest
    @EnumSource
    void showsEveryKindOfEveryText(Service service) throws InterruptedException {
        try (var fake = service.start()) {
            for (int i = 0; i < SIZES.size(); i++) {
                var receiver = service.receiver(fake, fake.at(""), folder, PATIENT, SIZES.get(i));
                try (var channels = open(receiver)) {
                    sendThird(i, notifier(channels), fake);
                }
            }
            if (fake instanceof FakeSlack slack) {
                assertThat(slack.calls).isEmpty();
            }
        }
    }

    /** Each text with each size of headline, and each kind with each of both, but not all with all. */
    private static void sendThird(int size, Notifier notifier, FakeService fake) throws InterruptedException {
        int turn = size;
        for (var one : Cases.all().toList()) {
            for (var kind : Notice.Kind.values()) {
                turn++;
                if (turn % SIZES.size() == 0) {
                    var notice = as((Notice) one.get()[1], kind, turn % 2 == 0);
                    assertThat(notifier.send(notice, Optional.empty()))
                            .as("%s %s: %s", one.get()[0], kind, fake.violations)
                            .isInstanceOfAny(Delivery.Sent.class, Delivery.Skipped.class);
                    assertThat(fake.violations).as(one.get()[0] + " " + kind).isEmpty();
                }
            }
        }
    }

    private static Notice as(Notice like, Notice.Kind kind, boolean quiet) {
        return new Notice(
                like.id() + kind + quiet,
                "it",
                kind,
                like.alert(),
                like.planned(),
                like.expires(),
                quiet,
                "",
                like.entries(),
                like.more());
    }

    @ParameterizedTest
    @EnumSource
    void whatGoesWrongIsAnAnswer(Service service) throws InterruptedException {
        try (var fake = service.start()) {
            for (var trouble : FakeService.Trouble.values()) {
                fake.behave(trouble);
                var timeout = trouble == FakeService.Trouble.HANGING ? HASTY : PATIENT;
                var answer = send(service, fake, fake.at(""), timeout, notice());
                var as = assertThat(answer).as(service + " " + trouble);
                switch (trouble) {
                    case NONE -> as.isInstanceOf(Delivery.Sent.class);
                    case BUSY ->
                        as.isInstanceOfSatisfying(
                                Delivery.Later.class,
                                later -> assertThat(later.after()).isEqualTo(Duration.ofSeconds(7)));
                    case BROKEN, HANGING, CUTTING, ENDLESS -> as.isInstanceOf(Delivery.Later.class);
                    case UNHAPPY, MOVED -> as.isInstanceOf(Delivery.Refused.class);
                    case GONE -> as.isInstanceOfAny(Delivery.Off.class, Delivery.Refused.class);
                }
                assertThat(String.valueOf(answer)).as("a token in it").doesNotContain("invented", "sig=", "desk-key");
            }
            assertThat(fake.violations).isEmpty();
        }
    }

    /** A port that speaks no TLS, a server that resets the connection, and one that is away. */
    @ParameterizedTest
    @EnumSource
    void aBrokenConnectionIsTriedLater(Service service) throws InterruptedException, IOException {
        try (var fake = service.start();
                var plain = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var resetting = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual()
                    .start(() -> serve(
                            plain,
                            socket -> socket.getOutputStream()
                                    .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII))));
            Thread.ofVirtual().start(() -> serve(resetting, socket -> socket.setSoLinger(true, 0)));
            if (service != Service.WEB_PUSH) { // its addresses are in the file of subscriptions
                var tls = URI.create("https://127.0.0.1:" + plain.getLocalPort());
                assertThat(send(service, fake, tls, PATIENT, notice())).isInstanceOf(Delivery.Later.class);
                var cut = URI.create("http://127.0.0.1:" + resetting.getLocalPort());
                assertThat(send(service, fake, cut, PATIENT, notice())).isInstanceOf(Delivery.Later.class);
            }
            fake.goAway();
            assertThat(send(service, fake, fake.at(""), PATIENT, notice())).isInstanceOf(Delivery.Later.class);
        }
    }

    private interface Manners {
        void show(Socket socket) throws IOException;
    }

    private static void serve(ServerSocket server, Manners manners) {
        while (!server.isClosed()) {
            try (var socket = server.accept()) {
                manners.show(socket);
            } catch (IOException _) {
                return;
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPrivateAddressIsRefusedUnlessAllowed(Service service) throws InterruptedException {
        try (var fake = service.start()) {
            var receiver = service.receiver(fake, fake.at(""), folder, PATIENT, "full");
            try (var channels = new Channels(
                    DeliveryConfig.defaults(), Map.of("it", receiver), Map.of(), CLOCK, System.out, Service::secret)) {
                assertThat(notifier(channels).send(notice(), Optional.empty()))
                        .isInstanceOfSatisfying(
                                Delivery.Refused.class,
                                it -> assertThat(it.why()).isEqualTo("blocked"));
            }
            assertThat(fake.asked).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void showsNoSecretInItsTextForm(Service service) {
        try (var fake = service.start()) {
            var receiver = service.receiver(fake, fake.at(""), folder, PATIENT, "full");
            assertThat(receiver.toString()).doesNotContain("xoxb", "12345:", "tk_", "whsec_", "desk-key", "cap-token");
        }
    }
}
