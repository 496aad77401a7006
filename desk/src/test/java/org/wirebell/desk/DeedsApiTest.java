package org.wirebell.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebell.desk.board.Source;
import org.wirebell.model.Action;
import org.wirebell.model.Audit;
import org.wirebell.model.Json;
import org.wirebell.model.Ruling;
import org.wirebell.model.Samples;
import org.wirebell.model.Silence;
import org.wirebell.model.StoredRule;

/** What becomes of what persons do: the record in its topic, and who did it in the audit. */
class DeedsApiTest {
    @TempDir
    Path folder;

    private SignedIn s;

    @BeforeEach
    void start() {
        s = new SignedIn(folder);
    }

    @AfterEach
    void stop() {
        var chain = s.pen.chain();
        assertThat(chain.faults(0)).isEmpty();
        assertThat(chain.size()).isEqualTo(s.pen.audited().size());
        s.close();
    }

    private Map<String, Object> editor(String method, String path, String body) throws Exception {
        var answer = s.as("editor", method, path, body);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
        return answer.body().isEmpty() ? Map.of() : Json.map(answer.body());
    }

    private HttpResponse<String> viewer(String path) throws Exception {
        return s.as("viewer", "GET", path, "");
    }

    @Test
    void writesAnAction() throws Exception {
        editor(
                "POST",
                "/api/alerts/" + SignedIn.ALERT + "/actions",
                "{\"id\":\"once\",\"verb\":\"hold\",\"note\":\"the office doubts it\",\"by\":\"somebody else\"}");
        assertThat(s.pen.all("actions", Action.class))
                .containsExactly(new Action(
                        "once",
                        SignedIn.ALERT,
                        "main",
                        Action.Verb.HOLD,
                        2,
                        "editor",
                        SignedIn.START,
                        Optional.empty(),
                        "",
                        "the office doubts it",
                        Map.of()));
        assertThat(s.pen.audited()).containsExactly("editor alert.hold alert/" + SignedIn.ALERT);
        assertThat(s.pen.lines.getFirst().topic())
                .as("written down before it is done")
                .isEqualTo("wirebell.audit");
    }

    @Test
    void makesASilenceAndLiftsIt() throws Exception {
        var made = editor(
                "POST",
                "/api/silences",
                "{\"desk\":\"main\",\"places\":[\"Port Adel\"],\"reason\":\"exercise\",\"for\":\"PT1H\"}");
        var id = (String) made.get("id");
        assertThat(viewer("/api/silences").body()).contains(id, "2026-03-01T07:10:00Z");
        editor("DELETE", "/api/silences/" + id, "");
        assertThat(viewer("/api/silences").body()).doesNotContain(id);
        assertThat(s.pen.all("silences", Silence.class)).hasSize(1);
        assertThat(s.pen.audited())
                .containsExactly("editor silence.made silence/" + id, "editor silence.lifted silence/" + id);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '!', textBlock = """
            "rules":["ferry-toll"] ! 1
            "rules":["another"] ! 0
            "places":["PORT ADEL"] ! 1
            "places":["Kelmor"] ! 0
            "query":"ferry" ! 1
            "query":"sank AND NOT train" ! 1
            "query":"train" ! 0
            "series":"killed|all|port adel|ferry||incident" ! 1
            "rules":["ferry-toll"],"query":"train" ! 0
            "rules":["ferry-toll"],"desk":"world" ! 0
            """)
    void tellsWhatASilenceWouldHaveHushed(String conditions, int count) throws Exception {
        var answer = editor("POST", "/api/silences/preview", "{\"reason\":\"n\"," + conditions + "}");
        assertThat((List<?>) answer.get("alerts")).hasSize(count);
        assertThat(s.pen.lines).isEmpty();
    }

    @Test
    void keepsVersionsOfARule() throws Exception {
        editor("PUT", "/api/rules/ferry", "{\"text\":\"id: ferry\",\"note\":\"new\",\"state\":\"dry_run\"}");
        editor("PUT", "/api/rules/ferry", "{\"text\":\"id: ferry main\",\"version\":1}");
        editor("DELETE", "/api/rules/ferry", "");
        assertThat(s.pen.all("rules", StoredRule.class))
                .extracting(r -> r.version() + " " + r.state() + " " + r.text())
                .containsExactly("1 DRY_RUN id: ferry", "2 ACTIVE id: ferry main", "3 DELETED id: ferry main");
        assertThat((List<?>) Json.map(viewer("/api/rules/ferry").body()).get("versions"))
                .hasSize(3);
        assertThat(viewer("/api/rules").body()).doesNotContain("\"ferry\"");
        assertThat(viewer("/api/rules?deleted=yes").body()).contains("\"ferry\"");
        assertThat(s.pen.all("audit", Audit.class).get(1).more().toString())
                .contains("before", "id: ferry, ", "after", "id: ferry main");
    }

