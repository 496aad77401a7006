package org.wirebell.bench.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.wirebell.bench.Loop;
import org.wirebell.bench.live.Press;
import org.wirebell.bench.poll.Child;

/**
 * What {@code wirebell up} takes of a core with {@code config/wirebell.yaml} as it stands, but for the feeds: those of a {@link Press} on
 * loopback, of which one in six has an item each half hour, and the others one a day so far and none now. A line for each minute: the whole
 * process, and the threads that take most. Arguments: feeds (500), minutes (10).
 */
public final class Idle {
    private static final int LIVELY = 6;
    private static final int HALF_AN_HOUR = 30 * 60;
    private static final int MINUTE = 60;
    private static final int NAMED = 9;

    private Idle() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int feeds = args.length > 0 ? Integer.parseInt(args[0]) : 500;
        int minutes = args.length > 1 ? Integer.parseInt(args[1]) : 10;
        var folder = Files.createTempDirectory("wirebell-idle-");
        try (var press = Press.open(feeds, feed -> feed % LIVELY == 0 ? Duration.ofMinutes(30) : Duration.ofDays(1))) {
            var config = Files.writeString(folder.resolve("wirebell.yaml"), config(folder, press.addresses()));
            try (var up =
                    Child.start(List.of("./wirebell", "up", "--config", config.toString()), folder.resolve("log"))) {
                watch(up, press, minutes);
            }
        } finally {
            Loop.delete(folder);
        }
    }

    private static void watch(Child up, Press press, int minutes) throws IOException, InterruptedException {
        int lively = Math.max(1, press.addresses().size() / LIVELY);
        var before = up.threads();
        double all = up.cpu();
        long start = System.nanoTime();
        int printed = 0;
        for (int second = 1; second <= minutes * MINUTE && up.isAlive(); second++) {
            Thread.sleep(Math.max(0, second * 1_000L - (System.nanoTime() - start) / 1_000_000));
            for (; printed < (long) second * lively / HALF_AN_HOUR; printed++) {
                press.print(printed % lively * LIVELY);
            }
            if (second % MINUTE == 0) {
                var now = up.threads();
                double used = up.cpu();
                System.out.printf(
                        Locale.ROOT,
                        "minute %2d: %5.2f %% %s%n",
                        second / MINUTE,
                        percent(used - all),
                        most(before, now));
                before = now;
                all = used;
            }
        }
        if (!up.isAlive()) {
            throw new IOException("wirebell up has ended");
        }
    }

    private static double percent(double seconds) {
        return 100 * seconds / MINUTE;
    }

    private static String most(Map<String, Double> before, Map<String, Double> now) {
        var used = new TreeMap<String, Double>();
        now.forEach((name, seconds) -> used.put(name, seconds - before.getOrDefault(name, 0.0)));
        return used.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(NAMED)
                .map(e -> String.format(Locale.ROOT, "%s %.2f", e.getKey(), percent(e.getValue())))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** Its folders below one of ours, its ports free ones, its feeds those of the press. */
    private static String config(Path folder, List<String> addresses) throws IOException {
        var sources = IntStream.range(0, addresses.size())
                .mapToObj(i -> "    feed-%d: {url: \"%s\"}".formatted(i, addresses.get(i)));
        return Files.readString(Path.of("config", "wirebell.yaml"))
                .lines()
                .filter(line -> !line.matches(" {4}\\S+: \\{url: .*"))
                .map(line -> line.replaceAll("\\bdata/", folder + "/").replaceAll("\\bport: \\d+", "port: 0"))
                .flatMap(line -> switch (line) {
                    case "ingest:" -> Stream.of(line, "  allow-private-feeds: true");
                    case "  sources:" -> Stream.concat(Stream.of(line), sources);
                    default -> Stream.of(line);
                })
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
