package org.wirebell.desk;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.wirebell.desk.board.Board;
import org.wirebell.model.Topics;

/** The running desk: a web server over a board that follows the topics. */
public final class Desk implements AutoCloseable {
    private static final long MOST_BODY = 1 << 20;

    private final Javalin server;
    private final Streams streams;
    private final Supplier<Boolean> ready;
    private final Supplier<Optional<String>> trouble;
    private final Runnable stopReading;

    private Desk(
            Javalin server,
            Streams streams,
            Supplier<Boolean> ready,
            Supplier<Optional<String>> trouble,
            Runnable stopReading) {
        this.server = server;
        this.streams = streams;
        this.ready = ready;
        this.trouble = trouble;
        this.stopReading = stopReading;
    }

    /**
     * Starts to follow the topics and to serve. The page is up at once and fills while the topics are read;
     * {@link #ready()} tells when that is done. Topics that do not exist yet and a broker that is away are waited for.
     *
     * @param kafka client settings, at least {@code bootstrap.servers}; ours are added
     * @param extras further routes, such as metrics and health
     * @throws io.javalin.util.JavalinBindException when the port is taken
     */
    public static Desk start(
            DeskConfig config,
            Map<String, Object> kafka,
            Topics topics,
            MeterRegistry meters,
            InstantSource clock,
            List<Consumer<JavalinConfig>> extras) {
        var board = board(config);
        var ours = new DeskMeters(meters);
        var follower = new Follower(kafka, topics, board, clock.instant().minus(config.keep()), ours);
        var desk = serve(config, board, ours, follower::ready, follower::trouble, follower::close, clock, extras);
        follower.start();
        return desk;
    }

    /** Serves a board that somebody else fills. */
    public static Desk start(
            DeskConfig config,
            Board board,
            MeterRegistry meters,
            InstantSource clock,
            List<Consumer<JavalinConfig>> extras) {
        return serve(config, board, new DeskMeters(meters), () -> true, Optional::empty, () -> {}, clock, extras);
    }

    /** An empty board of the configured size. */
    public static Board board(DeskConfig config) {
        return new Board(
                config.keepAlerts(),
                config.keepSeries(),
                config.keepStories(),
                config.keepFeeds(),
                config.keepEvents());
    }

    private static Desk serve(
            DeskConfig config,
            Board board,
            DeskMeters meters,
            Supplier<Boolean> ready,
            Supplier<Optional<String>> trouble,
            Runnable stopReading,
            InstantSource clock,
            List<Consumer<JavalinConfig>> extras) {
        meters.ready(ready);
        var site = new Site(board, config.title(), config.zone(), clock);
        var streams = new Streams(board, config, site::look, ready, meters);
        var javalin = Javalin.create(c -> {
            c.startup.showJavalinBanner = false;
            c.startup.showOldJavalinVersionWarning = false;
            c.concurrency.useVirtualThreads = true; // a live stream blocks its thread for as long as it is open
            c.http.maxRequestSize = MOST_BODY;
            new Guard(site, meters).serve(c.routes);
            site.serve(c.routes);
            new RecordSite(board, site::look).serve(c.routes);
            new Api(board).serve(c.routes);
            streams.serve(c.routes);
            new Assets().serve(c.routes);
            extras.forEach(e -> e.accept(c));
        });
        var desk = new Desk(javalin, streams, ready, trouble, stopReading);
        boolean started = false;
        try {
            javalin.start(config.host(), config.port());
            started = true;
        } finally {
            if (!started) {
                desk.close();
            }
        }
        return desk;
    }

    /** The port in use, also when 0 was asked for. */
    public int port() {
        return server.port();
    }

    /** The board holds all that stood in the topics at the start. */
    public boolean ready() {
        return ready.get();
    }

    /** Why the desk will never be ready again; it must be started anew. */
    public Optional<String> trouble() {
        return trouble.get();
    }

    @Override
    public void close() {
        streams.close();
        server.stop();
        stopReading.run();
    }
}
