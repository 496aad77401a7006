package org.wirebell.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.wirebell.app.AppConfig;

class ConfigFileTest {
    /** A little of everything that a room's record may hold. */
    public record Sample(List<Feed> feeds, Map<String, Integer> ports, Optional<Path> folder, boolean loud, Mood mood) {
        public static Sample defaults() {
            return new Sample(List.of(), Map.of(), Optional.empty(), true, Mood.VERY_CALM);
        }
    }

    public record Feed(String name, URI url, Duration every) {
        public Feed {
            if (every.compareTo(Duration.ofSeconds(10)) < 0) {
                throw new IllegalArgumentException("every must be at least PT10S, was " + every);
            }
        }
    }

    public enum Mood {
        VERY_CALM,
        LOUD
    }

    @Test
    void bindsWhatIsGivenAndTakesTheRestFromDefaults() {
        var loaded = ConfigFile.read("x.yaml", """
                feeds:
                  - {name: coast, url: "https://coast.example/rss", every: PT1M}
                ports: {desk: 8080}
                folder: drop
                """, Sample.class);
        assertThat(loaded)
                .isEqualTo(new Loaded.Good<>(new Sample(
                        List.of(new Feed("coast", URI.create("https://coast.example/rss"), Duration.ofMinutes(1))),
                        Map.of("desk", 8080),
                        Optional.of(Path.of("drop")),
                        true,
                        Mood.VERY_CALM)));
    }

    @Test
    void givesAllComplaintsAtOnceWithLineAndPath() {
        assertThat(complaints("""
                        feeds:
                          - name: a
                            url: https://a.example/
                            every: PT1S
                          - name: b
                            url: https://b.example/
                            evry: PT1M
                          - oops
                        ports: {desk: eighty}
                        mood: angry
                        mood: loud
                        loud: yes
                        ports2: 1
                        """)).isEqualTo("""
                        x.yaml:2: feeds[0]: every must be at least PT10S, was PT1S
                        x.yaml:5: feeds[1].every: is missing
                        x.yaml:7: feeds[1].evry: is not a setting; known here: every, name, url
                        x.yaml:8: feeds[2]: must be a block of settings, was 'oops'
                        x.yaml:9: ports.desk: must be a whole number, was eighty
                        x.yaml:11: mood: is given twice
                        x.yaml:12: loud: must be true or false, was yes
                        x.yaml:13: ports2: is not a setting; known here: feeds, folder, loud, mood, ports""");
    }

    @Test
    void saysWhereYamlIsBroken() {
        assertThat(complaints("feeds: [a, b\nports: 1\n")).startsWith("x.yaml:2: is not YAML: ");
        assertThat(complaints("")).isEqualTo("x.yaml:1: is empty");
        assertThat(complaints("- a\n")).isEqualTo("x.yaml:1: must be a block of settings, was a list");
        assertThat(ConfigFile.load(Path.of("nowhere.yaml"), Sample.class).toString())
                .contains("nowhere.yaml:1: does not exist");
    }

    private static String complaints(String yaml) {
        return switch (ConfigFile.read("x.yaml", yaml, Sample.class)) {
            case Loaded.Good<Sample> good -> "good: " + good;
            case Loaded.Bad<Sample>(var complaints) ->
                complaints.stream().map(Complaint::toString).collect(Collectors.joining("\n"));
        };
    }

    @Test
    void readsAProviderThatSignsPeopleIn() {
        var read = ConfigFile.read("wirebell.yaml", """
                desk:
                  access: signed-in
                  sign-in:
                    address: https://desk.example
                    oidc:
                      issuer: https://login.example/realms/news
                      client-id: wirebell
                      client-secret-env: WIREBELL_OIDC_SECRET
                      roles: [{value: wire, role: editor, desk: main}, {value: chiefs, role: operator}]
                """, AppConfig.class);
        assertThat(read).isInstanceOfSatisfying(Loaded.Good.class, good -> {
            var oidc = ((AppConfig) good.value()).desk().signIn().oidc().orElseThrow();
            assertThat(oidc.named()).isEqualTo("login.example");
            assertThat(oidc.roles())
                    .extracting(r -> r.role().name() + r.desk().orElse(""))
                    .containsExactly("EDITORmain", "OPERATOR");
        });
        var bad = ConfigFile.read(
                "wirebell.yaml",
                "desk: {sign-in: {oidc: {issuer: \"http://login.example\", client-id: w, roles: [{value: a, role: viewer}]}}}",
                AppConfig.class);
        assertThat(bad.toString()).contains("issuer must be an https address, was http://login.example");
    }
}
