package org.wirebell.bench.live;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wirebell.model.Json;

/**
 * Hundreds of loopback feeds, one in twenty of them hostile, polled by the real ingest role; then the books are audited:
 * nothing lost, nothing twice, nothing late, nobody asked who wanted to be left alone. The same feeds without anyone hostile
 * run first, to tell what the hostile ones did to the others. Prints a table and one JSON line; exit 1 when anything is broken.
 * Arguments: feeds (500), seconds of publishing (120), interval of polling in seconds (15), hostile in per cent (5).
 */
public final class LiveFeeds {
    private LiveFeeds() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int feeds = number(args, 0, 500);
        var length = Duration.ofSeconds(number(args, 1, 120));
        var every = Duration.ofSeconds(number(args, 2, 15));
        int hostile = feeds * number(args, 3, 5) / 100;
        var stormy = new Scenario(feeds, hostile, every, length, Duration.ofSeconds(20), Duration.ofSeconds(2));
        Run.of(Scenario.small()); // so that no class is loaded while it counts
        var calmRun = Run.of(stormy.calm());
        var stormyRun = Run.of(stormy);
        var audits = new LinkedHashMap<String, Audit>();
        audits.put("without hostile feeds", Audit.of(calmRun));
        audits.put("with " + hostile + " hostile feeds of " + feeds, Audit.of(stormyRun));
        audits.put("what the hostile ones cost the others", Audit.delays(calmRun, stormyRun));
        System.exit(report(stormy, audits) ? 0 : 1);
    }

    private static boolean report(Scenario scenario, Map<String, Audit> audits) {
        var broken = new ArrayList<String>();
        var json = new LinkedHashMap<String, Object>();
        json.put("feeds", scenario.feeds());
        json.put("hostile", scenario.hostile());
        json.put("every", scenario.every().toString());
        audits.forEach((name, audit) -> {
            System.out.println("\n" + name);
            audit.figures().forEach((figure, value) -> System.out.printf("  %-36s %10s%n", figure, value));
            audit.broken().forEach(fault -> broken.add(name + ": " + fault));
            json.put(name, audit.figures());
        });
        json.put("broken", List.copyOf(broken));
        System.out.println();
        broken.forEach(fault -> System.out.println("BROKEN " + fault));
        System.out.println(broken.isEmpty() ? "everything held" : broken.size() + " things are broken");
        System.out.println(Json.plain(json));
        return broken.isEmpty();
    }

    private static int number(String[] args, int place, int otherwise) {
        return args.length > place ? Integer.parseInt(args[place]) : otherwise;
    }
}
