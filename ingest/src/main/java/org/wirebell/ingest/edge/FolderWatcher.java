package org.wirebell.ingest.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirebell.ingest.due.RawHead;
import org.wirebell.ingest.due.Settling;
import org.wirebell.ingest.due.Standing;
import org.wirebell.ingest.due.Visits;
import org.wirebell.ingest.due.Why;
import org.wirebell.ingest.read.Hints;
import org.wirebell.ingest.read.Problem;
import org.wirebell.model.FeedState;

/**
 * Takes the files that are dropped into a folder. A file is read once two looks found it the same, and leaves the folder
 * for {@code _done} or {@code _failed} only after the broker's ack: a crash in between reads it again, to the same keys.
 * The folder is listed and not subscribed to, since network mounts give no events.
 */
final class FolderWatcher implements Runnable, Watch.Look {
    private static final Logger LOG = LoggerFactory.getLogger(FolderWatcher.class);
    static final String DONE = "_done";
    static final String FAILED = "_failed";
    private static final String WHY = ".why.txt";

    private final String id;
    private final FolderConfig folder;
    private final int mostBytes;
    private final Handover handover;
    private Settling settling = Settling.nothing();
    /** What was last said of a file, so that it is not said at every look. */
    private final Map<Path, String> complaints = new HashMap<>();

    FolderWatcher(String id, FolderConfig folder, int mostBytes, Handover handover) {
        this.id = id;
        this.folder = folder;
        this.mostBytes = mostBytes;
        this.handover = handover;
    }

    @Override
    public void run() {
        new Watch(id, folder.path().toString(), new Visits(folder.look()), handover, this).run();
    }

    /** One look: takes each file that has not changed since the last one, oldest first. */
    @Override
    public FeedState look(FeedState before) throws IOException, InterruptedException {
        Files.createDirectories(folder.path());
        var found = list();
        settling = settling.look(found, handover.clock().instant());
        var state = before;
        for (var name : settling.settled(handover.clock().instant()).toList()) {
            var file = folder.path().resolve(name);
            try {
                state = take(file, settling.stamp(name), state);
                complaints.remove(file);
            } catch (IOException e) { // the others are not to wait for it
                state = complain(file, state, e);
            }
        }
        complaints
                .keySet()
                .removeIf(file -> !found.containsKey(file.getFileName().toString()));
        return state;
    }

    private FeedState complain(Path of, FeedState before, IOException e) {
        var detail = e.toString();
        return failed(before, detail, !detail.equals(complaints.put(of, detail)), new byte[0]);
    }

    private Map<String, Settling.Stamp> list() throws IOException {
        var found = new HashMap<String, Settling.Stamp>();
        try (var files = Files.newDirectoryStream(
                folder.path(), file -> Settling.looksWhole(file.getFileName().toString()))) {
            for (var file : files) {
                stamp(file).ifPresent(stamp -> found.put(file.getFileName().toString(), stamp));
            }
        }
        return found;
    }

    private static Optional<Settling.Stamp> stamp(Path file) {
        try {
            var seen = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return seen.isRegularFile()
                    ? Optional.of(new Settling.Stamp(seen.lastModifiedTime().toInstant(), seen.size()))
                    : Optional.empty();
        } catch (IOException _) { // gone since it was listed
            return Optional.empty();
        }
    }

    private FeedState take(Path file, Settling.Stamp seen, FeedState before) throws IOException, InterruptedException {
        var name = file.getFileName().toString();
        byte[] raw;
        try (var in = Files.newInputStream(file)) {
            raw = in.readNBytes(mostBytes + 1);
        }
        if (raw.length > mostBytes) {
            var problem = new Problem(
                    Problem.Why.TOO_LARGE, name + ": has " + Files.size(file) + " bytes, the limit is " + mostBytes);
            return fail(file, raw, problem, 0, before);
        }
        if (changed(file, seen)) {
            return before; // still being written after all
        }
        var hints =
                new Hints(name, "", "", "", id, folder.zone(), folder.language().orElse(""), Hints.MAX_ITEMS);
        var reading = handover.readers().read(raw, hints);
        var now = handover.clock().instant();
        var items =
                reading.items().stream().map(item -> item.arrived(now, false)).toList();
        handover.deliver(before, items);
        handover.meters().items(id, "new", items.size());
        var state = Standing.took(before, items, now);
        if (reading.problem().isPresent()) {
            return fail(file, raw, reading.problem().get(), items.size(), items.isEmpty() ? before : state);
        }
        if (changed(file, seen)) {
            return state; // written anew while the broker took its time: the next look takes that too
        }
        Files.move(file, free(file, DONE), StandardCopyOption.ATOMIC_MOVE);
        handover.states().keep(state);
        return state;
    }

    private FeedState fail(Path file, byte[] raw, Problem problem, int items, FeedState before)
            throws IOException, InterruptedException {
        var name = file.getFileName().toString();
        if (!handover.setAside(id, id, name, raw, problem)) {
            return before; // stays where it is; the next look tries again
        }
        var target = free(file, FAILED);
        var said = Words.lower(problem.why()) + ": " + problem.detail() + "\n"
                + (items == 0 ? "" : items + " items of it could be read and were taken.\n");
        Files.writeString(target.resolveSibling(target.getFileName() + WHY), said); // first: no file without its reason
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        return failed(before, problem.detail(), true, raw);
    }

    private static boolean changed(Path file, Settling.Stamp seen) {
        return !stamp(file).equals(Optional.of(seen));
    }

    private Path free(Path file, String to) throws IOException {
        var target = Files.createDirectories(folder.path().resolve(to));
        var name = file.getFileName().toString();
        var free = target.resolve(name);
        for (int i = 2; Files.exists(free); i++) {
            free = target.resolve(name + "." + i);
        }
        return free;
    }

    private FeedState failed(FeedState before, String detail, boolean news, byte[] came) {
        var failed = Standing.failed(
                before, Why.UNREADABLE, detail, "", handover.clock().instant());
        var state = Standing.headed(failed, RawHead.of(came));
        if (news) {
            LOG.warn("folder {}: {}", id, detail);
            handover.states().keep(state);
        } else {
            handover.states().show(state);
        }
        return state;
    }
}
