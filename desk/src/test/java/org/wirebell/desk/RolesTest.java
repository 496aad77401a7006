package org.wirebell.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirebell.model.Json;
import org.wirebell.model.Samples;

/** Who may do what: every route, asked by everybody. The table is held against the description that the desk gives of itself. */
class RolesTest {
    private static final List<String> WHO = List.of("nobody", "viewer", "other", "editor", "operator");
    private static final String TABLE = """
            # method path                      | body                                   | nobody viewer other editor operator
            GET    /                            |                                        | 302 200 200 200 200
            GET    /figures                     |                                        | 302 200 200 200 200
            GET    /sign-in                     |                                        | 200 200 200 200 200
            GET    /assets/desk.css             |                                        | 200 200 200 200 200
            GET    /nothing                     |                                        | 404 404 404 404 404
            GET    /openapi.json                |                                        | 401 200 200 200 200
            GET    /stream                      |                                        | 401 -   -   -   -
            GET    /api/alerts                  |                                        | 401 200 200 200 200
            GET    /api/alerts/{id}             |                                        | 401 200 200 200 200
            POST   /api/alerts/{id}/actions     | {"verb":"ack"}                         | 401 403 403 201 201
            POST   /api/alerts/{id}/actions     | {"verb":"breaking","note":"n"}         | 401 403 403 201 201
            POST   /api/alerts/{id}/actions     | {"verb":"hold"}                        | 401 403 403 400 400
            POST   /api/alerts/{id}/actions     | {"verb":"sing"}                        | 401 403 403 400 400
            GET    /api/stories                 |                                        | 401 200 200 200 200
            GET    /api/stories/{id}            |                                        | 401 200 200 200 200
            GET    /api/series                  |                                        | 401 200 200 200 200
            GET    /api/series/{key}            |                                        | 401 200 200 200 200
            GET    /api/held                    |                                        | 401 200 200 200 200
            POST   /api/held/{claim}/release    | {"note":"n"}                           | 401 403 201 201 201
            POST   /api/held/{claim}/reject     | {}                                     | 401 403 201 201 201
            GET    /api/silences                |                                        | 401 200 200 200 200
            POST   /api/silences                | {"desk":"main","rules":["r"],"reason":"n"} | 401 403 403 201 201
            POST   /api/silences                | {"desk":"","rules":["r"],"reason":"n"} | 401 403 403 403 201
            POST   /api/silences                | {"desk":"main","reason":"n"}           | 401 403 400 400 400
            POST   /api/silences                | {"desk":"main","query":"(a","reason":"n"} | 401 403 403 400 400
            POST   /api/silences/preview        | {"desk":"main","rules":["r"],"reason":"n"} | 401 403 200 200 200
            DELETE /api/silences/{silence}      |                                        | 401 403 403 204 204
            GET    /api/configured              |                                        | 401 200 200 200 200
            GET    /api/rules                   |                                        | 401 200 200 200 200
            GET    /api/rules/{rule}            |                                        | 401 200 200 200 200
            PUT    /api/rules/{rule}            | {"text":"id: ferry-toll"}              | 401 403 403 200 200
            PUT    /api/rules/{rule}            | {"text":"id: ferry-toll world"}        | 401 403 403 403 200
            PUT    /api/rules/{rule}            | {"text":"id: ferry-toll","version":7}  | 401 403 403 409 409
            PUT    /api/rules/{rule}            | {"text":"id: ferry"}                   | 401 403 400 400 400
            PUT    /api/rules/{rule}            | {"text":"name: x"}                     | 401 403 422 422 422
            DELETE /api/rules/{rule}            |                                        | 401 403 403 204 204
            POST   /api/rules/check             | {"text":"id: a"}                       | 401 403 200 200 200
            POST   /api/rules/try               | {"text":"id: a"}                       | 401 403 200 200 200
            GET    /api/notices                 |                                        | 401 200 200 200 200
            GET    /api/receivers               |                                        | 401 200 200 200 200
            POST   /api/receivers/{name}/test   |                                        | 401 403 403 403 200
            GET    /api/feeds                   |                                        | 401 200 200 200 200
            GET    /api/dead                    |                                        | 401 200 200 200 200
            GET    /api/sources.opml            |                                        | 401 200 200 200 200
            GET    /feeds/rules/{file}          |                                        | 401 200 200 200 200
            GET    /feeds/stories/{file}        |                                        | 401 200 200 200 200
            POST   /api/sign-in                 | {"name":"nina"}                        | 400 400 400 400 400
            POST   /api/sign-in/first           | {"token":"wrong","name":"n","password":"0123456789"} | 401 401 401 401 429
            POST   /api/sign-out                |                                        | 204 204 204 204 204
            GET    /api/me                      |                                        | 200 200 200 200 200
            GET    /api/users                   |                                        | 401 403 403 403 200
            PUT    /api/users/{user}            | {"password":"0123456789","grants":[{"role":"viewer"}]} | 401 403 403 403 201
            PUT    /api/users/{user}            | {"grants":[{"role":"owner"}]}          | 401 403 403 403 400
            DELETE /api/users/{user}            |                                        | 401 403 403 403 204
            DELETE /api/users/chief             |                                        | 401 403 403 403 409
            GET    /api/tokens                  |                                        | 401 403 403 403 200
            POST   /api/tokens                  | {"name":"t","grants":[{"role":"viewer"}]} | 401 403 403 403 201
            POST   /api/tokens                  | {"name":"t","grants":[{"role":"viewer"}],"expires":"2036-01-01T00:00:00Z"} | 401 403 403 403 400
            DELETE /api/tokens/{token}          |                                        | 401 403 403 403 204
            """;
    private static final Map<String, String> PARTS = Map.ofEntries(
            Map.entry("/api/alerts/{id}", "/api/alerts/" + SignedIn.ALERT),
            Map.entry(
                    "/api/stories/{id}",
                    "/api/stories/" + encoded(Samples.story().id())),
            Map.entry("{key}", encoded(Samples.series().key())),
            Map.entry("{claim}", "c1"),
            Map.entry("{silence}", "s1"),
            Map.entry("{rule}", "ferry-toll"),
            Map.entry("/receivers/{name}", "/receivers/console"),
            Map.entry("/rules/{file}", "/rules/ferry-toll.atom"),
            Map.entry("/stories/{file}", "/stories/" + encoded(Samples.story().id()) + ".json"),
            Map.entry("{user}", "nina"),
            Map.entry("{token}", "viewer"));

