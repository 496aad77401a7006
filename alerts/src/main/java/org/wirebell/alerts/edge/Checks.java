package org.wirebell.alerts.edge;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What all receivers are held to; what is refused is said so. */
final class Checks {
    private Checks() {}

    static void common(Optional<Duration> timeout, Optional<String> headline) {
        timeout.ifPresent(DeliveryConfig::checkTimeout);
        headline(headline);
    }

    static void headline(Optional<String> headline) {
        headline.ifPresent(Headline.Size::of);
    }

    static void url(URI url) {
        var scheme = Optional.ofNullable(url.getScheme()).orElse("");
        if (!(scheme.equals("https") || scheme.equals("http"))
                || Optional.ofNullable(url.getHost()).isEmpty()) {
            throw new IllegalArgumentException("url must be http or https with a host");
        }
        if (Optional.ofNullable(url.getUserInfo()).isPresent()) {
            throw new IllegalArgumentException("url must not hold a password");
        }
    }

    static void exactlyOne(String secret, Optional<String> env, Optional<Path> file) {
        if (env.isPresent() == file.isPresent()) {
            throw new IllegalArgumentException("exactly one of " + secret + "-env and " + secret + "-file must be set");
        }
    }

    static void atMostOne(String secret, Optional<String> env, Optional<Path> file) {
        if (env.isPresent() && file.isPresent()) {
            throw new IllegalArgumentException(secret + "-env and " + secret + "-file are both set; one is enough");
        }
    }
}
