package org.wirebell.alerts.edge;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Who can be told, by channel and name. A name is used once. {@link #CONSOLE} and {@link #PAGE} are always there.
 * Secrets stand in environment variables or files; here are only the names of those.
 */
public record Receivers(
        Map<String, Console> consoles,
        Map<String, Webhook> webhooks,
        Map<String, Mail> mails,
        Map<String, Slack> slacks) {
    /** Prints each notice. */
    public static final String CONSOLE = "console";
    /** The live page, which reads the topic of notices itself. */
    public static final String PAGE = "page";

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");
    private static final int PORTS = 65_535;

    public Receivers {
        consoles = Map.copyOf(consoles);
        webhooks = Map.copyOf(webhooks);
        mails = Map.copyOf(mails);
        slacks = Map.copyOf(slacks);
        var seen = new HashSet<>(Set.of(CONSOLE, PAGE));
        for (var names : List.of(consoles.keySet(), webhooks.keySet(), mails.keySet(), slacks.keySet())) {
            for (var name : new TreeSet<>(names)) {
                if (!NAME.matcher(name).matches()) {
                    throw new IllegalArgumentException(
                            "receiver names are lower-case letters, digits, - and _, at most 64; found " + name);
                }
                if (!seen.add(name)) {
                    throw new IllegalArgumentException("receiver name " + name + " is used twice or built in");
                }
            }
        }
    }

    /** The built-in ones alone. */
    public static Receivers none() {
        return new Receivers(Map.of(), Map.of(), Map.of(), Map.of());
    }

    /** All names, the built-in ones included, in order. */
    public Set<String> names() {
        var names = new TreeSet<>(Set.of(CONSOLE, PAGE));
        names.addAll(consoles.keySet());
        names.addAll(webhooks.keySet());
        names.addAll(mails.keySet());
        names.addAll(slacks.keySet());
        return names;
    }

    /** This one receiver, and the built-in ones. */
    Receivers only(String name) {
        return new Receivers(only(consoles, name), only(webhooks, name), only(mails, name), only(slacks, name));
    }

    private static <C> Map<String, C> only(Map<String, C> all, String name) {
        return Optional.ofNullable(all.get(name)).map(it -> Map.of(name, it)).orElse(Map.of());
    }

    /**
     * Prints notices where Wirebell runs.
     *
     * @param width columns that long texts are wrapped at; 100 when absent
     */
    public record Console(Optional<Integer> width) {
        public static final int DEFAULT_WIDTH = 100;

        public Console {
            if (width.isPresent() && (width.get() < 40 || width.get() > 400)) {
                throw new IllegalArgumentException("width must be between 40 and 400, was " + width.get());
            }
        }
    }

    /**
     * A signed webhook (Standard Webhooks 1.0.0).
     *
     * @param secretEnvs environment variables with a {@code whsec_} secret each; two while a secret is being replaced
     * @param secretFiles the same, in files
     */
    public record Webhook(URI url, List<String> secretEnvs, List<Path> secretFiles, Optional<Duration> timeout) {
        public Webhook {
            secretEnvs = List.copyOf(secretEnvs);
            secretFiles = List.copyOf(secretFiles);
            checkUrl(url);
            timeout.ifPresent(DeliveryConfig::checkTimeout);
            int secrets = secretEnvs.size() + secretFiles.size();
            if (secrets < 1 || secrets > 2) {
                throw new IllegalArgumentException(
                        "secret-envs and secret-files must name one secret, or two while one is replaced; found "
                                + secrets);
            }
        }
    }

    /**
     * Mail by SMTP; updates of an alert thread under its first mail.
     *
     * @param port 25, 587 or 465 by {@code security} when absent
     * @param user signs in when present, with the password from {@code passwordEnv} or {@code passwordFile}
     */
    public record Mail(
            String host,
            Optional<Integer> port,
            Optional<Security> security,
            String from,
            List<String> to,
            Optional<String> user,
            Optional<String> passwordEnv,
            Optional<Path> passwordFile,
            Optional<Duration> timeout) {
        /** How the connection is protected; {@link #STARTTLS} refuses a server that does not offer it. */
        public enum Security {
            NONE,
            STARTTLS,
            TLS
        }

        public Mail {
            to = List.copyOf(to);
            timeout.ifPresent(DeliveryConfig::checkTimeout);
            if (port.isPresent() && (port.get() < 1 || port.get() > PORTS)) {
                throw new IllegalArgumentException("port must be between 1 and " + PORTS + ", was " + port.get());
            }
            if (to.isEmpty()) {
                throw new IllegalArgumentException("to must name at least one address");
            }
            if (passwordEnv.isPresent() && passwordFile.isPresent()) {
                throw new IllegalArgumentException("password-env and password-file are both set; one is enough");
            }
            if (user.isPresent() != (passwordEnv.isPresent() || passwordFile.isPresent())) {
                throw new IllegalArgumentException("user and password-env (or password-file) belong together");
            }
        }
    }

    /**
     * A Slack-compatible incoming webhook. Its address is a secret.
     *
     * @param urlEnv environment variable that holds the address, or {@code urlFile} the file
     */
    public record Slack(Optional<String> urlEnv, Optional<Path> urlFile, Optional<Duration> timeout) {
        public Slack {
            timeout.ifPresent(DeliveryConfig::checkTimeout);
            if (urlEnv.isPresent() == urlFile.isPresent()) {
                throw new IllegalArgumentException("exactly one of url-env and url-file must be set");
            }
        }
    }

    static void checkUrl(URI url) {
        var scheme = Optional.ofNullable(url.getScheme()).orElse("");
        if (!(scheme.equals("https") || scheme.equals("http"))
                || Optional.ofNullable(url.getHost()).isEmpty()) {
            throw new IllegalArgumentException("url must be http or https with a host");
        }
        if (Optional.ofNullable(url.getUserInfo()).isPresent()) {
            throw new IllegalArgumentException("url must not hold a password");
        }
    }
}
