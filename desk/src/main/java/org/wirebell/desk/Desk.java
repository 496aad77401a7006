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
import org.wirebell.desk.access.Access;
import org.wirebell.desk.access.Accounts;
import org.wirebell.desk.access.FirstToken;
import org.wirebell.desk.access.Gate;
import org.wirebell.desk.api.Doors;
import org.wirebell.desk.api.Ports;
import org.wirebell.desk.api.Routes;
import org.wirebell.desk.archive.Archive;
import org.wirebell.desk.board.Board;
import org.wirebell.desk.deeds.Deeds;
import org.wirebell.desk.deeds.KafkaPen;
import org.wirebell.desk.deeds.Pen;
import org.wirebell.desk.oidc.ClientSecret;
import org.wirebell.desk.oidc.OidcDoor;
import org.wirebell.desk.page.SignInScreen;
import org.wirebell.model.Topics;

/** The running desk: a web server over a board that follows the topics. */
public final class Desk implements AutoCloseable {
    private static final long MOST_BODY = 1 << 20;
    private static final String OPEN =
            "Open: whoever works on this machine is signed in by itself and may do everything (desk.access).";

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
     * @param ports what other rooms answer
     * @param extras further routes, such as metrics and health
     * @throws io.javalin.util.JavalinBindException when the port is taken
     */
    public static Desk start(
            DeskConfig config,
            Map<String, Object> kafka,
            Topics topics,
            Ports ports,
            MeterRegistry meters,
            InstantSource clock,
            List<Consumer<JavalinConfig>> extras) {
        var board = board(config);
        var accounts = new Accounts();
        var first = new FirstToken(config.signIn().folder(), accounts);
        var ours = new DeskMeters(meters);
        var follower = new Follower(
                kafka,
                topics,
                board,
                accounts,
                clock.instant().minus(config.keep()),
                ours,
                config.access() == Access.OPEN ? () -> {} : first::begin);
        var pen = new KafkaPen(kafka, topics.audit().name());
        var archive = Archive.in(config.signIn().folder().resolve("archive"));
        var filler = new ArchiveFollower(kafka, topics.findings(), archive);
        var parts = new Parts(
                board, accounts, first, pen, topics, ports, archive, follower::ready, follower::trouble, () -> {
                    follower.close();
                    filler.close();
                    archive.close();
                    pen.close();
                });
        var desk = serve(config, parts, ours, clock, extras);
        follower.start();
        filler.start();
        return desk;
    }

    /** Serves a board that somebody else fills; nothing can be changed through it. */
    public static Desk start(
            DeskConfig config,
            Board board,
            MeterRegistry meters,
            InstantSource clock,
            List<Consumer<JavalinConfig>> extras) {
        return start(config, board, new Accounts(), Pen.none(), Ports.none(), meters, clock, extras);
    }

    static Desk start(
            DeskConfig config,
            Board board,
            Accounts accounts,
            Pen pen,
            Ports ports,
            MeterRegistry meters,
            InstantSource clock,
            List<Consumer<JavalinConfig>> extras) {
        return start(config, board, accounts, pen, ports, Archive.inMemory(), meters, clock, extras);
    }

    /** As above, with accounts and an archive that somebody else fills, and a pen. */
    static Desk start(
            DeskConfig config,
            Board board,
            Accounts accounts,
            Pen pen,
            Ports ports,
            Archive archive,
            MeterRegistry meters,
            InstantSource clock,
            List<Consumer<JavalinConfig>> extras) {
        var first = new FirstToken(config.signIn().folder(), accounts);
        if (config.access() == Access.SIGNED_IN) {
            first.begin();
        }
        var parts = new Parts(
                board, accounts, first, pen, Topics.standard(), ports, archive, () -> true, Optional::empty, () -> {
                    archive.close();
                    pen.close();
                });
        return serve(config, parts, new DeskMeters(meters), clock, extras);
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

    /** What the web server stands on. */
    private record Parts(
            Board board,
            Accounts accounts,
            FirstToken first,
            Pen pen,
            Topics topics,
            Ports ports,
            Archive archive,
            Supplier<Boolean> ready,
            Supplier<Optional<String>> trouble,
            Runnable close) {}

    private static Desk serve(
            DeskConfig config,
            Parts parts,
            DeskMeters meters,
            InstantSource clock,
            List<Consumer<JavalinConfig>> extras) {
        meters.ready(parts.ready());
        var board = parts.board();
        meters.open(new OpenAlerts(board, clock));
        var deeds = new Deeds(parts.pen(), parts.topics(), clock, parts.accounts());
        var gate = new Gate(
                config.access(), config.signIn(), parts.accounts(), parts.first(), parts.ready(), clock, deeds::used);
        var provider = config.signIn().oidc().filter(_ -> config.access() == Access.SIGNED_IN);
        var site = new Site(
                board,
                config.title(),
                config.zone(),
                clock,
                config.access() == Access.OPEN ? OPEN : "",
                provider.map(p -> new SignInScreen.Provider(p.named(), OidcDoor.BEGIN)));
        var oidc = provider.map(p -> new OidcDoor(
                p, ClientSecret.of(p), config.signIn().address(), gate.entrance(), deeds, clock, site::notSignedIn));
        var streams = new Streams(board, config, site::look, parts.ready(), meters, gate);
        var settings = new Routes.Settings(config.title(), config.access(), config.signIn());
        var javalin = Javalin.create(c -> {
            c.startup.showJavalinBanner = false;
            c.startup.showOldJavalinVersionWarning = false;
            c.concurrency.useVirtualThreads = true; // a live stream blocks its thread for as long as it is open
            c.http.maxRequestSize = MOST_BODY;
            new Guard(site, meters).serve(c.routes);
            gate.serve(c.routes);
            site.serve(c.routes, gate.entrance()::firstWanted);
            oidc.ifPresent(door -> door.serve(c.routes));
            new RecordSite(board, parts.ports().standing(), site::look).serve(c.routes);
            new ArchiveSite(parts.archive(), board, site::look).serve(c.routes);
            var doors = new Doors(c.routes);
            new Routes(board, parts.accounts(), gate.entrance(), deeds, parts.ports(), settings).serve(doors);
            streams.serve(doors);
            doors.describe(config.title());
            new Assets().serve(c.routes);
            extras.forEach(e -> e.accept(c));
        });
        var desk = new Desk(javalin, streams, parts.ready(), parts.trouble(), parts.close());
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
