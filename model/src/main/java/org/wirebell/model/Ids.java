package org.wirebell.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Deterministic identifiers: the same parts give the same id on every machine and in every replay. */
public final class Ids {
    private static final char[] BASE32 = "abcdefghijklmnopqrstuvwxyz234567".toCharArray();

    private Ids() {}

    /** SHA-256 over the parts, in hexadecimal. Parts are framed by their length, so that ("a","bc") differs from ("ab","c"). */
    public static String hash(String... parts) {
        return HexFormat.of().formatHex(digest(parts));
    }

    /** SHA-256 of raw bytes, in hexadecimal. */
    public static String hash(byte[] raw) {
        return HexFormat.of().formatHex(sha256().digest(raw));
    }

    /** A short id (130 bits in 26 letters) over the parts. */
    public static String id(String... parts) {
        var hash = digest(parts);
        var text = new StringBuilder(26);
        for (int bit = 0; text.length() < 26; bit += 5) {
            int at = bit >> 3;
            int pair = (hash[at] & 0xff) << 8 | hash[at + 1] & 0xff;
            text.append(BASE32[pair >> (11 - (bit & 7)) & 31]);
        }
        return text.toString();
    }

    private static byte[] digest(String... parts) {
        var digest = sha256();
        for (var part : parts) {
            var bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
            digest.update((byte) ':');
            digest.update(bytes);
        }
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
