package org.wirebell.desk;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.ServiceUnavailableResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirebell.desk.board.Board;
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
    private final Set<Reader> readers = ConcurrentHashMap.newKeySet();
    private final Thread watch;
    private volatile boolean closed;

    Streams(Board board, DeskConfig config, Supplier<Look> look, Supplier<Boolean> ready, DeskMeters meters) {
        this.board = board;
        this.config = config;
        this.look = look;
        this.ready = ready;
        this.meters = meters;
        watch = Thread.ofVirtual().name("desk-streams").start(this::cutTheSlow);
    }

    void serve(RoutesConfig routes) {
        routes.get("/stream", this::stream);
    }

    private void stream(Context ctx) throws IOException {
        var view = view(ctx);
        var filter = Api.filter(ctx);
        var from = from(ctx);
        if (closed || meters.streams().get() >= config.clients()) {
            meters.refused();
            throw new ServiceUnavailableResponse("too many live streams, at most " + config.clients());
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
        var events = new Events(board, view, filter, Api.param(ctx, "only"), look);
        var reader = new Reader(
                response.getOutputStream(), Thread.currentThread(), line::close, board, events, config.heartbeat());
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
        }
    }

    /** What the browser last heard, or what the page was painted with; nothing for "from now on". */
    private static Optional<Position> from(Context ctx) {
        var last = Optional.ofNullable(ctx.header("Last-Event-ID")).orElseGet(() -> Api.param(ctx, "from"));
        // an id that is not ours is as good as one that is too old
        return last.isBlank()
                ? Optional.empty()
                : Optional.of(Position.parse(last).orElse(Reader.UNKNOWN));
    }

    private static Patch.View view(Context ctx) {
        var name = Api.param(ctx, "view");
        try {
            return name.isEmpty() ? Patch.View.DATA : Patch.View.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new BadRequestResponse("view must be data, live, figures, stories, story or sources, was " + name);
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
