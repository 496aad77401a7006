package org.wirebell.app.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.common.errors.InterruptException;
import org.wirebell.app.AppConfig;
import org.wirebell.app.config.Complaint;
import org.wirebell.app.config.ConfigFile;
import org.wirebell.app.config.Loaded;
import org.wirebell.app.demo.Demo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code wirebell demo}: the samples as a day of live news. */
@Command(
        name = "demo",
        description =
                "Replays the samples as live feeds and wires, without any network; prints each alert as it is sent.")
public final class DemoCommand implements Callable<Integer> {
    /** What a shell tells of a program that was ended by Ctrl-C. */
    private static final int INTERRUPTED = 130;

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration TRYING = Duration.ofSeconds(3);

    @Option(
            names = "--once",
            description = "End when all samples are through; exit 0 only if the expected alerts came, and no others.")
    private boolean once;

    @Option(names = "--samples", paramLabel = "FOLDER", description = "Default: samples beside the program.")
    private Optional<Path> folder = Optional.empty();

    @Option(
            names = "--pause",
            paramLabel = "DURATION",
            description = "After each minute of the samples that rings; default: PT1S, with --once none.")
    private Optional<Duration> pause = Optional.empty();

    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean started;

    @Override
    public Integer call() throws IOException, ExecutionException {
        var work = Files.createTempDirectory("wirebell-demo-");
        var demo = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> clearUp(demo, work), "shutdown"));
        try {
            return show(work);
        } catch (InterruptedException | InterruptException _) {
            return INTERRUPTED;
        } finally {
            delete(work);
            over.countDown();
        }
    }

    private int show(Path work) throws IOException, InterruptedException, ExecutionException {
        var samples = folder.orElseGet(() ->
                Path.of(Optional.ofNullable(System.getenv("WIREBELL_HOME")).orElse("."), "samples"));
        long start = System.nanoTime();
        try (var out = Output.live();
                var demo =
                        Demo.start(samples, work, values -> settings(samples.resolve("wirebell.yaml"), values), out)) {
            started = true;
            out.println(
                    "page        http://127.0.0.1:" + demo.station().deskPort().orElse(0) + "/");
            out.println("            (this machine only: you are signed in by itself and may do everything)");
            out.println("metrics     http://127.0.0.1:" + demo.station().operationsPort() + "/metrics");
            for (var minute : demo.minutes()) {
                demo.play(minute);
                if (demo.rang()) {
                    Thread.sleep(pause.orElse(once ? Duration.ZERO : Duration.ofSeconds(1)));
                }
            }
            var verdict = demo.verdict(samples.resolve("expected.jsonl"));
            verdict.missing().forEach(line -> out.println("MISSING     " + line));
            verdict.unexpected().forEach(line -> out.println("UNEXPECTED  " + line));
            out.printf(
                    "%d alerts sent, %s, in %d s%n",
                    verdict.sent(),
                    verdict.good() ? "all as expected" : "NOT as expected",
                    Duration.ofNanos(System.nanoTime() - start).toSeconds());
            if (!once) {
                out.println("all samples are through; the page stays up until Ctrl-C");
                demo.station().failure().get();
            }
            return verdict.good() ? 0 : 1;
        }
    }

    private static AppConfig settings(Path file, Map<String, String> values) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw Wrong.use(file + ": cannot be read: " + e.getMessage());
        }
        for (var value : values.entrySet()) {
            text = text.replace("${" + value.getKey() + "}", value.getValue());
        }
        return switch (ConfigFile.read(file.toString(), text, AppConfig.class)) {
            case Loaded.Good<AppConfig>(var config) -> config;
            case Loaded.Bad<AppConfig>(var complaints) ->
                throw Wrong.use(complaints.stream().map(Complaint::toString).collect(Collectors.joining("\n")));
        };
    }

    /**
     * At Ctrl-C the demo closes, and its folder goes with it. One that still starts is not waited for: libraries that load bear no
     * interruption, and nothing of it is worth saving.
     */
    private void clearUp(Thread demo, Path work) {
        if (over.getCount() == 0) {
            return;
        }
        try {
            if (started) {
                demo.interrupt();
                over.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
            long end = System.nanoTime() + TRYING.toNanos();
            while (Files.exists(work) && System.nanoTime() < end) {
                deleteMost(work);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void deleteMost(Path work) {
        try {
            delete(work);
        } catch (IOException | UncheckedIOException _) { // others write there until the end
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
