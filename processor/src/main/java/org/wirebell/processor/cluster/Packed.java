package org.wirebell.processor.cluster;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Numbers as short strings that JSON can hold: the letters of Base64, six bits each. */
final class Packed {
    /** Letters of a handle: 66 bits. */
    static final int HANDLE = 11;
    /** Letters of the name of a bucket: 42 bits. */
    static final int BAND = 7;

    private static final Base64.Encoder ENCODER = Base64.getEncoder().withoutPadding();
    private static final byte[] LETTERS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".getBytes(StandardCharsets.ISO_8859_1);

    private Packed() {}

    static String ints(int[] numbers) {
        var bytes = ByteBuffer.allocate(numbers.length * Integer.BYTES);
        bytes.asIntBuffer().put(numbers);
        return new String(ENCODER.encode(bytes.array()), StandardCharsets.ISO_8859_1);
    }

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

    /** A band and its hash as the name of a bucket. */
    static String band(int number, int hash) {
        return letters((long) number << Integer.SIZE | Integer.toUnsignedLong(hash), BAND);
    }

    private static String letters(long bits, int count) {
        var letters = new byte[count];
        for (int i = 0; i < count; i++) {
            letters[i] = LETTERS[(int) (bits >>> 6 * i) & 63];
        }
        return new String(letters, StandardCharsets.ISO_8859_1);
    }
}
