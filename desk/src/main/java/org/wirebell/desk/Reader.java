package org.wirebell.desk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.wirebell.desk.board.Board;
import org.wirebell.desk.board.Change;
import org.wirebell.desk.board.Position;

/** One open live stream, from its first event to its end. */
final class Reader {
    /** Covers nothing and is covered by nothing. */
    static final Position UNKNOWN = new Position(Map.of("?", Long.MAX_VALUE));

    private static final String RETRY = "retry: 2000\n\n";

    private final OutputStream out;
    private final Thread thread;
    private final Runnable hangUp;
    private final BooleanSupplier may;
    private final Board board;
    private final Events events;
    private final Duration heartbeat;
    private volatile boolean cut;
    private boolean waiting;
    private boolean done;
    private Position position = Position.START;
    private volatile long place;

    /**
     * @param may whether the reader is still let in; asked before each wait
     */
    Reader(
            OutputStream out,
            Thread thread,
            Runnable hangUp,
            BooleanSupplier may,
            Board board,
            Events events,
            Duration heartbeat) {
        this.out = out;
        this.thread = thread;
        this.hangUp = hangUp;
        this.may = may;
        this.board = board;
        this.events = events;
        this.heartbeat = heartbeat;
        this.place = board.sequence();
    }

    long place() {
        return place;
    }

    /**
     * Ends the stream from outside; true for the first who does. A write that hangs fails when the line is cut; only a wait
     * is interrupted, because Jetty does not bear it in a write.
     */
    synchronized boolean cut() {
        if (done || cut) {
            return false;
        }
        cut = true;
        if (waiting) {
            thread.interrupt();
        }
        hangUp.run();
        return true;
    }

    /** The thread goes on to other work: nothing may reach it from here any more. */
    synchronized void done() {
        done = true;
    }

    private boolean waitForNews(Duration most) throws InterruptedException {
        synchronized (this) {
            waiting = !cut;
        }
        try {
            return !cut && board.awaitAfter(place, most);
        } finally {
            synchronized (this) {
                waiting = false;
                if (cut) {
                    Thread.interrupted(); // ours, and it has done its work
                }
            }
        }
    }

    void run(Optional<Position> from, Supplier<Boolean> ready, DeskMeters meters)
            throws IOException, InterruptedException {
        write(RETRY);
        while (!cut && !ready.get()) { // a resume from a half-read board would seem too old
            place = board.sequence();
            waitForNews(Duration.ofSeconds(1));
            write(": reading\n\n");
        }
        begin(from, meters);
        while (!cut && may.getAsBoolean()) {
            if (waitForNews(heartbeat)) {
                go(board.since(place), meters);
            } else {
                write(": still here\nid: " + position.text() + "\n\n"); // moves on also where nothing was told
            }
        }
    }

    private void begin(Optional<Position> from, DeskMeters meters) throws IOException {
        place = board.sequence();
        if (from.isEmpty()) {
            position = board.position();
            write(event("hello", "{}"));
            return;
        }
        position = from.get();
        go(board.since(position), meters);
    }

    private void go(Change.Batch batch, DeskMeters meters) throws IOException {
        if (batch.lost()) {
            meters.reset();
            place = board.sequence();
            position = board.position();
            write(event("reset", "{}"));
            return;
        }
        var told = events.lastOfEach(batch.changes());
        for (var change : batch.changes()) {
            position = position.with(change.at());
            place = Math.max(place, change.sequence());
            if (told.contains(change)) {
                var data = events.data(change);
                if (data.isPresent()) {
                    write(event(Events.name(change), data.get()));
                }
            }
        }
    }

    /** The data is one line: JSON has no line ends of its own. */
    private String event(String name, String data) {
        return "event: " + name + "\nid: " + position.text() + "\ndata: " + data + "\n\n";
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
