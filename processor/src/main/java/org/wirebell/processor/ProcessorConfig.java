package org.wirebell.processor;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.wirebell.processor.cluster.CopiesConfig;
import org.wirebell.processor.cluster.StoriesConfig;
import org.wirebell.processor.ledger.LedgerConfig;

/**
 * Settings of the processor.
 *
 * @param applicationId consumer group and prefix of the internal topics
 * @param instanceId stable name of this process within the group; makes a restart take seconds
 * @param stateDir folder of the state stores; rebuilt from the topics when lost
 * @param repeatWindow how long a version of an item is remembered, to drop repeats of it
 * @param copyTexts most texts among which copies are looked for, 0.9 kB of heap each; older ones are forgotten first
 * @param openStories most stories that take items, some 5 kB of heap each; beyond, the one least recently added to is over
 */
public record ProcessorConfig(
        String applicationId,
        String instanceId,
        Path stateDir,
        int threads,
        Duration repeatWindow,
        int copyTexts,
        int openStories,
        LedgerConfig ledger) {
    public ProcessorConfig {
        if (applicationId.isEmpty() || instanceId.isEmpty()) {
            throw new IllegalArgumentException("application-id and instance-id must not be empty");
        }
        if (threads < 1 || threads > 64) {
            throw new IllegalArgumentException("threads must be 1 to 64, was " + threads);
        }
        if (copyTexts < 1 || openStories < 1) {
            throw new IllegalArgumentException(
                    "copy-texts and open-stories must be at least 1, were " + copyTexts + " and " + openStories);
        }
        if (repeatWindow.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException("repeat-window must be at least PT1M, was " + repeatWindow);
        }
    }

    public static ProcessorConfig defaults() {
        return new ProcessorConfig(
                "wirebell-processor",
                "processor-1",
                Path.of("data", "processor"),
                1,
                Duration.ofDays(3),
                CopiesConfig.TEXTS,
                StoriesConfig.OPEN,
                LedgerConfig.defaults());
    }

    /**
     * One for each thread, as for a process of its own: Kafka Streams weighs what it gives to processes ({@link ShareTasks}), but counts
     * what it gives to the threads of one. The folders of the others are within that of the first, so that they go with it.
     */
    List<ProcessorConfig> eachThread() {
        return IntStream.rangeClosed(1, threads)
                .mapToObj(n -> n == 1
                        ? with(instanceId, stateDir)
                        : with(
                                instanceId + "-thread-" + n,
                                stateDir.resolve(applicationId).resolve("thread-" + n)))
                .toList();
    }

    private ProcessorConfig with(String instanceId, Path stateDir) {
        return new ProcessorConfig(
                applicationId, instanceId, stateDir, 1, repeatWindow, copyTexts, openStories, ledger);
    }
}