    @Test
    void takesARuleWhoseDeskMovesFromNobodyElse() throws Exception {
        assertThat(s.as("other", "PUT", "/api/rules/ferry-toll", "{\"text\":\"id: ferry-toll world\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(s.pen.lines).isEmpty();
    }

    @Test
    void rulesOnAHeldClaim() throws Exception {
        assertThat(viewer("/api/held").body()).contains("\"claim\":\"c1\"", "31 is also the number of missing");
        editor("POST", "/api/held/c1/reject", "{\"note\":\"counted twice\"}");
        var ruling = s.pen.all("rulings", Ruling.class).getFirst();
        assertThat(ruling.verdict()).isEqualTo(Ruling.Verdict.REJECT);
        assertThat(ruling.series()).isEqualTo(Samples.series());
        assertThat(s.as("editor", "POST", "/api/held/none/reject", "{}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void listsWhatWasSentAndWhatWasNot() throws Exception {
        s.board.notice(Source.NOTICES.at(0, 1), Samples.notice());
        s.board.result(Source.RESULTS.at(0, 1), Samples.result());
        s.board.notice(Source.NOTICES.at(0, 2), Samples.digest().silenced("quiet"));
        assertThat((List<?>) Json.map(viewer("/api/notices").body()).get("notices"))
                .hasSize(2);
        assertThat(viewer("/api/notices?sent=yes").body())
                .contains("\"n1\"", "\"sent\"")
                .doesNotContain("\"n2\"");
        assertThat(viewer("/api/notices?sent=no").body())
                .contains("\"n2\"", "\"silence\":\"quiet\"")
                .doesNotContain("\"n1\"");
        assertThat(viewer("/api/notices?receiver=nobody").body()).contains("\"notices\":[]");
    }

    @Test
    void ringsAReceiver() throws Exception {
        assertThat(s.as("operator", "POST", "/api/receivers/console/test", "{}").body())
                .contains("\"sent\":true", "rang");
        assertThat(s.pen.audited()).containsExactly("operator receiver.tested receiver/console");
    }

    @Test
    void givesASeriesAsATable() throws Exception {
        var key = URLEncoder.encode(Samples.series().key(), StandardCharsets.UTF_8)
                .replace("+", "%20");
        s.board.update(Source.UPDATES.at(0, 1), Samples.update());
        var csv = viewer("/api/series/" + key + "?format=csv");
        assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(csv.body().lines().toList().get(1))
                .startsWith("killed|all|port adel|ferry||incident,2026-03-01T06:00:40Z,2026-03-01T06:00:00Z,higher,")
                .contains(",31,", "harbour office", "urn:coast:ferry-1#2");
        assertThat(viewer("/api/series/" + key + "?format=hxl").body()).contains("#affected+killed");
        assertThat(viewer("/api/series/" + key + "?format=xls").statusCode()).isEqualTo(400);
    }

    @Test
    void pagesThroughAlerts() throws Exception {
        Preview.fill(s.board, SignedIn.START);
        var all = ids("/api/alerts");
        var first = viewer("/api/alerts?limit=4");
        var next = first.headers().firstValue("X-Next").orElseThrow();
        assertThat(ids("/api/alerts?limit=4")).isEqualTo(all.subList(0, 4));
        assertThat(next).isEqualTo(all.get(3));
        assertThat(ids("/api/alerts?limit=4&after=" + next)).isEqualTo(all.subList(4, 8));
        assertThat(viewer("/api/alerts?rule=ferry-toll").body()).contains(SignedIn.ALERT);
        assertThat(ids("/api/alerts?rule=ferry-toll&desk=main&state=open&priority=urgent"))
                .hasSize(1);
        assertThat(viewer("/api/alerts?limit=0").statusCode()).isEqualTo(400);
    }

    private List<String> ids(String path) throws Exception {
        return ((List<?>) Json.map(viewer(path).body()).get("alerts"))
                .stream()
                        .map(t -> (String) ((Map<?, ?>) ((Map<?, ?>) t).get("alert")).get("id"))
                        .toList();
    }
}
