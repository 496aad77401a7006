package org.wirebell.desk;

import java.time.Duration;
import java.time.ZoneId;
import org.wirebell.desk.access.Access;
import org.wirebell.desk.access.SignIn;

/**
 * @param port 0 takes a free one; {@link Desk#port()} tells which
 * @param zone of the times in the first paint; the live page shows the reader's own
 * @param keep how far back notices, results, updates and dead letters are read at start
 * @param keepAlerts, keepSeries, keepStories, keepFeeds how many are held; the longest untouched leave first
 * @param keepEvents how many changes a client may have missed and still resume from; beyond, it is told to reload
 * @param clients live streams at a time; one more is refused
 * @param behind changes that a client may lag behind before it is dropped (it resumes by itself)
 * @param heartbeat a comment is sent on a silent stream this often
 * @param access who comes in; {@code open} only where {@code host} is loopback
 */
public record DeskConfig(
        String host,
        int port,
        String title,
        ZoneId zone,
        Duration keep,
        int keepAlerts,
        int keepSeries,
        int keepStories,
        int keepFeeds,
        int keepEvents,
        int clients,
        int behind,
        Duration heartbeat,
        Access access,
        SignIn signIn) {
    public DeskConfig {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be 0 to 65535, was " + port);
        }
        if (host.isBlank()) {
            throw new IllegalArgumentException("host must name an address to listen on, such as 127.0.0.1");
        }
        if (keep.compareTo(Duration.ofHours(1)) < 0) {
            throw new IllegalArgumentException("keep must be at least PT1H, was " + keep);
        }
        if (heartbeat.compareTo(Duration.ofSeconds(1)) < 0 || heartbeat.compareTo(Duration.ofSeconds(25)) > 0) {
            throw new IllegalArgumentException("heartbeat must be PT1S to PT25S, was " + heartbeat);
        }
        if (access == Access.OPEN && !isLoopback(host)) {
            throw new IllegalArgumentException(
                    "access must be signed-in where host is not loopback, was open on " + host);
        }
        atLeast(10, "keep-alerts", keepAlerts);
        atLeast(10, "keep-series", keepSeries);
        atLeast(10, "keep-stories", keepStories);
        atLeast(10, "keep-feeds", keepFeeds);
        atLeast(100, "keep-events", keepEvents);
        atLeast(1, "clients", clients);
        atLeast(10, "behind", behind);
    }

    public static DeskConfig defaults() {
        return new DeskConfig(
                "127.0.0.1",
                8080,
                "Wirebell",
                ZoneId.of("UTC"),
                Duration.ofDays(14),
                1_000,
                500,
                2_000,
                5_000,
                10_000,
                400,
                2_000,
                Duration.ofSeconds(15),
                Access.OPEN,
                SignIn.defaults());
    }

    public DeskConfig at(String host, int port) {
        return new DeskConfig(
                host,
                port,
                title,
                zone,
                keep,
                keepAlerts,
                keepSeries,
                keepStories,
                keepFeeds,
                keepEvents,
                clients,
                behind,
                heartbeat,
                access,
                signIn);
    }

    /** The same, for people who sign in so. */
    public DeskConfig signedIn(SignIn how) {
        return new DeskConfig(
                host,
                port,
                title,
                zone,
                keep,
                keepAlerts,
                keepSeries,
                keepStories,
                keepFeeds,
                keepEvents,
                clients,
                behind,
                heartbeat,
                Access.SIGNED_IN,
                how);
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost")
                || host.equals("::1")
                || host.equals("[::1]")
                || host.matches("127(\\.\\d{1,3}){3}");
    }

    private static void atLeast(int least, String name, int value) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ", was " + value);
        }
    }
}
