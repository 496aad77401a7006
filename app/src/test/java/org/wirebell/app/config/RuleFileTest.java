package org.wirebell.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirebell.app.config.RuleFile.Written;

class RuleFileTest {
    @TempDir
    Path folder;

    @Test
    void givesEachRuleOfAListItsOwnText() throws IOException {
        var rules = good("""
                # the night desk's
                rules:
                  - {id: toll, receivers: [night], figure: {first: true}}
                  - id: ferries          # all of them
                    query: >-
                      ferry OR
                        "مركب"
                    receivers: [night]

                  - id: trams
                    query: tram
                """);
        assertThat(rules).extracting(Written::line).containsExactly(3, 4, 10);
        assertThat(rules)
                .extracting(Written::text)
                .containsExactly(
                        "{id: toll, receivers: [night], figure: {first: true}}\n", """
                id: ferries          # all of them
                query: >-
                  ferry OR
                    "مركب"
                receivers: [night]
                """, "id: trams\nquery: tram\n");
        assertThat(rules)
                .allSatisfy(it -> assertThat(ConfigFile.rule(it.text())).isEqualTo(it.rule()));
    }

    @Test
    void takesAFileOfOneRuleAsItIs() throws IOException {
        var text = "# mine\nid: toll\nquery: mine\n";
        assertThat(good(text)).singleElement().satisfies(it -> {
            assertThat(it.text()).isEqualTo(text);
            assertThat(it.rule().id()).isEqualTo("toll");
        });
        assertThat(good("{\"id\": \"toll\", \"query\": \"mine\"}")).hasSize(1);
    }

    @Test
    void saysWhatIsWrongAndWhere() throws IOException {
        assertThat(bad("rules:\n  - {id: toll}\n"))
                .containsExactly("2: rules[0]: rule toll needs a preset, a query, a figure or places");
        assertThat(bad("id: toll\nquery: (mine\n")).singleElement().asString().startsWith("1: ");
        assertThat(bad("rules:\n  - {id: toll, query: mine}\n  - {id: toll, query: pit}\n"))
                .containsExactly("1: rule id toll is used twice");
        assertThat(bad("- 1\n- 2\n")).singleElement().asString().contains("must be a block of settings");
        assertThat(bad("")).containsExactly("1: is empty");
        assertThat(bad("rules: [")).singleElement().asString().contains("is not YAML");
    }

    @Test
    void refusesRulesThatLeanOnOtherParts() throws IOException {
        assertThat(bad("rules:\n  - {id: toll, query: &mine mine}\n  - {id: pit, query: *mine}\n"))
                .containsExactly("3: rules[1]: must not refer to other parts of the file (& and *)");
    }

    @Test
    void findsTheTextOfARuleOfAConfiguration() throws IOException {
        var config = write("alerts:\n  rules:\n    - id: toll\n      query: mine\n    - {id: pit, query: pit}\n");
        assertThat(RuleFile.inConfiguration(config, "toll")).contains("id: toll\nquery: mine\n");
        assertThat(RuleFile.inConfiguration(config, "pit")).contains("{id: pit, query: pit}\n");
        assertThat(RuleFile.inConfiguration(config, "tram")).isEmpty();
        assertThat(RuleFile.inConfiguration(folder.resolve("nowhere"), "toll")).isEmpty();
    }

    private List<Written> good(String yaml) throws IOException {
        return switch (RuleFile.load(write(yaml))) {
            case Loaded.Good<List<Written>>(var rules) -> rules;
            case Loaded.Bad<List<Written>>(var complaints) -> throw new AssertionError(complaints.toString());
        };
    }

    private List<String> bad(String yaml) throws IOException {
        return switch (RuleFile.load(write(yaml))) {
            case Loaded.Good<List<Written>>(var rules) -> throw new AssertionError(rules.toString());
            case Loaded.Bad<List<Written>>(var complaints) ->
                complaints.stream()
                        .map(complaint -> complaint.toString().replaceFirst("^.*?rules.yaml:", ""))
                        .toList();
        };
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("rules.yaml"), yaml);
    }
}
