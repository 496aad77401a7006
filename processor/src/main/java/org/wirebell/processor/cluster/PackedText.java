package org.wirebell.processor.cluster;

import java.time.Instant;

/**
 * A {@link HeldText} as versions before 27 November 2026 wrote it, in JSON: numbers are four bytes each, in Base64. Texts are held for three days.
 *
 * @param bands number and hash of each, one behind the other
 */
record PackedText(
        String id,
        String source,
        Instant at,
        String root,
        boolean copy,
        int size,
        int level,
        String hashes,
        String bands,
        int headline,
        String numbers,
        String windows,
        String names) {
    HeldText unpacked() {
        var print = new Print(
                new Print.Shingles(size, level, Hashes.of(Packed.ints(hashes))),
                Packed.bands(bands),
                headline,
                Numbers.unpacked(numbers, Ints.of(Packed.ints(windows))),
                Hashes.of(Packed.ints(names)));
        return new HeldText(id, source, at, root, copy, print);
    }
}
