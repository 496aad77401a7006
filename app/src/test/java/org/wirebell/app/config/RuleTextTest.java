package org.wirebell.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{id: toll, receivers: [night], figure: {category: [killed, missing], first: true, rise-by: 10, rise-percent: 12.5}}",
                "{id: bridge, preset: second-source, desk: main, max-age: PT45M, close-after: PT6H, cooldown: PT5M}",
                "{id: port, query: '\"harbour: closed\" AND #5 OR ميناء', priority: flash, places: [kolva], per: story}",
                "{id: louder, query: ferry, louder: [{at: 10, priority: urgent}, {at: 50, priority: flash}], note: 'ask: Vera'}",
                "{id: quiet, query: ferry, inhibited-by: [toll, bridge], owner: olek, team: coast, name: Ferries}",
            })
    void readsAsTheRuleThatItWasMadeOf(String text) {
        var rule = ConfigFile.rule(text);
        assertThat(ConfigFile.rule(RuleText.of(rule))).isEqualTo(rule);
    }

    @Test
    void leavesOutWhatWasLeftOut() {
        assertThat(RuleText.of(ConfigFile.rule("{figure: {first: true, category: [killed]}, id: toll}")))
                .isEqualTo("id: toll\nfigure:\n  category:\n  - killed\n  first: true\n");
    }
}
