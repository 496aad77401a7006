package org.wirebell.processor.cluster;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A text that copies are looked for of. Sets of numbers are four bytes each, in Base64, so that a state store holds little more than they are.
 *
 * @param id of the version of the item
 * @param root id of the first text of its chain, its own when it is no copy
 * @param copy whether it was told as a copy
 * @param size how many different shingles it has, {@code level} and {@code hashes} which of them are kept
 * @param bands names of its buckets, one behind the other
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
                String.join("", print.bands()),
                print.headline(),
                print.numbers().packedValues(),
                print.numbers().packedWindows(),
                print.names().packed());
    }

    Print.Shingles shingles() {
        return new Print.Shingles(size, level, Hashes.unpacked(hashes));
    }

    /** Names of the buckets that it was put in. */
    List<String> buckets() {
        return IntStream.range(0, bands.length() / Packed.BAND)
                .mapToObj(band -> bands.substring(band * Packed.BAND, (band + 1) * Packed.BAND))
                .toList();
    }
}
