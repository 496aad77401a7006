package org.wirebell.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebell.desk.access.SignIn;
import org.wirebell.model.Account;
import org.wirebell.model.Account.Role;
import org.wirebell.model.Json;

class SignInTest {
    @TempDir
    Path folder;

    private static String first(String token) {
        return Json.plain(Map.of("token", token, "name", "nina", "password", "a long password"));
    }

    private static String login(String password) {
        return Json.plain(Map.of("name", "nina", "password", password));
    }

    @Test
    void letsTheFirstOneInByTheTokenOfTheFirstStart() throws Exception {
        try (var s = new SignedIn(SignedIn.signIn(folder), false)) {
            var file = folder.resolve("admin-token");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            var token = Files.readString(file).strip();
            assertThat(token).startsWith("wt_").hasSize(46);
            assertThat(s.ask("GET", "/sign-in", "").body()).contains("One-time token");

            assertThat(s.ask("POST", "/api/sign-in/first", first("wt_wrong")).statusCode())
                    .isEqualTo(401);
            var made = s.ask("POST", "/api/sign-in/first", first(token));
            assertThat(made.statusCode()).isEqualTo(201);
            assertThat(made.headers().firstValue("Set-Cookie").orElse(""))
                    .contains("HttpOnly", "SameSite=Lax", "Path=/")
                    .doesNotContain("Secure");
            assertThat(made.body()).doesNotContain("verifier", "pbkdf2", "a long password");
            assertThat(file).doesNotExist();
            assertThat(s.ask("POST", "/api/sign-in/first", first(token)).statusCode())
                    .isEqualTo(401);
            assertThat(s.ask("GET", "/sign-in", "").body()).doesNotContain("One-time token");

            var cookie = SignedIn.cookie(made);
            assertThat(s.ask("GET", "/api/users", "", "Cookie", cookie).body())
                    .contains("nina", "operator")
                    .doesNotContain("verifier");
            assertThat(s.pen.audited()).containsExactly("first start user.made user/nina");
            assertThat(new String(s.pen.lines.getFirst().value().orElseThrow())).doesNotContain("pbkdf2", token);
            assertThat(s.ask("POST", "/api/sign-out", "", "Cookie", cookie).statusCode())
                    .isEqualTo(204);
            assertThat(s.ask("GET", "/api/users", "", "Cookie", cookie).statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void takesTheSameTokenAgainAfterARestart() throws Exception {
        try (var s = new SignedIn(SignedIn.signIn(folder), false)) {
            assertThat(s.desk.ready()).isTrue();
        }
        var token = Files.readString(folder.resolve("admin-token")).strip();
        try (var s = new SignedIn(SignedIn.signIn(folder), false)) {
            assertThat(s.ask("POST", "/api/sign-in/first", first(token)).statusCode())
                    .isEqualTo(201);
        }
    }

    private SignedIn withNina() throws Exception {
        var s = new SignedIn(folder);
        var made = s.as(
                "operator",
                "PUT",
                "/api/users/nina",
                "{\"password\":\"a long password\",\"grants\":[{\"role\":\"editor\",\"desk\":\"main\"}]}");
        assertThat(made.statusCode()).isEqualTo(201);
        return s;
    }

    @Test
    void endsSessionsThatNobodyUsesAndAllInTheEnd() throws Exception {
        try (var s = withNina()) {
            var cookie = SignedIn.cookie(s.ask("POST", "/api/sign-in", login("a long password")));
            assertThat(s.ask("GET", "/api/me", "", "Cookie", cookie).body()).contains("nina", "\"session\"");
            for (int i = 0; i < 9; i++) { // used each 50 minutes
                assertThat(s.ask("GET", "/api/alerts", "", "Cookie", cookie).statusCode())
                        .isEqualTo(200);
                s.now = s.now.plus(Duration.ofMinutes(50));
            }
            s.now = SignedIn.START.plus(Duration.ofHours(8));
            assertThat(s.ask("GET", "/api/alerts", "", "Cookie", cookie).statusCode())
                    .isEqualTo(401);

            var second = SignedIn.cookie(s.ask("POST", "/api/sign-in", login("a long password")));
            s.now = s.now.plus(Duration.ofMinutes(61));
            assertThat(s.ask("GET", "/api/alerts", "", "Cookie", second).statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void endsSessionsOfWhoIsBarred() throws Exception {
        try (var s = withNina()) {
            var cookie = SignedIn.cookie(s.ask("POST", "/api/sign-in", login("a long password")));
            assertThat(s.as("operator", "DELETE", "/api/users/nina", "").statusCode())
                    .isEqualTo(204);
            assertThat(s.ask("GET", "/api/alerts", "", "Cookie", cookie).statusCode())
                    .isEqualTo(401);
            assertThat(s.ask("POST", "/api/sign-in", login("a long password")).statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void makesThoseWaitWhoGuess() throws Exception {
        try (var s = withNina()) {
            for (int i = 0; i < 4; i++) {
                assertThat(s.ask("POST", "/api/sign-in", login("wrong password"))
                                .statusCode())
                        .isEqualTo(401);
            }
            var waits = s.ask("POST", "/api/sign-in", login("a long password"));
            assertThat(waits.statusCode()).isEqualTo(429);
            assertThat(waits.headers().firstValue("Retry-After")).contains("1");
            s.now = s.now.plusSeconds(2);
            assertThat(s.ask("POST", "/api/sign-in", login("a long password")).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void makesThoseWaitWhoGuessTokens() throws Exception {
        try (var s = new SignedIn(folder)) {
            for (int i = 0; i < 4; i++) {
                assertThat(s.as("wt_guess" + i, "GET", "/api/alerts", "").statusCode())
                        .isEqualTo(401);
            }
            assertThat(s.as("viewer", "GET", "/api/alerts", "").statusCode()).isEqualTo(429);
        }
    }

    @Test
    void takesATokenUntilItEnds() throws Exception {
        try (var s = new SignedIn(folder)) {
            var made = Json.map(s.as(
                            "operator",
                            "POST",
                            "/api/tokens",
                            "{\"name\":\"reader\",\"grants\":[{\"role\":\"viewer\",\"desk\":\"\"}]}")
                    .body());
            var secret = (String) made.get("secret");
            assertThat(secret).matches("wt_[A-Za-z0-9_-]{43}");
            assertThat(s.as(secret, "GET", "/api/alerts", "").statusCode()).isEqualTo(200);
            await().until(() -> s.pen.used.size() >= 2); // the operator's and this one's
            assertThat(s.as("operator", "GET", "/api/tokens", "").body())
                    .contains("reader", "\"used\"")
                    .doesNotContain(secret, "verifier");
            assertThat(s.pen.lines).noneMatch(l -> new String(l.value().orElse(new byte[0])).contains(secret));
            s.now = s.now.plus(Duration.ofDays(1));
            assertThat(s.as(secret, "GET", "/api/alerts", "").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void takesATokenAsThePasswordOfAFeedReader() throws Exception {
        try (var s = new SignedIn(folder)) {
            var basic = java.util.Base64.getEncoder().encodeToString("anything:viewer".getBytes());
            assertThat(s.ask("GET", "/feeds/rules/ferry-toll.atom", "", "Authorization", "Basic " + basic)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(s.ask("GET", "/feeds/rules/ferry-toll.atom", "")
                            .headers()
                            .firstValue("WWW-Authenticate")
                            .orElse(""))
                    .startsWith("Basic");
        }
    }

    @Test
    void limitsRequestsOfOneAddress() throws Exception {
        var few = new SignIn(
                folder,
                Duration.ofHours(1),
                Duration.ofHours(8),
                Duration.ofDays(1),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                10,
                2);
        try (var s = new SignedIn(few, true)) {
            for (int i = 0; i < 10; i++) {
                assertThat(s.as("viewer", "GET", "/api/alerts", "").statusCode())
                        .isEqualTo(200);
            }
            assertThat(s.as("viewer", "GET", "/api/alerts", "").statusCode()).isEqualTo(429);
            assertThat(s.ask("GET", "/assets/desk.css", "").statusCode()).isEqualTo(200);
            s.now = s.now.plusSeconds(7);
            assertThat(s.as("viewer", "GET", "/api/alerts", "").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void limitsLiveStreamsOfOneUser() throws Exception {
        try (var s = new SignedIn(folder);
                var one = new Sse(s.desk.port(), "", "", "viewer");
                var two = new Sse(s.desk.port(), "", "", "viewer")) {
            assertThat(one.next().name()).isEqualTo("hello");
            assertThat(two.next().name()).isEqualTo("hello");
            assertThat(s.as("viewer", "GET", "/stream", "").statusCode()).isEqualTo(429);
            try (var other = new Sse(s.desk.port(), "", "", "editor")) {
                assertThat(other.next().name()).isEqualTo("hello");
            }
        }
    }

    @Test
    void endsTheStreamOfATokenThatEnds() throws Exception {
        try (var s = new SignedIn(folder);
                var stream = new Sse(s.desk.port(), "", "", "viewer")) {
            assertThat(stream.next().name()).isEqualTo("hello");
            s.now = s.now.plus(Duration.ofDays(2));
            s.reset(); // something changes
            var last = stream.next();
            while (!last.name().equals("end")) {
                last = stream.next();
            }
            assertThat(last.name()).isEqualTo("end");
        }
    }

    @ParameterizedTest(name = "from {0}, {1} says {2}: {3}")
    @CsvSource({
        "127.0.0.1, X-Remote-User, chief, 200",
        "127.0.0.1, X-Remote-User, stranger, 401",
        "10.9.9.9, X-Remote-User, chief, 401",
    })
    void believesTheProxyThatIsConfigured(String proxy, String header, String name, int status) throws Exception {
        var behind = new SignIn(
                folder,
                Duration.ofHours(1),
                Duration.ofHours(8),
                Duration.ofDays(1),
                List.of(proxy),
                Optional.of(header),
                Optional.empty(),
                1_000,
                2);
        try (var s = new SignedIn(behind, true)) {
            assertThat(s.ask("GET", "/api/users", "", header, name).statusCode())
                    .isEqualTo(status);
        }
    }

    @Test
    void marksTheCookieSecureBehindHttps() throws Exception {
        var behind = new SignIn(
                folder,
                Duration.ofHours(1),
                Duration.ofHours(8),
                Duration.ofDays(1),
                List.of("127.0.0.1"),
                Optional.empty(),
                Optional.empty(),
                1_000,
                2);
        try (var s = new SignedIn(behind, false)) {
            var token = Files.readString(folder.resolve("admin-token")).strip();
            var made = s.ask("POST", "/api/sign-in/first", first(token), "X-Forwarded-Proto", "https");
            assertThat(made.headers().firstValue("Set-Cookie").orElse("")).contains("Secure");
        }
    }

    @Test
    void keepsTheLastOperator() throws Exception {
        try (var s = new SignedIn(folder)) {
            s.user("second", Role.OPERATOR, "");
            assertThat(s.as("operator", "DELETE", "/api/users/second", "").statusCode())
                    .isEqualTo(204);
            assertThat(s.as("operator", "PUT", "/api/users/chief", "{\"grants\":[{\"role\":\"viewer\"}]}")
                            .statusCode())
                    .isEqualTo(409);
            assertThat(s.accounts
                            .find(Account.Kind.USER, "second")
                            .orElseThrow()
                            .off())
                    .isTrue();
        }
    }
}
