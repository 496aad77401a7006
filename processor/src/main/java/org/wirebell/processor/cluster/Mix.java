package org.wirebell.processor.cluster;

/**
 * Hashes of 32 and 64 bits. They are kept in state stores, so they are the same on every machine and in every version. Letters go through
 * FNV-1a, the end through the finishers of MurmurHash3.
 */
final class Mix {
    private static final int FNV = 0x01000193;
    private static final int START = 0x811c9dc5;
    private static final long FNV_LONG = 0x100000001b3L;
    private static final long START_LONG = 0xcbf29ce484222325L;

    private Mix() {}

    static int of(String word) {
        int hash = START;
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * FNV;
        }
        return finish(hash);
    }

    static long wide(String word) {
        long hash = START_LONG;
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * FNV_LONG;
        }
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        return hash ^ hash >>> 33;
    }

    /** A hash that depends on both and on their order. */
    static int join(int before, int next) {
        return finish(before * 31 + next);
    }

    static int finish(int hash) {
        int mixed = (hash ^ hash >>> 16) * 0x85ebca6b;
        mixed = (mixed ^ mixed >>> 13) * 0xc2b2ae35;
        return mixed ^ mixed >>> 16;
    }
}
