package org.wirebell.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebell.model.Json;

/** Requests that another site could make in a reader's name, spoken by hand so that every header is ours. */
class CrossSiteTest {
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

    private static int status(int port, String method, String path, String headers, String body) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            var request = method + " " + path + " HTTP/1.1\r\nConnection: close\r\n"
                    + headers.replace("HERE", "127.0.0.1:" + port).replace("; ", "\r\n") + "\r\nContent-Length: "
                    + body.length() + "\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var first = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            return Integer.parseInt(first.split(" ")[1]);
        }
    }

    @ParameterizedTest(name = "{0} {1} → {2}")
    @CsvSource(delimiter = '|', textBlock = """
            POST   | Host: HERE; X-Wire: 1; Content-Type: application/json                                       | 201
            POST   | Host: HERE; X-Wire: 1; Content-Type: application/json; Sec-Fetch-Site: same-origin          | 201
            POST   | Host: HERE; X-Wire: 1; Content-Type: application/json; Origin: http://HERE                  | 201
            POST   | Host: HERE; Content-Type: application/json                                                  | 403
            POST   | Host: HERE; X-Wire: 2; Content-Type: application/json                                       | 403
            POST   | Host: HERE; X-Wire: 1; Content-Type: application/json; Sec-Fetch-Site: cross-site           | 403
            POST   | Host: HERE; X-Wire: 1; Content-Type: application/json; Sec-Fetch-Site: same-site            | 403
            POST   | Host: HERE; X-Wire: 1; Content-Type: application/json; Origin: http://elsewhere.example     | 403
            POST   | Host: HERE; X-Wire: 1; Content-Type: application/json; Origin: null                         | 403
            POST   | Host: HERE; X-Wire: 1; Content-Type: text/plain                                             | 415
            POST   | Host: HERE; X-Wire: 1; Content-Type: application/x-www-form-urlencoded                      | 415
            POST   | Host: HERE; X-Wire: 1                                                                       | 415
            PUT    | Host: HERE; X-Wire: 1; Content-Type: application/json                                       | 404
            PATCH  | Host: HERE; Content-Type: application/json                                                  | 403
            """)
    void isRefused(String method, String headers, int status) throws Exception {
        var path = "/api/alerts/" + SignedIn.ALERT + "/actions";
        assertThat(status(
                        signedIn.desk.port(),
                        method,
                        path,
                        "Authorization: Bearer editor; " + headers,
                        "{\"verb\":\"ack\"}"))
                .isEqualTo(status);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', textBlock = """
            Host: localhost:80                                   | 200
            Host: 127.0.0.1                                      | 200
            Host: [::1]:8080                                     | 200
            Host: news.example                                   | 403
            Host: localhost.example                              | 403
            Host: localhost; X-Forwarded-For: 10.0.0.1           | 403
            Host: localhost; Forwarded: for=10.0.0.1             | 403
            """)
    void anOpenDeskAnswersThisMachineOnly(String headers, int status) throws Exception {
        var config = DeskConfig.defaults().at("127.0.0.1", 0);
        try (var desk = Desk.start(
                config,
                Desk.board(config),
                new io.micrometer.core.instrument.simple.SimpleMeterRegistry(),
                () -> SignedIn.START,
                java.util.List.of())) {
            assertThat(status(desk.port(), "GET", "/api/alerts", headers, "")).isEqualTo(status);
        }
    }

    @Test
    void refusesBodiesThatAreTooLong() throws Exception {
        var tooLong = "{\"verb\":\"note\",\"note\":\"" + "n".repeat(1 << 20) + "\"}";
        var answer = signedIn.as("editor", "POST", "/api/alerts/" + SignedIn.ALERT + "/actions", tooLong);
        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void saysLittleOfWhatWentWrong() throws Exception {
        signedIn.pen.broken = true;
        try {
            var answer =
                    signedIn.as("editor", "POST", "/api/alerts/" + SignedIn.ALERT + "/actions", "{\"verb\":\"ack\"}");
            assertThat(answer.statusCode()).isEqualTo(503);
            var problem = Json.map(answer.body());
            assertThat(problem).containsOnlyKeys("title", "status", "error", "where", "traceId");
            assertThat(problem.get("where")).isEqualTo("POST /api/alerts/" + SignedIn.ALERT + "/actions");
            assertThat(answer.headers().firstValue("X-Trace-Id")).contains((String) problem.get("traceId"));
            assertThat(answer.body()).doesNotContain("Exception", "no broker", "org.wirebell");
        } finally {
            signedIn.pen.broken = false;
        }
        var crooked = signedIn.as("editor", "POST", "/api/alerts/" + SignedIn.ALERT + "/actions", "{\"verb\":");
        assertThat(crooked.statusCode()).isEqualTo(400);
        assertThat(crooked.body()).doesNotContain("Jackson", "Unexpected");
    }
}
