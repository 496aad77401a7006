package org.wirebell.app.station;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirebell.app.AppConfig;
import org.wirebell.app.config.ConfigFile;
import org.wirebell.app.config.Loaded;

/**
 * Reads the configuration anew when its file changes. A file that is not right changes nothing: the old one holds, the log says
 * what is wrong, and the gauge {@code wirebell.config.reload.ok} is 0 until a good one comes.
 */
final class Reload implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Reload.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Path file;
    private final Consumer<AppConfig> next;
    private final AtomicInteger good = new AtomicInteger(1);
    private final Thread thread = Thread.ofVirtual().name("reload").unstarted(this::watch);
    private Optional<String> seen;

    private Reload(Path file, Consumer<AppConfig> next) {
        this.file = file;
        this.next = next;
        this.seen = content();
    }

    /** Looks every second until it is closed. */
    static Reload follow(Path file, MeterRegistry meters, Consumer<AppConfig> next) {
        var reload = of(file, meters, next);
        reload.thread.start();
        return reload;
    }

    /** Looks only when it is told to. */
    static Reload of(Path file, MeterRegistry meters, Consumer<AppConfig> next) {
        var reload = new Reload(file, next);
        Gauge.builder("wirebell.config.reload.ok", reload.good::get).register(meters);
        return reload;
    }

    private void watch() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(LOOK);
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    void look() {
        var now = content();
        if (now.isEmpty() || now.equals(seen)) {
            return; // a file that is away for a moment is being replaced
        }
        seen = now;
        switch (ConfigFile.read(file.toString(), now.get(), AppConfig.class)) {
            case Loaded.Good<AppConfig>(var config) -> take(config);
            case Loaded.Bad<AppConfig>(var complaints) -> {
                good.set(0);
                complaints.forEach(complaint -> LOG.error("configuration is not taken: {}", complaint));
            }
        }
    }

    private void take(AppConfig config) {
        try {
            next.accept(config);
            good.set(1);
            LOG.info("configuration: rules and desks of {} hold from now on", file);
        } catch (IllegalArgumentException e) {
            good.set(0);
            LOG.error("configuration is not taken: {}: {}", file, e.getMessage());
        }
    }

    private Optional<String> content() {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
