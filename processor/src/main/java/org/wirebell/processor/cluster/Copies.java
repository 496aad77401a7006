package org.wirebell.processor.cluster;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds copies as items come: whole, cut, edited or updated. A text is known by its shingles; least hashes in bands say which held texts
 * may be alike, and those are compared shingle by shingle. What one item costs does not depend on how many are held.
 *
 * <p>Texts are held for a window of the stream's own time. Of a family the version received last is held, and no version is a copy of
 * another. All state is on the shelves: a new instance over the same ones goes on where the last stood.
 */
public final class Copies {
    /** One text comes, up to so many old ones go. */
    private static final int LET_GO = 4;

    private static final Comparator<Judge.Found> CLOSEST = Comparator.comparingDouble(
                    (Judge.Found found) -> found.likeness().jaccard())
            .reversed()
            .thenComparing(found -> found.held().at())
            .thenComparing(found -> found.held().id());

    private static final Comparator<Map.Entry<String, Integer>> MOST_BANDS =
            Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey());

    private final CopiesConfig config;
    private final Shelf<HeldText> texts;
    private final Shelf<Bucket> buckets;
    private final Calendar calendar;
    private final Printer printer = new Printer();
    private final Judge judge;

    /**
     * @param texts by the handle of their family
     * @param buckets by band
     * @param hours texts by the hour of receipt
     */
    public Copies(CopiesConfig config, Shelf<HeldText> texts, Shelf<Bucket> buckets, Shelf<Hour> hours) {
        this.config = config;
        this.texts = texts;
        this.buckets = buckets;
        this.calendar = new Calendar(hours, config.window());
        this.judge = new Judge(config);
    }

    /** Puts the handle of a text that is held back into its buckets, where these were lost; the oldest text first. */
    public void putBack(String handle, HeldText text) {
        for (var band : text.buckets()) {
            buckets.put(band, buckets.get(band).orElse(Bucket.EMPTY).with(handle, config.bucket()));
        }
    }

    /** Says what an item is a copy of, and holds its text. One that comes too late for the window is compared, not held. */
    public Optional<Copy> add(Candidate candidate) {
        var limit = calendar.moveTo(candidate.at());
        calendar.takeOver(LET_GO).forEach(handle -> letGo(handle, limit));
        var handle = Packed.handle(candidate.family());
        var before = texts.get(handle);
        boolean held = !candidate.at().isBefore(limit)
                && before.filter(b -> b.at().isAfter(candidate.at())).isEmpty();
        if (held) {
            before.ifPresent(b -> drop(handle, b));
        }
        var print = printer.print(candidate);
        var near = print.bands().stream()
                .map(band -> buckets.get(band).orElse(Bucket.EMPTY))
                .toList();
        var found = closest(candidate, print, likely(near, handle), limit)
                .filter(f -> before.isEmpty() || !taken(before.get(), f.held()));
        var first = before.filter(b -> !b.copy()).map(HeldText::root).orElse(candidate.id());
        var root = found.map(f -> f.held().root()).orElse(first);
        if (held && !near.isEmpty()) {
            hold(handle, HeldText.of(candidate, print, root, found.isPresent()), print.bands(), near);
        }
        return found.map(f -> new Copy(
                f.held().id(),
                root,
                f.kind(),
                f.likeness().jaccard(),
                f.likeness().containment(),
                f.changes().told()));
    }

    /** Whether a text was taken from an earlier version of the family that it is now held against. */
    private static boolean taken(HeldText version, HeldText other) {
        return !version.copy() && other.root().equals(version.root());
    }

    /** Of texts that are no younger the closest, of the younger ones where there is no other. */
    private Optional<Judge.Found> closest(Candidate candidate, Print print, List<String> likely, Instant limit) {
        return likely.stream()
                .flatMap(handle -> texts.get(handle).stream())
                .filter(text -> !text.at().isBefore(limit))
                .flatMap(text -> judge.judge(print, candidate.source(), candidate.at(), text).stream())
                .min(Comparator.comparing((Judge.Found f) -> f.held().at().isAfter(candidate.at()))
                        .thenComparing(CLOSEST));
    }

    /** Texts that share a band, those that share most of them first. */
    private List<String> likely(List<Bucket> near, String own) {
        Map<String, Integer> shared = new HashMap<>();
        near.forEach(bucket -> bucket.handles().forEach(handle -> shared.merge(handle, 1, Integer::sum)));
        shared.remove(own);
        int least = least(shared.values());
        return shared.entrySet().stream()
                .filter(e -> e.getValue() >= least)
                .sorted(MOST_BANDS)
                .limit(config.verified())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Texts that share fewer bands are not among the most likely: most share but one, and need not be sorted. */
    private int least(Collection<Integer> shared) {
        var counts = new int[Printer.ALL_BANDS + 1];
        shared.forEach(bands -> counts[bands]++);
        int least = Printer.ALL_BANDS;
        for (int more = counts[least]; least > 1 && more < config.verified(); more += counts[least]) {
            least--;
        }
        return least;
    }

    private void hold(String handle, HeldText text, List<String> bands, List<Bucket> near) {
        texts.put(handle, text);
        calendar.note(handle, text.at());
        var changed = new HashMap<String, Bucket>();
        for (int band = 0; band < bands.size(); band++) {
            changed.put(bands.get(band), near.get(band).with(handle, config.bucket()));
        }
        buckets.putAll(changed);
    }

    private void letGo(String handle, Instant limit) {
        texts.get(handle).filter(held -> held.at().isBefore(limit)).ifPresent(held -> drop(handle, held));
    }

    private void drop(String handle, HeldText held) {
        texts.delete(handle);
        for (var band : held.buckets()) {
            var bucket = buckets.get(band).orElse(Bucket.EMPTY).without(handle);
            if (bucket.size() == 0) {
                buckets.delete(band);
            } else {
                buckets.put(band, bucket);
            }
        }
    }
}
