package org.wirebell.ingest.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import okhttp3.HttpUrl;

/**
 * Manners towards other people's machines: one fetch at a time and host, a gap between any two at hosts of the same
 * registrable domain, and so many over all. Who asks to be left alone is: the host, or its whole domain. Hosts that took
 * their time when they were last asked have a part of all turns to themselves, so that the others always find one.
 */
final class HostTurns {
    /** Feeds may redirect to ever new hosts; beyond this number those at rest are forgotten. */
    private static final int MOST_HOSTS = 10_000;

    /** A host that took longer is slow until it is quicker. */
    private static final Duration SLOW = Duration.ofSeconds(3);
    /** Of all turns, this share may be for slow hosts. */
    private static final int SHARE = 4;

    private final ConcurrentMap<String, Host> hosts = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Domain> domains = new ConcurrentHashMap<>();
    private final Semaphore quick;
    private final Semaphore slow;
    private final Duration slowAfter;
    private final Duration gap;
    private final InstantSource clock;

    /** @param clock for promises, which may last a day; the gap goes by the machine's own */
    HostTurns(int atOnce, Duration gap, InstantSource clock) {
        this(atOnce, gap, clock, SLOW);
    }

    /** @param slowAfter in place of the usual time */
    HostTurns(int atOnce, Duration gap, InstantSource clock, Duration slowAfter) {
        this.quick = new Semaphore(atOnce - atOnce / SHARE, true);
        this.slow = atOnce < SHARE ? quick : new Semaphore(atOnce / SHARE, true);
        this.slowAfter = slowAfter;
        this.gap = gap;
        this.clock = clock;
    }

    /** Waits for the turn; closing gives it to the next. */
    Turn take(HttpUrl url) throws InterruptedException {
        var names = Names.of(url);
        var host = host(names);
        var domain = domain(names);
        host.turn.acquire();
        var among = host.slow ? slow : quick;
        try {
            Thread.sleep(domain.reserve(gap)); // zero or less returns at once
            among.acquire();
        } catch (InterruptedException e) {
            host.turn.release();
            throw e;
        }
        long start = System.nanoTime();
        return () -> {
            host.slow = System.nanoTime() - start > slowAfter.toNanos();
            among.release();
            domain.rest(gap);
            host.turn.release();
        };
    }

    /** The host asked to be left alone for so long. */
    void leaveHostAlone(HttpUrl url, Duration time) {
        host(Names.of(url)).alone.extend(clock.instant().plus(time));
    }

    /** The domain, with all its hosts, asked to be left alone for so long. */
    void leaveDomainAlone(HttpUrl url, Duration time) {
        domain(Names.of(url)).alone.extend(clock.instant().plus(time));
    }

    /** How long the host is still to be left alone; zero when it may be asked. */
    Duration alone(HttpUrl url) {
        var now = clock.instant();
        var names = Names.of(url);
        var host = host(names).alone.left(now);
        var domain = domain(names).alone.left(now);
        return host.compareTo(domain) >= 0 ? host : domain;
    }

    private Host host(Names names) {
        return place(hosts, names.host(), Host::new);
    }

    private Domain domain(Names names) {
        return place(domains, names.domain(), Domain::new);
    }

    private <T extends Place> T place(ConcurrentMap<String, T> places, String name, Supplier<T> empty) {
        if (places.size() > MOST_HOSTS) {
            var now = clock.instant();
            places.values().removeIf(place -> place.atRest(now));
        }
        return places.computeIfAbsent(name, _ -> empty.get());
    }

    /** What a host and its domain go by here. */
    private record Names(String host, String domain) {
        /** An address without a name has no domain; its port tells servers on one machine apart. */
        static Names of(HttpUrl url) {
            var domain = url.topPrivateDomain();
            if (domain == null) {
                var server = url.host() + ":" + url.port();
                return new Names(server, server);
            }
            return new Names(url.host(), domain);
        }
    }

    /** The right to ask one host. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    private interface Place {
        boolean atRest(Instant now);
    }

    private static final class Host implements Place {
        private final Semaphore turn = new Semaphore(1, true);
        /** Whoever has the turn writes it. */
        private volatile boolean slow;

        private final Alone alone = new Alone();

        @Override
        public boolean atRest(Instant now) {
            return turn.availablePermits() == 1 && alone.left(now).isZero();
        }
    }

    private static final class Domain implements Place {
        private final Alone alone = new Alone();
        private long readyAt = System.nanoTime();

        /** How long to wait; whoever asks next waits longer by the gap. */
        synchronized Duration reserve(Duration gap) {
            long now = System.nanoTime();
            long mine = Math.max(readyAt - now, 0);
            readyAt = now + mine + gap.toNanos();
            return Duration.ofNanos(mine);
        }

        /** A fetch has ended. */
        synchronized void rest(Duration gap) {
            long now = System.nanoTime();
            readyAt = now + Math.max(readyAt - now, gap.toNanos());
        }

        @Override
        public synchronized boolean atRest(Instant now) {
            return readyAt - System.nanoTime() < 0 && alone.left(now).isZero();
        }
    }

    private static final class Alone {
        private Instant until = Instant.MIN;

        /** An answer that names no time, or a shorter one, takes back nothing. */
        synchronized void extend(Instant to) {
            until = to.isAfter(until) ? to : until;
        }

        synchronized Duration left(Instant now) {
            return now.isBefore(until) ? Duration.between(now, until) : Duration.ZERO;
        }
    }
}
