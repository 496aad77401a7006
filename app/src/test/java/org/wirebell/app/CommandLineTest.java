package org.wirebell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebell.model.Item;
import org.wirebell.model.Json;

/** The commands that need no topics, each as a user types it; and how commands fail. */
class CommandLineTest {
    @RegisterExtension
    static final OneBroker BROKER = new OneBroker();

    private static final Path BAD = Path.of("src/test/resources/config/bad");
    private static final Path SAMPLES = Path.of("..", "samples");

    @TempDir
    Path folder;

    @Test
    void readsAFeedFile() {
        var file = SAMPLES.resolve("feeds")
                .resolve("harbor-post")
                .resolve("0735.xml")
                .toString();
        var line = Line.run("read", "--source", "harbor-post", file);
        assertThat(line.exit()).isZero();
        var reading = line.json().getFirst();
        assertThat(line.json()).hasSize(1);
        assertThat(reading).containsEntry("file", file).containsEntry("format", "atom");
        assertThat(reading.get("problem")).isNull();
        assertThat(items(reading)).isNotEmpty().allSatisfy(item -> {
            assertThat(item.source()).isEqualTo("harbor-post");
            assertThat(item.headline()).isNotEmpty();
            assertThat(item.published()).isPresent();
        });
    }

    @Test
    void readsTheOthersWhenOneFileIsBrokenAndOneMissing() throws IOException {
        var broken = write("broken.bin", "\u0001\u0002\u0003 no wire at all");
        var good = write("good.xml", News.rss("<item><guid>a</guid><title>Harbour calm</title></item>"));
        var line = Line.run("read", broken, folder.resolve("missing.xml").toString(), good);
        assertThat(line.exit()).isEqualTo(1);
        assertThat(line.err()).contains("missing.xml: cannot be read").doesNotContain("\tat ");
        assertThat(line.json()).hasSize(2);
        assertThat(line.json().getFirst().get("problem")).isInstanceOfSatisfying(Map.class, problem -> {
            assertThat(problem.get("why")).isEqualTo("unknown_format");
            assertThat(problem.get("detail")).asString().contains("broken.bin");
        });
        assertThat(items(line.json().getLast())).hasSize(1);
    }

    @Test
    void writesUtf8WhateverTheLocaleOfTheMachine() throws Exception {
        var headline = "ميناء الهلال هادئ — très calme";
        var file = write("calm.xml", News.rss("<item><guid>a</guid><title>" + headline + "</title></item>"));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classes = System.getProperty("java.class.path");
        var child =
                new ProcessBuilder(java, "-XX:TieredStopAtLevel=1", "-cp", classes, Main.class.getName(), "read", file);
        child.environment().put("LC_ALL", "C");
        var process = child.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(items(Json.map(out.strip())).getFirst().headline()).isEqualTo(headline);
    }

    @Test
    void explainsATextAndNamesTheLineThatIsNone() {
        var line = Line.with("""
                {"id":"a","text":"A mine collapse in Kelmor killed 12 people, the mine office said."}
                not json

                {"id":"b","text":"Talks enter their 12th day."}
                """, "explain");
        assertThat(line.exit()).isEqualTo(1);
        assertThat(line.err()).contains("line 2:");
        assertThat(line.json()).hasSize(2);
        assertThat(line.json().getFirst().get("id")).isEqualTo("a");
        var figures = (List<?>) line.json().getFirst().get("figures");
        assertThat(figures)
                .singleElement()
                .asString()
                .contains("category=killed", "value=12", "attribution=mine office");
        assertThat(line.json().getLast().get("figures")).isIn(null, List.of());
    }

    @Test
    void tracksItemsIntoLedgerUpdates() {
        var line = Line.with(
                lines(News.toll("Kelmor", 1, 12), News.toll("Kelmor", 2, 31), News.kill("Kelmor", 3, "")), "track");
        assertThat(line.exit()).isZero();
        assertThat(line.json().stream().map(update -> update.get("kind")))
                .containsExactly("first", "higher", "retracted");
        var higher = line.json().get(1);
        assertThat(higher)
                .containsEntry("item", "urn:coast:Kelmor")
                .containsEntry("version", "2")
                .containsEntry("value", 31)
                .containsEntry("previous", 12)
                .containsEntry("quote", "31")
                .containsKeys("series", "claimant", "start", "end", "why");
    }

    @Test
    void backtestsRulesOverItems() throws IOException {
        var rules = write("rules.yaml", """
                rules:
                  - {id: toll, receivers: [console], figure: {category: [killed], first: true, rise-by: 10}}
                """);
        var items = lines(News.toll("Kelmor", 1, 12), News.toll("Kelmor", 2, 14), News.toll("Kelmor", 3, 31));
        var line = Line.with(items, "backtest", "--rules", rules);
        assertThat(line.exit()).as(line.err()).isZero();
        assertThat(line.out()).contains("toll");
        assertThat(line.json()).isNotEmpty();
        assertThat(Json.map(line.err().lines().toList().getLast())).isNotEmpty();
    }

    @Test
    void refusesRulesThatDoNotParse() throws IOException {
        var rules = write("rules.yaml", """
                rules:
                  - {id: fine, query: ferry}
                  - {id: toll, query: 'headline:(ferry AND'}
                """);
        var line = Line.with("", "backtest", "--rules", rules);
        assertThat(line.exit()).isEqualTo(2);
        assertThat(line.err()).contains(rules + ":3: rules[1]: ").contains("headline:(ferry AND");
        assertThat(line.out()).isEmpty();
    }

