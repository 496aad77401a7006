package org.wirebell.alerts.edge;

import com.interaso.webpush.VapidKeys;
import java.security.GeneralSecurityException;
import java.util.Base64;

/** The pair of keys by which push services know us (RFC 8292), checked: a wrong one would be refused at each message. */
final class Vapid {
    private static final int PUBLIC = 65;
    private static final int PRIVATE = 32;
    private static final byte UNCOMPRESSED = 4;

    private Vapid() {}

    /** Throws {@link IllegalArgumentException} saying which of them is wrong. */
    static VapidKeys keys(String publicKey, Secret privateKey) {
        var point = bytes("public-key", publicKey, PUBLIC);
        bytes("private key", privateKey.value(), PRIVATE);
        if (point[0] != UNCOMPRESSED) {
            throw new IllegalArgumentException("public-key is no uncompressed point of a curve");
        }
        try {
            return paired(publicKey, privateKey);
        } catch (IllegalArgumentException | GeneralSecurityException _) {
            throw new IllegalArgumentException("public-key and private key are no pair of VAPID keys");
        }
    }

    /** Tries them on each other; what it throws is declared here since Kotlin does not. */
    private static VapidKeys paired(String publicKey, Secret privateKey) throws GeneralSecurityException {
        return VapidKeys.fromUncompressedBytes(publicKey, privateKey.value());
    }

    private static byte[] bytes(String name, String text, int length) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException _) {
            throw new IllegalArgumentException(name + " is not in URL-safe base64");
        }
        if (bytes.length != length) {
            throw new IllegalArgumentException(name + " must be " + length + " bytes, was " + bytes.length);
        }
        return bytes;
    }
}
