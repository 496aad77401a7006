package org.wirebell.ingest.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirebell.ingest.due.Pace;
import org.wirebell.ingest.due.SourceConfig;
import org.wirebell.ingest.web.Limits;

class IngestConfigTest {
    private static final SourceConfig FEED = SourceConfig.of(URI.create("https://harbour.example/rss"));

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refuses(String complaint, ThrowingCallable config) {
        assertThatThrownBy(config).isInstanceOf(IllegalArgumentException.class).hasMessage(complaint);
    }

    static Stream<Arguments> refuses() {
        return Stream.of(
                bad(
                        "url must start with http:// or https://, was ftp://x/",
                        () -> SourceConfig.of(URI.create("ftp://x/"))),
                bad("url must name a host, was http:/x", () -> SourceConfig.of(URI.create("http:/x"))),
                bad("every must be at least PT0.001S, was PT0S", () -> FEED.polled(Duration.ZERO)),
                bad("tier must be 1, 2 or 3, was 4", () -> tier(4)),
                bad(
                        "sources.a: every must be at least PT10S (pace.floor), was PT1S",
                        () -> IngestConfig.defaults().feeds(Map.of("a", FEED.polled(Duration.ofSeconds(1))))),
                bad(
                        "\"A b\" is no source id: use up to 60 of a-z 0-9 . _ - and not \"push\"",
                        () -> IngestConfig.defaults().feeds(Map.of("A b", FEED))),
                bad(
                        "every must be at least PT1M, was PT1S",
                        () -> new Pace(
                                Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofHours(1), Duration.ZERO)),
                bad("silence.b: there is no source with that id", () -> silent("b", Duration.ofHours(2))),
                bad("silence.a must be longer than nothing, was PT0S", () -> silent("a", Duration.ZERO)),
                bad("port must be between 0 and 65535, was 70000", () -> push(70_000, "T")),
                bad(
                        "give either secret-env or secret-file",
                        () -> new PushConfig.Sender(Optional.empty(), Optional.empty())),
                bad("push: give token-env, token-file, secret-env, secret-file or senders", () -> pushed(push(80, ""))),
                bad(
                        "redirects must be at least 0, was -1",
                        () -> new Limits(
                                2_000,
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(1),
                                -1,
                                1,
                                Duration.ZERO,
                                Duration.ofSeconds(1))),
                bad(
                        "deadline must be longer than nothing, was PT0S",
                        () -> new Limits(
                                2_000,
                                Duration.ZERO,
                                Duration.ofSeconds(1),
                                1,
                                1,
                                Duration.ZERO,
                                Duration.ofSeconds(1))),
                bad(
                        "path must not be empty",
                        () -> new FolderConfig(Path.of(""), Optional.empty(), Optional.empty(), Optional.empty())));
    }

    @Test
    void findsSecretsWhereTheConfigurationSays(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("token"), "s3cret\n");
        var filed = new PushConfig(
                "::", 0, Optional.empty(), Optional.of(file), Optional.of("S"), Optional.empty(), Map.of());
        var keys = PushKeys.of(filed, name -> Optional.of("the sixteen bytes of " + name));
        assertThat(keys.opens("Bearer s3cret")).isTrue();
        assertThat(keys.opens("Bearer s3cret2")).isFalse();
        assertThat(keys.secret("coastwire")).isPresent();
        assertThat(PushKeys.of(push(0, "T"), name -> Optional.of("value of " + name))
                        .opens("Bearer value of T"))
                .isTrue();
        var source = new SourceConfig(
                FEED.url(),
                FEED.name(),
                FEED.every(),
                FEED.language(),
                FEED.zone(),
                FEED.tier(),
                Map.of("X-Key", "KEY"));
        var config = IngestConfig.defaults().feeds(Map.of("harbour", source));
        assertThat(Ingest.headers(config, _ -> Optional.of("k1"))).isEqualTo(Map.of("harbour", Map.of("X-Key", "k1")));
        assertThatThrownBy(() -> Ingest.headers(config, _ -> Optional.empty()))
                .hasMessage("sources.harbour.headers-env.X-Key: environment variable KEY is not set");
        assertThatThrownBy(() -> PushKeys.of(push(0, "T"), _ -> Optional.empty()))
                .hasMessage("push.token-env: environment variable T is not set");
        assertThatThrownBy(() -> PushKeys.of(push(0, "T"), _ -> Optional.of(" ")))
                .hasMessage("push.token: is empty");
        assertThatThrownBy(() -> PushKeys.of(filed, _ -> Optional.of("short")))
                .hasMessage("push.secret: the secret must have at least 16 bytes, has 5")
                .hasMessageNotContaining("short");
    }

    @ParameterizedTest(name = "{0} twice: {1}")
    @CsvSource({"harbour, false", "other, true"})
    void anIdIsUsedOnce(String folder, boolean accepted) {
        var defaults = IngestConfig.defaults();
        ThrowingCallable config = () -> new IngestConfig(
                Map.of("harbour", FEED),
                Map.of(folder, new FolderConfig(Path.of("in"), Optional.empty(), Optional.empty(), Optional.empty())),
                Map.of(),
                Map.of(),
                Map.of(),
                defaults.push(),
                defaults.websub(),
                defaults.priorities(),
                defaults.silence(),
                defaults.articles(),
                defaults.pace(),
                defaults.limits(),
                defaults.userAgent(),
                false,
                defaults.backfillOlderThan());
        if (accepted) {
            assertThatCode(config).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(config).hasMessageContaining("\"harbour\" is both a source and a folder");
        }
    }

    private static Arguments bad(String complaint, ThrowingCallable config) {
        return Arguments.of(complaint, config);
    }

    private static PushConfig push(int port, String tokenEnv) {
        return new PushConfig(
                "::",
                port,
                Optional.of(tokenEnv).filter(env -> !env.isEmpty()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    private static WebSubConfig hooked(String callback, int slower) {
        return new WebSubConfig(
                URI.create(callback),
                Optional.of("HUBS"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(slower),
                Optional.empty(),
                List.of());
    }

    private static IngestConfig pushed(PushConfig push) {
        var defaults = IngestConfig.defaults();
        return new IngestConfig(
                defaults.sources(),
                defaults.folders(),
                defaults.mailboxes(),
                defaults.drops(),
                defaults.topics(),
                Optional.of(push),
                defaults.websub(),
                defaults.priorities(),
                defaults.silence(),
                defaults.articles(),
                defaults.pace(),
                defaults.limits(),
                defaults.userAgent(),
                false,
                defaults.backfillOlderThan());
    }

    private static IngestConfig silent(String id, Duration longest) {
        var defaults = IngestConfig.defaults();
        return new IngestConfig(
                Map.of("a", FEED),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                defaults.push(),
                defaults.websub(),
                defaults.priorities(),
                Map.of(id, longest),
                defaults.articles(),
                defaults.pace(),
                defaults.limits(),
                defaults.userAgent(),
                false,
                defaults.backfillOlderThan());
    }

    private static SourceConfig tier(int tier) {
        return new SourceConfig(
                FEED.url(), FEED.name(), FEED.every(), FEED.language(), FEED.zone(), Optional.of(tier), Map.of());
    }
}
