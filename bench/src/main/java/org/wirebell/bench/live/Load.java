package org.wirebell.bench.live;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a run cost the process.
 *
 * @param heapMb most heap in use at any look, garbage included
 * @param residentMb most memory that the process held since it began; 0 where the system does not tell
 * @param threads most platform threads at a time
 * @param cpuSeconds of all threads
 * @param stallMs longest time that a virtual thread waited for its turn: what keeps every poller from its work
 * @param machineStallMs the same of a platform thread, which is the machine's doing and not ours
 */
record Load(long heapMb, long residentMb, int threads, double cpuSeconds, long stallMs, long machineStallMs) {
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Path STATUS = Path.of("/proc/self/status");

    /** Looks at the process until closed. */
    static Watch watch() {
        return new Watch();
    }

    static final class Watch implements AutoCloseable {
        private final long cpu = cpuNanos();
        private final AtomicLong stall = new AtomicLong();
        private final AtomicLong machineStall = new AtomicLong();
        private final Thread platform;
        private final Thread virtual;
        private volatile long heap;

        private Watch() {
            ManagementFactory.getThreadMXBean().resetPeakThreadCount();
            platform = Thread.ofPlatform().daemon().name("load").start(() -> look(machineStall));
            virtual = Thread.ofVirtual().name("load").start(() -> look(stall));
        }

        private void look(AtomicLong longest) {
            try {
                while (true) {
                    var runtime = Runtime.getRuntime();
                    heap = Math.max(heap, runtime.totalMemory() - runtime.freeMemory());
                    long before = System.nanoTime();
                    Thread.sleep(LOOK);
                    longest.accumulateAndGet(System.nanoTime() - before - LOOK.toNanos(), Math::max);
                }
            } catch (InterruptedException _) { // closed
            }
        }

        Load load() throws IOException {
            return new Load(
                    heap >> 20,
                    residentKb() >> 10,
                    ManagementFactory.getThreadMXBean().getPeakThreadCount(),
                    (cpuNanos() - cpu) / 1e9,
                    stall.get() / 1_000_000,
                    machineStall.get() / 1_000_000);
        }

        @Override
        public void close() {
            platform.interrupt();
            virtual.interrupt();
        }
    }

    private static long residentKb() throws IOException {
        if (!Files.exists(STATUS)) {
            return 0;
        }
        try (var lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(0);
        }
    }

    private static long cpuNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }
}
