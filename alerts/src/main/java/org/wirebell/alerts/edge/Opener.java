package org.wirebell.alerts.edge;

import com.interaso.webpush.WebPush;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Makes the notifier of each kind of receiver. Throws {@link IllegalArgumentException} where a secret is missing or wrong. */
record Opener(
        DeliveryConfig config,
        Post post,
        Map<String, Object> kafka,
        InstantSource clock,
        PrintStream console,
        Secrets secrets) {
    Notifier open(String name, Receiver receiver) {
        return switch (receiver) {
            case Receiver.Console it ->
                new ConsoleNotifier(console, it.width().orElse(Receiver.Console.DEFAULT_WIDTH), size(it));
            case Receiver.Mail it ->
                new MailNotifier(
                        name,
                        it,
                        secrets.maybe(it.passwordEnv(), it.passwordFile()).map(Secret::value),
                        timeout(it),
                        clock);
            case ChatReceiver chat -> chat(chat);
            case AlarmReceiver alarm -> alarm(alarm);
            case DataReceiver data -> data(data);
        };
    }

    private Notifier chat(ChatReceiver receiver) {
        return switch (receiver) {
            case ChatReceiver.Slack it ->
                new SlackNotifier(
                        secrets.address(it.urlEnv(), it.urlFile()),
                        new SlackMessage(size(it), it.here().orElse(false)),
                        timeout(it),
                        post);
            case ChatReceiver.SlackBot it ->
                new InPlace(new SlackMessages(
                        url(it.url(), SlackMessages.API),
                        secrets.of(it.tokenEnv(), it.tokenFile()),
                        it.channel(),
                        new SlackMessage(size(it), it.here().orElse(false)),
                        timeout(it),
                        post));
            case ChatReceiver.Teams it ->
                new TeamsNotifier(secrets.address(it.urlEnv(), it.urlFile()), size(it), timeout(it), post);
            case ChatReceiver.Discord it ->
                new InPlace(
                        new DiscordMessages(secrets.address(it.urlEnv(), it.urlFile()), size(it), timeout(it), post));
            case ChatReceiver.Telegram it ->
                new InPlace(new TelegramMessages(
                        url(it.url(), TelegramMessages.API),
                        secrets.of(it.tokenEnv(), it.tokenFile()),
                        it.chat(),
                        size(it),
                        timeout(it),
                        post));
        };
    }

    private Notifier alarm(AlarmReceiver receiver) {
        return switch (receiver) {
            case AlarmReceiver.Ntfy it ->
                new NtfyNotifier(
                        url(it.url(), NtfyNotifier.SERVER),
                        new Secret(it.topic()
                                .orElseGet(() -> secrets.variable(it.topicEnv().orElseThrow()))),
                        secrets.maybe(it.tokenEnv(), it.tokenFile()),
                        size(it),
                        timeout(it),
                        post);
            case AlarmReceiver.WebPush it ->
                new WebPushNotifier(it.subscriptions(), vapid(it), size(it), timeout(it), post, clock);
            case AlarmReceiver.PagerDuty it ->
                new PagerDutyNotifier(
                        url(it.url(), PagerDutyNotifier.API),
                        secrets.of(it.routingKeyEnv(), it.routingKeyFile()),
                        size(it),
                        timeout(it),
                        post);
            case AlarmReceiver.Apprise it ->
                new AppriseNotifier(
                        HttpUrl.get(it.url().toString()),
                        secrets.of(it.keyEnv(), it.keyFile()),
                        it.tag(),
                        size(it),
                        timeout(it),
                        post);
        };
    }

    private Notifier data(DataReceiver receiver) {
        return switch (receiver) {
            case DataReceiver.Webhook it -> {
                var keys = new ArrayList<WebhookSecret>();
                it.secretEnvs().forEach(name -> keys.add(WebhookSecret.parse(secrets.variable(name))));
                it.secretFiles().forEach(file -> keys.add(WebhookSecret.parse(Secrets.content(file))));
                var url = HttpUrl.get(it.url().toString());
                yield new WebhookNotifier(url, keys, timeout(it), size(it), post, clock);
            }
            case DataReceiver.Kafka it -> {
                if (it.bootstrap().isEmpty() && kafka.isEmpty()) {
                    throw new IllegalArgumentException("bootstrap must be set where no cluster of ours is known");
                }
                yield new KafkaNotifier(it.topic(), () -> producer(it), size(it), timeout(it));
            }
            case DataReceiver.Cap it ->
                new CapNotifier(
                        new CapMessage(it.sender(), size(it)),
                        it.folder()
                                .map(CapNotifier::folder)
                                .orElseGet(() -> CapNotifier.address(
                                        HttpUrl.get(it.url().orElseThrow().toString()),
                                        secrets.maybe(it.tokenEnv(), it.tokenFile()),
                                        timeout(it),
                                        post)));
        };
    }

    private WebPush vapid(AlarmReceiver.WebPush it) {
        var secret = secrets.of(it.privateKeyEnv(), it.privateKeyFile());
        return new WebPush(it.contact(), Vapid.keys(it.publicKey(), secret));
    }

    /** Ours, unless it names another cluster; then nothing of ours goes there. */
    private Producer<byte[], byte[]> producer(DataReceiver.Kafka it) {
        Map<String, Object> settings = it.bootstrap().isPresent() ? new HashMap<>() : new HashMap<>(kafka);
        it.bootstrap().ifPresent(brokers -> settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, brokers));
        settings.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        settings.putAll(it.properties());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        int millis = Math.toIntExact(timeout(it).toMillis());
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private Duration timeout(Receiver receiver) {
        return receiver.timeout().orElse(config.timeout());
    }

    private static Headline.Size size(Receiver receiver) {
        return receiver.headline().map(Headline.Size::of).orElse(Headline.Size.FULL);
    }

    private static HttpUrl url(Optional<URI> configured, HttpUrl usual) {
        return configured.map(url -> HttpUrl.get(url.toString())).orElse(usual);
    }
}
