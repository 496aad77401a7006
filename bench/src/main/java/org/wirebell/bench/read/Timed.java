package org.wirebell.bench.read;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What reading one document came to.
 *
 * @param ms CPU time of the reading thread, the median of some runs; collecting garbage is not in it. Wall time would tell
 *     what else the machine was doing
 * @param items that were found; -1 when the reader gave up
 * @param failure how it gave up, empty when it did not
 */
record Timed(double ms, int items, String failure) {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int RUNS = 7;

    boolean isRead() {
        return items >= 0;
    }

    /** Runs it some times, within about the budget, which is checked between runs. */
    static Timed median(Callable<Integer> reading, Duration budget) {
        var times = new ArrayList<Double>();
        int items = -1;
        var failure = "";
        long end = System.nanoTime() + budget.toNanos();
        while (times.size() < RUNS && (times.isEmpty() || System.nanoTime() < end)) {
            long start = THREADS.getCurrentThreadCpuTime();
            try {
                items = reading.call();
            } catch (Exception | StackOverflowError | OutOfMemoryError e) { // peers throw what they like
                failure = e.getClass().getSimpleName();
            }
            times.add((THREADS.getCurrentThreadCpuTime() - start) / 1e6);
        }
        times.sort(Double::compare);
        return new Timed(times.get(times.size() / 2), failure.isEmpty() ? items : -1, failure);
    }

    /** Runs it once, on a thread of its own that is left behind when it is not through in time: then empty. */
    static Optional<Timed> once(Callable<Integer> reading, Duration limit) throws InterruptedException {
        var task = new FutureTask<>(() -> {
            long start = THREADS.getCurrentThreadCpuTime();
            try {
                int items = reading.call();
                return new Timed((THREADS.getCurrentThreadCpuTime() - start) / 1e6, items, "");
            } catch (Exception | StackOverflowError | OutOfMemoryError e) { // peers throw what they like
                var ms = (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
                return new Timed(ms, -1, e.getClass().getSimpleName());
            }
        });
        Thread.ofPlatform().daemon().name("timed").start(task);
        try {
            return Optional.of(task.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException _) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
