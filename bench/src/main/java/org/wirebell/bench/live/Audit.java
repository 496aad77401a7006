package org.wirebell.bench.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The books of a run: what was promised, what came of it, and what is broken.
 *
 * @param figures in the order in which they are shown
 * @param broken in words; empty when everything held
 */
record Audit(Map<String, Object> figures, List<String> broken) {
    /** No good source may be held up by so many milliseconds because of hostile ones. */
    private static final long MOST_DELAY = 1_000;

    static Audit of(Run run) {
        var figures = new LinkedHashMap<String, Object>();
        var broken = new ArrayList<String>();
        items(run, figures, broken);
        lateness(run, figures, broken);
        manners(run, figures, broken);
        figures.put("heap MB, most", run.load().heapMb());
        figures.put("resident MB, most so far", run.load().residentMb());
        figures.put("platform threads, most", run.load().threads());
        figures.put("virtual threads held up ms, most", run.load().stallMs());
        figures.put("machine held up ms, most", run.load().machineStallMs());
        figures.put("CPU seconds", Math.round(run.load().cpuSeconds() * 10) / 10.0);
        return new Audit(figures, broken);
    }

    private static void items(Run run, Map<String, Object> figures, List<String> broken) {
        var lost = run.published().keySet().stream()
                .filter(story -> !run.seen().containsKey(story))
                .toList();
        var twice = run.seen().entrySet().stream()
                .filter(story -> story.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .toList();
        figures.put("stories published", run.published().size());
        figures.put("lost", lost.size());
        figures.put("more than once", twice.size());
        check(lost.isEmpty(), "lost: " + lost.stream().limit(20).toList(), broken);
        check(twice.isEmpty(), "more than once: " + twice.stream().limit(20).toList(), broken);
    }

    /**
     * From the publishing of a story to its being readable in the topic. Counts from the second poll of each feed: at the
     * first, all documents are new and long at once, and the compilers have hardly begun.
     */
    private static void lateness(Run run, Map<String, Object> figures, List<String> broken) {
        var polls = run.book().visits().stream()
                .collect(Collectors.groupingBy(
                        Visit::feed, Collectors.mapping(Visit::at, Collectors.toCollection(TreeSet::new))));
        var late = new ArrayList<Long>();
        var path = new ArrayList<Long>();
        run.published().forEach((story, published) -> {
            var asked = polls.getOrDefault(Integer.parseInt(story.substring(1, story.indexOf('s'))), new TreeSet<>());
            if (run.seen().containsKey(story) && asked.size() > 1 && published > second(asked)) {
                long seen = run.seen().get(story).getFirst();
                late.add(seen - published);
                path.add(seen - Optional.ofNullable(asked.ceiling(published)).orElse(seen));
            }
        });
        late.sort(Long::compare);
        path.sort(Long::compare);
        long allowed = run.scenario().latest().toMillis();
        figures.put("stories timed", late.size());
        figures.put("late ms p50", at(late, 0.5));
        figures.put("late ms p99", at(late, 0.99));
        figures.put("late ms most", at(late, 1));
        figures.put("late ms allowed", allowed);
        figures.put("from the poll to the topic ms p50", at(path, 0.5));
        figures.put("from the poll to the topic ms p99", at(path, 0.99));
        long tooLate = late.stream().filter(ms -> ms > allowed).count();
        check(!late.isEmpty(), "no story was timed", broken);
        check(tooLate == 0, tooLate + " stories were late, the worst by " + at(late, 1) + " ms", broken);
    }

    private static long second(TreeSet<Long> asked) {
        return asked.higher(asked.first());
    }

    private static void manners(Run run, Map<String, Object> figures, List<String> broken) {
        var book = run.book();
        figures.put("requests", book.visits().size());
        figures.put("at one host at once, most", book.atOnce());
        figures.put("during Retry-After", book.duringRetryAfter());
        figures.put("without validators though known", book.needless());
        check(book.atOnce() <= 1, book.atOnce() + " requests at one host at once", broken);
        check(book.duringRetryAfter() == 0, book.duringRetryAfter() + " requests during Retry-After", broken);
        check(book.needless() == 0, book.needless() + " requests without known validators", broken);
    }

    /** How much longer than in the calm run the good feeds had to wait for a poll, each at its worst. */
    static Audit delays(Run calm, Run stormy) {
        var before = worstGaps(calm);
        var delays = worstGaps(stormy).entrySet().stream()
                .filter(gap -> before.containsKey(gap.getKey()) && isGood(stormy.scenario(), gap.getKey()))
                .map(gap -> gap.getValue() - before.getOrDefault(gap.getKey(), 0L))
                .sorted()
                .collect(Collectors.toCollection(ArrayList::new));
        var figures = new LinkedHashMap<String, Object>();
        figures.put("good feeds compared", delays.size());
        figures.put("worst wait, longer by ms p50", at(delays, 0.5));
        figures.put("worst wait, longer by ms p99", at(delays, 0.99));
        figures.put("worst wait, longer by ms most", at(delays, 1));
        var broken = new ArrayList<String>();
        check(
                at(delays, 1) <= MOST_DELAY,
                delays.stream().filter(ms -> ms > MOST_DELAY).count()
                        + " good feeds were held up by hostile ones, by up to " + at(delays, 1) + " ms",
                broken);
        return new Audit(figures, broken);
    }

    private static boolean isGood(Scenario scenario, int feed) {
        return !Scenario.isHostile(feed, scenario.feeds(), scenario.hostile());
    }

    /** The longest time between two polls of each feed, from its second on. */
    private static Map<Integer, Long> worstGaps(Run run) {
        var first = run.book().first();
        var last = new HashMap<Integer, Long>();
        var worst = new HashMap<Integer, Long>();
        run.book().visits().stream()
                .sorted((a, b) -> Long.compare(a.at(), b.at()))
                .forEach(visit -> {
                    var before = last.put(visit.feed(), visit.at());
                    if (before != null && before > first.getOrDefault(visit.feed(), before)) {
                        worst.merge(visit.feed(), visit.at() - before, Math::max);
                    }
                });
        return worst;
    }

    private static void check(boolean holds, String otherwise, List<String> broken) {
        if (!holds) {
            broken.add(otherwise);
        }
    }

    private static long at(List<Long> sorted, double share) {
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.round(share * (sorted.size() - 1)));
    }
}
