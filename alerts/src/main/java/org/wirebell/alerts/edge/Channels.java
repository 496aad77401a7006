package org.wirebell.alerts.edge;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import okhttp3.HttpUrl;

/** Opens every receiver of the configuration, with its secrets. All complaints come at once. */
final class Channels implements AutoCloseable {
    private final Map<String, Notifier> notifiers = new TreeMap<>();
    private final List<String> complaints = new ArrayList<>();
    private final DeliveryConfig config;
    private final InstantSource clock;
    private final UnaryOperator<String> environment;
    private final Post post;

    /**
     * @param environment the value of a variable, empty when it is not set
     * @throws IllegalArgumentException with one line per receiver that cannot be opened
     */
    Channels(
            DeliveryConfig config,
            Receivers receivers,
            InstantSource clock,
            PrintStream console,
            UnaryOperator<String> environment) {
        this.config = config;
        this.clock = clock;
        this.environment = environment;
        this.post = new Post(config, clock);
        notifiers.put(Receivers.CONSOLE, new ConsoleNotifier(console, Receivers.Console.DEFAULT_WIDTH));
        notifiers.put(Receivers.PAGE, new PageNotifier());
        open(
                receivers.consoles(),
                (_, it) -> new ConsoleNotifier(console, it.width().orElse(Receivers.Console.DEFAULT_WIDTH)));
        open(receivers.webhooks(), (_, it) -> webhook(it));
        open(receivers.mails(), this::mail);
        open(receivers.slacks(), (_, it) -> slack(it));
        if (!complaints.isEmpty()) {
            close();
            throw new IllegalArgumentException(String.join("\n", complaints));
        }
    }

    static String environment(String name) {
        return Optional.ofNullable(System.getenv(name)).orElse("");
    }

    Map<String, Notifier> notifiers() {
        return Map.copyOf(notifiers);
    }

    private <C> void open(Map<String, C> configs, BiFunction<String, C, Notifier> how) {
        new TreeMap<>(configs).forEach((name, it) -> {
            try {
                notifiers.put(name, how.apply(name, it));
            } catch (IllegalArgumentException e) {
                complaints.add("receiver " + name + ": " + e.getMessage());
            }
        });
    }

    private Notifier webhook(Receivers.Webhook it) {
        List<WebhookSecret> secrets = new ArrayList<>();
        it.secretEnvs().forEach(name -> secrets.add(WebhookSecret.parse(variable(name))));
        it.secretFiles().forEach(file -> secrets.add(WebhookSecret.parse(content(file))));
        var timeout = it.timeout().orElse(config.timeout());
        return new WebhookNotifier(HttpUrl.get(it.url().toString()), secrets, timeout, post, clock);
    }

    private Notifier mail(String name, Receivers.Mail it) {
        var password =
                it.passwordEnv().map(this::variable).or(() -> it.passwordFile().map(Channels::content));
        return new MailNotifier(name, it, password, it.timeout().orElse(config.timeout()), clock);
    }

    private Notifier slack(Receivers.Slack it) {
        var address = it.urlEnv()
                .map(this::variable)
                .or(() -> it.urlFile().map(Channels::content))
                .orElseThrow();
        var url = Optional.ofNullable(HttpUrl.parse(address))
                .orElseThrow(() -> new IllegalArgumentException("the address is not an http or https one"));
        return new SlackNotifier(url, it.timeout().orElse(config.timeout()), post);
    }

    private String variable(String name) {
        var value = environment.apply(name).strip();
        if (value.isEmpty()) {
            throw new IllegalArgumentException("environment variable " + name + " is not set");
        }
        return value;
    }

    private static String content(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "file " + file + " can't be read: " + e.getClass().getSimpleName(), e);
        }
    }

    @Override
    public void close() {
        post.close();
    }
}
