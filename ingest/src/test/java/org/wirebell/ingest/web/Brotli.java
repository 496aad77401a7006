package org.wirebell.ingest.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Brotli streams of invented content, made once by the reference encoder: there is none in Java. */
public final class Brotli {
    /** A feed of three late ferries. */
    public static final byte[] FERRIES = decoded(
            "GwoBoIzUYs2cDmTLIw2w4r9wIAMKom2w2qB4+XShqt2I2WwKM0VoQrTn/3rDZ9rxM0VOciCrDII0x5orMvs58HM7IIQ4OgZjDFp0DDTTvuZ9vzdt"
                    + "f6F2+5Ogwiqo0rWq9iYA");

    private Brotli() {}

    /** 15 bytes that hold 8 million blanks. */
    public static byte[] bomb() {
        return decoded("n/8RevglQOKxQCA3QQ8=");
    }

    /** Packed without compression, up to 64 KiB: a meta-block of literal bytes and an empty last one (RFC 7932 9.2). */
    public static byte[] stored(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        // From the lowest bit: window 16 (0), not the last (0), four digits (00), length less one (16), uncompressed
        // (1)
        int head = bytes.length - 1 << 4 | 1 << 20;
        var packed = new ByteArrayOutputStream();
        packed.write(head);
        packed.write(head >> 8);
        packed.write(head >> 16);
        packed.writeBytes(bytes);
        packed.write(3); // the last, empty
        return packed.toByteArray();
    }

    private static byte[] decoded(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
