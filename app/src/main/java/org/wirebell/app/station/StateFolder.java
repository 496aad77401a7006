package org.wirebell.app.station;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The state stores of a topology. All that they hold stands in Kafka as well, so damaged ones are thrown away and built anew: at the next
 * start, which follows at once, since the process that finds the damage holds files of them open.
 *
 * @param folder those of one application id
 */
record StateFolder(Path folder) {
    private static final Logger LOG = LoggerFactory.getLogger(StateFolder.class);
    /** What a file system says that is full: nothing is damaged then. */
    private static final String FULL = "No space left";

    static StateFolder of(Path stateDir, String applicationId) {
        return new StateFolder(stateDir.resolve(applicationId));
    }

    /** Starts a topology on sound stores: throws away what a process before found damaged, and notes what this one does. */
    <T> T open(Supplier<T> start) throws IOException {
        if (Files.deleteIfExists(mark())) {
            LOG.warn("state in {} was damaged: it is thrown away and read anew from Kafka", folder);
            delete();
        }
        try {
            return start.get();
        } catch (StreamsException e) {
            failed(e);
            throw e;
        }
    }

    /** Why the topology gave up; notes it where damaged stores are the reason, and says so where the disk is full. */
    void failed(Throwable why) {
        if (causes(why).stream()
                .anyMatch(cause -> String.valueOf(cause.getMessage()).contains(FULL))) {
            LOG.error("no room is left for state in {}; it goes on when there is", folder);
            return;
        }
        if (causes(why).stream().noneMatch(ProcessorStateException.class::isInstance)) {
            return;
        }
        try {
            Files.createDirectories(folder.getParent());
            Files.writeString(mark(), String.valueOf(why.getMessage()));
            LOG.error("state in {} is damaged; the next start reads it anew from Kafka", folder);
        } catch (IOException e) {
            LOG.error("state in {} is damaged and must be deleted by hand: {}", folder, e.toString());
        }
    }

    private Path mark() {
        return folder.resolveSibling(folder.getFileName() + ".damaged");
    }

    private static List<Throwable> causes(Throwable why) {
        var all = new ArrayList<Throwable>();
        for (var cause = why; cause != null; cause = cause.getCause()) {
            all.add(cause);
        }
        return all;
    }

    private void delete() throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
