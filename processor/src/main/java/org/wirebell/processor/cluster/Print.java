package org.wirebell.processor.cluster;

/**
 * What is taken of a text to know it again.
 *
 * @param shingles of the whole text
 * @param bands a hash for each: those of the whole, then those of the head; empty when there is too little to go by
 * @param headline hash of the headline's words
 * @param names hashes of the words written as names
 */
record Print(Shingles shingles, Ints bands, int headline, Numbers numbers, Hashes names) {
    /**
     * Shingles, or a sample of them.
     *
     * @param size how many different ones the text has
     * @param level those of this level are kept, and those at its start; zero: all of them
     */
    record Shingles(int size, int level, Hashes kept) {}
}
