package org.wirebell.desk.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.wirebell.model.Ids;

/** Makes secrets and what they are checked against. Passwords go through PBKDF2, slowly; tokens are long enough for a plain hash. */
public final class Secrets {
    public static final String TOKEN_PREFIX = "wt_";
    /** As OWASP's password storage advice asks of HMAC-SHA-256. */
    static final int ITERATIONS = 600_000;

    static final int SHORTEST = 10;
    static final int LONGEST = 200;
    private static final String FORM = "pbkdf2-sha256";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    /** Checking a password is costly on purpose; not everybody's at once. */
    private static final Semaphore CHECKS = new Semaphore(2);
    /** Checked for names that do not exist, so that the time tells nothing. */
    private static final String NOBODY = FORM + "$" + ITERATIONS + "$AAAAAAAAAAAAAAAAAAAAAA==$AAAA";

    private Secrets() {}

    public static String token() {
        return TOKEN_PREFIX + random(BYTES);
    }

    public static String random(int bytes) {
        var raw = new byte[bytes];
        RANDOM.nextBytes(raw);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(raw);
    }

    /** A short name that nobody else has given. */
    public static String id() {
        return Ids.id(random(BYTES)).substring(0, 16);
    }

    public static String hash(String token) {
        return Ids.hash(token.getBytes(StandardCharsets.UTF_8));
    }

    /** Throws {@link IllegalArgumentException} for one that is too short or too long. */
    public static String verifier(String password) {
        return verifier(password, ITERATIONS);
    }

    static String verifier(String password, int iterations) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw new IllegalArgumentException("a password has " + SHORTEST + " to " + LONGEST + " letters");
        }
        var salt = new byte[16];
        RANDOM.nextBytes(salt);
        var base64 = Base64.getEncoder();
        return FORM + "$" + iterations + "$" + base64.encodeToString(salt) + "$"
                + base64.encodeToString(derive(password, salt, iterations));
    }

    /**
     * @param verifier empty for a name that does not exist; takes as long as a real one
     */
    static boolean fits(String password, String verifier) throws InterruptedException {
        var parts = (verifier.isEmpty() ? NOBODY : verifier).split("\\$");
        if (parts.length != 4 || !parts[0].equals(FORM) || password.length() > LONGEST) {
            return false;
        }
        var base64 = Base64.getDecoder();
        CHECKS.acquire();
        try {
            var found = derive(password, base64.decode(parts[2]), Integer.parseInt(parts[1]));
            return MessageDigest.isEqual(found, base64.decode(parts[3]));
        } finally {
            CHECKS.release();
        }
    }

    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] derive(String password, byte[] salt, int iterations) {
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(password.toCharArray(), salt, iterations, BYTES * 8))
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has PBKDF2WithHmacSHA256", e);
        }
    }
}
