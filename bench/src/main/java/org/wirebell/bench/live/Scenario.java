package org.wirebell.bench.live;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;

/**
 * So many feeds, each at a host of its own, polled for so long.
 *
 * @param feeds how many, hostile ones included
 * @param hostile how many of them are hostile
 * @param every the interval of polling
 * @param length for how long news are published; reading goes on until the last of them must have been polled
 * @param deadline of a whole fetch
 * @param slack added to interval and jitter before news count as late: the time of a fetch on a busy machine
 */
public record Scenario(int feeds, int hostile, Duration every, Duration length, Duration deadline, Duration slack) {
    /** {@code Due} adds up to a tenth of the interval, so that sources do not march in step. */
    private static final double JITTER = 1.1;

    private static final int HOSTS_A_NET = 200;

    public Scenario {
        if (hostile > feeds) {
            throw new IllegalArgumentException(hostile + " hostile feeds of " + feeds);
        }
    }

    /** Every hostile manner among as many good feeds, in a few seconds. */
    static Scenario small() {
        var second = Duration.ofSeconds(1);
        return new Scenario(
                40, Hostile.values().length, second, second.multipliedBy(6), second.multipliedBy(20), second);
    }

    /** The same good feeds at the same hosts, and nobody hostile. */
    Scenario calm() {
        return new Scenario(feeds, 0, every, length, deadline, slack);
    }

    /** Spread evenly among the others. */
    static boolean isHostile(int feed, int feeds, int hostile) {
        return (long) (feed + 1) * hostile / feeds > (long) feed * hostile / feeds;
    }

    /** How late news may be in the topic: a whole interval with its jitter, and the time of a fetch. */
    Duration latest() {
        return Duration.ofMillis((long) (every.toMillis() * JITTER)).plus(slack);
    }

    /** Addresses 127.x.y.z all lead to this machine, yet each is a host of its own. */
    static InetAddress host(int feed) {
        try {
            return InetAddress.getByAddress(
                    new byte[] {127, 1, (byte) (feed / HOSTS_A_NET), (byte) (1 + feed % HOSTS_A_NET)});
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    static String id(int feed) {
        return "feed-" + feed;
    }
}
