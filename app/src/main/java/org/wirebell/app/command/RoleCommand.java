package org.wirebell.app.command;

import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.wirebell.app.AppConfig;
import org.wirebell.app.station.Role;
import org.wirebell.app.station.Station;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code wirebell up}, and each role on its own: run until they are told to stop. */
public abstract sealed class RoleCommand implements Callable<Integer> {
    @Mixin
    private Configured configured = new Configured();

    private final Set<Role> roles;

    RoleCommand(Set<Role> roles) {
        this.roles = roles;
    }

    @Command(
            name = "up",
            description =
                    "Everything in this process: ingest, processor, alerts, desk, and the embedded broker if so configured.")
    public static final class Up extends RoleCommand {
        public Up() {
            super(EnumSet.allOf(Role.class));
        }
    }

    @Command(name = "ingest", description = "Feeds and wires into Kafka.")
    public static final class Ingest extends RoleCommand {
        public Ingest() {
            super(EnumSet.of(Role.INGEST));
        }
    }

    @Command(name = "process", description = "Items read and the ledger kept.")
    public static final class Process extends RoleCommand {
        public Process() {
            super(EnumSet.of(Role.PROCESS));
        }
    }

    @Command(name = "alert", description = "Rules decided and notices sent.")
    public static final class Alert extends RoleCommand {
        public Alert() {
            super(EnumSet.of(Role.ALERT));
        }
    }

    @Command(name = "desk", description = "The page, API and live stream.")
    public static final class Desk extends RoleCommand {
        public Desk() {
            super(EnumSet.of(Role.DESK));
        }
    }

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        var config = configured.load();
        refuseEmbeddedForOneRole(config);
        try {
            var station = Station.start(config, roles, InstantSource.system(), Output.live());
            Runtime.getRuntime().addShutdownHook(new Thread(station::close, "shutdown"));
            station.follow(configured.file());
            say(config, station);
            var reason = station.failure().get();
            System.err.println("wirebell: " + reason + "; ending, so that it can be started anew");
            return 1;
        } catch (IOException | JavalinBindException e) { // a folder or a port that cannot be had
            throw Wrong.failed("wirebell: " + e.getMessage());
        } catch (IllegalArgumentException e) { // what only shows when it is opened, such as a secret that is not there
            throw Wrong.use(configured.file() + ": " + e.getMessage());
        }
    }

    private void refuseEmbeddedForOneRole(AppConfig config) {
        if (roles.size() < Role.values().length && config.kafka().inside().isPresent()) {
            throw Wrong.use(
                    configured.file() + ": kafka.embedded serves 'wirebell up' only: its broker lives in that process."
                            + " Give kafka.bootstrap to run roles apart");
        }
    }

    private static void say(AppConfig config, Station station) {
        station.deskPort()
                .ifPresent(port ->
                        System.err.println("page        http://" + config.desk().host() + ":" + port + "/"));
        System.err.println("operations  http://" + config.operations().host() + ":" + station.operationsPort()
                + "/metrics  /health/ready");
        if (station.pushPort() != 0) {
            System.err.println("push        port " + station.pushPort());
        }
    }
}
