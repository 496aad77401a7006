package org.wirebell.alerts.edge;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Who can be told, by channel and name. A name is used once. {@link #CONSOLE} and {@link #PAGE} are always there. */
public record Receivers(
        Map<String, Receiver.Console> consoles,
        Map<String, DataReceiver.Webhook> webhooks,
        Map<String, Receiver.Mail> mails,
        Map<String, ChatReceiver.Slack> slacks,
        Map<String, ChatReceiver.SlackBot> slackBots,
        Map<String, ChatReceiver.Teams> teams,
        Map<String, ChatReceiver.Discord> discords,
        Map<String, ChatReceiver.Telegram> telegrams,
        Map<String, AlarmReceiver.Ntfy> ntfys,
        Map<String, AlarmReceiver.WebPush> webPushes,
        Map<String, AlarmReceiver.PagerDuty> pagerDuties,
        Map<String, AlarmReceiver.Apprise> apprises,
        Map<String, DataReceiver.Kafka> kafkas,
        Map<String, DataReceiver.Cap> caps) {
    /** Prints each notice. */
    public static final String CONSOLE = "console";
    /** The live page, which reads the topic of notices itself: it shows every change and every end. */
    public static final String PAGE = "page";

    /** How long a flash waits for its receiver before it goes to the fallback, too. */
    public static final Duration FLASH_PATIENCE = Fallback.FLASH;

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");

    public Receivers {
        consoles = Map.copyOf(consoles);
        webhooks = Map.copyOf(webhooks);
        mails = Map.copyOf(mails);
        slacks = Map.copyOf(slacks);
        slackBots = Map.copyOf(slackBots);
        teams = Map.copyOf(teams);
        discords = Map.copyOf(discords);
        telegrams = Map.copyOf(telegrams);
        ntfys = Map.copyOf(ntfys);
        webPushes = Map.copyOf(webPushes);
        pagerDuties = Map.copyOf(pagerDuties);
        apprises = Map.copyOf(apprises);
        kafkas = Map.copyOf(kafkas);
        caps = Map.copyOf(caps);
        checkFallbacks(named(List.of(
                consoles,
                webhooks,
                mails,
                slacks,
                slackBots,
                teams,
                discords,
                telegrams,
                ntfys,
                webPushes,
                pagerDuties,
                apprises,
                kafkas,
                caps)));
    }

    /** The built-in ones alone. */
    public static Receivers none() {
        return of(Map.of());
    }

    /** These, and the built-in ones. */
    static Receivers of(Map<String, ? extends Receiver> all) {
        return new Receivers(
                those(all, Receiver.Console.class),
                those(all, DataReceiver.Webhook.class),
                those(all, Receiver.Mail.class),
                those(all, ChatReceiver.Slack.class),
                those(all, ChatReceiver.SlackBot.class),
                those(all, ChatReceiver.Teams.class),
                those(all, ChatReceiver.Discord.class),
                those(all, ChatReceiver.Telegram.class),
                those(all, AlarmReceiver.Ntfy.class),
                those(all, AlarmReceiver.WebPush.class),
                those(all, AlarmReceiver.PagerDuty.class),
                those(all, AlarmReceiver.Apprise.class),
                those(all, DataReceiver.Kafka.class),
                those(all, DataReceiver.Cap.class));
    }

    private static <C extends Receiver> Map<String, C> those(Map<String, ? extends Receiver> all, Class<C> channel) {
        var those = new HashMap<String, C>();
        all.forEach((name, it) -> {
            if (channel.isInstance(it)) {
                those.put(name, channel.cast(it));
            }
        });
        return those;
    }

    /** All that are configured, in order of their names. */
    Map<String, Receiver> all() {
        return named(List.of(
                consoles,
                webhooks,
                mails,
                slacks,
                slackBots,
                teams,
                discords,
                telegrams,
                ntfys,
                webPushes,
                pagerDuties,
                apprises,
                kafkas,
                caps));
    }

    /** All names, the built-in ones included, in order. */
    public Set<String> names() {
        var names = new TreeSet<>(Set.of(CONSOLE, PAGE));
        names.addAll(all().keySet());
        return names;
    }

    /** Names of those that can show a quiet change in place of what they showed before. */
    public Set<String> edits() {
        return those(Receiver::edits);
    }

    /** Names of those that take the end of an alert. */
    public Set<String> resolves() {
        return those(Receiver::resolves);
    }

    /** Names of those that show that somebody has seen an alert. */
    public Set<String> acks() {
        return all().entrySet().stream()
                .filter(it -> it.getValue().acks())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Who is told in the place of a receiver that does not answer, by its name. */
    public Map<String, String> fallbacks() {
        var fallbacks = new TreeMap<String, String>();
        all().forEach((name, it) -> it.fallback().ifPresent(other -> fallbacks.put(name, other)));
        return fallbacks;
    }

    private Set<String> those(Predicate<Receiver> which) {
        var names = new TreeSet<>(Set.of(PAGE));
        all().forEach((name, it) -> {
            if (which.test(it)) {
                names.add(name);
            }
        });
        return names;
    }

    /** This one receiver, and the built-in ones; without a fallback, since that is not there. */
    Map<String, Receiver> only(String name) {
        return Optional.ofNullable(all().get(name)).map(it -> Map.of(name, it)).orElse(Map.of());
    }

    private static Map<String, Receiver> named(List<Map<String, ? extends Receiver>> channels) {
        var all = new TreeMap<String, Receiver>();
        for (var channel : channels) {
            channel.forEach((name, it) -> {
                if (!NAME.matcher(name).matches()) {
                    throw new IllegalArgumentException(
                            "receiver names are lower-case letters, digits, - and _, at most 64; found " + name);
                }
                if (name.equals(CONSOLE) || name.equals(PAGE) || all.put(name, it) != null) {
                    throw new IllegalArgumentException("receiver name " + name + " is used twice or built in");
                }
            });
        }
        return all;
    }

    private static void checkFallbacks(Map<String, Receiver> all) {
        for (var name : all.keySet()) {
            var path = new LinkedHashSet<>(Set.of(name));
            for (var next = fallback(all, name); next.isPresent(); next = fallback(all, next.get())) {
                if (!all.containsKey(next.get()) && !next.get().equals(CONSOLE)) {
                    throw new IllegalArgumentException("receiver " + name + " names the fallback " + next.get()
                            + ", which is not a receiver here");
                }
                if (!path.add(next.get())) {
                    throw new IllegalArgumentException(
                            "fallbacks go round: " + String.join(" > ", path) + " > " + next.get());
                }
            }
        }
    }

    private static Optional<String> fallback(Map<String, Receiver> all, String name) {
        return Optional.ofNullable(all.get(name)).flatMap(Receiver::fallback);
    }
}
