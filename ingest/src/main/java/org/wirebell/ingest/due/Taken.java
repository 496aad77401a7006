package org.wirebell.ingest.due;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.wirebell.model.Ids;

/**
 * Which files of a drop were taken. A bare watermark would miss what arrives late with an old time, and take twice what
 * shares its time with another; so each file has a mark of name, size and time. Where more files lie than marks are kept,
 * those older than the floor count as taken.
 *
 * @param marks newest last
 */
public record Taken(List<String> marks, Instant floor) {
    static final int MOST = 10_000;
    private static final int LENGTH = 12;
    /** Ends the mark of a file that could not be read: it stays where it is. */
    private static final String UNREAD = "!";

    public Taken {
        marks = List.copyOf(marks);
    }

    public static Taken nothing() {
        return new Taken(List.of(), Instant.MIN);
    }

    /** Those of the files that were not taken, in their order. */
    public List<DroppedFile> fresh(Collection<DroppedFile> files) {
        var known = new HashSet<>(marks);
        return files.stream()
                .filter(file -> !file.changed().isBefore(floor) && !known.contains(mark(file)) && !unread(known, file))
                .toList();
    }

    /** Those of the files that were taken whole: what is to become of them after that can be done. */
    public List<DroppedFile> done(Collection<DroppedFile> files) {
        var known = new HashSet<>(marks);
        return files.stream().filter(file -> known.contains(mark(file))).toList();
    }

    /** With another file; {@code whole} is false when it could not be read. */
    public Taken with(DroppedFile file, boolean whole) {
        var all = new ArrayList<>(marks);
        all.add(whole ? mark(file) : mark(file) + UNREAD);
        return new Taken(all, floor);
    }

    /**
     * Bounded, where these are all the files that the drop holds now. Files that are gone are forgotten last-seen first and
     * only for want of room, since a drop may look empty for a while and be full again.
     */
    public Taken bounded(Collection<DroppedFile> files) {
        if (marks.size() <= MOST) {
            return this;
        }
        var here = new HashSet<String>();
        files.forEach(file -> here.add(mark(file)));
        var kept = new ArrayList<>(marks);
        int excess = kept.size() - MOST;
        for (var each = kept.iterator(); excess > 0 && each.hasNext(); ) {
            if (!here.contains(each.next().replace(UNREAD, ""))) {
                each.remove();
                excess--;
            }
        }
        if (excess == 0) {
            return new Taken(kept, floor);
        }
        var forgotten = new HashSet<>(kept.subList(0, excess));
        var newFloor = files.stream()
                .filter(file -> forgotten.contains(mark(file)) || unread(forgotten, file))
                .map(file -> file.changed().plusMillis(1))
                .reduce(floor, (a, b) -> a.isAfter(b) ? a : b);
        return new Taken(kept.subList(excess, kept.size()), newFloor);
    }

    private static boolean unread(Set<String> marks, DroppedFile file) {
        return marks.contains(mark(file) + UNREAD);
    }

    private static String mark(DroppedFile file) {
        var time = file.exact() ? Long.toString(file.changed().getEpochSecond()) : "";
        return Ids.id(file.name(), Long.toString(file.size()), time).substring(0, LENGTH);
    }
}
