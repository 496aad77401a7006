package org.wirebell.processor.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Beside plain sets, over stories that come and go. */
class ByTermTest {
    private static final int TERMS = 40;
    private static final int COMMON = 5;

    private final ByTerm byTerm = new ByTerm(COMMON);
    private final Map<Integer, Set<Cluster>> plain = new HashMap<>();
    private final Set<Cluster> all = new LinkedHashSet<>();
    private final Slots slots = new Slots();
    private int tellingAgain;

    @Test
    void tellsOfRareTermsWhatPlainSetsTell() {
        var random = new Random(3);
        for (int i = 0; i < 4_000; i++) {
            if (all.size() < (i / 500 % 2 == 0 ? 90 : 8)) { // many, then few, so that common terms become rare again
                come(story(i, random));
            } else {
                go(all.iterator().next());
            }
            for (int term = 0; term < TERMS; term++) {
                var those = plain.getOrDefault(term, Set.of());
                var told = new ArrayList<Cluster>();
                int count = byTerm.of(term, slot -> told.add(slots.get(slot)));
                assertThat(told)
                        .hasSize(count)
                        .containsExactlyInAnyOrderElementsOf(those.size() > COMMON ? Set.of() : those);
            }
        }

        assertThat(tellingAgain).isGreaterThan(TERMS);
    }

    private void come(Cluster story) {
        all.add(slots.give(story));
        story.weights().forEach(term -> {
            byTerm.add(term, story.slot());
            plain.computeIfAbsent(term, _ -> new LinkedHashSet<>()).add(story);
        });
    }

    private void go(Cluster story) {
        all.remove(story);
        story.weights().forEach(term -> {
            byTerm.remove(term, story, all);
            var left = plain.get(term);
            left.remove(story);
            tellingAgain += left.size() == COMMON ? 1 : 0;
        });
        slots.free(story);
    }

    private static Cluster story(int i, Random random) {
        var vocabulary = new Vocabulary();
        for (int term = 0; term < TERMS; term++) {
            vocabulary.came("t" + term, 1);
        }
        var terms = random.ints(6, 0, TERMS).sorted().distinct().toArray();
        var weights = new double[terms.length];
        java.util.Arrays.fill(weights, 1);
        return new Cluster(
                "s" + i, "en", Instant.EPOCH, new Weights(vocabulary, terms, weights, new int[terms.length]));
    }
}
