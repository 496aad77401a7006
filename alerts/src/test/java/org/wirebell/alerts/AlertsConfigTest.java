package org.wirebell.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wirebell.alerts.decide.News.asking;
import static org.wirebell.alerts.decide.News.rule;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wirebell.alerts.decide.Rule;
import org.wirebell.alerts.edge.Receivers;

class AlertsConfigTest {
    @Test
    void refusesReceiversThatNobodyKnowsAndIdsUsedTwice() {
        assertThatThrownBy(() -> config(rule("ferries", "ferry")))
                .hasMessage("rule ferries names the receiver desk, which is not known here; known are console, page");
        var quiet = new Rule(
                "toll",
                Optional.empty(),
                Optional.empty(),
                Optional.of(asking("first")),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
        assertThatThrownBy(() -> config(quiet, quiet)).hasMessage("rule id toll is used twice");
        assertThat(config(quiet).rules()).containsExactly(quiet);
    }

    private static AlertsConfig config(Rule... rules) {
        var d = AlertsConfig.defaults();
        return new AlertsConfig(
                d.applicationId(),
                d.instanceId(),
                Path.of("x"),
                1,
                List.of(rules),
                Map.of(),
                Receivers.none(),
                d.delivery());
    }
}
