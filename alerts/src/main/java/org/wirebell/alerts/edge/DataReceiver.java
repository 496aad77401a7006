package org.wirebell.alerts.edge;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Settings of machines that read on: webhooks, topics, warnings in CAP. */
public sealed interface DataReceiver extends Receiver {
    /**
     * A signed webhook (Standard Webhooks 1.0.0).
     *
     * @param secretEnvs environment variables with a {@code whsec_} secret each; two while a secret is being replaced
     * @param secretFiles the same, in files
     */
    record Webhook(
            URI url,
            List<String> secretEnvs,
            List<Path> secretFiles,
            Optional<Duration> timeout,
            Optional<String> fallback,
            Optional<String> headline)
            implements DataReceiver {
        public Webhook {
            secretEnvs = List.copyOf(secretEnvs);
            secretFiles = List.copyOf(secretFiles);
            Checks.url(url);
            Checks.common(timeout, headline);
            int secrets = secretEnvs.size() + secretFiles.size();
            if (secrets < 1 || secrets > 2) {
                throw new IllegalArgumentException(
                        "secret-envs and secret-files must name one secret, or two while one is replaced; found "
                                + secrets);
            }
        }

        @Override
        public boolean acks() {
            return true;
        }

        @Override
        public boolean edits() {
            return true;
        }

        @Override
        public boolean resolves() {
            return true;
        }
    }

    /**
     * A Kafka topic, with CloudEvents headers.
     *
     * @param bootstrap of another cluster than ours
     * @param properties further client settings; Kafka's own {@code config.providers} keep secrets out
     */
    record Kafka(
            String topic,
            Optional<String> bootstrap,
            Map<String, String> properties,
            Optional<Duration> timeout,
            Optional<String> fallback,
            Optional<String> headline)
            implements DataReceiver {
        private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9._-]{1,249}");

        public Kafka {
            properties = Map.copyOf(properties);
            Checks.common(timeout, headline);
            if (!TOPIC.matcher(topic).matches()) {
                throw new IllegalArgumentException("topic must be letters, digits, ., _ and -, was " + topic);
            }
        }

        @Override
        public boolean acks() {
            return true;
        }

        @Override
        public boolean edits() {
            return true;
        }

        @Override
        public boolean resolves() {
            return true;
        }

        /** Without the values of the properties, which may be secrets. */
        @Override
        public String toString() {
            return "Kafka[topic=" + topic + ", bootstrap=" + bootstrap + ", properties=" + properties.keySet() + "]";
        }
    }

    /**
     * CAP 1.2 messages, as files or posted.
     *
     * @param sender who we are, in the form of an address; never that of an authority
     * @param folder where files go; either this or {@code url}
     */
    record Cap(
            String sender,
            Optional<Path> folder,
            Optional<URI> url,
            Optional<String> tokenEnv,
            Optional<Path> tokenFile,
            Optional<Duration> timeout,
            Optional<String> fallback,
            Optional<String> headline)
            implements DataReceiver {
        private static final Pattern SENDER = Pattern.compile("[^\\s,<&]{1,100}");

        public Cap {
            if (folder.isPresent() == url.isPresent()) {
                throw new IllegalArgumentException("exactly one of folder and url must be set");
            }
            if (!SENDER.matcher(sender).matches()) {
                throw new IllegalArgumentException("sender must be without blanks, commas, < and &, was " + sender);
            }
            Checks.atMostOne("token", tokenEnv, tokenFile);
            Checks.common(timeout, headline);
            url.ifPresent(Checks::url);
        }

        @Override
        public boolean edits() {
            return true;
        }
    }
}
