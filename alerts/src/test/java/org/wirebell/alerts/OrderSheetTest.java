package org.wirebell.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wirebell.alerts.decide.Rule;
import org.wirebell.alerts.edge.DeliveryConfig;
import org.wirebell.alerts.edge.Receivers;
import org.wirebell.model.Canary;
import org.wirebell.model.RuleVersion;
import org.wirebell.model.Silence;
import org.wirebell.model.StoredRule;
import org.wirebell.model.StoredRule.State;

class OrderSheetTest {
    private static final Instant T0 = Instant.parse("2026-03-01T06:00:00Z");

    @Test
    void aStoredRuleWinsOverThatOfTheConfiguration() {
        assertThat(show()).isEqualTo("mine mine; ferry ferry");
        assertThat(show(stored("mine", "main", "pit", State.ACTIVE))).isEqualTo("ferry ferry; mine pit");
        assertThat(show(stored("mine", "main", "pit", State.DRY_RUN))).isEqualTo("ferry ferry; mine pit (dry)");
        assertThat(show(stored("mine", "main", "pit", State.PAUSED))).isEqualTo("ferry ferry");
        assertThat(show(stored("mine", "main", "pit", State.DELETED))).isEqualTo("ferry ferry");
    }

    @Test
    void whatCannotBeReadIsLeftOutWithItsReason() {
        var sheet = sheet(
                List.of(silence("(pit")),
                stored("tram", "main", "(tram", State.ACTIVE),
                stored("other", "main", "fog", State.ACTIVE, "another"));
        assertThat(sheet.orders().rules().all()).extracting(Rule::id).containsExactly("mine", "ferry", Canary.NAME);
        assertThat(sheet.faults()).containsOnlyKeys("tram", "other", "silence s");
        assertThat(sheet.faults().get("other")).isEqualTo("its text has the id another");
        sheet.orders().close();
    }

    @Test
    void aStoredRuleIsNamedByItsNumberAndOneOfTheConfigurationByItsText() {
        try (var orders =
                sheet(List.of(), stored("tram", "main", "tram", State.ACTIVE)).orders()) {
            var rules = orders.rules();
            assertThat(rules.version(rules.rule("tram").orElseThrow()))
                    .isEqualTo(new RuleVersion("1", "{\"id\": \"tram\", \"query\": \"tram\"}"));
            var ferry = rules.version(rules.rule("ferry").orElseThrow());
            assertThat(ferry.version()).matches("[0-9a-f]{12}");
            assertThat(RuleReader.json().read(ferry.text())).isEqualTo(rule("ferry", "ferry"));
        }
    }

    private static String show(StoredRule... stored) {
        try (var orders = sheet(List.of(), stored).orders()) {
            return String.join(
                    "; ",
                    orders.rules().all().stream()
                            .filter(rule -> !rule.id().equals(Canary.NAME))
                            .map(rule -> rule.id() + " " + rule.query().orElse("") + (rule.dry() ? " (dry)" : ""))
                            .toList());
        }
    }

    private static OrderSheet sheet(List<Silence> silences, StoredRule... stored) {
        var rules = Stream.of("mine", "ferry").map(word -> rule(word, word)).toList();
        var d = AlertsConfig.defaults();
        var config = new AlertsConfig(
                d.applicationId(),
                d.instanceId(),
                d.stateDir(),
                1,
                rules,
                Map.of(),
                Receivers.none(),
                DeliveryConfig.defaults());
        return OrderSheet.of(config, RuleReader.json(), List.of(stored), silences);
    }

    private static Rule rule(String id, String query) {
        return new Rule(
                id,
                Optional.empty(),
                Optional.of(query),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static StoredRule stored(String id, String desk, String query, State state) {
        return stored(id, desk, query, state, id);
    }

    private static StoredRule stored(String id, String desk, String query, State state, String idInText) {
        var text = "{\"id\": \"" + idInText + "\", \"query\": \"" + query + "\"}";
        return new StoredRule(id, desk, text, 1, state, "lee", T0, "", Map.of());
    }

    private static Silence silence(String query) {
        return new Silence(
                "s",
                "",
                List.of(),
                List.of(),
                Optional.of(query),
                Optional.empty(),
                "lee",
                "a drill",
                T0,
                T0.plus(Duration.ofHours(1)),
                Map.of());
    }
}
