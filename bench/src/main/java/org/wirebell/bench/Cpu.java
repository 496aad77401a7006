package org.wirebell.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What this process has used of the processor so far.
 *
 * @param threads by kind of thread; {@code machine}: what compiling and collecting garbage took
 */
record Cpu(Duration process, Map<String, Duration> threads) {
    private static final Pattern CLIENT = Pattern.compile(".*(wirebell-[a-z]+)-.*");
    private static final String MACHINE = "machine";

    static Cpu now() {
        var threads = ManagementFactory.getThreadMXBean();
        var process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var used = new TreeMap<String, Duration>();
        for (var info : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (info != null) {
                long nanos = Math.max(0, threads.getThreadCpuTime(info.getThreadId()));
                used.merge(kind(info.getThreadName()), Duration.ofNanos(nanos), Duration::plus);
            }
        }
        var all = Duration.ofNanos(process.getProcessCpuTime());
        var ours = used.values().stream().reduce(Duration.ZERO, Duration::plus);
        used.put(MACHINE, all.minus(ours));
        return new Cpu(all, used);
    }

    Cpu since(Cpu before) {
        return new Cpu(
                process.minus(before.process),
                threads.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                e -> e.getValue().minus(before.threads.getOrDefault(e.getKey(), Duration.ZERO)),
                                Duration::plus,
                                TreeMap::new)));
    }

    /** Threads of a client of Kafka belong to its room; those of the broker to the broker. */
    private static String kind(String name) {
        var client = CLIENT.matcher(name);
        if (client.matches()) {
            return client.group(1) + (name.contains("StreamThread") && !name.contains("producer") ? "" : " client");
        }
        var first = name.toLowerCase(Locale.ROOT);
        return first.contains("kafka")
                        || first.contains("txn")
                        || first.contains("coordinator")
                        || first.contains("raft")
                ? "broker"
                : "other";
    }
}
