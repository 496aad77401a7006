package org.wirebell.ingest.due;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells whole files from those that are still being written: a file has settled when two looks found it the same. An empty
 * one is most often about to be filled, so it settles only after five minutes.
 */
public record Settling(Map<String, Seen> files) {
    private static final Duration EMPTY_PATIENCE = Duration.ofMinutes(5);
    private static final List<String> UNFINISHED =
            List.of(".part", ".partial", ".filepart", ".tmp", ".temp", ".writing", ".crdownload", ".swp");

    public Settling {
        files = Map.copyOf(files);
    }

    /**
     * What tells a file from itself while it is being written.
     *
     * @param size in bytes
     */
    public record Stamp(Instant changed, long size) {}

    /**
     * A file as the looks so far found it.
     *
     * @param since when this stamp was first found
     * @param again a later look found the same
     */
    public record Seen(Stamp stamp, Instant since, boolean again) {}

    public static Settling nothing() {
        return new Settling(Map.of());
    }

    /** After another look, which found these. */
    public Settling look(Map<String, Stamp> found, Instant now) {
        var seen = new HashMap<String, Seen>();
        found.forEach((name, stamp) -> {
            var before = files.get(name);
            seen.put(
                    name,
                    before != null && before.stamp().equals(stamp)
                            ? new Seen(stamp, before.since(), true)
                            : new Seen(stamp, now, false));
        });
        return new Settling(seen);
    }

    /** The names of the files that may be taken, oldest first; those of the same moment by name. */
    public Stream<String> settled(Instant now) {
        return files.entrySet().stream()
                .filter(file -> settled(file.getValue(), now))
                .sorted(Comparator.comparing((Map.Entry<String, Seen> file) ->
                                file.getValue().stamp().changed())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey);
    }

    /** As the last look found this file, which must be one of those that it found. */
    public Stamp stamp(String name) {
        return Optional.ofNullable(files.get(name)).orElseThrow().stamp();
    }

    private static boolean settled(Seen file, Instant now) {
        return file.again()
                && (file.stamp().size() > 0 || !now.isBefore(file.since().plus(EMPTY_PATIENCE)));
    }

    /** Whether a file of this name may be whole: senders write under a hidden or a marked name and rename when done. */
    public static boolean looksWhole(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return !lower.startsWith(".") && UNFINISHED.stream().noneMatch(lower::endsWith);
    }
}
