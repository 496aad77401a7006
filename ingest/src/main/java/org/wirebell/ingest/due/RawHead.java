package org.wirebell.ingest.due;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;

/** The first bytes of what came with an error, so that people see it: Base64, at most {@value #MOST} bytes. */
public final class RawHead {
    public static final int MOST = 1_024;
    /** A secret that begins within the head may end behind it. */
    private static final int LOOKED_AT = 4 * MOST;

    private static final int SHORT = 4;

    private RawHead() {}

    public static String of(byte[] raw) {
        return of(raw, List.of());
    }

    /**
     * @param secrets that a server may have sent back to us; they are masked
     */
    public static String of(byte[] raw, Collection<String> secrets) {
        var text = new String(raw, 0, Math.min(raw.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        for (var secret : secrets) {
            if (secret.length() >= SHORT) {
                var sent = new String(secret.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
                text = text.replace(sent, "***");
            }
        }
        var head = text.getBytes(StandardCharsets.ISO_8859_1);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(head, Math.min(head.length, MOST)));
    }
}
