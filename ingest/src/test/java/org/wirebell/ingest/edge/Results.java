package org.wirebell.ingest.edge;

import java.util.concurrent.ConcurrentSkipListMap;

/** What the scenarios came to, as a table at their end. */
final class Results {
    private static final ConcurrentSkipListMap<String, String> ALL = new ConcurrentSkipListMap<>();

    private Results() {}

    static void say(String scenario, String result) {
        ALL.put(scenario.strip(), result);
    }

    static void print() {
        ALL.forEach((scenario, result) -> System.out.printf("%-52s %s%n", scenario, result));
        ALL.clear();
    }
}
