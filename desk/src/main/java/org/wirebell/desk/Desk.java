package org.wirebell.desk;

import io.javalin.config.JavalinConfig;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.wirebell.desk.board.Board;
import org.wirebell.model.Topics;

/** The running desk: a web server over a board that follows the topics. */
public final class Desk implements AutoCloseable {
    private Desk() {}

    /**
     * Starts to follow the topics and to serve. The page is up at once and fills while the topics are read;
     * {@link #ready()} tells when that is done.
     *
     * @param kafka client settings, at least {@code bootstrap.servers}; ours are added
     * @param extras further routes, such as metrics and health
     */
    public static Desk start(
            DeskConfig config,
            Map<String, Object> kafka,
            Topics topics,
            MeterRegistry meters,
            InstantSource clock,
            List<Consumer<JavalinConfig>> extras) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Serves a board that somebody else fills. */
    public static Desk start(
            DeskConfig config,
            Board board,
            MeterRegistry meters,
            InstantSource clock,
            List<Consumer<JavalinConfig>> extras) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** The port in use, also when 0 was asked for. */
    public int port() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** The board holds all that stood in the topics at the start. */
    public boolean ready() {
        throw new UnsupportedOperationException("not built yet");
    }

    @Override
    public void close() {}
}
