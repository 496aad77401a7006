package org.wirebell.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The samples in the order of their day. Their names are the script: {@code feeds/SOURCE/HHMM.xml} is what a feed holds
 * from that minute on, {@code wires/SOURCE/HHMM-name.ext} arrives at that minute.
 *
 * @param steps by minute
 */
record Script(NavigableMap<String, Step> steps) {
    private static final int TIME = 4;

    /** What happens in one minute. */
    record Step(List<Event> feeds, List<Event> wires) {}

    /** A file of a source. */
    record Event(String source, Path file) {}

    static Script of(Path samples) throws IOException {
        var steps = new TreeMap<String, Step>();
        for (var event : events(samples.resolve("feeds"))) {
            at(steps, event).feeds().add(event);
        }
        for (var event : events(samples.resolve("wires"))) {
            at(steps, event).wires().add(event);
        }
        if (steps.isEmpty()) {
            throw new IOException("no samples in " + samples.toAbsolutePath());
        }
        return new Script(steps);
    }

    SortedSet<String> feeds() {
        return sources(Step::feeds);
    }

    SortedSet<String> wires() {
        return sources(Step::wires);
    }

    private SortedSet<String> sources(java.util.function.Function<Step, List<Event>> of) {
        var names = new TreeSet<String>();
        steps.values().forEach(step -> of.apply(step).forEach(event -> names.add(event.source())));
        return names;
    }

    private static Step at(TreeMap<String, Step> steps, Event event) {
        var time = event.file().getFileName().toString().substring(0, TIME);
        return steps.computeIfAbsent(time, t -> new Step(new ArrayList<>(), new ArrayList<>()));
    }

    private static List<Event> events(Path folder) throws IOException {
        var events = new ArrayList<Event>();
        try (var files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().matches("\\d{4}.*"))
                    .sorted()
                    .forEach(file -> events.add(
                            new Event(folder.relativize(file).getName(0).toString(), file)));
        }
        return events;
    }
}
