package org.wirebell.alerts.edge;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Settings of one receiver. Secrets stand in environment variables or files; here are only the names of those. Limits of pace
 * are those that the services publish, docs/receivers.md.
 */
public sealed interface Receiver permits Receiver.Console, Receiver.Mail, ChatReceiver, AlarmReceiver, DataReceiver {
    /** Of one attempt in all. */
    Optional<Duration> timeout();

    /** Name of the receiver that is told when this one does not answer. */
    Optional<String> fallback();

    /** Units that a headline may have: {@code 55}, {@code 100} or {@code full}. */
    Optional<String> headline();

    /** Whether a quiet change can be shown in place of what was shown before. */
    default boolean edits() {
        return false;
    }

    /** Whether the end of an alert means something there. */
    default boolean resolves() {
        return false;
    }

    /** Whether it shows that somebody has seen an alert. */
    default boolean acks() {
        return false;
    }

    default Pace pace() {
        return Pace.NONE;
    }

    /**
     * Prints notices where Wirebell runs.
     *
     * @param width columns that long texts are wrapped at; 100 when absent
     */
    record Console(Optional<Integer> width, Optional<String> headline) implements Receiver {
        public static final int DEFAULT_WIDTH = 100;

        public Console {
            Checks.headline(headline);
            if (width.isPresent() && (width.get() < 40 || width.get() > 400)) {
                throw new IllegalArgumentException("width must be between 40 and 400, was " + width.get());
            }
        }

        @Override
        public Optional<Duration> timeout() {
            return Optional.empty();
        }

        @Override
        public Optional<String> fallback() {
            return Optional.empty();
        }
    }

    /**
     * Mail by SMTP; updates of an alert thread under its first mail.
     *
     * @param port 25, 587 or 465 by {@code security} when absent
     * @param user signs in when present, with the password from {@code passwordEnv} or {@code passwordFile}
     */
    record Mail(
            String host,
            Optional<Integer> port,
            Optional<Security> security,
            String from,
            List<String> to,
            Optional<String> user,
            Optional<String> passwordEnv,
            Optional<Path> passwordFile,
            Optional<Duration> timeout,
            Optional<String> fallback,
            Optional<String> headline)
            implements Receiver {
        private static final int PORTS = 65_535;

        /** How the connection is protected; {@link #STARTTLS} refuses a server that does not offer it. */
        public enum Security {
            NONE,
            STARTTLS,
            TLS
        }

        public Mail {
            to = List.copyOf(to);
            Checks.common(timeout, headline);
            if (port.isPresent() && (port.get() < 1 || port.get() > PORTS)) {
                throw new IllegalArgumentException("port must be between 1 and " + PORTS + ", was " + port.get());
            }
            if (to.isEmpty()) {
                throw new IllegalArgumentException("to must name at least one address");
            }
            Checks.atMostOne("password", passwordEnv, passwordFile);
            if (user.isPresent() != (passwordEnv.isPresent() || passwordFile.isPresent())) {
                throw new IllegalArgumentException("user and password-env (or password-file) belong together");
            }
        }
    }
}
