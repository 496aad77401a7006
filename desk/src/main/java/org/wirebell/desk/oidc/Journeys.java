package org.wirebell.desk.oidc;

import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Who is on the way to the provider and back. Each comes back once, soon, and with the same browser. */
final class Journeys {
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int MOST = 10_000;

    /**
     * What was sent along, to be compared with what comes back.
     *
     * @param back the address that the provider is told to lead to
     * @param browser hash of what the browser keeps in a cookie meanwhile
     */
    record Journey(Nonce nonce, CodeVerifier verifier, URI back, String browser, Instant begun) {}

    private final Map<String, Journey> byState = new LinkedHashMap<>();

    synchronized void begin(String state, Journey journey) {
        byState.put(state, journey);
        if (byState.size() > MOST) {
            byState.remove(byState.keySet().iterator().next());
        }
    }

    /** The journey of this state, if it is this browser's and not too old. It has ended, whatever is found. */
    synchronized Optional<Journey> end(String state, String browser, Instant now) {
        return Optional.ofNullable(byState.remove(state))
                .filter(journey -> journey.browser().equals(browser))
                .filter(journey -> now.isBefore(journey.begun().plus(LONGEST)));
    }
}
