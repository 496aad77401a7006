package org.wirebell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.wirebell.app.Loopback.Answer;
import org.wirebell.app.station.Role;
import org.wirebell.app.station.Station;
import org.wirebell.model.Canary;
import org.wirebell.model.Json;
import org.wirebell.model.Notice;
import org.wirebell.model.Result;
import org.wirebell.model.Update;

/** Processor and alerts against a real broker, with webhooks on loopback: who is told what, and how often. */
class AlertsOnBrokerTest {
    @RegisterExtension
    static final OneBroker BROKER = new OneBroker();

    @TempDir
    static Path folder;

    private static final ByteArrayOutputStream PRINTED = new ByteArrayOutputStream();
    private static final CountDownLatch HANGING = new CountDownLatch(1);
    private static final AtomicInteger FLAKY = new AtomicInteger();

    private static Rig rig;
    private static Loopback receiver;
    private static Station processor;
    private static Station alerts;

    @BeforeAll
    static void start() throws Exception {
        receiver = Loopback.start();
        receiver.serve("/steady", "");
        receiver.answer("/flaky", _ -> new Answer(FLAKY.getAndIncrement() == 0 ? 500 : 200, ""));
        receiver.answer("/hanging", _ -> {
            try {
                HANGING.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            return new Answer(200, "");
        });
        Files.writeString(
                folder.resolve("secret"), "whsec_" + Base64.getEncoder().encodeToString(new byte[32]));
        rig = Rig.of(BROKER, "alerts", folder);
        processor = rig.start(EnumSet.of(Role.PROCESS), "", System.err);
        alerts = alerts("[console, steady]");
    }

    @AfterAll
    static void close() {
        HANGING.countDown();
        alerts.close();
        processor.close();
        receiver.close();
    }

    @Test
    void tellsEveryReceiverOnceAndFollowsAKillToThoseWhoWereTold() throws Exception {
        var headline = "Ferry sinks off Kelmor";
        rig.send(News.item(
                "ferry",
                1,
                headline,
                "The sinking of a ferry off Kelmor killed 12 people, the harbour office said.",
                Map.of()));
        rig.until("sent", () -> sent(headline) == 3);
        assertThat(printed()).contains("Kelmor").contains("12");

        alerts.close(); // from now on the rule names nobody: the kill must still find those who were told
        alerts = alerts("[]");
        rig.send(News.kill("ferry", 2, headline));
        rig.until("taken back", () -> sent(headline) == 6);

        var updates = rig.values(rig.topics().updates()).stream()
                .filter(update -> update.item().equals("urn:coast:ferry"));
        assertThat(updates.map(Update::kind)).containsExactly(Update.Kind.FIRST, Update.Kind.RETRACTED);
        assertThat(receivers(headline, Notice.Kind.NEW)).containsExactlyInAnyOrder("page", "console", "steady");
        assertThat(receivers(headline, Notice.Kind.WITHDRAW)).containsExactlyInAnyOrder("page", "console", "steady");
        var told =
                receiver.asked("/steady").stream().filter(asked -> asked.body().contains("Kelmor"));
        assertThat(told.map(AlertsOnBrokerTest::type))
                .containsExactly("wirebell.alert.opened", "wirebell.alert.withdrawn");
    }

    @Test
    void sendsNothingTwiceOverARestart() throws Exception {
        rig.send(News.toll("Dantova", 1, 15));
        rig.until("sent", () -> sent("Dantova") == 3);
        var before = rig.values(rig.topics().notices());
        int asked = receiver.asked("/steady").size();
        long printed =
                printed().lines().filter(line -> line.contains("Dantova")).count();

        alerts.close();
        alerts = alerts("[console, steady]");
        rig.send(News.toll("Mirsel", 1, 16));
        rig.until("the next one sent", () -> sent("Mirsel") == 3);

        assertThat(rig.values(rig.topics().notices()))
                .hasSize(before.size() + 3)
                .containsAll(before);
        assertThat(receiver.asked("/steady")).hasSize(asked + 1);
        assertThat(printed().lines().filter(line -> line.contains("Dantova"))).hasSize((int) printed);
        assertThat(rig.values(rig.topics().results()).stream()
                        .filter(result -> result.outcome().isFinal())
                        .map(Result::notice))
                .doesNotHaveDuplicates();
    }

    @Test
    void triesAgainUnderTheSameIdAfterAnError() {
        rig.send(News.item(
                "bridge",
                1,
                "Bridge falls in Norbak",
                "A bridge in Norbak fell and killed 5 people, the police said.",
                Map.of()));
        rig.until("sent in the end", () -> finals("flaky").size() == 1);
        var results = rig.values(rig.topics().results()).stream()
                .filter(result -> result.receiver().equals("flaky"))
                .toList();
        assertThat(results.stream().map(Result::outcome)).containsExactly(Result.Outcome.LATER, Result.Outcome.SENT);
        assertThat(results.stream().map(Result::attempts)).containsExactly(1, 2);
        assertThat(results.getFirst().detail()).contains("500");
        assertThat(receiver.asked("/flaky")).hasSize(2);
        assertThat(receiver.asked("/flaky").stream().map(Loopback.Asked::id).distinct())
                .hasSize(1);
        assertThat(receiver.asked("/flaky").getFirst().body())
                .isEqualTo(receiver.asked("/flaky").getLast().body());
    }

    @Test
    void doesNotLetAHangingReceiverDelayTheOthers() {
        for (int storey = 1; storey <= 3; storey++) {
            rig.send(News.item(
                    "tunnel-" + storey,
                    1,
                    "Tunnel fire number " + storey,
                    "A tunnel burnt for the " + storey + "th time.",
                    Map.of()));
        }
        rig.until("the hanging one asked", () -> !receiver.asked("/hanging").isEmpty());
        rig.until(
                "all on the console",
                () -> notices("Tunnel fire").stream()
                                .filter(notice -> notice.receiver().equals("console"))
                                .filter(notice -> finals("console").contains(notice.id()))
                                .count()
                        == 3);
        assertThat(printed()).contains("Tunnel fire number 1", "Tunnel fire number 2", "Tunnel fire number 3");
        assertThat(HANGING.getCount()).isOne();
        assertThat(finals("hanging")).isEmpty();
    }

    @Test
    void ringsNoBellOnAFirstPoll() throws Exception {
        var then = Instant.now().minus(Duration.ofDays(2));
        var old = News.entry(
                "old",
                "Quarry slides in Parvel",
                "A slide at a quarry in Parvel killed 7 people, the quarry office said.",
                then);
        var fresh = News.entry(
                "fresh",
                "Quarry slides in Selbor",
                "A slide at a quarry in Selbor killed 9 people, the quarry office said.",
                Instant.now());
        receiver.serve("/feed", News.rss(old));
        try (var station = rig.start(EnumSet.of(Role.INGEST), feed(), System.err)) {
            rig.until(
                    "the first poll",
                    () -> station.sources().stream()
                            .anyMatch(feed -> feed.source().equals("pier") && feed.items() == 1));
            receiver.serve("/feed", News.rss(fresh, old));
            rig.until("the fresh one sent", () -> sent("Selbor") == 3);
        }
        var update = rig.values(rig.topics().updates()).stream()
                .filter(it -> it.item().equals("old"))
                .toList();
        assertThat(update).hasSize(1).allMatch(Update::backfill); // the ledger knows it
        assertThat(notices("Parvel"))
                .isNotEmpty()
                .allSatisfy(notice -> assertThat(notice.silence()).isEqualTo("cold_start"));
        assertThat(printed()).doesNotContain("Parvel");
    }

    @Test
    void aCanaryGoesThroughEverything() throws Exception {
        var canary = "  canary: {folder: \"${folder}/canary\", every: PT1S}\n";
        try (var _ = rig.start(EnumSet.of(Role.INGEST), canary, System.err)) {
            rig.until("two canaries arrived", () -> finals(Canary.NAME).size() >= 2);
        }
        assertThat(receiver.asked("/steady")).noneMatch(asked -> asked.body().contains("Canary"));
    }

    private static Station alerts(String followed) throws IOException, InterruptedException {
        return rig.start(
                EnumSet.of(Role.ALERT),
                """
                alerts:
                  application-id: ${name}-alerts
                  state-dir: "${folder}/alerts"
                  delivery: {allow-private-receivers: true, timeout: PT60S}
                  desks:
                    main: {budget: {per-hour: 1000, burst: 1000}}
                  receivers:
                    webhooks:
                      steady: {url: "STEADY", secret-files: ["${folder}/secret"]}
                      flaky: {url: "FLAKY", secret-files: ["${folder}/secret"]}
                      hanging: {url: "HANGING", secret-files: ["${folder}/secret"]}
                  rules:
                    - {id: followed, query: 'ferry', receivers: FOLLOWED, figure: {category: [killed], first: true, retracted: true}}
                    - {id: toll, query: 'mine OR quarry', receivers: [console, steady], max-age: P30D, figure: {category: [killed], first: true, retracted: true}}
                    - {id: flaky, query: 'bridge', receivers: [flaky]}
                    - {id: hanging, query: 'tunnel', receivers: [hanging, console]}
                """.replace("STEADY", receiver.at("/steady").toString())
                        .replace("FLAKY", receiver.at("/flaky").toString())
                        .replace("HANGING", receiver.at("/hanging").toString())
                        .replace("FOLLOWED", followed),
                new PrintStream(PRINTED, true, StandardCharsets.UTF_8));
    }

    private static String feed() {
        return """
                ingest:
                  allow-private-feeds: true
                  limits: {host-gap: PT0S}
                  pace: {every: PT0.2S, floor: PT0.1S, ceiling: PT1S, patience: PT0S}
                  sources: {pier: {url: "%s"}}
                """.formatted(receiver.at("/feed"));
    }

    /** Notices of alerts whose evidence names this. */
    private static List<Notice> notices(String name) {
        return rig.values(rig.topics().notices()).stream()
                .filter(notice -> notice.alert().evidence().headline().contains(name))
                .toList();
    }

    private static List<String> receivers(String name, Notice.Kind kind) {
        return notices(name).stream()
                .filter(notice -> notice.kind() == kind)
                .map(Notice::receiver)
                .toList();
    }

    private static long sent(String name) {
        var sent = rig.values(rig.topics().results()).stream()
                .filter(result -> result.outcome() == Result.Outcome.SENT)
                .map(Result::notice)
                .toList();
        return notices(name).stream()
                .filter(notice -> sent.contains(notice.id()))
                .count();
    }

    /** Ids of the notices that came to an end with this receiver. */
    private static List<String> finals(String name) {
        return rig.values(rig.topics().results()).stream()
                .filter(result ->
                        result.receiver().equals(name) && result.outcome().isFinal())
                .map(Result::notice)
                .toList();
    }

    private static String type(Loopback.Asked asked) {
        return String.valueOf(Json.map(asked.body()).get("type"));
    }

    private static String printed() {
        return PRINTED.toString(StandardCharsets.UTF_8);
    }
}
