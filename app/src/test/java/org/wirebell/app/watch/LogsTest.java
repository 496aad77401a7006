package org.wirebell.app.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirebell.app.Loopback;
import org.wirebell.app.Main;
import org.wirebell.app.News;
import org.wirebell.model.Json;

/**
 * All roles in a process of their own that logs as much as it can, with a secret in each receiver and entrance that takes one:
 * every line is JSON, says of which item and notice it speaks, and none says a secret.
 */
class LogsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final List<String> RECEIVERS = List.of(
            "hook",
            "mail",
            "slack",
            "bot",
            "team",
            "discord",
            "telegram",
            "ntfy",
            "push",
            "duty",
            "apprise",
            "cap",
            "topic");
    private static final String CONFIG = """
            kafka: {embedded: {folder: "${folder}/kafka", port: 0}}
            ingest:
              allow-private-feeds: true
              sources: {pier: {url: "${web}/pier", headers-env: {Authorization: S_FEED}}}
              folders: {drop: {path: "${folder}/drop", every: PT0.1S}}
              mailboxes: {box: {host: 127.0.0.1, port: 1, tls: none, unencrypted: true, user-env: S_USER, password-env: S_MAILBOX}}
              drops: {ftp: {url: "ftp://127.0.0.1:1/in", user: wires, password-env: S_DROP}}
              push: {host: 127.0.0.1, port: 0, token-env: S_TOKEN, secret-env: S_SIGNED}
              websub: {callback: "https://wirebell.example/", secret-env: S_HUB}
            processor: {state-dir: "${folder}/processor"}
            alerts:
              state-dir: "${folder}/alerts"
              delivery: {allow-private-receivers: true, timeout: PT2S}
              receivers:
                webhooks: {hook: {url: "${web}/hook", secret-envs: [S_HOOK]}}
                mails: {mail: {host: 127.0.0.1, port: 1, security: none, from: a@desk.example, to: [b@desk.example], user: us, password-env: S_MAIL}}
                slacks: {slack: {url-env: S_SLACK}}
                slack-bots: {bot: {token-env: S_BOT, channel: C1, url: "${web}/api/"}}
                teams: {team: {url-env: S_TEAMS}}
                discords: {discord: {url-env: S_DISCORD}}
                telegrams: {telegram: {token-env: S_TELEGRAM, chat: "1", url: "${web}/"}}
                ntfys: {ntfy: {url: "${web}/", topic-env: S_TOPIC, token-env: S_NTFY}}
                web-pushes:
                  push: {subscriptions: "${folder}/subscriptions", public-key: "${public}", private-key-env: S_VAPID, contact: "mailto:a@desk.example"}
                pager-duties: {duty: {routing-key-env: S_DUTY, url: "${web}/duty"}}
                apprises: {apprise: {url: "${web}/", key-env: S_APPRISE}}
                caps: {cap: {sender: a@desk.example, url: "${web}/cap", token-env: S_CAP}}
                kafkas:
                  topic:
                    topic: wirebell.out
                    bootstrap: 127.0.0.1:1
                    properties:
                      sasl.jaas.config: 'org.apache.kafka.common.security.plain.PlainLoginModule required username="u" password="${kafka}";'
              rules:
                - {id: toll, priority: flash, receivers: [${receivers}], figure: {category: [killed], first: true}}
            desk: {port: 0, sign-in: {folder: "${folder}/desk"}}
            operations: {port: 0}
            """;

    private final Map<String, String> secrets = new HashMap<>();

    @Test
    void areJsonAndKeepSecrets(@TempDir Path folder) throws Exception {
        try (var web = Loopback.start()) {
            for (var name : List.of(
                    "S_FEED",
                    "S_USER",
                    "S_MAILBOX",
                    "S_DROP",
                    "S_TOKEN",
                    "S_SIGNED",
                    "S_HUB",
                    "S_MAIL",
                    "S_BOT",
                    "S_TELEGRAM",
                    "S_TOPIC",
                    "S_NTFY",
                    "S_DUTY",
                    "S_APPRISE",
                    "S_CAP",
                    "KAFKA")) {
                secrets.put(name, "hush" + name.replace("_", "") + "hushhushhushhush");
            }
            secrets.put("S_HOOK", "whsec_aHVzaGh1c2hodXNoaHVzaGh1c2hodXNo");
            for (var name : List.of("S_SLACK", "S_TEAMS", "S_DISCORD")) {
                secrets.put(name, web.at("/hush" + name.replace("_", "")).toString());
            }
            var keys = KeyPairGenerator.getInstance("EC");
            keys.initialize(new ECGenParameterSpec("secp256r1"));
            var pair = keys.generateKeyPair();
            var point = point((ECPublicKey) pair.getPublic());
            secrets.put("S_VAPID", url(bytes(((ECPrivateKey) pair.getPrivate()).getS())));
            Files.writeString(
                    folder.resolve("subscriptions"),
                    Json.plain(Map.of(
                                    "endpoint", web.at("/hushENDPOINT").toString(),
                                    "keys", Map.of("p256dh", point, "auth", url(new byte[16]))))
                            + "\n");
            Files.createDirectories(folder.resolve("drop"));
            var config = Files.writeString(
                    folder.resolve("wirebell.yaml"),
                    CONFIG.replace("${folder}", folder.toString())
                            .replace("${web}", web.at("").toString())
                            .replace("${public}", point)
                            .replace("${kafka}", secrets.getOrDefault("KAFKA", ""))
                            .replace("${receivers}", String.join(", ", RECEIVERS)));
            var log = Path.of("target", "logs-test.log");
            var process = start(config, log);
            try {
                await().atMost(PATIENCE).until(() -> said(log).contains("operations  http://"));
                Files.writeString(
                        folder.resolve("drop").resolve("toll.xml"),
                        News.rss(News.entry(
                                "toll",
                                "Mine collapses in Norbel",
                                "A mine collapse in Norbel killed 12 people, the mine office said.",
                                Instant.now())));
                for (var path :
                        List.of("/hook", "/hushSSLACK", "/hushSTEAMS", "/hushSDISCORD", "/duty", "/cap", "/pier")) {
                    await(path).atMost(PATIENCE).until(() -> !web.asked(path).isEmpty());
                }
                await().atMost(PATIENCE)
                        .until(() -> said(log).contains("\"key\":\"notice\"")
                                || said(log).contains("\"notice\""));
            } finally {
                process.destroy();
                process.waitFor();
            }
            check(said(log));
        }
    }

    private void check(String said) {
        secrets.values().forEach(secret -> assertThat(said).doesNotContain(secret));
        assertThat(said).doesNotContain("hush").doesNotContain(secrets.getOrDefault("S_VAPID", ""));
        var lines = said.lines()
                .filter(line -> line.startsWith("{\"timestamp\""))
                .map(Json::map)
                .toList();
        assertThat(lines).hasSizeGreaterThan(20).allMatch(line -> line.containsKey("formattedMessage"));
        assertThat(lines.stream().map(line -> String.valueOf(line.get("kvpList"))))
                .anyMatch(fields -> fields.contains("item") && fields.contains("toll"))
                .anyMatch(fields -> fields.contains("notice") && fields.contains("alert"));
        var rest = said.lines()
                .filter(line ->
                        !line.startsWith("{\"timestamp\"") && !line.matches("(page|operations|push) .*|WARNING: .*|"))
                .toList();
        assertThat(rest).as("lines that are no JSON").isEmpty();
    }

    private Process start(Path config, Path log) throws IOException {
        var command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx600m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "up",
                        "--config",
                        config.toString())
                .redirectError(log.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        command.environment().putAll(secrets);
        command.environment()
                .putAll(Map.of("WIREBELL_LOG", "DEBUG", "WIREBELL_KAFKA_LOG", "INFO", "WIREBELL_LOG_FORMAT", "json"));
        return command.start();
    }

    private static String said(Path log) throws IOException {
        return Files.exists(log) ? Files.readString(log, StandardCharsets.UTF_8) : "";
    }

    /** Uncompressed, as browsers want it. */
    private static String point(ECPublicKey key) {
        var point = new byte[65];
        point[0] = 4;
        System.arraycopy(bytes(key.getW().getAffineX()), 0, point, 1, 32);
        System.arraycopy(bytes(key.getW().getAffineY()), 0, point, 33, 32);
        return url(point);
    }

    private static byte[] bytes(BigInteger number) {
        var bytes = number.toByteArray();
        var whole = new byte[32];
        int size = Math.min(32, bytes.length);
        System.arraycopy(Arrays.copyOfRange(bytes, bytes.length - size, bytes.length), 0, whole, 32 - size, size);
        return whole;
    }

    private static String url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
