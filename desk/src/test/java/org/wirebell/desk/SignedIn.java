package org.wirebell.desk;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirebell.desk.access.Accounts;
import org.wirebell.desk.access.Secrets;
import org.wirebell.desk.access.SignIn;
import org.wirebell.desk.api.Ports;
import org.wirebell.desk.archive.Archive;
import org.wirebell.desk.board.Board;
import org.wirebell.desk.board.Source;
import org.wirebell.model.Account;
import org.wirebell.model.Account.Grant;
import org.wirebell.model.Account.Role;
import org.wirebell.model.Samples;
import org.wirebell.model.Silence;
import org.wirebell.model.StoredRule;

/** A desk that asks who comes, with a token for each role, and an alert, a series, a silence and a rule of desk {@code main}. */
final class SignedIn implements AutoCloseable {
    static final Instant START = Samples.T0.plusSeconds(600);
    static final String ALERT = Samples.alert().id();
    static final Silence SILENCE = new Silence(
            "s1",
            "main",
            List.of("ferry-toll"),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            "ruiz",
            "exercise",
            START,
            START.plusSeconds(7_200),
            Map.of());
    static final StoredRule RULE = new StoredRule(
            "ferry-toll", "main", "id: ferry-toll", 1, StoredRule.State.ACTIVE, "ruiz", START, "", Map.of());

    volatile Instant now = START;
    final DeskConfig config;
    final Board board;
    final Accounts accounts = new Accounts();
    final MemoryPen pen;
    final HttpClient http = HttpClient.newHttpClient();
    final Desk desk;

    SignedIn(Path folder) {
        this(signIn(folder), true);
    }

    /**
     * @param people tokens are there; without them it is a first start
     */
    SignedIn(SignIn signIn, boolean people) {
        config = DeskConfig.defaults().at("127.0.0.1", 0).signedIn(signIn);
        board = Desk.board(config);
        pen = new MemoryPen(board, accounts);
        if (people) {
            user("chief", Role.OPERATOR, "");
            token("viewer", Role.VIEWER, "");
            token("editor", Role.EDITOR, "main");
            token("other", Role.EDITOR, "world");
            token("operator", Role.OPERATOR, "");
        }
        reset();
        desk = Desk.start(config, board, accounts, pen, ports(), new SimpleMeterRegistry(), () -> now, List.of());
    }

    /** A desk that asks nobody, over a board and an archive that a test fills. */
    static Desk open(DeskConfig config, Board board, Accounts accounts, MemoryPen pen, Archive archive) {
        return Desk.start(
                config,
                board,
                accounts,
                pen,
                ports(),
                archive,
                new SimpleMeterRegistry(),
                InstantSource.system(),
                List.of());
    }

    static SignIn signIn(Path folder) {
        return new SignIn(
                folder,
                Duration.ofHours(1),
                Duration.ofHours(8),
                Duration.ofDays(1),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                100_000,
                2);
    }

    /** What the board holds before each request. */
    void reset() {
        board.alert(Source.ALERTS.at(0, 1), ALERT, Optional.of(Samples.alert()));
        board.ledger(Source.LEDGER.at(0, 1), Samples.series().key(), Optional.of(Samples.entry()));
        board.story(Source.STORIES.at(0, 1), Samples.story().id(), Optional.of(Samples.story()));
        board.silence(Source.SILENCES.at(0, 1), SILENCE.id(), Optional.of(SILENCE));
        board.rule(Source.RULES.at(0, 1), RULE.id(), Optional.empty());
        board.rule(Source.RULES.at(0, 1), RULE.id(), Optional.of(RULE));
    }

    static Ports ports() {
        return new Ports(
                text -> {
                    if (!text.startsWith("id: ")) {
                        throw new IllegalArgumentException("rule:1: id: is missing");
                    }
                    var words = text.substring(4).split(" ");
                    return new Ports.RuleChecker.Checked(words[0], words[0], words.length > 1 ? words[1] : "main");
                },
                text -> Map.of("week", 3),
                new Ports.Drill() {
                    @Override
                    public List<String> receivers() {
                        return List.of("console");
                    }

                    @Override
                    public Outcome send(String receiver) {
                        return new Outcome(true, "rang");
                    }
                },
                () -> "<opml version=\"2.0\"/>",
                new StillStanding());
    }

    /** A token whose secret is its name. */
    void token(String name, Role role, String desk) {
        put(
                "token/" + name,
                Account.Kind.TOKEN,
                name,
                role,
                desk,
                Secrets.hash(name),
                Optional.of(START.plusSeconds(86_400)));
    }

    /** A user whom no password lets in. */
    void user(String name, Role role, String desk) {
        put("user/" + name, Account.Kind.USER, name, role, desk, "none", Optional.empty());
    }

    private void put(
            String id,
            Account.Kind kind,
            String name,
            Role role,
            String desk,
            String verifier,
            Optional<Instant> expires) {
        accounts.put(
                id,
                Optional.of(new Account(
                        id,
                        kind,
                        name,
                        List.of(new Grant(role, desk)),
                        verifier,
                        "test",
                        START,
                        expires,
                        Optional.empty(),
                        false,
                        Map.of())));
    }

    HttpResponse<String> ask(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + desk.port() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        var all = new ArrayList<>(List.of(headers));
        if (!method.equals("GET")) {
            all.addAll(List.of("X-Wire", "1", "Content-Type", "application/json"));
        }
        if (!all.isEmpty()) {
            request.headers(all.toArray(String[]::new));
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** As who has this token; {@code nobody} has none. */
    HttpResponse<String> as(String who, String method, String path, String body)
            throws IOException, InterruptedException {
        return who.equals("nobody")
                ? ask(method, path, body)
                : ask(method, path, body, "Authorization", "Bearer " + who);
    }

    static String cookie(HttpResponse<?> answer) {
        return answer.headers().firstValue("Set-Cookie").orElse("").split(";")[0];
    }

    @Override
    public void close() {
        desk.close();
        http.shutdownNow();
    }
}
