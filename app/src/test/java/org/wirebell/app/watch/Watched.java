package org.wirebell.app.watch;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.wirebell.app.Loopback;
import org.wirebell.app.News;
import org.wirebell.app.OneBroker;
import org.wirebell.app.Rig;
import org.wirebell.app.TlsServer;
import org.wirebell.app.station.Role;
import org.wirebell.app.station.Station;
import org.wirebell.model.Action;
import org.wirebell.model.Alert;

/**
 * Two processes' worth of roles with publishers and receivers of our own, to which everything happens that operators want to hear
 * of: ingest with the canary in one, the other roles in the other.
 */
final class Watched implements AutoCloseable {
    private static final String OTHERS = """
            alerts:
              application-id: "${name}-alerts"
              state-dir: "${folder}/alerts"
              delivery: {allow-private-receivers: true}
              receivers:
                webhooks:
                  pager: {url: "${web}/pager", secret-files: ["${folder}/secret"]}
              rules:
                - {id: toll, priority: flash, receivers: [pager, console], figure: {category: [killed], first: true}}
                - {id: council, dry-run: true, receivers: [console], query: council}
            desk: {port: 0, sign-in: {folder: "${folder}/desk"}}
            """;
    private static final String INGEST = """
            ingest:
              allow-private-feeds: true
              pace: {every: PT0.5S, fastest: PT0.5S, slowest: PT0.5S, floor: PT0.1S}
              limits: {host-gap: PT0.05S}
              sources: {pier: {url: "${web}/pier"}}
              folders: {drop: {path: "${folder}/drop", every: PT0.1S}}
            """;

    private final Rig rig;
    private final Path folder;
    private final Loopback web = Loopback.start();
    private final TlsServer tls;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Station others;
    private final Station ingest;

    private Watched(OneBroker broker, String name, Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        this.rig = Rig.of(broker, name, folder);
        this.tls = TlsServer.start(folder, 90);
        Files.writeString(folder.resolve("secret"), "whsec_" + "c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0");
        Files.createDirectories(folder.resolve("drop"));
        web.serve("/pier", News.rss(entry("old-1"), entry("old-2")));
        web.answer("/pager", _ -> new Loopback.Answer(500, ""));
        others = start(EnumSet.of(Role.PROCESS, Role.ALERT, Role.DESK), OTHERS, "");
        ingest = start(
                EnumSet.of(Role.INGEST),
                INGEST,
                "  canary: {folder: \"${folder}/canary\", every: PT1S}\n  certificates: {proxy: \"" + tls.address()
                        + "\"}\n");
    }

    static Watched start(OneBroker broker, String name, Path folder) throws IOException, InterruptedException {
        return new Watched(broker, name, folder);
    }

    private Station start(Set<Role> roles, String yaml, String operations) throws IOException, InterruptedException {
        var file = Files.writeString(
                folder.resolve(roles.size() + ".yaml"),
                rig.settings(operations + yaml.replace("${web}", web.at("").toString())));
        var station = rig.start(
                roles,
                operations + yaml.replace("${web}", web.at("").toString()),
                new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        station.follow(file);
        return station;
    }

    /** A toll that rings, a document that overflowed, one that cannot be read, a record that is no item, a request to the desk. */
    void everythingHappens() throws Exception {
        rig.until("the first look", () -> web.asked("/pier").size() > 1);
        web.serve(
                "/pier",
                News.rss(News.entry(
                        "toll",
                        "Mine collapses in Norbel",
                        "A mine collapse in Norbel killed 12 people, the mine office said.",
                        Instant.now())));
        Files.writeString(folder.resolve("drop").resolve("bad.bin"), "\u0001\u0002 this is no wire \u0003");
        rig.sendRaw(rig.topics().items().name(), "broken", "no item".getBytes(StandardCharsets.UTF_8));
        get(URI.create("http://127.0.0.1:" + others.deskPort().orElseThrow() + "/"));
    }

    /** A person takes note of the toll. */
    void acknowledge() throws Exception {
        rig.until("the alert", () -> alert("toll").isPresent());
        var alert = alert("toll").orElseThrow();
        rig.send(
                rig.topics().actions(),
                alert.id(),
                new Action(
                        "seen",
                        alert.id(),
                        alert.desk(),
                        Action.Verb.ACK,
                        1,
                        "ruiz",
                        Instant.now(),
                        Optional.empty(),
                        "",
                        "",
                        Map.of()));
    }

    private Optional<Alert> alert(String rule) {
        return rig.values(rig.topics().alerts()).stream()
                .filter(alert -> alert.rule().equals(rule))
                .findFirst();
    }

    /** A configuration as the process with ingest has it, with the port that it took. */
    String config() throws IOException {
        var file = folder.resolve("1.yaml");
        var settings = Files.readString(file).replace("port: 0", "port: " + ingest.operationsPort());
        return Files.writeString(
                        folder.resolve("taken.yaml"),
                        settings + "alerts: {application-id: "
                                + rig.topics().prefix().replace(".", "-alerts") + "}\n")
                .toString();
    }

    /** Nothing comes in any more, nor does the canary. */
    void stopIngest() {
        ingest.close();
    }

    List<Integer> ports() {
        return List.of(others.operationsPort(), ingest.operationsPort());
    }

    Rig rig() {
        return rig;
    }

    /** Names of all metrics that both processes show now. */
    Set<String> metrics() throws IOException, InterruptedException {
        var names = new TreeSet<String>();
        for (int port : ports()) {
            get(URI.create("http://127.0.0.1:" + port + "/metrics"))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> names.add(line.split("[{ ]", 2)[0]));
        }
        return names;
    }

    String get(URI address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static String entry(String id) {
        return News.entry(id, "Council meets " + id, "The council talked about roads " + id, Instant.now());
    }

    @Override
    public void close() {
        for (var part : new ArrayList<AutoCloseable>(List.of(ingest, others, http, web, tls))) {
            try {
                part.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
