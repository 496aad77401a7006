package org.wirebell.ingest.signed;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A text that two sides share and neither shows. Comparisons take the same time wherever they differ; the text form hides
 * it.
 */
public final class Secret {
    /** A message that is signed with its time may be so much older, or newer, than now (Standard Webhooks 1.0.0). */
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final int LEAST_BYTES = 16;
    private static final String PREFIX = "whsec_";
    private static final String VERSION = "v1,";
    private static final int MOST_SIGNATURES = 10;

    private static final String SHA256 = "HmacSHA256";

    /** The methods of W3C WebSub 7.1.1, by their names there. */
    private static final Map<String, String> MACS =
            Map.of("sha1", "HmacSHA1", "sha256", SHA256, "sha384", "HmacSHA384", "sha512", "HmacSHA512");

    private final byte[] text;
    private final byte[] key;

    private Secret(byte[] text, byte[] key) {
        this.text = text;
        this.key = key;
    }

    /**
     * Any text of at least 16 bytes. After {@code whsec_}, the key of Standard Webhooks is what stands there in base64; else,
     * and for all other signatures, the text itself is the key. Throws {@link IllegalArgumentException} saying what is wrong
     * with it, without showing it.
     */
    public static Secret parse(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var key = bytes;
        if (text.startsWith(PREFIX)) {
            try {
                key = Base64.getDecoder().decode(text.substring(PREFIX.length()));
            } catch (IllegalArgumentException _) {
                throw new IllegalArgumentException("the secret must be base64 after " + PREFIX);
            }
        }
        if (key.length < LEAST_BYTES) {
            throw new IllegalArgumentException(
                    "the secret must have at least " + LEAST_BYTES + " bytes, has " + key.length);
        }
        return new Secret(bytes, key);
    }

    /**
     * A signature in the form {@code method=hex} over the body as sent: GitHub's {@code X-Hub-Signature-256}, W3C WebSub's
     * {@code X-Hub-Signature}.
     *
     * @param methods which are good enough, of sha1, sha256, sha384 and sha512
     */
    public Verdict ofBody(String signature, byte[] body, Set<String> methods) {
        if (signature.isBlank()) {
            return Verdict.ABSENT;
        }
        int equals = signature.indexOf('=');
        var method = signature.substring(0, Math.max(0, equals)).strip().toLowerCase(Locale.ROOT);
        if (!methods.contains(method) || !MACS.containsKey(method)) {
            return Verdict.MALFORMED;
        }
        byte[] claimed;
        try {
            claimed = HexFormat.of().parseHex(signature.substring(equals + 1).strip());
        } catch (IllegalArgumentException _) {
            return Verdict.MALFORMED;
        }
        var made = mac(MACS.get(method), text).doFinal(body);
        return MessageDigest.isEqual(made, claimed) ? Verdict.VALID : Verdict.WRONG;
    }

    /**
     * A signature after Standard Webhooks 1.0.0: {@code v1,base64} over {@code id.timestamp.body}; of several, parted by
     * spaces, one must fit.
     *
     * @param timestamp seconds since the epoch
     */
    public Verdict ofMessage(String id, String timestamp, String signatures, byte[] body, Instant now) {
        if (signatures.isBlank()) {
            return Verdict.ABSENT;
        }
        if (id.isBlank() || !timestamp.matches("\\d{1,12}")) {
            return Verdict.MALFORMED;
        }
        var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now)
                .abs();
        if (age.compareTo(TOLERANCE) > 0) {
            return Verdict.STALE;
        }
        var mac = mac(SHA256, key);
        mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
        var made = VERSION + Base64.getEncoder().encodeToString(mac.doFinal(body));
        var understood = false;
        for (var signature : signatures.strip().split(" +", MOST_SIGNATURES)) {
            understood |= signature.startsWith(VERSION);
            if (MessageDigest.isEqual(ascii(made), ascii(signature))) {
                return Verdict.VALID;
            }
        }
        return understood ? Verdict.WRONG : Verdict.MALFORMED;
    }

    /** 256 bits in hexadecimal that only this secret makes of these words, the same each time. */
    public String derived(String... words) {
        var mac = mac(SHA256, text);
        for (var word : words) {
            var bytes = word.getBytes(StandardCharsets.UTF_8);
            mac.update(ascii(bytes.length + ":")); // so that ("a", "bc") differs from ("ab", "c")
            mac.update(bytes);
        }
        return HexFormat.of().formatHex(mac.doFinal());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Mac mac(String name, byte[] key) {
        try {
            var mac = Mac.getInstance(name);
            mac.init(new SecretKeySpec(key, name));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + name, e);
        }
    }

    @Override
    public String toString() {
        return "…";
    }
}
