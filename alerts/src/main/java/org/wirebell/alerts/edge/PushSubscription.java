package org.wirebell.alerts.edge;

import java.util.Base64;
import java.util.List;
import org.wirebell.model.Json;

/**
 * A browser that wants pushes. Its text form hides all: whoever has it can push.
 *
 * @param key public key of the browser (P-256, 65 bytes)
 * @param auth secret that it shares with us (16 bytes)
 */
record PushSubscription(String endpoint, byte[] key, byte[] auth) {
    private static final int KEY = 65;
    private static final int AUTH = 16;

    /** One JSON object a line. Throws {@link IllegalArgumentException} naming the line that is none. */
    static List<PushSubscription> readAll(String lines) {
        var all = lines.lines().toList();
        return java.util.stream.IntStream.range(0, all.size())
                .filter(i -> !all.get(i).isBlank())
                .mapToObj(i -> read(all.get(i), i + 1))
                .toList();
    }

    private static PushSubscription read(String line, int number) {
        try {
            var json = Json.map(line);
            var decoder = Base64.getUrlDecoder();
            var browser = new PushSubscription(
                    Fields.text(json, "endpoint"),
                    decoder.decode(Fields.text(json, "keys", "p256dh")),
                    decoder.decode(Fields.text(json, "keys", "auth")));
            if (browser.endpoint().isEmpty() || browser.key().length != KEY || browser.auth().length != AUTH) {
                throw new IllegalArgumentException(
                        "endpoint, keys.p256dh or keys.auth is missing or of another length");
            }
            return browser;
        } catch (IllegalArgumentException _) {
            throw new IllegalArgumentException("line " + number + " is no push subscription");
        }
    }

    @Override
    public String toString() {
        return "…";
    }
}