    @TempDir
    static Path folder;

    private static SignedIn signedIn;

    @BeforeAll
    static void start() {
        signedIn = new SignedIn(folder);
    }

    @AfterAll
    static void stop() {
        signedIn.close();
    }

    record Row(String method, String path, String body, List<String> statuses) {
        static Row of(String line) {
            var cells = line.split("\\|");
            var route = cells[0].strip().split("\\s+");
            return new Row(
                    route[0],
                    route[1],
                    cells[1].strip(),
                    Arrays.asList(cells[2].strip().split("\\s+")));
        }

        @Override
        public String toString() {
            return method + " " + path + " " + body;
        }
    }

    static Stream<Row> rows() {
        return TABLE.lines().filter(l -> !l.startsWith("#")).map(Row::of);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void answersEachAsTheyMay(Row row) throws Exception {
        var path = row.path();
        for (var part : PARTS.entrySet()) {
            path = path.replace(part.getKey(), part.getValue());
        }
        for (int i = 0; i < WHO.size(); i++) {
            if (row.statuses().get(i).equals("-")) {
                continue; // a stream does not end by itself
            }
            signedIn.reset();
            signedIn.token("viewer", org.wirebell.model.Account.Role.VIEWER, "");
            if (row.path().equals("/api/users/{user}") && row.method().equals("DELETE")) {
                signedIn.user("nina", org.wirebell.model.Account.Role.VIEWER, "");
            }
            var answer = signedIn.as(WHO.get(i), row.method(), path, row.body());
            assertThat(answer.statusCode())
                    .as(WHO.get(i) + ": " + answer.body())
                    .isEqualTo(Integer.parseInt(row.statuses().get(i)));
        }
    }

    @Test
    void tableAndDescriptionNameTheSameRoutes() throws Exception {
        signedIn.token("viewer", org.wirebell.model.Account.Role.VIEWER, ""); // a row of the table ends it
        var described = new TreeSet<String>();
        var paths = (Map<?, ?>)
                Json.map(signedIn.as("viewer", "GET", "/openapi.json", "").body())
                        .get("paths");
        paths.forEach((path, methods) -> ((Map<?, ?>) methods)
                .forEach((method, _) ->
                        described.add(method.toString().toUpperCase(Locale.ROOT) + " " + shape(path.toString()))));
        var asked = rows().map(r -> r.method() + " " + shape(r.path())).collect(Collectors.toCollection(TreeSet::new));
        assertThat(asked).containsAll(described);
        assertThat(described).hasSizeGreaterThan(35);
    }

    private static String shape(String path) {
        return path.replaceAll("\\{\\w+}", "{}");
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
