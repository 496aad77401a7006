package org.wirebell.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Dns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebell.ingest.due.Why;
import org.wirebell.ingest.web.Web.Reply;
import org.wirebell.model.Samples;

@Timeout(30)
class AddressGuardTest {
    private static final Limits LIMITS = new Limits(
            100_000, Duration.ofSeconds(5), Duration.ofSeconds(2), 5, 8, Duration.ZERO, Duration.ofSeconds(1));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/", "http://127.1/", "http://2130706433/", "http://[::1]/",
                "http://[::ffff:10.0.0.1]/", "http://169.254.169.254/latest/", "http://0/", "http://localhost/",
                "http://93.184.216.34:6379/", "http://inside.example/", "http://mixed.example/"
            })
    void refusesWhatIsNotPublic(String url) throws Exception {
        var failed = failed(AddressGuard.publicOnly(AddressGuardTest::resolve), URI.create(url));
        assertThat(failed.why()).as(failed.detail()).isEqualTo(Why.BLOCKED);
    }

    @Test
    void checksTheAddressOfEachHopAndOfEachConnection() throws Exception {
        var asked = new AtomicInteger();
        // As a name that is rebound: public when first asked, then this machine.
        Dns rebinding =
                host -> List.of(InetAddress.getByName(asked.getAndIncrement() == 0 ? "203.0.114.1" : "127.0.0.1"));
        var guard = AddressGuard.publicOnly(rebinding);
        assertThat(guard.lookup("feed.example")).hasSize(1);
        assertThatThrownBy(() -> guard.lookup("feed.example")).hasMessageContaining("127.0.0.1");
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var socket = guard.createSocket()) {
            assertThatThrownBy(() -> socket.connect(server.getLocalSocketAddress(), 500))
                    .isInstanceOf(AddressGuard.Refused.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://169.254.169.254/meta", "http://[::1]/", "http://inside.example/", "//10.0.0.1/x"})
    void refusesARedirectToThePrivate(String location) throws Exception {
        try (var server = new Loopback(exchange -> Loopback.redirect(exchange, 302, location))) {
            var here = InetAddress.getByName("127.0.0.1"); // counts as public, and nothing else of the kind
            var guard = new AddressGuard(
                    AddressGuardTest::resolve, address -> address.equals(here) || PublicAddress.is(address), _ -> true);
            var failed = failed(guard, server.url("/"));
            assertThat(failed.why()).as(failed.detail()).isEqualTo(Why.BLOCKED);
            assertThat(server.requests).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "ftp://127.0.0.1/", "gopher://x/", "http://", ""})
    void followsToTheWebOnly(String location) throws Exception {
        try (var server = new Loopback(exchange -> {
            if (exchange.getRequestURI().getPath().equals("/start")) {
                Loopback.redirect(exchange, 302, location);
            } else {
                Loopback.answer(exchange, 200, "<rss/>");
            }
        })) {
            assertThat(failed(AddressGuard.open(Dns.SYSTEM), server.url("/start"))
                            .why())
                    .isEqualTo(Why.BLOCKED);
        }
    }

    private static Reply.Failed failed(AddressGuard guard, URI url) throws InterruptedException {
        try (var web = new OkHttpWeb(LIMITS, "Wirebell/test", guard, InstantSource.fixed(Samples.T0))) {
            return (Reply.Failed) web.get(new Web.Ask(url, Web.Known.NOTHING, Map.of()));
        }
    }

    /** Names of this test; all others as the system has them. */
    private static List<InetAddress> resolve(String host) throws UnknownHostException {
        return switch (host) {
            case "inside.example" -> List.of(InetAddress.getByName("10.1.2.3"));
            case "mixed.example" -> List.of(InetAddress.getByName("1.1.1.1"), InetAddress.getByName("192.168.0.1"));
            default -> List.of(InetAddress.getAllByName(host));
        };
    }
}
