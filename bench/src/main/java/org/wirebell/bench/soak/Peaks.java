package org.wirebell.bench.soak;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The most that a process holds, by a look twice a second: what the limit of a container would meet. */
final class Peaks implements AutoCloseable {
    private static final int MILLIS = 500;

    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("peaks").factory());
    private double resident;
    private double own;

    Peaks(long pid) {
        looks.scheduleAtFixedRate(() -> look(pid), 0, MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look(long pid) {
        try {
            note(Status.of(pid));
        } catch (IOException _) { // it has ended, which others tell
            looks.shutdown();
        }
    }

    private synchronized void note(Status status) {
        resident = Math.max(resident, status.resident());
        own = Math.max(own, status.own());
    }

    /** MB with pages of files. */
    synchronized double resident() {
        return resident;
    }

    /** MB without pages of files. */
    synchronized double own() {
        return own;
    }

    /** From here on anew. */
    synchronized void clear() {
        resident = 0;
        own = 0;
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
