package org.wirebell.processor.cluster;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Numbers as short strings that JSON can hold: the letters of Base64, six bits each. */
final class Packed {
    /** Letters of a handle: 66 bits. */
    static final int HANDLE = 11;
    /** Letters of a band and its hash: 42 bits. */
    private static final int BAND = 7;

    private static final byte[] LETTERS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".getBytes(StandardCharsets.ISO_8859_1);

    private static final int[] VALUES = new int[128];

    static {
        for (int value = 0; value < LETTERS.length; value++) {
            VALUES[LETTERS[value]] = value;
        }
    }

    private Packed() {}

    static int[] ints(String packed) {
        var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(packed)).asIntBuffer();
        var numbers = new int[bytes.remaining()];
        bytes.get(numbers);
        return numbers;
    }

    /** What a family is called here, whatever the length of its own name. */
    static String handle(String family) {
        return letters(Mix.wide(family), HANDLE);
    }

    /** Bands that lie one behind the other, each with its number. */
    static Ints bands(String packed) {
        var hashes = new int[packed.length() / BAND];
        for (int band = 0; band < hashes.length; band++) {
            long bits = 0;
            for (int i = BAND - 1; i >= 0; i--) {
                bits = bits << 6 | VALUES[packed.charAt(band * BAND + i)];
            }
            hashes[band] = (int) bits;
        }
        return Ints.of(hashes);
    }

    private static String letters(long bits, int count) {
        var letters = new byte[count];
        for (int i = 0; i < count; i++) {
            letters[i] = LETTERS[(int) (bits >>> 6 * i) & 63];
        }
        return new String(letters, StandardCharsets.ISO_8859_1);
    }
}
