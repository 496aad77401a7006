package org.wirebell.processor.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table beside a plain one: texts in lists by band. */
class BandsTest {
    private static final int WIDTH = 6;
    private static final int MOST = 5;
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Bands bands = new Bands(WIDTH, MOST, 10_000);
    private final Map<List<Integer>, List<String>> plain = new HashMap<>();
    private final Map<String, List<Integer>> held = new HashMap<>();

    @Test
    void findsWhatAPlainTableFinds() {
        var random = new Random(11);
        for (int i = 0; i < 6_000; i++) {
            var handle = "t" + random.nextInt(900);
            var hashes = hashes(random);
            assertThat(bands.closest(ints(hashes), handle, 4)).isEqualTo(closest(hashes, handle, 4));
            remove(handle);
            bands.remove(handle);
            if (random.nextInt(4) > 0) {
                put(handle, hashes);
                bands.put(handle, ints(hashes), NOON);
            }
        }

        assertThat(bands.size())
                .isEqualTo(plain.values().stream().mapToInt(List::size).sum())
                .isGreaterThan(WIDTH * 256);
        List.copyOf(held.keySet()).forEach(bands::remove);
        assertThat(bands.size()).isZero();
    }

    @Test
    void putsATextAnewAsTheLatest() {
        var same = Ints.of(1, 2, 3, 4, 5, 6);
        IntStream.range(0, MOST).forEach(i -> bands.put("t" + i, same, NOON));
        bands.put("t0", same, NOON);
        bands.put("new", same, NOON);

        assertThat(bands.closest(same, "", 9)).containsExactlyInAnyOrder("t0", "t2", "t3", "t4", "new");
    }

    @Test
    void forgetsTheTextPutFirstWhereThereIsNoRoom() {
        var few = new Bands(WIDTH, MOST, 3);
        var same = Ints.of(1, 2, 3, 4, 5, 6);
        var gone = Stream.of("a", "b", "c", "a", "d")
                .flatMap(text -> few.put(text, same, NOON).stream())
                .toList();

        assertThat(gone).containsExactly("b");
        assertThat(few.holds("b")).isFalse();
        assertThat(few.closest(same, "", 9)).containsExactlyInAnyOrder("a", "c", "d");
        assertThat(few.size()).isEqualTo(3 * WIDTH);
        few.remove("b");
        few.remove("c");
        assertThat(few.closest(same, "", 9)).containsExactlyInAnyOrder("a", "d");
    }

    @Test
    void takesOutWhatWasReceivedBeforeAMomentInTheOrderInWhichItWasPut() {
        var same = Ints.of(1, 2, 3, 4, 5, 6);
        bands.put("a", same, NOON);
        bands.put("b", same, NOON.plusSeconds(2));
        bands.put("late", same, NOON.plusSeconds(1));

        assertThat(bands.takeBefore(NOON)).isEmpty();
        assertThat(bands.takeBefore(NOON.plusSeconds(2))).contains("a");
        assertThat(bands.takeBefore(NOON.plusSeconds(2))).isEmpty();
        assertThat(bands.holds("late")).isTrue();
        assertThat(Stream.generate(() -> bands.takeBefore(NOON.plusSeconds(9)))
                        .limit(3)
                        .flatMap(Optional::stream))
                .containsExactly("b", "late");
        assertThat(bands.size()).isZero();
    }

    @Test
    void takesAnyBoundThatTheSettingNames() {
        var boundless = new Bands(WIDTH, MOST, Integer.MAX_VALUE);
        var same = Ints.of(1, 2, 3, 4, 5, 6);
        List.of("a", "b", "c").forEach(text -> boundless.put(text, same, NOON));
        boundless.remove("b");

        assertThat(boundless.closest(same, "", 9)).containsExactlyInAnyOrder("a", "c");
        assertThat(boundless.size()).isEqualTo(2 * WIDTH);
    }

    /** Few hashes, so that many texts agree, and rows are shared by bands that do not. */
    private static List<Integer> hashes(Random random) {
        return IntStream.range(0, WIDTH)
                .mapToObj(_ -> random.nextInt(random.nextBoolean() ? 40 : 100_000))
                .toList();
    }

    private static Ints ints(List<Integer> hashes) {
        return Ints.of(hashes.stream().mapToInt(Integer::intValue).toArray());
    }

    private void put(String handle, List<Integer> hashes) {
        held.put(handle, hashes);
        for (int band = 0; band < WIDTH; band++) {
            var texts = plain.computeIfAbsent(List.of(band, hashes.get(band)), _ -> new ArrayList<>());
            texts.add(handle);
            if (texts.size() > MOST) {
                texts.removeFirst();
            }
        }
    }

    private void remove(String handle) {
        held.remove(handle);
        plain.values().forEach(texts -> texts.remove(handle));
    }

    private List<String> closest(List<Integer> hashes, String own, int limit) {
        var shared = new HashMap<String, Integer>();
        for (int band = 0; band < WIDTH; band++) {
            plain.getOrDefault(List.of(band, hashes.get(band)), List.of())
                    .forEach(text -> shared.merge(text, 1, Integer::sum));
        }
        shared.remove(own);
        return shared.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(limit)
                .map(Map.Entry::getKey)
                .toList();
    }
}
