package org.wirebell.bench.soak;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Faults one after the other, each kind once before any comes again, in an order and at moments that a seed chooses. */
final class Mix {
    /** How the world outside behaves. */
    enum Mood {
        WELL,
        REFUSES,
        HANGS
    }

    private enum Fault {
        PROCESSOR_KILLED,
        ALERTS_KILLED,
        INGEST_KILLED,
        BROKER_KILLED,
        RECEIVER_REFUSES,
        RECEIVER_HANGS,
        FEED_HANGS
    }

    /** Of a minute and a half on the average, in which all has to recover. */
    private static final Duration PAUSE_LEAST = Duration.ofSeconds(60);

    private static final int PAUSE_MORE = 60;
    private static final Duration SPELL = Duration.ofSeconds(40);

    private final Crew crew;
    private final Outside outside;
    private final Random random;
    private final Map<String, Integer> struck = new LinkedHashMap<>();

    Mix(Crew crew, Outside outside, long seed) {
        this.crew = crew;
        this.outside = outside;
        this.random = new Random(seed);
    }

    /** Strikes until the time is over, and keeps up what ends. */
    void run(Duration length) throws IOException, InterruptedException {
        long end = System.nanoTime() + length.toNanos();
        var next = new ArrayList<Fault>();
        while (System.nanoTime() < end) {
            if (next.isEmpty()) {
                next.addAll(List.of(Fault.values()));
                Collections.shuffle(next, random);
            }
            var fault = next.removeLast();
            System.out.println("           strikes: " + fault);
            struck.merge(fault.name(), 1, Integer::sum);
            strike(fault);
            watch(PAUSE_LEAST.plusSeconds(random.nextInt(PAUSE_MORE)));
        }
    }

    /** How often each fault struck. */
    Map<String, Integer> struck() {
        return struck;
    }

    private void strike(Fault fault) throws IOException, InterruptedException {
        switch (fault) {
            case PROCESSOR_KILLED -> crew.kill("process");
            case ALERTS_KILLED -> crew.kill("alert");
            case INGEST_KILLED -> crew.kill("ingest");
            case BROKER_KILLED -> crew.kill(Crew.BROKER);
            case RECEIVER_REFUSES -> {
                outside.receiver(Mood.REFUSES);
                watch(SPELL);
                outside.receiver(Mood.WELL);
            }
            case RECEIVER_HANGS -> {
                outside.receiver(Mood.HANGS);
                watch(SPELL);
                outside.receiver(Mood.WELL);
            }
            case FEED_HANGS -> {
                outside.feed(Mood.HANGS);
                watch(SPELL);
                outside.feed(Mood.WELL);
            }
        }
    }

    private void watch(Duration length) throws IOException, InterruptedException {
        for (long end = System.nanoTime() + length.toNanos(); System.nanoTime() < end; ) {
            crew.keepUp();
            Thread.sleep(Duration.ofSeconds(1));
        }
    }
}
