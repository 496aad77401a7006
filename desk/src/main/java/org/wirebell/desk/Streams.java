package org.wirebell.desk;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.ServiceUnavailableResponse;
import io.javalin.http.TooManyRequestsResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirebell.desk.access.Gate;
import org.wirebell.desk.access.Need;
import org.wirebell.desk.access.Person;
import org.wirebell.desk.api.Doors;
import org.wirebell.desk.api.Replies;
import org.wirebell.desk.board.Board;
import org.wirebell.desk.board.Filter;
import org.wirebell.desk.board.Position;
import org.wirebell.desk.page.Look;
import org.wirebell.desk.page.Patch;

/**
 * The live stream: one virtual thread a reader, which looks for changes since its own place in the log. The log is the
 * queue, so a slow reader costs nothing but its thread; one that lags too far is cut and resumes from where it was.
 */
final class Streams implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Streams.class);
    private static final Duration WATCH = Duration.ofMillis(500);

    private final Board board;
    private final DeskConfig config;
    private final Supplier<Look> look;
    private final Supplier<Boolean> ready;
    private final DeskMeters meters;
    private final Gate gate;
    private final Map<String, Integer> open = new ConcurrentHashMap<>(); // by who reads
    private final Set<Reader> readers = ConcurrentHashMap.newKeySet();
    private final Thread watch;
    private volatile boolean closed;

    Streams(
            Board board,
            DeskConfig config,
            Supplier<Look> look,
            Supplier<Boolean> ready,
            DeskMeters meters,
            Gate gate) {
        this.board = board;
        this.config = config;
        this.look = look;
        this.ready = ready;
        this.meters = meters;
        this.gate = gate;
        watch = Thread.ofVirtual().name("desk-streams").start(this::cutTheSlow);
    }

    void serve(Doors doors) {
        doors.gives(
                "text/event-stream",
                "/stream",
                Need.VIEWER,
                "Server-sent events of everything that changes.",
                this::stream,
                "from: a position; what came since is told first",
                "q: words that must all occur in an alert",
                "only: id of one story",
                "view: data (when absent); the others are for the page");
    }

    private static Filter filter(Context ctx) {
        try {
            return Filter.of(Replies.param(ctx, "q"));
        } catch (IllegalArgumentException e) {
            throw new BadRequestResponse("q: " + e.getMessage());
        }
    }

    private void stream(Context ctx) throws IOException {
        var view = view(ctx);
        var filter = filter(ctx);
        var from = from(ctx);
        if (closed || meters.streams().get() >= config.clients()) {
            meters.refused();
            throw new ServiceUnavailableResponse("too many live streams, at most " + config.clients());
        }
        var person = Person.of(ctx);
        if (!mayOpen(person)) {
            meters.refused();
            throw new TooManyRequestsResponse(
                    "at most " + config.signIn().streamsPerUser() + " live streams of one user at a time");
        }
        meters.streams().incrementAndGet();
        var response = ctx.res();
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        var line = ServletContextRequest.getServletContextRequest(ctx.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint();
        var events = new Events(board, view, filter, Replies.param(ctx, "only"), look);
        var reader = new Reader(
                response.getOutputStream(),
                Thread.currentThread(),
                line::close,
                () -> gate.still(ctx),
                board,
                events,
                config.heartbeat());
        readers.add(reader);
        try {
            reader.run(from, ready, meters);
        } catch (IOException e) {
            LOG.debug("a reader of the live stream went away: {}", e.toString());
        } catch (InterruptedException e) {
            LOG.debug("a reader of the live stream was cut", e);
        } finally {
            reader.done();
            readers.remove(reader);
            meters.streams().decrementAndGet();
            open.merge(person.key(), -1, (n, one) -> n + one == 0 ? null : n + one);
        }
    }

    /** Counts it in where it may; the visitor of an open desk is many people, or one who tries. */
    private boolean mayOpen(Person person) {
        int most = person.via() == Person.Via.LOOPBACK
                ? config.clients()
                : config.signIn().streamsPerUser();
        int now = open.merge(person.key(), 1, Integer::sum);
        if (now > most) {
            open.merge(person.key(), -1, Integer::sum);
        }
        return now <= most;
    }

    /** What the browser last heard, or what the page was painted with; nothing for "from now on". */
    private static Optional<Position> from(Context ctx) {
        var last = Optional.ofNullable(ctx.header("Last-Event-ID")).orElseGet(() -> Replies.param(ctx, "from"));
        // an id that is not ours is as good as one that is too old
        return last.isBlank()
                ? Optional.empty()
                : Optional.of(Position.parse(last).orElse(Reader.UNKNOWN));
    }

    private static Patch.View view(Context ctx) {
        var name = Replies.param(ctx, "view");
        try {
            return name.isEmpty() ? Patch.View.DATA : Patch.View.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new BadRequestResponse("view must be data, or that of a screen, was " + name);
        }
    }

    private void cutTheSlow() {
        try {
            while (!closed) {
                Thread.sleep(WATCH);
                long now = board.sequence();
                for (var reader : readers) {
                    if (now - reader.place() > config.behind() && reader.cut()) {
                        meters.dropped();
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        watch.interrupt();
        readers.forEach(Reader::cut);
    }
}
