package org.wirebell.alerts.edge;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Settings of what wakes people: telephones, browsers, on-call services. */
public sealed interface AlarmReceiver extends Receiver {
    /**
     * A topic of an ntfy server, 2.16 or newer.
     *
     * @param url of the server, ntfy.sh when absent
     * @param topicEnv where the topic stands when its name is the only protection that it has
     */
    record Ntfy(
            Optional<URI> url,
            Optional<String> topic,
            Optional<String> topicEnv,
            Optional<String> tokenEnv,
            Optional<Path> tokenFile,
            Optional<Duration> timeout,
            Optional<String> fallback,
            Optional<String> headline)
            implements AlarmReceiver {
        public Ntfy {
            if (topic.isPresent() == topicEnv.isPresent()) {
                throw new IllegalArgumentException("exactly one of topic and topic-env must be set");
            }
            Checks.atMostOne("token", tokenEnv, tokenFile);
            Checks.common(timeout, headline);
            url.ifPresent(Checks::url);
        }

        @Override
        public boolean edits() {
            return true;
        }

        @Override
        public Pace pace() {
            return new Pace(30, Duration.ofSeconds(5));
        }
    }

    /**
     * Browsers that subscribed (Web Push).
     *
     * @param subscriptions file with a JSON list of what browsers gave; read at each notice
     * @param publicKey of VAPID, 65 bytes in URL-safe base64, the one that browsers subscribed with
     * @param privateKeyEnv where the private one is, 32 bytes in URL-safe base64
     * @param contact {@code mailto:} or https address at which push services reach whoever runs this
     */
    record WebPush(
            Path subscriptions,
            String publicKey,
            Optional<String> privateKeyEnv,
            Optional<Path> privateKeyFile,
            String contact,
            Optional<Duration> timeout,
            Optional<String> fallback,
            Optional<String> headline)
            implements AlarmReceiver {
        public WebPush {
            Checks.exactlyOne("private-key", privateKeyEnv, privateKeyFile);
            Checks.common(timeout, headline);
            if (!contact.startsWith("mailto:") && !contact.startsWith("https:")) {
                throw new IllegalArgumentException("contact must begin with mailto: or https:");
            }
        }

        @Override
        public boolean edits() {
            return true;
        }
    }

    /** A PagerDuty service by its Events API v2. */
    record PagerDuty(
            Optional<String> routingKeyEnv,
            Optional<Path> routingKeyFile,
            Optional<URI> url,
            Optional<Duration> timeout,
            Optional<String> fallback,
            Optional<String> headline)
            implements AlarmReceiver {
        public PagerDuty {
            Checks.exactlyOne("routing-key", routingKeyEnv, routingKeyFile);
            Checks.common(timeout, headline);
            url.ifPresent(Checks::url);
        }

        @Override
        public boolean acks() {
            return true;
        }

        @Override
        public boolean resolves() {
            return true;
        }

        @Override
        public Pace pace() {
            return new Pace(10, Duration.ofMillis(500));
        }
    }

    /**
     * A server of the Apprise API, which passes on to a hundred services.
     *
     * @param keyEnv where the key of its configuration is
     * @param tag picks services of that configuration
     */
    record Apprise(
            URI url,
            Optional<String> keyEnv,
            Optional<Path> keyFile,
            Optional<String> tag,
            Optional<Duration> timeout,
            Optional<String> fallback,
            Optional<String> headline)
            implements AlarmReceiver {
        public Apprise {
            Checks.exactlyOne("key", keyEnv, keyFile);
            Checks.common(timeout, headline);
            Checks.url(url);
        }

        @Override
        public Pace pace() {
            return new Pace(3, Duration.ofSeconds(1));
        }
    }
}
