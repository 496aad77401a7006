package org.wirebell.alerts.edge;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A symmetric key of Standard Webhooks: {@code whsec_} and 24 to 64 bytes in base64. Its text form hides it. */
final class WebhookSecret {
    private static final String PREFIX = "whsec_";
    private static final String MAC = "HmacSHA256";

    private final SecretKeySpec key;

    private WebhookSecret(SecretKeySpec key) {
        this.key = key;
    }

    /** Throws {@link IllegalArgumentException} saying what is wrong, without the secret. */
    static WebhookSecret parse(String text) {
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("a webhook secret must begin with " + PREFIX);
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text.substring(PREFIX.length()));
        } catch (IllegalArgumentException _) {
            throw new IllegalArgumentException("a webhook secret must be base64 after " + PREFIX);
        }
        if (bytes.length < 24 || bytes.length > 64) {
            throw new IllegalArgumentException("a webhook secret must be 24 to 64 bytes, was " + bytes.length);
        }
        return new WebhookSecret(new SecretKeySpec(bytes, MAC));
    }

    /** {@code v1,<base64>} over {@code id.timestamp.body}. */
    String signature(String id, long timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(key);
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + MAC, e);
        }
    }

    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
