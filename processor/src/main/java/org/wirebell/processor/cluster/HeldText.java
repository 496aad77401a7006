package org.wirebell.processor.cluster;

import java.time.Instant;

/**
 * A text that copies are looked for of. Sets of numbers are four bytes each, in Base64, so that a state store holds little more than they are.
 *
 * @param id of the version of the item
 * @param root id of the first text of its chain, its own when it is no copy
 * @param copy whether it was told as a copy
 * @param size how many different shingles it has, {@code level} and {@code hashes} which of them are kept
 * @param bands number and hash of each, one behind the other
 * @param numbers its numbers, {@code windows} what stands around them
 */
public record HeldText(
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

    static HeldText of(Candidate candidate, Print print, String root, boolean copy) {
        return new HeldText(
                candidate.id(),
                candidate.source(),
                candidate.at(),
                root,
                copy,
                print.shingles().size(),
                print.shingles().level(),
                print.shingles().kept().packed(),
                Packed.bands(print.bands()),
                print.headline(),
                print.numbers().packedValues(),
                print.numbers().packedWindows(),
                print.names().packed());
    }

    Print.Shingles shingles() {
        return new Print.Shingles(size, level, Hashes.unpacked(hashes));
    }
}
