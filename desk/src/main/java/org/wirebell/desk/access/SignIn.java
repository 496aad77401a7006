package org.wirebell.desk.access;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How people and programs sign in.
 *
 * @param folder where the one-time token of the first start is left
 * @param idle a session that nobody used for so long ends
 * @param longest every session ends after so long
 * @param tokenLife of API tokens that ask for no other end; none lives longer than four times that
 * @param proxies addresses of proxies whose {@code X-Forwarded-For} and {@code X-Forwarded-Proto} are believed
 * @param proxyUserHeader header in which such a proxy names the user that it has signed in
 * @param address where readers find the desk, for links in feeds and to compare with {@code Origin}
 * @param requestsPerMinute of one address, and of one user or token
 * @param streamsPerUser live streams that one user or token may have open
 * @param oidc a provider that signs people in beside the passwords
 */
public record SignIn(
        Path folder,
        Duration idle,
        Duration longest,
        Duration tokenLife,
        List<String> proxies,
        Optional<String> proxyUserHeader,
        Optional<URI> address,
        int requestsPerMinute,
        int streamsPerUser,
        Optional<Oidc> oidc) {
    public SignIn {
        proxies = List.copyOf(proxies);
        if (idle.compareTo(Duration.ofMinutes(1)) < 0 || longest.compareTo(idle) < 0) {
            throw new IllegalArgumentException("idle must be at least PT1M and at most longest, was " + idle);
        }
        if (tokenLife.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException("token-life must be at least PT1M, was " + tokenLife);
        }
        if (requestsPerMinute < 10 || streamsPerUser < 1) {
            throw new IllegalArgumentException("requests-per-minute must be at least 10 and streams-per-user 1, were "
                    + requestsPerMinute + " and " + streamsPerUser);
        }
        if (proxyUserHeader.isPresent() && proxies.isEmpty()) {
            throw new IllegalArgumentException("proxy-user-header needs proxies: who else should be believed?");
        }
    }

    /** With passwords and tokens alone. */
    public SignIn(
            Path folder,
            Duration idle,
            Duration longest,
            Duration tokenLife,
            List<String> proxies,
            Optional<String> proxyUserHeader,
            Optional<URI> address,
            int requestsPerMinute,
            int streamsPerUser) {
        this(
                folder,
                idle,
                longest,
                tokenLife,
                proxies,
                proxyUserHeader,
                address,
                requestsPerMinute,
                streamsPerUser,
                Optional.empty());
    }

    /** The same, with a provider that signs people in. */
    public SignIn with(Oidc provider) {
        return new SignIn(
                folder,
                idle,
                longest,
                tokenLife,
                proxies,
                proxyUserHeader,
                address,
                requestsPerMinute,
                streamsPerUser,
                Optional.of(provider));
    }

    public static SignIn defaults() {
        return new SignIn(
                Path.of("data", "desk"),
                Duration.ofHours(12),
                Duration.ofDays(7),
                Duration.ofDays(90),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                600,
                4);
    }
}
