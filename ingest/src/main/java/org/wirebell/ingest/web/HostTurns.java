package org.wirebell.ingest.web;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;

/** One fetch at a time and host, with a gap between them, and so many over all hosts. */
final class HostTurns {
    /** Feeds may redirect to ever new hosts; beyond this number those at rest are forgotten. */
    private static final int MOST_HOSTS = 10_000;

    private final ConcurrentMap<String, Host> hosts = new ConcurrentHashMap<>();
    private final Semaphore all;
    private final Duration gap;

    HostTurns(int atOnce, Duration gap) {
        this.all = new Semaphore(atOnce, true);
        this.gap = gap;
    }

    /** Waits for the host's turn; closing gives it to the next. */
    Turn take(String name) throws InterruptedException {
        var host = host(name);
        host.turn.acquire();
        try {
            Thread.sleep(host.rest()); // zero or less returns at once
            all.acquire();
        } catch (InterruptedException e) {
            host.turn.release();
            throw e;
        }
        return () -> {
            all.release();
            host.rest(gap);
            host.turn.release();
        };
    }

    /** The host asked to be left alone for so long. */
    void leaveAlone(String name, Duration time) {
        host(name).leaveAlone(time);
    }

    /** How long the host is still to be left alone; zero when it may be asked. */
    Duration alone(String name) {
        return host(name).alone();
    }

    private Host host(String name) {
        if (hosts.size() > MOST_HOSTS) {
            hosts.values().removeIf(Host::atRest);
        }
        return hosts.computeIfAbsent(name, _ -> new Host());
    }

    /** The right to ask one host. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    private static final class Host {
        private final Semaphore turn = new Semaphore(1, true);
        private volatile long readyAt = System.nanoTime();
        private volatile long aloneUntil = readyAt;

        Duration rest() {
            return Duration.ofNanos(readyAt - System.nanoTime());
        }

        void rest(Duration gap) {
            readyAt = System.nanoTime() + gap.toNanos();
        }

        void leaveAlone(Duration time) {
            long until = System.nanoTime() + time.toNanos();
            if (until - aloneUntil > 0) { // an answer that names no time takes back nothing
                aloneUntil = until;
            }
        }

        Duration alone() {
            return Duration.ofNanos(Math.max(0, aloneUntil - System.nanoTime()));
        }

        boolean atRest() {
            return turn.availablePermits() == 1 && rest().isNegative() && alone().isZero();
        }
    }
}
