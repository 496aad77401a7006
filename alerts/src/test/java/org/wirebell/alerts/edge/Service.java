package org.wirebell.alerts.edge;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Every channel that speaks HTTP, with its fake and the settings by which it is reached. */
enum Service {
    WEBHOOK(FakeHook::new),
    SLACK(FakeSlack::new),
    SLACK_BOT(FakeSlack::new),
    TEAMS(FakeTeams::new),
    DISCORD(FakeDiscord::new),
    TELEGRAM(FakeTelegram::new),
    NTFY(FakeNtfy::new),
    WEB_PUSH(FakePush::new),
    PAGER_DUTY(FakePagerDuty::new),
    APPRISE(FakeApprise::new),
    CAP(FakeWarnings::new);

    private static final Map<String, String> TOKENS = Map.of(
            "HOOK", FakeHook.SECRET,
            "SLACK", FakeSlack.TOKEN,
            "TELEGRAM", FakeTelegram.TOKEN,
            "NTFY", FakeNtfy.TOKEN,
            "NTFY_TOPIC", FakeNtfy.TOPIC,
            "VAPID", FakePush.VAPID.privateText(),
            "PAGER", FakePagerDuty.KEY,
            "APPRISE", FakeApprise.KEY,
            "CAP", FakeWarnings.TOKEN);

    private final Supplier<FakeService> fake;

    Service(Supplier<FakeService> fake) {
        this.fake = fake;
    }

    FakeService start() {
        return fake.get();
    }

    /** The value of an environment variable; {@code URL:…} is itself. */
    static String secret(String name) {
        return name.startsWith("URL:") ? name.substring(4) : TOKENS.getOrDefault(name, "");
    }

    /** @param base where the service is, without a path */
    Receiver receiver(FakeService at, URI base, Path folder, Duration timeout, String headline) {
        var url = Optional.of(base);
        var wait = Optional.of(timeout);
        var size = Optional.of(headline);
        Optional<String> none = Optional.empty();
        Optional<Path> noFile = Optional.empty();
        return switch (this) {
            case WEBHOOK -> new DataReceiver.Webhook(base.resolve("/in"), List.of("HOOK"), List.of(), wait, none, size);
            case SLACK ->
                new ChatReceiver.Slack(secret(base, "/services/T/B/x"), noFile, Optional.empty(), wait, none, size);
            case SLACK_BOT ->
                new ChatReceiver.SlackBot(
                        Optional.of("SLACK"),
                        noFile,
                        FakeSlack.CHANNEL,
                        Optional.empty(),
                        Optional.of(base.resolve("/api/")),
                        wait,
                        none,
                        size);
            case TEAMS -> new ChatReceiver.Teams(secret(base, "/workflows/1?sig=abc"), noFile, wait, none, size);
            case DISCORD -> new ChatReceiver.Discord(secret(base, FakeDiscord.PATH), noFile, wait, none, size);
            case TELEGRAM ->
                new ChatReceiver.Telegram(Optional.of("TELEGRAM"), noFile, FakeTelegram.CHAT, url, wait, none, size);
            case NTFY ->
                new AlarmReceiver.Ntfy(
                        url, none, Optional.of("NTFY_TOPIC"), Optional.of("NTFY"), noFile, wait, none, size);
            case WEB_PUSH ->
                new AlarmReceiver.WebPush(
                        ((FakePush) at).subscriptions(folder, "one"),
                        FakePush.VAPID.publicText(),
                        Optional.of("VAPID"),
                        noFile,
                        FakePush.CONTACT,
                        wait,
                        none,
                        size);
            case PAGER_DUTY ->
                new AlarmReceiver.PagerDuty(
                        Optional.of("PAGER"), noFile, Optional.of(base.resolve("/v2/enqueue")), wait, none, size);
            case APPRISE -> new AlarmReceiver.Apprise(base, Optional.of("APPRISE"), noFile, none, wait, none, size);
            case CAP ->
                new DataReceiver.Cap(
                        "wirebell@newsroom.example",
                        Optional.empty(),
                        Optional.of(base.resolve("/cap")),
                        Optional.of("CAP"),
                        noFile,
                        wait,
                        none,
                        size);
        };
    }

    private static Optional<String> secret(URI base, String path) {
        return Optional.of("URL:" + base.resolve(path));
    }
}
