package org.wirebell.desk.archive;

import java.util.BitSet;

/** Which items may have been here before: says no only of those that were not (a Bloom filter of two bits in 33 million). */
final class Known {
    private static final int BITS = 1 << 25;

    private final BitSet seen = new BitSet(BITS);

    /** Adds it; whether it may have been there. */
    synchronized boolean add(String name) {
        long mixed = mixed(name);
        int one = (int) (mixed & (BITS - 1));
        int other = (int) (mixed >>> 32 & (BITS - 1));
        boolean maybe = seen.get(one) && seen.get(other);
        seen.set(one);
        seen.set(other);
        return maybe;
    }

    /** FNV-1a over the letters, then a finalizer so that all bits take part. */
    private static long mixed(String name) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        return hash ^ hash >>> 33;
    }
}