    @Test
    void checksAGoodConfiguration() throws IOException {
        var config = write("wirebell.yaml", "ingest: {sources: {pier: {url: \"https://pier.example/rss\"}}}\n");
        var line = Line.run("check", "--config", config);
        assertThat(line.exit()).as(line.err()).isZero();
        assertThat(line.out()).contains(config + ": good; 1 sources, 0 folders, 0 rules");
        assertThat(Line.run(
                                "check",
                                "--config",
                                Path.of("..", "config", "wirebell.yaml").toString())
                        .exit())
                .isZero();
        var missing = Line.run("check", "--config", "nowhere.yaml");
        assertThat(missing.exit()).isEqualTo(2);
        assertThat(missing.err()).isEqualTo("nowhere.yaml:1: does not exist\n");
    }

    static Stream<String> faults() throws IOException {
        try (var files = Files.list(BAD)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    /** Each file of {@code config/bad} holds one fault; beside it stands what the user is told. */
    @ParameterizedTest
    @MethodSource("faults")
    void saysWhatIsWrongWithAConfiguration(String fault) throws IOException {
        var line = Line.run("check", "--config", BAD.resolve(fault).toString());
        assertThat(line.exit()).isEqualTo(2);
        assertThat(line.out()).isEmpty();
        var complaints = line.err().replace(BAD + "/", "");
        var expected = BAD.resolve(fault.replace(".yaml", ".txt"));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, complaints);
        }
        assertThat(complaints).isEqualTo(Files.readString(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "process", "alert", "desk"})
    void refusesOneRoleOnAnEmbeddedBroker(String role) throws IOException {
        var config = write("wirebell.yaml", "kafka: {embedded: {folder: \"" + folder + "/kafka\", port: 0}}\n");
        var line = Line.run(role, "--config", config);
        assertThat(line.exit()).isEqualTo(2);
        assertThat(line.err()).contains(config, "kafka.embedded", "kafka.bootstrap");
        assertThat(folder.resolve("kafka")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"embedded", "operations", "desk", "push"})
    void namesThePortThatIsTaken(String which) throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = taken.getLocalPort();
            var broker = "kafka: {bootstrap: \"" + BROKER.bootstrap() + "\", prefix: \"port-taken.\"}\n";
            var free = "operations: {port: 0}\n";
            var token = write("token", "x");
            var line = switch (which) {
                case "embedded" ->
                    run("up", "kafka: {embedded: {folder: \"" + folder + "/kafka\", port: " + port + "}}\n");
                case "operations" -> run("process", broker + "operations: {port: " + port + "}\n");
                case "desk" -> run("desk", broker + free + "desk: {port: " + port + "}\n");
                default ->
                    run(
                            "ingest",
                            broker + free + "ingest: {push: {host: 127.0.0.1, port: " + port + ", token-file: \""
                                    + token + "\"}}\n");
            };
            assertThat(line.exit()).as(line.err()).isEqualTo(1);
            assertThat(line.err())
                    .contains("wirebell: ")
                    .contains(Integer.toString(port))
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void refusesToStartWithoutASecretThatItNeeds() throws IOException {
        var line = run(
                "ingest",
                "kafka: {bootstrap: \"" + BROKER.bootstrap() + "\", prefix: \"no-secret.\"}\noperations: {port: 0}\n"
                        + "ingest: {push: {host: 127.0.0.1, port: 0, token-file: \"" + folder + "/nowhere\"}}\n");
        assertThat(line.exit()).as(line.err()).isEqualTo(2);
        assertThat(line.err()).contains("push.token-file", "nowhere").doesNotContain("\tat ");
    }

    @Test
    void turnsOpmlIntoSourcesAndBack() throws IOException {
        var opml = write("feeds.opml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <opml version="2.0"><head><title>Mine</title></head><body>
                <outline text="Harbours"><outline type="rss" text="Pier Gazette" xmlUrl="https://pier.example/rss?a=1&amp;b=2"/></outline>
                <outline type="rss" text="Pier Gazette" xmlUrl="https://pier.example/atom"/>
                </body></opml>
                """);
        var imported = Line.run("feeds", "import", opml);
        assertThat(imported.exit()).as(imported.err()).isZero();
        assertThat(imported.err()).contains("2 feeds");
        var config = write("wirebell.yaml", imported.out());
        assertThat(Line.run("check", "--config", config).out()).contains("2 sources");

        var exported = Line.run("feeds", "export", "--config", config);
        assertThat(exported.exit()).as(exported.err()).isZero();
        var again = Line.run("feeds", "import", write("again.opml", exported.out()));
        assertThat(again.out()).isEqualTo(imported.out());
    }

    @Test
    void sendsAFireDrill() throws IOException {
        var config = write("wirebell.yaml", "alerts: {receivers: {consoles: {night-desk: {}}}}\n");
        var drill = Line.run("send-test", "--config", config, "night-desk");
        assertThat(drill.exit()).as(drill.err()).isZero();
        assertThat(drill.out()).contains("[TEST]").contains("Fire drill");
        var unknown = Line.run("send-test", "--config", config, "day-desk");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("no receiver day-desk").contains("night-desk");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "read", "backtest", "dead", "feeds", "check --confg x"})
    void explainsItsUse(String args) {
        var line = Line.run(args.split(" "));
        assertThat(line.exit()).isEqualTo(2);
        assertThat(line.err()).isNotBlank().doesNotContain("\tat ");
    }

    private Line run(String role, String config) throws IOException {
        return Line.run(role, "--config", write("wirebell.yaml", config));
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static String lines(Item... items) {
        return Stream.of(items).map(item -> Json.plain(item) + "\n").reduce("", String::concat);
    }

    private static List<Item> items(Map<String, Object> reading) {
        return ((List<?>) reading.get("items"))
                .stream().map(item -> Json.read(Json.plain(item), Item.class)).toList();
    }
}
