package org.wirebell.app.station;

import io.micrometer.core.instrument.Counter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirebell.model.Ids;

/**
 * Drops a canary into a folder that ingest watches, again and again: it goes the way of every item, through ingest, processor,
 * planner and delivery, to a receiver that notes how long it took.
 */
final class CanaryFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CanaryFolder.class);
    private static final Duration KEPT = Duration.ofHours(1);
    private static final List<String> SYLLABLES =
            List.of("ba", "be", "bo", "da", "de", "do", "ka", "ke", "ko", "la", "le", "lo", "ma", "me", "mo", "na");

    private final Path folder;
    private final Duration every;
    private final InstantSource clock;
    private final Counter sent;
    private final Thread thread = Thread.ofVirtual().name("canary").unstarted(this::sing);

    private CanaryFolder(Path folder, Duration every, InstantSource clock, Counter sent) {
        this.folder = folder;
        this.every = every;
        this.clock = clock;
        this.sent = sent;
    }

    static CanaryFolder start(Path folder, Duration every, InstantSource clock, Counter sent) throws IOException {
        Files.createDirectories(folder);
        var canary = new CanaryFolder(folder, every, clock, sent);
        canary.thread.start();
        return canary;
    }

    private void sing() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    drop();
                    sent.increment();
                    sweep();
                } catch (IOException e) {
                    LOG.warn("canary: {} cannot be written: {}", folder, e.getMessage());
                }
                Thread.sleep(every);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    private void drop() throws IOException {
        var now = clock.instant();
        var name = "canary-" + now.toEpochMilli() + ".xml";
        var whole = Files.writeString(folder.resolve("." + name + ".part"), document(now));
        Files.move(whole, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Words of its own each time, so that it is no copy of the one before. */
    private static String document(java.time.Instant now) {
        var id = Ids.hash("canary", Long.toString(now.toEpochMilli()));
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <rss version="2.0"><channel><title>Wirebell canary</title><link>https://wirebell.example/canary</link>
                <description>Proves that everything works</description>
                <item><guid isPermaLink="false">%s</guid><title>Canary %s</title><description>%s</description><pubDate>%s</pubDate></item>
                </channel></rss>
                """.formatted(
                        "canary-" + now.toEpochMilli(),
                        words(id.substring(0, 12)),
                        words(id.substring(12)),
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)));
    }

    private static String words(String hexadecimal) {
        var words = new StringBuilder();
        for (int i = 0; i < hexadecimal.length(); i++) {
            words.append(i > 0 && i % 4 == 0 ? " " : "")
                    .append(SYLLABLES.get(Character.digit(hexadecimal.charAt(i), 16)));
        }
        return words.toString();
    }

    /** Ingest puts aside what it has read; canaries are not worth keeping. */
    private void sweep() throws IOException {
        var done = folder.resolve("_done");
        if (!Files.isDirectory(done)) {
            return;
        }
        var old = clock.instant().minus(KEPT);
        try (var files = Files.walk(done)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
                    Files.delete(file);
                }
            }
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
