package org.wirebell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.wirebell.app.station.Role;
import org.wirebell.app.station.Station;
import org.wirebell.model.Audit;
import org.wirebell.model.Item;
import org.wirebell.model.Json;
import org.wirebell.model.Notice;
import org.wirebell.model.StoredRule;

/** What persons decide on the command line holds in roles that run, on a real broker. */
class OrdersOnBrokerTest {
    @RegisterExtension
    static final OneBroker BROKER = new OneBroker();

    @TempDir
    static Path folder;

    private static final String RULES = """
              - {id: ferry, query: ferry, receivers: [pager]}
              - {id: mine, receivers: [console], figure: {category: [killed], first: true}}
            """;
    private static final AtomicInteger COUNT = new AtomicInteger();

    private static Rig rig;
    private static Loopback receiver;
    private static Station station;
    private static Path followed;
    private static String config;

    @BeforeAll
    static void start() throws Exception {
        receiver = Loopback.start();
        receiver.serve("/pager", "");
        write("secret", "whsec_" + Base64.getEncoder().encodeToString(new byte[32]));
        rig = Rig.of(BROKER, "orders", folder);
        followed = write("followed.yaml", rig.settings(settings(RULES)));
        config = write("wirebell.yaml", rig.settings(settings(RULES))).toString();
        station = rig.start(
                EnumSet.of(Role.PROCESS, Role.ALERT),
                settings(RULES),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
        station.follow(followed);
    }

    @AfterAll
    static void close() {
        station.close();
        receiver.close();
    }

    @Test
    void aRuleThatIsAddedStartsToFire() throws Exception {
        var rule = write("quarry.yaml", "id: quarry\nquery: quarry\nreceivers: [console]\n");
        var tried = good("rules", "try", rule.toString());
        assertThat(tried.json())
                .singleElement()
                .satisfies(trial -> assertThat(trial).containsEntry("day", 0));

        var added = good("rules", "add", rule.toString(), "--by", "lee", "--note", "for the week");
        assertThat(added.err()).contains("quarry: active, version 1");
        untilHeard("quarry", "quarry");
        assertThat(good("rules", "try", rule.toString()).json().getFirst().get("day"))
                .asString()
                .isNotEqualTo("0");

        assertThat(good("rules", "add", rule.toString(), "--by", "lee").err()).contains("quarry: active already");
        assertThat(good("rules", "pause", "quarry", "--by", "kim").err()).contains("quarry: paused, version 2");
        assertThat(line("quarry")).containsEntry("state", "paused").containsEntry("by", "kim");
        assertThat(audit("rule/quarry")).containsExactly("lee rules.active for the week", "kim rules.paused ");
    }

    @Test
    void whoTampersWithTheAuditIsFound() throws Exception {
        good("rules", "dry-run", "mine", "--by", "vera");
        good("rules", "reset", "mine", "--by", "vera");
        var before = good("audit", "verify");
        assertThat(before.err()).contains(" 0 faults, ");
        var hash = before.err().strip().replaceFirst("(?s).* ", "");
        good("rules", "dry-run", "mine", "--by", "vera");
        good("rules", "reset", "mine", "--by", "vera");
        good("audit", "verify", "--noted", hash);
        assertThat(run("audit", "verify", "--noted", "0000").exit()).isEqualTo(1);

        var records = new ArrayList<Audit>(rig.values(rig.topics().audit()));
        records.sort(Comparator.comparing(audit -> audit.link().orElseThrow().number()));
        assertThat(records.getLast().link().orElseThrow().previous()).hasSize(1);
        var made = records.getLast()
                .linked(new Audit.Link(records.size() + 7L, List.of("f".repeat(64)))); // one that nobody ever wrote
        rig.sendRaw(rig.topics().audit().name(), "vera", Json.write(made));
        rig.until("found", () -> run("audit", "verify").exit() == 1);
        assertThat(run("audit", "verify").json())
                .singleElement()
                .satisfies(fault ->
                        assertThat(fault).containsEntry("fault", "missing").containsEntry("actor", "vera"));
        assertThat(good("audit", "list").json())
                .anyMatch(line -> line.get("actor").equals("vera"));
    }

    @Test
    void aRuleOfTheConfigurationIsTakenOverAndGivenBack() {
        assertThat(good("rules", "dry-run", "mine", "--by", "lee").err()).contains("mine: dry_run, version 1");
        assertThat(line("mine"))
                .containsEntry("state", "dry_run")
                .containsEntry("insteadOf", "configuration")
                .containsEntry("text", "{id: mine, receivers: [console], figure: {category: [killed], first: true}}\n");
        good("rules", "reset", "mine", "--by", "lee");
        assertThat(line("mine")).containsEntry("from", "configuration").doesNotContainKey("version");
        assertThat(run("rules", "pause", "trams", "--by", "lee").exit()).isEqualTo(1);
    }

    @Test
    void aSilenceMutesUntilItIsEnded() throws Exception {
        untilHeard("ferry", "ferry");
        var terms =
                new String[] {"silence", "add", "--rule", "ferry", "--for", "PT1H", "--by", "lee", "--reason", "drill"};
        var preview =
                good(Stream.concat(Stream.of(terms), Stream.of("--preview")).toArray(String[]::new));
        assertThat(preview.json())
                .isNotEmpty()
                .allSatisfy(muted ->
                        assertThat(muted).containsEntry("rule", "ferry").containsEntry("receiver", "pager"));
        assertThat(preview.err()).contains("would have been muted");
        assertThat(good("silence", "list").json()).isEmpty();

        var silence = String.valueOf(good(terms).json().getFirst().get("id"));
        assertThat(good("silence", "list").json()).hasSize(1);
        rig.until("a ferry is silenced", () -> {
            rig.send(news("ferry"));
            return notices("ferry").stream().anyMatch(notice -> notice.silence().startsWith("silenced: drill (lee"));
        });
        assertThat(good("notices", "list", "--rule", "ferry", "--not-sent", "--receiver", "pager")
                        .json())
                .anySatisfy(
                        notice -> assertThat(notice.get("silence")).asString().contains("drill"));
        assertThat(good("silence", "end", silence, "--by", "kim").err()).contains("drill, by lee");
        assertThat(good("silence", "list").json()).isEmpty();
        assertThat(good("silence", "list", "--all").json()).hasSize(1);
        assertThat(audit("silence/" + silence)).containsExactly("lee silence.add drill", "kim silence.end ");
    }

    @Test
    void anAcknowledgementIsShown() {
        rig.send(News.toll("Kelmor", 1, 12));
        rig.until(
                "an alert",
                () -> !good("alerts", "list", "--rule", "mine").json().isEmpty());
        var id = String.valueOf(
                good("alerts", "list", "--rule", "mine").json().getFirst().get("id"));
        good("alerts", "ack", id, "--by", "lee", "--note", "on it");
        good("alerts", "assign", id, "--by", "lee", "--to", "kim");
        rig.until(
                "what was done is shown", () -> good("alerts", "show", id).out().contains("\"assignee\":\"kim\""));
        var shown = good("alerts", "list", "--rule", "mine").json().getFirst();
        assertThat(shown.get("ack")).asString().contains("by=lee", "revision=1");
        assertThat(audit("alert/" + id)).containsExactly("lee alerts.ack on it", "lee alerts.assign ");

        var noNote = run("alerts", "withdraw", id, "--by", "lee");
        assertThat(noNote.exit()).isEqualTo(2);
        assertThat(noNote.err()).contains("WITHDRAW needs a note");
        assertThat(run("alerts", "ack", "nonesuch", "--by", "lee").exit()).isEqualTo(1);

        rig.until(
                "sent",
                () -> good("notices", "list", "--alert", id).json().stream()
                        .allMatch(notice -> "sent".equals(notice.get("outcome"))));
        var history =
                good("notices", "list", "--alert", id, "--receiver", "console").json();
        assertThat(history).hasSize(1);
        var notice = good("notices", "show", String.valueOf(history.getFirst().get("notice")))
                .json()
                .getFirst();
        assertThat(notice)
                .containsEntry("rule", "mine")
                .containsEntry("sentence", "A mine collapse in Kelmor killed 12 people, the mine office said.")
                .containsKeys("ruleNow", "after", "times", "claimant");
        assertThat(notice.get("conditions")).asString().contains("first figure: yes");
        assertThat(notice.get("route")).asString().contains("rule mine names page, console");
        assertThat(notice.get("results")).asString().contains("outcome=sent");

        var again = good("notices", "resend", String.valueOf(notice.get("notice")), "--by", "lee");
        assertThat(again.out()).contains("Kelmor");
        assertThat(audit("notice/" + notice.get("notice"))).containsExactly("lee notices.resend ");
        assertThat(run("notices", "resend", "nonesuch", "--by", "lee").exit()).isEqualTo(1);
    }

    @Test
    void aBadRuleIsLeftOutAndListed() throws Exception {
        var bad = write(
                "bad.yaml", "rules:\n  - {id: fine, query: fog}\n  - {id: bad, query: '(fog', receivers: [trumpet]}\n");
        var refused = run("rules", "add", bad.toString(), "--by", "lee");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("bad.yaml:3: rules[1]: ").contains("(fog");
        var unknown = write("unknown.yaml", "id: fine\nquery: fog\nreceivers: [trumpet]\n");
        assertThat(run("rules", "add", unknown.toString(), "--by", "lee").err())
                .contains("unknown.yaml:1: rule fine names the receiver trumpet");

        var stored = new StoredRule(
                "bad",
                "main",
                "id: bad\nquery: (fog\n",
                1,
                StoredRule.State.ACTIVE,
                "lee",
                Instant.now(),
                "",
                Map.of());
        rig.sendRaw(rig.topics().rules().name(), "bad", Json.write(stored));
        rig.until("it is listed", () -> lines("bad").stream().anyMatch(rule -> rule.containsKey("fault")));
        assertThat(line("bad").get("fault")).asString().contains("(fog");
        var running = Files.readString(Path.of(config)).replace("  port: 0", "  port: " + station.operationsPort());
        var there = write("running.yaml", running).toString();
        rig.until(
                "the process that runs tells of it",
                () -> Line.run("check", "--config", there).out().contains("left out where it runs: bad: "));
        untilHeard("ferry", "ferry");
    }

    @Test
    void aConfigurationIsTakenAnewAndABadOneIsNot() throws Exception {
        Files.writeString(
                followed, rig.settings(settings(RULES + "  - {id: tram, query: tram, receivers: [console]}\n")));
        untilHeard("tram", "tram");
        assertThat(metrics()).contains("wirebell_config_reload_ok 1.0");

        Files.writeString(followed, rig.settings(settings("  - {id: tram, query: '(tram'}\n")));
        rig.until("the fault is shown", () -> metrics().contains("wirebell_config_reload_ok 0.0"));
        untilHeard("tram", "tram");
    }

    /** Sends news of this until the rule has told the console of one more. */
    private static void untilHeard(String rule, String word) {
        long before = told(rule);
        rig.until(rule + " fires", () -> {
            rig.send(news(word));
            return told(rule) > before;
        });
    }

    private static long told(String rule) {
        return notices(rule).stream().filter(Notice::goes).count();
    }

    private static List<Notice> notices(String rule) {
        return rig.values(rig.topics().notices()).stream()
                .filter(notice ->
                        notice.alert().rule().equals(rule) && !notice.receiver().equals("page"))
                .toList();
    }

    private static Item news(String word) {
        int n = COUNT.incrementAndGet();
        return News.item(word + n, 1, "The " + word + " of hour " + n + " is late", "Fog held it up.", Map.of());
    }

    private static Map<String, Object> line(String rule) {
        return lines(rule).getFirst();
    }

    private static List<Map<String, Object>> lines(String rule) {
        return good("rules", "list").json().stream()
                .filter(line -> rule.equals(line.get("id")))
                .toList();
    }

    private static List<String> audit(String target) {
        return rig.values(rig.topics().audit()).stream()
                .filter(audit -> audit.target().equals(target))
                .sorted(Comparator.comparing(Audit::at))
                .map(audit -> audit.actor() + " " + audit.action() + " " + audit.detail())
                .toList();
    }

    private static String metrics() throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var address = URI.create("http://127.0.0.1:" + station.operationsPort() + "/metrics");
            return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body();
        }
    }

    private static Line good(String... args) {
        var line = run(args);
        assertThat(line.exit()).as(line.err()).isZero();
        return line;
    }

    private static Line run(String... args) {
        var all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--config", config));
        return Line.run(all.toArray(String[]::new));
    }

    private static String settings(String rules) {
        return """
                alerts:
                  application-id: ${name}-alerts
                  state-dir: "${folder}/alerts"
                  delivery: {allow-private-receivers: true}
                  receivers: {webhooks: {pager: {url: "PAGER", secret-files: ["${folder}/secret"]}}}
                  desks: {main: {budget: {per-hour: 1000, burst: 1000}}}
                  rules:
                """.replace("PAGER", receiver.at("/pager").toString()) + rules;
    }

    private static Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
