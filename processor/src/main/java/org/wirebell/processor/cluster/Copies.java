package org.wirebell.processor.cluster;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Finds copies as items come: whole, cut, edited or updated. A text is known by its shingles; least hashes in bands say which held texts
 * may be alike, and those are compared shingle by shingle. What one item costs does not depend on how many are held.
 *
 * <p>Texts are held for a window of the stream's own time, and of so many at most those that came last: neither memory nor disk grows with
 * what was seen. Of a family the version received last is held, and no version is a copy of another. All state is on the shelf, or can be
 * told from it: a new instance over the same one goes on where the last stood.
 */
public final class Copies {
    /** One text comes, up to so many old ones go. */
    private static final int LET_GO = 4;

    private static final Comparator<Judge.Found> CLOSEST = Comparator.comparingDouble(
                    (Judge.Found found) -> found.likeness().jaccard())
            .reversed()
            .thenComparing(found -> found.held().at())
            .thenComparing(found -> found.held().id());

    private final CopiesConfig config;
    private final Shelf<HeldText> texts;
    private final Bands bands;
    private final Printer printer = new Printer();
    private final Judge judge;
    /** Texts on the shelf that are one too many: an earlier version, or one with another setting, held them. */
    private final Queue<String> left = new ArrayDeque<>();
    /** The latest receipt: it moves with the stream and never goes back. */
    private Instant now = Instant.EPOCH;

    /** @param texts by the handle of their family */
    public Copies(CopiesConfig config, Shelf<HeldText> texts) {
        this.config = config;
        this.texts = texts;
        this.bands = new Bands(Printer.ALL_BANDS, config.bucket(), config.texts());
        this.judge = new Judge(config);
    }

    /**
     * Takes note of the texts that are held already: at a start of all of them, of more than are remembered of the latest. The others go
     * with time, as many as are remembered at most; the rest after another start.
     *
     * @param held gives each with its handle, in any order
     */
    public void putBack(Consumer<BiConsumer<String, HeldText>> held) {
        var latest = new PriorityQueue<Noted>(Comparator.comparing(Noted::at).thenComparing(Noted::handle));
        held.accept((handle, text) -> {
            latest.add(new Noted(text.at(), handle, text.print().bands()));
            if (latest.size() > config.texts()) {
                var old = latest.remove();
                if (left.size() < config.texts()) {
                    left.add(old.handle);
                }
            }
        });
        for (var text = latest.poll(); text != null; text = latest.poll()) {
            bands.put(text.handle, text.bands, text.at);
            now = text.at;
        }
    }

    private record Noted(Instant at, String handle, Ints bands) {}

    /** In how many bands texts are remembered. */
    int remembered() {
        return bands.size();
    }

    /** Says what an item is a copy of, and holds its text. One that comes too late for the window is compared, not held. */
    public Optional<Copy> add(Candidate candidate) {
        now = candidate.at().isAfter(now) ? candidate.at() : now;
        var limit = now.minus(config.window());
        letGo(limit);
        var handle = Packed.handle(candidate.family());
        var before = held(handle);
        boolean held = !candidate.at().isBefore(limit)
                && before.filter(b -> b.at().isAfter(candidate.at())).isEmpty();
        if (held) {
            before.ifPresent(_ -> drop(handle));
        }
        var print = printer.print(candidate);
        var likely = bands.closest(print.bands(), handle, config.verified());
        var found = closest(candidate, print, likely, limit)
                .filter(f -> before.isEmpty() || !taken(before.get(), f.held()));
        var first = before.filter(b -> !b.copy()).map(HeldText::root).orElse(candidate.id());
        var root = found.map(f -> f.held().root()).orElse(first);
        if (held && !print.bands().isEmpty()) {
            hold(handle, HeldText.of(candidate, print, root, found.isPresent()), print.bands());
        }
        return found.map(f -> new Copy(
                f.held().id(),
                root,
                f.kind(),
                f.likeness().jaccard(),
                f.likeness().containment(),
                f.changes().told()));
    }

    /** The text of a family; most families are new, and a store takes long to say that it holds nothing. */
    private Optional<HeldText> held(String handle) {
        return bands.holds(handle) ? texts.get(handle) : Optional.empty();
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

    private void hold(String handle, HeldText text, Ints bands) {
        texts.put(handle, text);
        this.bands.put(handle, bands, text.at()).ifPresent(texts::delete);
    }

    /** Those put first; one that came late behind younger ones stays until they go. */
    private void letGo(Instant limit) {
        for (int i = 0; i < LET_GO; i++) {
            bands.takeBefore(limit)
                    .or(() -> Optional.ofNullable(left.poll()).filter(handle -> !bands.holds(handle)))
                    .ifPresent(texts::delete);
        }
    }

    private void drop(String handle) {
        texts.delete(handle);
        bands.remove(handle);
    }
}
