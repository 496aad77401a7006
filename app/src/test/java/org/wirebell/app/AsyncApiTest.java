package org.wirebell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.wirebell.model.DeskSamples;
import org.wirebell.model.Json;
import org.wirebell.model.Samples;
import org.wirebell.model.Topics;
import org.wirebell.model.trace.Traces;

/** docs/asyncapi.yaml is held against the topics. */
class AsyncApiTest {
    private final Map<?, ?> document = read();

    private static Map<?, ?> read() {
        try {
            var text = Files.readString(Path.of("..", "docs", "asyncapi.yaml"));
            return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Map<?, ?> map(Object value) {
        return (Map<?, ?>) value;
    }

    @Test
    void namesEveryTopicAndHowItIsKept() {
        var topics = Topics.standard();
        var channels = map(document.get("channels"));
        assertThat(channels).hasSameSizeAs(topics.all());
        for (var topic : topics.all()) {
            var name = topic.name().substring(topics.prefix().length());
            var channel = map(channels.get(name));
            assertThat(channel).as(name).isNotNull();
            assertThat(channel.get("address")).isEqualTo(topic.name());
            assertThat(channel.get("x-compacted")).as(name).isEqualTo(topic.compacted());
            assertThat(channel.get("x-kept"))
                    .as(name)
                    .isEqualTo(
                            topic.kept().map(kept -> "P" + kept.toDays() + "D").orElse("for ever"));
            assertThat(map(document.get("operations")).containsKey("read-" + name))
                    .as(name)
                    .isTrue();
        }
    }

    @Test
    void namesTheHeaderOfWhatMayBeTraced() {
        var components = map(document.get("components"));
        var traced = map(map(components.get("schemas")).get("traced"));
        assertThat(map(traced.get("properties")).keySet()).isEqualTo(Set.of(Traces.PARENT));
        assertThat(map(components.get("messages")).entrySet().stream()
                        .filter(message -> map(message.getValue()).containsKey("headers"))
                        .map(Object::toString)
                        .map(message -> message.substring(0, message.indexOf('='))))
                .containsExactly("items", "findings", "stories", "ledger", "updates", "alerts", "notices");
    }

    @Test
    void namesTheSchemaOfEachValue() {
        var events = Map.of(
                "items", Samples.item(),
                "feeds", Samples.feed(),
                "findings", Samples.finding(),
                "stories", Samples.story(),
                "ledger", Samples.entry(),
                "updates", Samples.update(),
                "actions", DeskSamples.action(),
                "alerts", Samples.alert(),
                "users", Samples.account(),
                "audit", Samples.audit());
        events.forEach((topic, event) -> {
            var message =
                    map(map(map(document.get("components")).get("messages")).get(topic));
            assertThat(message.get("name")).isEqualTo(event.getClass().getSimpleName());
            var schema = map(map(map(message.get("payload")).get("properties")).get("schema"));
            assertThat(schema.get("const")).isEqualTo(Json.map(Json.text(event)).get("schema"));
        });
    }
}
